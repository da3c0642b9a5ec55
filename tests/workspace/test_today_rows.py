"""What waits stands in one order everywhere; last week's meeting comes again with roles that fit."""

from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from supervision_tui.people import CompletedSupervision, Practitioner, Roster
from supervision_tui.records.documents import render_document
from supervision_tui.resources import content_folder
from supervision_tui.session import Action
from supervision_tui.workspace.reports import hold_again, last_meeting, meeting_agenda_sheet, today_list
from supervision_tui.workspace.reports.due import DueItem
from supervision_tui.workspace.store import family_short_title


@pytest.fixture
def full(workspace, hold):
    """One session left steps: late, without a day, to come; people of the team stand on the list."""
    session = workspace.sessions.get(hold(workspace, "T2", "V1"))
    at, today = datetime.now(UTC) - timedelta(days=35), workspace.today()
    steps = [
        Action(id=f"s.{number}", stage="actions", what=what, owner="Lee", when=when, due=due, child="abel", at=at)
        for number, (what, when, due) in enumerate(
            [
                ("Book the room", "Friday", today - timedelta(days=3)),
                ("Discuss the letter", "", None),
                ("See Abel", "later", today + timedelta(days=5)),
            ]
        )
    ]
    workspace.sessions.put(session.model_copy(update={"actions": tuple(steps)}), session.id)
    day = workspace.today()
    people = [
        Practitioner(id="amina", name="Amina Osei", role="consultant", since=day - timedelta(days=60)),
        Practitioner(id="dee", name="Dee Harrow", role="manager", since=day),
        Practitioner(id="sana", name="Sana Malik", role="student", since=day),
        Practitioner(id="lee", name="Lee Ford", since=day - timedelta(days=60)),
    ]
    held = (CompletedSupervision(practitioner="lee", on=day - timedelta(days=32)),)
    workspace.people.change(Roster(practitioners=tuple(people), held=held), "all")
    return workspace


def rows_of(workspace):
    return today_list(workspace, datetime.now(UTC)).rows


def test_to_confirm_comes_first_then_late_then_without_a_day_then_people(full):
    rows = [row.in_words for row in rows_of(full) if row.kind not in {"day", "family"}]
    assert rows[0].startswith("confirm    4 records wait to be confirmed, oldest today")
    assert rows[1] == "overdue    Book the room · Lee · 3 days late · Haile, Abel"
    assert rows[2] == "no day     Discuss the letter · Lee · 5 weeks old · Haile, Abel"
    assert next(row for row in rows if row.startswith("people")).startswith(
        "people     Amina Osei: supervision was due"
    )
    assert rows[-1].startswith("to come    See Abel · Lee · by ")


def test_a_short_list_hides_no_kind_behind_another(full):
    found = today_list(full, datetime.now(UTC))
    short = found.first_rows(4)
    assert len(short) <= 4
    assert [row.kind for row in short][:3] == ["confirm", "overdue", "no day"]
    assert found.first_rows(100) == tuple(row for row in found.rows if row.kind != "to come")


def test_how_late_supervision_is_says_the_same_on_today_as_in_people(full):
    lee = full.people.roster_with_sessions.person("lee")
    words = full.people.due(lee, full.framework, full.today()).in_words
    assert f"Lee Ford: supervision {words}" in [row.words for row in rows_of(full)]


@pytest.fixture
def met(full):
    """A unit meeting about two families was held."""
    controller = full.begin_meeting(full.formats["T1"], ["V1", "V3"], full.me)
    for role, name in (("facilitator", "Amina Osei"), ("scribe", "Lee Ford"), ("manager", "Dee Harrow")):
        controller.editor.seat(role, name, controller.now())
    while not controller.at_end:
        for slot in controller.editor.slots():
            if slot.field.id == "time_needed":
                controller.editor.write(slot, "yes", controller.now())
        controller.forward(override=True)
    controller.end_early()
    return full


def test_last_weeks_meeting_brings_its_families_in_order_and_roles_moved_on(met):
    meeting = last_meeting(met)
    assert [name for _, name in meeting.families] == ["Haile", "Pritchard-Hussain"]
    assert meeting.roles["manager"] == "Dee Harrow"  # kept for managers, and there is one
    assert meeting.roles["facilitator"] != "Amina Osei"
    assert len(set(meeting.roles.values())) == len(meeting.roles)
    controller = hold_again(met, meeting)
    assert controller.families == ("V1", "V3")
    assert str(controller.editor.session.seat("manager")) == "Dee Harrow"


