"""What lists know of sessions, steps and families is always what reading everything anew says."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supervision_tui.session import Action, Entry, SessionStatus
from supervision_tui.text import Line
from supervision_tui.workspace.reports import open_steps, today_list
from supervision_tui.workspace.store import FamilyOutlines, SessionIndex, StepLog, Store

BEGAN = datetime(2026, 3, 2, 9, tzinfo=UTC)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["session", "session", "reopen", "drop", "done", "part", "day", "new", "back", "look"]),
        st.integers(0, 5),
        st.sampled_from(["V1", "V2"]),
    ),
    min_size=3,
    max_size=14,
)


def an_action(ident, number):
    when = [("", None), ("asap", None), ("", date(2026, 4, 1) + timedelta(days=number))][number % 3]
    return Action(
        id=ident, stage="actions", what=f"See the child at school, {number}", owner=Line("Lee"), when=Line(when[0]),
        due=when[1], child="abel", at=BEGAN + timedelta(days=number),
    )  # fmt: skip


def a_session(pattern, number, family, closed):
    entry = Entry(
        id=f"n{number}", stage="open", field="ideas", destination="family_work", at=BEGAN, text="Words nobody lists.",
        parts={"number": str(number)} if number % 2 else {},
    )  # fmt: skip
    changed = {
        "id": f"s{number}", "family_id": family, "family_ref": Line(family), "started": BEGAN + timedelta(days=number),
        "status": SessionStatus.CLOSED if closed else SessionStatus.OPEN, "entries": (entry,),
        "actions": tuple(an_action(f"s{number}.{at}", number + at) for at in range(number % 4)),
    }  # fmt: skip
    return pattern.model_copy(update=changed)


def act(workspace, pattern, what, number, family):
    sessions, log, at = workspace.sessions, workspace.step_log, BEGAN + timedelta(days=40 + number)
    if what in {"session", "reopen"}:
        sessions.put(a_session(pattern, number, family, what == "session"), f"s{number}")
    elif what == "drop" and sessions.has(f"s{number}"):
        sessions.drop(f"s{number}", "tidied")
    elif what in {"done", "part"}:
        log.note_outcome(family, an_action(f"s{number}.0", number), what, "a word why", at=at)
    elif what == "day":
        log.note_day(family, an_action(f"s{number}.0", number), "in 2 weeks", "moved", at=at)
    elif what == "new":
        log.note_new(family, an_action(f"step-{number}", number), at=at)
    elif what == "back":
        log.take_back(family)
    elif what == "look":
        sessions.threads()


def told(threads, outlines):
    steps = open_steps(threads, outlines)
    return [(step.action, step.summary.id, step.talks, step.hidden, step.when(date(2026, 6, 1))) for step in steps]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_lists_say_what_reading_everything_anew_says(workspace, acts):
    pattern = workspace.begin(workspace.formats["T2"], "V1", workspace.me).editor.session
    for what, number, family in acts:
        act(workspace, pattern, what, number, family)
    store = Store(workspace.vault, workspace.writer, workspace.author)
    anew = SessionIndex(workspace.vault, lambda: workspace.people.directory)
    known = workspace.sessions.threads()
    fresh = sorted([*anew.all(), *StepLog(store).summaries()], key=lambda summary: summary.started, reverse=True)
    assert sorted(known, key=lambda summary: summary.id) == sorted(fresh, key=lambda summary: summary.id)
    outlines = FamilyOutlines(workspace.vault).all()
    assert told(known, workspace.family_outlines.all()) == told(fresh, outlines)
    for heading in [*workspace.sessions.headings(), *workspace.step_log.headings()]:
        (workspace.sessions if heading.kind == "session" else workspace.step_log).drop(heading.id, "tidied")
    assert workspace.sessions.threads() == []


def test_a_family_in_which_steps_stand_still_has_one_row_on_today_with_the_step_that_came_back_most(workspace):
    pattern = workspace.begin(workspace.formats["T2"], "V1", workspace.me).editor.session
    for number in (1, 2, 3, 5, 6):
        workspace.sessions.put(a_session(pattern, number, "V1", closed=True), f"s{number}")
    rows = [row.words for row in today_list(workspace, datetime.now(UTC)).rows if "spoken of" in row.words]
    assert rows == ["Haile: “See the child at school, 1” spoken of 4 times since, still open; 5 more like it"]
