"""Facilitating a session: nothing written is lost, every step can be taken back, and the clock is honest."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.practice.library.session_templates import SessionTemplate
from supervision_tui.resources import content_folder
from supervision_tui.session import PartMissingError, Runner, Session, SessionStatus, StageLockedError, missing
from supervision_tui.session.due_dates import day_meant
from supervision_tui.yaml_files import load_yaml, validated

T2 = validated(SessionTemplate, load_yaml(content_folder("templates/sessions") / "T2.yaml"))
START = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def runner():
    return Runner.start(
        T2, session_id="s", facilitator="Amina", now=START, family_id="V2", children=("robin", "maisie")
    )


def slot(runner, field, child=None):
    return next(each for each in runner.slots() if each.field.id == field and each.child == child)


def walk_to(runner, stage):
    while runner.stage.id != stage:
        runner.next(START)


def test_the_facilitator_has_a_seat_from_the_start(runner):
    assert runner.session.seat("facilitator") == "Amina"
    assert runner.undo() == ""


def test_the_stages_of_t2_are_ten_and_take_sixty_five_minutes(runner):
    assert len(T2.stages) == 10
    assert runner.clock(START).total_planned == 65


def test_a_note_knows_where_it_belongs_and_not_who_said_it(runner):
    walk_to(runner, "reflecting")
    entry = runner.write(slot(runner, "ideas"), "I was struck by the cooking.", START, author="Jo")
    assert entry.destination is Destination.FAMILY_WORK
    assert entry.author == ""


def test_what_one_child_said_is_about_that_child_only(runner):
    runner.next(START)
    entry = runner.write(slot(runner, "child_voice", "robin"), "I cook because nobody else does.", START)
    assert (entry.child, entry.destination) == ("robin", Destination.CHILD_FILE)


def test_an_answer_of_one_line_is_changed_and_not_added(runner):
    runner.next(START)
    question = slot(runner, "question")
    first = runner.write(question, "Who is in this family?", START)
    second = runner.write(question, "Who is in this family, for each child?", START)
    assert first.id == second.id
    assert [entry.text for entry in runner.session.entries] == ["Who is in this family, for each child?"]
    runner.write(question, "", START)
    assert runner.session.entries == ()


def test_nothing_can_be_typed_in_the_silent_pause(runner):
    walk_to(runner, "pause")
    assert runner.slots() == ()


def test_an_action_needs_who_and_when_and_learns_its_day(runner):
    walk_to(runner, "actions")
    form = slot(runner, "actions")
    with pytest.raises(PartMissingError, match="Who"):
        runner.fill(form, {"what": "See Robin alone", "when": "9 September"}, START)
    runner.fill(form, {"what": "See Robin alone", "owner": "Lee", "when": "by 9 September", "child": "robin"}, START)
    action = runner.session.actions[0]
    assert (action.due, action.child, action.owner) == (date(2026, 9, 9), "robin", "Lee")
    runner.fill(form, {"what": "Ring", "owner": "Lee", "when": "Friday"}, START, thing_id=action.id)
    assert [each.what for each in runner.session.actions] == ["Ring"]


def test_a_decision_needs_a_reason_a_decider_and_how_the_family_is_told(runner):
    walk_to(runner, "actions")
    form = slot(runner, "decisions")
    runner.seat("manager", "Priya", START)
    whole = {"what": "They stay", "because": "it is safe", "decided_by": "Priya", "family_told": "Lee, Friday"}
    for part in whole:
        with pytest.raises(PartMissingError):
            runner.fill(form, {**whole, part: " "}, START)
    runner.fill(form, whole, START)
    assert runner.session.decisions[0].because == "it is safe"


def test_thinking_comes_before_deciding_unless_the_facilitator_says_so(runner):
    with pytest.raises(StageLockedError, match="has not been held yet"):
        runner.go("actions", START)
    runner.go("actions", START, override=True)
    assert runner.session.overridden == ("actions",)


def test_a_session_closes_only_with_a_presenter_and_a_meaning_for_each_child(runner):
    needs = {(each.slot.field.id, each.slot.child) for each in missing(runner.session, T2)}
    assert needs == {("presenter", None), ("impact", "robin"), ("impact", "maisie")}


def test_ending_drops_what_is_private_and_what_was_being_typed(runner):
    walk_to(runner, "graces")
    runner.write(slot(runner, "own_grace"), "class", START, author="Amina")
    runner.draft(slot(runner, "grace_question"), "half a que", START)
    ended = runner.ended(START + MINUTE)
    assert ended.status is SessionStatus.CLOSED
    assert (ended.entries, ended.drafts, ended.since) == ((), (), None)


def test_what_is_private_is_apart_from_the_rest_and_comes_back(runner):
    walk_to(runner, "graces")
    runner.write(slot(runner, "own_grace"), "class", START, author="Amina")
    runner.draft(slot(runner, "own_grace"), "half a wo", START)
    shared, private = runner.session.apart()
    assert "class" not in shared.model_dump_json()
    assert "half a wo" not in shared.model_dump_json()
    assert shared.joined(private) == runner.session


def test_time_counts_while_a_stage_runs_and_not_while_the_session_lies(runner):
    runner.next(START + 5 * MINUTE)
    runner.draft(slot(runner, "question"), "who", START + 7 * MINUTE)
    again = Runner.take_up(runner.session, T2, START + timedelta(days=1))
    clock = again.clock(START + timedelta(days=1, minutes=1))
    assert clock.total_used == 8 * 60
    assert clock.stage_left == (8 - 3) * 60


def test_a_clock_that_goes_backwards_takes_no_time_away(runner):
    assert runner.clock(START - 3 * MINUTE).total_used == 0


def test_pausing_stops_the_clock_and_more_time_is_given(runner):
    runner.pause(START + 2 * MINUTE)
    assert runner.clock(START + 30 * MINUTE).stage_used == 2 * 60
    runner.resume(START + 30 * MINUTE)
    runner.more_time(5, START + 30 * MINUTE)
    assert runner.clock(START + 31 * MINUTE).stage_left == (5 + 5 - 3) * 60
    assert runner.clock(START).total_planned == 70


def test_a_stage_is_left_out_with_a_reason_and_can_be_held_after_all(runner):
    walk_to(runner, "graces")
    runner.skip("short of time", START)
    assert next(line.state for line in runner.agenda(START) if line.id == "graces") == "skipped"
    runner.back(START)
    runner.next(START)
    assert next(line.state for line in runner.agenda(START) if line.id == "graces") == "done"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by 9 September", date(2026, 9, 9)),
        ("9/9/2027", date(2027, 9, 9)),
        ("1st of March", date(2027, 3, 1)),
        ("Friday", date(2026, 9, 4)),
        ("Thursday", date(2026, 9, 10)),
        ("2026-12-24", date(2026, 12, 24)),
        ("31/02/2027", None),
        ("soon", None),
        ("tomorrow", date(2026, 9, 4)),
    ],
)
def test_days_are_read_day_first(words, day):
    assert day_meant(words, START.date()) == day


ACTS = st.sampled_from(
    ["next", "back", "write", "answer", "form", "take back", "pause", "resume", "more", "draft", "skip"]
)


def act(runner, name, now):
    slots = runner.slots()
    try:
        if name in {"next", "back", "pause", "resume"}:
            getattr(runner, name)(now)
        elif name == "more":
            runner.more_time(5, now)
        elif name == "skip":
            runner.skip("no time", now)
        elif name == "take back" and runner.session.entries:
            runner.take_back(runner.session.entries[0].id, now)
        elif slots and name == "draft":
            runner.draft(slots[-1], "half", now)
        elif slots and not slots[0].field.parts:
            runner.write(slots[0 if name == "write" else -1], "words [b]", now)
        elif slots and name == "form" and slots[-1].field.parts:
            runner.fill(slots[-1], {part.id: "x" for part in slots[-1].field.parts}, now)
    except (StageLockedError, PartMissingError):
        pass


@given(acts=st.lists(ACTS, max_size=40), back=st.integers(-3, 3))
@settings(max_examples=120, derandomize=True, deadline=None)
def test_any_history_can_be_taken_back_and_read_back(acts, back):
    runner = Runner.start(T2, session_id="s", facilitator="Amina", now=START, family_id="V2", children=("robin",))
    before = runner.session
    now = START
    for name in acts:
        now += back * MINUTE
        act(runner, name, now)
        assert runner.clock(now).total_used >= 0
    after = runner.session
    assert Session.model_validate_json(after.model_dump_json()) == after
    steps = 0
    while runner.undo():
        steps += 1
    unlike = {"number", "drafts", "touched"}  # typing is no step
    assert runner.session.model_dump(exclude=unlike) == before.model_dump(exclude=unlike)
    for _ in range(steps):
        runner.redo()
    assert runner.session.model_dump(exclude=unlike) == after.model_dump(exclude=unlike)