def test_a_student_is_never_proposed_as_the_accountable_manager(met):
    roster = met.people.roster
    only_student = roster.model_copy(update={"practitioners": roster.practitioners[2:3]})
    met.people.change(only_student, "only the student is here")
    assert "manager" not in last_meeting(met).roles
    assert met.people.eligible_holders(["Sana Malik", "Somebody"], ("manager", "supervisor")) == []
    assert met.people.eligible_holders(["Sana Malik", "Somebody"], ()) == ["Sana Malik", "Somebody"]


def test_the_agenda_is_one_page_with_what_is_to_be_heard_of_first(met):
    page = render_document(meeting_agenda_sheet(met, last_meeting(met)), "txt")
    assert "Book the room (Lee, 3 days late)" in page
    assert "Discuss the letter (Lee, no day, 5 weeks old)" in page
    assert "Accountable manager: Dee Harrow" in page
    assert len(page.splitlines()) < 60


def test_families_not_spoken_of_are_proposed_first_with_every_reason_and_the_rest_are_told(met, monkeypatch):
    for name in ("carter-okafor", "kowalska-fairhurst", "thorne-lacey"):
        met.import_family(str(content_folder("templates/families") / f"{name}.yaml"))
    names = {heading.id: family_short_title(heading.title) for heading in met.families.headings()}
    second, fourth, fifth = names["V2"], names["V4"], names["V5"]
    waiting = [
        DueItem("idea", f"{fourth}: 4 ideas untested for 52 weeks", family="V4"),
        DueItem("idea", f"{second}: an idea untested for 9 weeks", family="V2"),
        DueItem("silence", f"{fifth}: not spoken of for 6 weeks", family="V5"),
        DueItem("silence", f"{second}: not spoken of for 4 weeks", family="V2"),
    ]
    monkeypatch.setattr("supervision_tui.workspace.reports.next_meeting.due_items", lambda *_: waiting)
    monkeypatch.setattr("supervision_tui.workspace.reports.next_meeting.MOST_DUE", 2)
    meeting = last_meeting(met)
    assert meeting.due == (
        ("V5", fifth, "not spoken of for 6 weeks"),
        ("V2", second, "not spoken of for 4 weeks; an idea untested for 9 weeks"),
    )
    assert f"Due too, for another day: {fourth}." in meeting.lines
    assert f"Due too, for another day: {fourth}." in render_document(meeting_agenda_sheet(met, meeting), "txt")


def test_a_lead_worker_is_chosen_as_each_family_comes(met):
    assert "Lead worker: chosen as each family comes" in last_meeting(met).lines


def test_without_a_meeting_there_is_nothing_to_hold_again(full):
    assert last_meeting(full) is None


def test_the_command_line_tells_the_same(met, tmp_path):
    from supervision_tui.cli.notebook import report, session

    secret = tmp_path / "secret"
    secret.write_text("kettle bramble orbit lantern")
    secret.chmod(0o600)
    folder = str(met.vault.folder)
    met.close()
    where = ["--vault", folder, "--passphrase-file", str(secret)]
    told = CliRunner().invoke(report.app, ["today", *where])
    assert "overdue    Book the room · Lee · 3 days late · Haile, Abel" in told.stdout
    assert "Haile" in CliRunner().invoke(session.app, ["agenda", *where]).stdout
    rhythm = CliRunner().invoke(report.app, ["supervision", *where]).stdout
    assert "Lee Ford: supervision was due" in rhythm


def test_a_broken_file_of_ones_own_is_told_first(tmp_path, monkeypatch, full):
    from supervision_tui.workspace.reports import today_rows

    class Broken:
        known_problems = ("own/bad.yaml, line 2: no such stage",)

    class Formats:
        library = Broken()

    monkeypatch.setattr(full, "formats", Formats())
    [row] = today_rows._own_file_rows(full)
    assert row.in_words == "own files  1 thing in your own files is wrong and not used: Enter shows why"


