"""Steps live outside sessions: done, part, not needed, a new day; every list and the next session know it."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest

from supervision_tui.session import Action
from supervision_tui.session.carry_over import StepOutcome
from supervision_tui.session.due_days import read_due_day, step_due_day
from supervision_tui.tui.screens.today.steps import step_in_words
from supervision_tui.vault import Save
from supervision_tui.workspace.reports import (
    OpenStep,
    count_activity,
    open_steps,
    page_lines,
    page_of,
    taken_back_in_words,
    today_list,
)
from supervision_tui.workspace.store import StepChange, StepChangeError, agreed_step
from supervision_tui.workspace.subject_access import Ground, search_subject

FRIDAY = date(2026, 11, 27)


def step(number=1, **changed):
    fields = {
        "id": f"s.{number}", "stage": "actions", "what": f"step {number}", "owner": "Lee", "when": "in a week",
        "due": FRIDAY, "at": datetime(2026, 11, 20, 9, 0).astimezone(), "child": "abel",
    }  # fmt: skip
    return Action(**fields | changed)


@pytest.fixture
def agreed(workspace, hold):
    """A notebook in which a session left a step about the Hailes."""
    session = workspace.sessions.get(hold(workspace, "T2", "V1"))
    workspace.sessions.put(session.model_copy(update={"actions": (step(),)}), session.id)
    return workspace


def open_now(workspace):
    return {item.action.id: item for item in open_steps(workspace.sessions.threads())}


def later(workspace, minutes=1):
    return workspace.sessions.now() + timedelta(minutes=minutes)


def test_a_step_that_is_done_waits_no_more_and_the_next_session_does_not_ask(agreed):
    agreed.step_log.note_outcome("V1", step(), "done", "", at=later(agreed))
    assert open_now(agreed) == {}
    carried = agreed.begin(agreed.formats["T2"], "V1", agreed.me).editor.session.carried
    assert carried == ()
    assert dict(count_activity(agreed).rows())["Next steps done or no longer needed"] == "fewer than 5"


def test_part_and_not_needed_need_a_word_why(agreed):
    for state in ("part", "not_needed", "not_done"):
        with pytest.raises(StepChangeError, match="why"):
            agreed.step_log.note_outcome("V1", step(), state, "  ", at=later(agreed))
    assert list(open_now(agreed)) == ["s.1"]
    agreed.step_log.note_outcome("V1", step(), "part", "she works until five", at=later(agreed))
    assert list(open_now(agreed)) == ["s.1"]
    agreed.step_log.note_outcome("V1", step(), "not_needed", "Sue does it", at=later(agreed, 2))
    assert open_now(agreed) == {}


def test_a_new_day_is_read_back_and_the_step_keeps_its_age(agreed):
    due = agreed.step_log.note_day("V1", step(), "in 2 weeks", "the room was taken", at=later(agreed))
    today = agreed.today()
    assert due == today + timedelta(days=14)
    moved = open_now(agreed)["s.1"]
    assert moved.due == due
    assert moved.late(today) == 0
    assert moved.action.at == step().at
    carried = agreed.begin(agreed.formats["T2"], "V1", agreed.me).editor.session.carried
    assert [thread.action.due for thread in carried] == [due]


@pytest.mark.parametrize("words", ["soon", "ongoing", "", "1 January 2020"])
def test_words_that_are_no_day_to_come_are_asked_about(agreed, words):
    with pytest.raises(StepChangeError, match="Nothing was changed"):
        agreed.step_log.note_day("V1", step(), words, "", at=later(agreed))


def test_a_step_agreed_outside_a_session_is_open_like_any_other(agreed):
    agreed.step_log.note_new("V1", step(7, owner="Sana"), at=later(agreed))
    assert open_now(agreed)["s.7"].action.who == "Sana"
    agreed.step_log.note_outcome("V1", step(7), "done", "", at=later(agreed, 2))
    assert "s.7" not in open_now(agreed)


@pytest.mark.parametrize(("state", "words"), [("part", "done in part"), ("not_done", "not done")])
def test_a_step_that_is_not_at_its_end_says_so_wherever_it_stands(agreed, state, words):
    agreed.step_log.note_outcome("V1", step(), state, "the school was shut", at=later(agreed))
    open_step, today = open_now(agreed)["s.1"], agreed.today()
    assert (open_step.state, open_step.outcome_words) == (state, f"{words}: the school was shut")
    [row] = [row for row in today_list(agreed, agreed.sessions.now()).rows if row.step is not None]
    page = page_of(agreed, "V1")
    for line in (open_step.words(today), open_step.sheet_line(today), row.words, "\n".join(page_lines(page))):
        assert f"{words}: the school was shut" in line
    agreed.step_log.note_day("V1", step(), "in 2 weeks", "", at=later(agreed, 2))
    assert open_now(agreed)["s.1"].state == state  # another day says nothing of how far it is
    agreed.step_log.note_outcome("V1", step(), "done", "", at=later(agreed, 3))
    assert "s.1" not in open_now(agreed)


def test_why_a_step_waits_is_not_said_where_it_tells_of_something_kept_from_somebody():
    outline = SimpleNamespace(hidden=SimpleNamespace(tells=lambda words: "refuge" in words), title="Bell")
    for why, told in (("she is at the refuge", "done in part"), ("school was shut", "done in part: school was shut")):
        item = OpenStep(SimpleNamespace(), step(), 0, outline, StepOutcome("part", why))
        assert item.outcome_words == told


def test_what_is_taken_back_is_what_was_noted_last_in_this_sitting_and_is_told(agreed):
    log = agreed.step_log
    log.note_outcome("V1", step(), "part", "the school was shut", at=later(agreed))
    at = later(agreed, 2)
    log.note_new("", step(7, what="Tidy the cupboard", at=at), at=at)
    log.note_day("V1", step(), "in 2 weeks", "", at=later(agreed, 3))
    assert "The step is as it was before." in taken_back_in_words(agreed, log.take_back_newest())
    assert log.take_back_newest("V9") is None
    agreed_step = log.take_back_newest()
    assert taken_back_in_words(agreed, agreed_step) == "Taken back: the step “Tidy the cupboard” is gone."
    words = taken_back_in_words(agreed, log.take_back_newest("V1"))
    assert words == "Taken back: step 1: done in part: the school was shut. The step is as it was before."
    assert log.take_back_newest() is None
    assert [item.outcome_words for item in open_now(agreed).values()] == [""]


def test_what_somebody_else_noted_meanwhile_is_not_taken_back_instead(agreed):
    log = agreed.step_log
    log.note_outcome("V1", step(), "part", "the school was shut", at=later(agreed))
    mine = log.noted_now[-1]
    log.note_outcome("V1", step(), "done", "", at=later(agreed, 2))
    log.noted_now = [mine]  # the second was noted in another sitting
    log.take_back_newest()
    assert [change.state for change in log.changes("V1")] == ["done"]


def test_what_was_noted_last_is_taken_back(agreed):
    agreed.step_log.note_outcome("V1", step(), "done", "", at=later(agreed))
    assert agreed.step_log.take_back("V1").state == "done"
    assert list(open_now(agreed)) == ["s.1"]
    assert agreed.step_log.take_back("V1") is None


@pytest.mark.parametrize("words", ["asap", "ASAP", "as soon as possible", "urgently", "immediately", "straight away"])
def test_asap_is_due_on_the_next_working_day_and_then_late(words):
    reading = read_due_day(words, FRIDAY)
    assert reading.day == date(2026, 11, 30)
    assert "Monday 30 November 2026, the next working day" in reading.readback
    friday = datetime(2026, 11, 27, 9, 0).astimezone()
    old = step(when=words, due=None, at=friday)  # as it was kept before
    assert step_due_day(old) == date(2026, 11, 30)


@pytest.mark.parametrize("words", ["soon", "when we know", "", "monthly", "nowhere near it"])
def test_other_words_stay_without_a_day_and_the_age_is_told(words, workspace, hold):
    session = workspace.sessions.get(hold(workspace, "T2", "V1"))
    old = datetime.now().astimezone() - timedelta(days=35)
    undated = step(when=words, due=None, at=old)
    workspace.sessions.put(session.model_copy(update={"actions": (undated,)}), session.id)
    item = open_now(workspace)["s.1"]
    assert item.due is None
    assert item.late(workspace.today()) == 0
    assert item.when(workspace.today()) == "no day, 5 weeks old"


def test_what_was_noted_about_steps_is_found_by_a_search(agreed):
    agreed.step_log.note_outcome("V1", step(), "part", "the breakfast club is full until Easter", at=later(agreed))
    agreed.step_log.note_new("V1", step(8, what="Ring the swimming teacher"), at=later(agreed, 2))
    for words in ("breakfast club", "swimming"):
        found = [(hit.kind, hit.id, hit.title) for hit in agreed.find(words)]
        assert ("steps", "V1", "What became of steps") in found
    agreed.step_log.take_back("V1")
    assert agreed.find("swimming") == []


def test_steps_noted_by_an_earlier_program_are_found_once_the_notebook_was_opened(agreed):
    agreed.step_log.note_new("V1", step(8, what="Ring the swimming teacher"), at=later(agreed))
    body = agreed.vault.documents.get("steps", "V1").body
    agreed.vault.documents.delete("steps", "V1", author="Amina", reason="to be as it was")
    agreed.vault.documents.save(Save("steps", "V1", body, author="Amina", base=0))
    assert agreed.find("swimming") == []
    agreed.step_log.refresh_search_words()
    assert [hit.kind for hit in agreed.find("swimming")] == ["steps"]
    version = agreed.vault.documents.version("steps", "V1")
    agreed.step_log.refresh_search_words()
    assert agreed.vault.documents.version("steps", "V1") == version


def test_a_step_for_a_worker_alone_is_in_no_search(agreed):
    agreed.step_log.note_new(
        "", step(9, what="Book the phlebotomy course", destination="supervision_record"), at=later(agreed)
    )
    assert agreed.step_log.summaries()[0].actions[0].destination == "supervision_record"
    hidden = step(10, what="zebra crossing", destination="private")
    agreed.step_log._add("V1", StepChange(step="s.10", at=later(agreed), by="A", destination="private", action=hidden))
    assert agreed.find("zebra") == []


def test_a_child_who_asks_sees_what_became_of_a_step_for_them_once_in_plain_words(agreed):
    agreed.step_log.note_outcome("V1", step(), "part", "the club has no place before Easter", at=later(agreed))
    agreed.step_log.note_day("V1", step(), "in 2 weeks", "the room was taken", at=later(agreed, 2))
    at = later(agreed, 3)
    agreed.step_log.note_new("V1", step(8, what="Ring the coach", child=None, children=(), at=at), at=at)
    told = [piece.words for piece in search_subject(agreed, "V1/abel").pieces if "noted about a step" in piece.where]
    assert len(told) == 3
    assert told[0] == "Step 1\nWho: Lee\nWhat was noted: done in part: the club has no place before Easter".replace(
        "Step", "step"
    )
    assert "a new day, by " in told[1]
    assert told[1].endswith(": the room was taken")
    assert "agreed, by " in told[2]
    assert not [word for piece in told for word in ("family_ref", "s.1", "not_needed", "step:") if word in piece]


def noted_for(workspace, who):
    return [piece for piece in search_subject(workspace, who).pieces if "noted about a step" in piece.where]


def test_a_step_for_one_child_that_names_another_is_weighed_before_the_other_is_given_it(workspace):
    for_idris = step(4, what="Ask how Idris sleeps when Amina is away", child="idris")
    workspace.step_log.note_new("V3", for_idris, at=later(workspace))
    workspace.step_log.note_outcome("V3", for_idris, "done", "", at=later(workspace, 2))
    assert {piece.ground for piece in noted_for(workspace, "V3/idris")} == {Ground.NONE}
    assert {piece.ground for piece in noted_for(workspace, "V3/amina")} == {Ground.OTHERS}
    assert noted_for(workspace, "V3/carol") == []


def test_a_worker_who_asks_is_told_that_they_noted_a_step_and_no_word_of_the_family(agreed):
    agreed.step_log.note_outcome("V1", step(), "part", "Abel waits for a place", at=later(agreed))
    told = [
        piece for piece in search_subject(agreed, f"worker/{agreed.me}").pieces if "outside a session" in piece.where
    ]
    assert [piece.words for piece in told] == ["noted what became of a step"]


def test_a_step_needs_words_and_a_day_or_no_day(agreed):
    at = later(agreed)
    with pytest.raises(StepChangeError, match="what is to be done"):
        agreed_step(" ", "Lee", "Friday", ["abel"], at=at)
    with pytest.raises(StepChangeError, match="Nothing was changed"):
        agreed_step("Ring", "Lee", "soon", ["abel"], at=at)
    made = agreed_step("Ring", "Lee", "No day", ["abel", "helen"], at=at)
    assert (made.due, made.when, made.child, made.children) == (None, "", None, ("abel", "helen"))


def test_enter_on_a_step_of_no_family_tells_the_step_and_opens_nobody_elses_family(agreed):
    from supervision_tui.tui.screens.today.due_items import go_to

    own = step(9, what="Book the court course", destination="supervision_record")
    agreed.step_log.note_new("", own, at=later(agreed))
    (row,) = [row for row in today_list(agreed, later(agreed, 1)).rows if row.step and row.step.action.id == own.id]
    shown, places = [], []
    go_to(SimpleNamespace(workspace=agreed, push_screen=shown.append, back_to=places.append), row)
    assert places == []
    assert [type(screen).__name__ for screen in shown] == ["NoticeScreen"]
    assert "Book the court course" in step_in_words(agreed, row.step)
