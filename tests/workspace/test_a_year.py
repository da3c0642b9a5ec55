"""A year in an afternoon: sessions, steps and confirmations by a moved clock, then read as their readers would."""

from datetime import UTC, datetime, timedelta

import pytest

from supervision_tui.people import Practitioner, Roster
from supervision_tui.records import confirm, correct_line, mark_filed, record_lines
from supervision_tui.session import Action
from supervision_tui.workspace.disclosure import prepare_document
from supervision_tui.workspace.reports import count_activity, open_steps, to_confirm, today_list, waiting_records
from tests.workspace.conftest import notebook_of_two_families

START = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
MONTHS = 12


@pytest.fixture(scope="module")
def year(tmp_path_factory, hold):
    """A session a month about each of two families; every second one is confirmed and filed; steps live between.

    It is lived once for all tests, which read it.
    """
    folder = tmp_path_factory.mktemp("year")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUPERVISION_TUI_HOME", str(folder / "home"))
        patch.setenv("SUPERVISION_TUI_STATE", str(folder / "state"))
        workspace = notebook_of_two_families(folder)
        yield live_a_year(workspace, patch, hold)
        workspace.close()


def live_a_year(workspace, monkeypatch, hold):
    """The notebook after twelve sessions about each family."""
    clock = {"now": START}
    monkeypatch.setattr(workspace.sessions, "now", lambda: clock["now"])
    monkeypatch.setattr(workspace, "today", lambda: workspace.sessions.now().date())
    workspace.people.change(Roster(practitioners=(Practitioner(id="lee", name="Lee", since=START.date()),)), "Lee")
    for month in range(MONTHS):
        clock["now"] = now = START + timedelta(days=28 * month)
        for family in ("V1", "V3"):
            session = workspace.sessions.get(hold(workspace, "T2", family))
            words = ("Ring the school", "asap", None) if month % 2 else ("See the child", "in a week", now.date())
            step = Action(
                id=f"{family}.{month}", stage="actions", what=f"{words[0]} ({month})", owner="Lee", when=words[1],
                due=words[2], child=session.children[0], at=now,
            )  # fmt: skip
            closed = {"actions": (step,), "started": now, "ended": now}
            workspace.sessions.put(session.model_copy(update=closed), session.id)
            for record in [record for record in workspace.records.all() if record.session_id == session.id]:
                dated = record.model_copy(update={"day": now.date()})
                if month % 2 == 0 and record.destination.value == "child_file":
                    dated = correct_line(dated, 1, f"{record_lines(dated)[0].words} Again.", by="Amina", at=now)
                    dated = confirm(dated, by="Dee", role="team manager", at=now)
                    dated = mark_filed(dated, system="LCS", on=now.date(), by="Amina")
                workspace.records.put(dated, dated.id)
            if month % 3 == 0:
                later = now + timedelta(hours=2)
                workspace.step_log.note_outcome(family, step, "done", "", at=later)
    clock["now"] = START + timedelta(days=28 * MONTHS)
    return workspace


def test_the_manager_sees_what_waits_and_for_how_long(year):
    waiting = to_confirm(waiting_records(year))
    assert {row.record.status for row in waiting} == {"draft"}
    children = [row for row in waiting if row.family]
    assert max(row.days for row in children) == 28 * (MONTHS - 1)
    first = today_list(year, year.sessions.now()).rows[0]
    assert first.kind == "confirm"
    assert f"{len(waiting)} records wait to be confirmed, oldest {waiting[0].age}" in first.words


def test_a_step_to_be_done_asap_is_late_after_months_and_one_done_between_meetings_is_not_asked_again(year):
    steps = {step.action.id: step for step in open_steps(year.sessions.threads())}
    assert steps["V1.1"].late(year.today()) > 300
    assert "weeks late" in steps["V1.1"].words(year.today())
    assert not {"V1.0", "V1.3", "V3.6"} & set(steps)
    carried = year.begin(year.formats["T2"], "V1", year.me).editor.session.carried
    assert {thread.action.id for thread in carried} == {ident for ident in steps if ident.startswith("V1.")}


def test_supervision_is_late_by_the_same_words_for_everybody_who_reads_it(year):
    lee = year.people.roster_with_sessions.person("lee")
    words = year.people.due(lee, year.framework, year.today()).in_words
    assert "weeks late" in words
    assert f"Lee: supervision {words}" in [row.words for row in today_list(year, year.sessions.now()).rows]


def test_the_receiving_worker_reads_every_open_step_with_its_day(year):
    document = prepare_document(year, "transfer", "V1", recipient="The next team", purpose="hand-over").document
    assert "Ring the school (1)" in document.words
    assert "done  See the child (0) (5 January)" in document.words


def test_the_quality_group_reads_counts_that_agree(year):
    told = dict(count_activity(year).rows())
    assert told["Next steps agreed"] == str(2 * MONTHS)
    assert told["Next steps done or no longer needed"] == "8"
    assert told["Entries confirmed by a manager"] == told["Entries filed in the authority's system"]