def test_what_comes_back_over_a_team_is_a_count_with_a_question_and_never_a_small_one(full):
    from supervision_tui.workspace.reports import TeamPattern, team_patterns_of

    assert team_patterns_of(full) == ()  # two families: a count would point at one of them
    small = TeamPattern("a step has no day", 2, 9, "What keeps us from naming a day?")
    assert small.in_words.startswith("fewer than 5 of 9 families: a step has no day. What keeps us")
    assert TeamPattern("x", 5, 10, "?").number == "5"
    for families, looked_at in ((5, 6), (5, 9), (8, 9)):  # the others would be few, and known by that
        assert TeamPattern("x", families, looked_at, "?").number == "all but fewer than 5"
    assert TeamPattern("x", 6, 6, "?").number == "6"
    assert TeamPattern("a step has no day", 0, 9, "Why?").in_words == "0 of 9 families: a step has no day."
    for number in range(4):
        haile = full.families.get("V1")
        full.families.put(haile.model_copy(update={"id": f"F{number}"}), f"F{number}")
    told = {pattern.what: pattern for pattern in team_patterns_of(full)}
    assert {pattern.looked_at for pattern in told.values()} == {6}
    assert told["no record holds a child's own words"].families == 5  # all but the one that was spoken of
    assert all("?" in pattern.question for pattern in told.values())


def test_themes_of_families_are_counted_from_five_and_a_rarer_one_is_not_even_named(full):
    from supervision_tui.workspace.reports import team_themes_of

    assert team_themes_of(full).lines == ()
    haile = full.families.get("V1")
    for number in range(4):
        themes = ("Migration ", "poverty") if number else ("migration", "exploitation")
        full.families.put(haile.model_copy(update={"id": f"F{number}", "themes": themes}), f"F{number}")
    themes = team_themes_of(full)
    assert [(theme.casefold().strip(), number) for theme, number in themes.counted] == [("migration", 5)]
    assert themes.lines[0].casefold().strip() == "all but fewer than 5 of 6 families: migration"
    assert "exploitation" not in "\n".join(themes.lines)
    assert "more themes, each in fewer than 5 families: not named here" in themes.lines[1]
    assert themes.lines[-1].endswith("?")


def test_gaps_are_counted_families_in_which_a_child_was_not_seen_alone_and_of_whom_nobody_spoke(full):
    from supervision_tui.family import Contact
    from supervision_tui.workspace.reports import team_patterns_of

    haile = full.families.get("V1")
    for number in range(5):
        full.families.put(haile.model_copy(update={"id": f"F{number}"}), f"F{number}")
    told = {pattern.what: pattern.families for pattern in team_patterns_of(full)}
    assert told["a child was not seen alone in the last four weeks"] == 7
    assert told["the family was not spoken of in a session for six weeks"] == 6
    seen = Contact(id="now", date=full.today().isoformat(), who=haile.focus, kind="seen_alone")
    for number in range(2):
        family = full.families.get(f"F{number}")
        full.families.put(family.model_copy(update={"contacts": (*family.contacts, seen)}), family.id)
    assert {p.what: p.families for p in team_patterns_of(full)}[
        "a child was not seen alone in the last four weeks"
    ] == 5


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(0, 6, "0"), (1, 6, "fewer than 5"), (4, 40, "fewer than 5"), (5, 6, "all but fewer than 5"), (6, 6, "6"),
     (5, 10, "5"), (36, 40, "all but fewer than 5"), (35, 40, "35"), (0, 0, "0")],
)  # fmt: skip
def test_no_count_tells_of_fewer_than_five_by_what_is_left_over(part, whole, told):
    from supervision_tui.workspace.reports.counts import number_of

    assert number_of(part, whole) == told


def test_no_row_of_counts_tells_a_small_number_by_taking_one_from_another():
    from supervision_tui.workspace.reports.counts import Counts

    rows = dict(Counts(None, {"Unit meeting": 6}, steps=20, steps_done=10, late=8, entries=30, with_voice=29,
                       confirmed=20, filed=18).rows())  # fmt: skip
    assert rows["Next steps open past their day"] == "all but fewer than 5"
    assert rows["Entries with the child's voice"] == "all but fewer than 5"
    assert rows["Entries confirmed by a manager"] == "20"
    assert rows["Entries filed in the authority's system"] == "all but fewer than 5"
