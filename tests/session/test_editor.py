"""Facilitating a session: nothing written is lost, every step can be taken back, and the clock is honest."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.days import read_day
from supervision_tui.practice.library.destinations import Destination
from supervision_tui.practice.library.session_templates import SessionTemplate
from supervision_tui.resources import content_folder
from supervision_tui.session import (
    Draft,
    PartMissingError,
    Session,
    SessionEditor,
    SessionStatus,
    StageLockedError,
    missing_answers,
)
from supervision_tui.text import SafeText
from supervision_tui.yaml_files import load_yaml, validated
from tests.every_row import every_row
from tests.whole import examples

T2 = validated(SessionTemplate, load_yaml(content_folder("templates/sessions") / "T2.yaml"))
START = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def editor():
    return SessionEditor.start(
        T2, session_id="s", facilitator="Amina", now=START, family_id="V2", children=("robin", "maisie")
    )


def slot(editor, field, child=None):
    return next(each for each in editor.slots() if each.field.id == field and each.child == child)


def walk_to(editor, stage):
    while editor.stage.id != stage:
        editor.next(START)


def test_the_facilitator_has_a_seat_from_the_start(editor):
    assert editor.session.seat("facilitator") == "Amina"
    assert editor.undo() == ""


def test_the_stages_of_t2_are_ten_and_take_sixty_five_minutes(editor):
    assert len(T2.stages) == 10
    assert editor.clock(START).total_planned == 65


def test_a_note_knows_where_it_belongs_and_not_who_said_it(editor):
    walk_to(editor, "reflecting")
    entry = editor.write(slot(editor, "ideas"), "I was struck by the cooking.", START, author="Jo")
    assert entry.destination is Destination.FAMILY_WORK
    assert entry.author == ""


def test_what_one_child_said_is_about_that_child_only(editor):
    editor.next(START)
    entry = editor.write(slot(editor, "child_voice", "robin"), "I cook because nobody else does.", START)
    assert (entry.child, entry.destination) == ("robin", Destination.CHILD_FILE)


def test_an_answer_of_one_line_is_changed_and_not_added(editor):
    editor.next(START)
    question = slot(editor, "question")
    first = editor.write(question, "Who is in this family?", START)
    second = editor.write(question, "Who is in this family, for each child?", START)
    assert first.id == second.id
    assert [entry.text for entry in editor.session.entries] == ["Who is in this family, for each child?"]
    editor.write(question, "", START)
    assert editor.session.entries == ()


def test_nothing_can_be_typed_in_the_silent_pause(editor):
    walk_to(editor, "pause")
    assert editor.slots() == ()


def test_an_action_needs_who_and_when_and_learns_its_day(editor):
    walk_to(editor, "actions")
    form = slot(editor, "actions")
    with pytest.raises(PartMissingError, match="Who"):
        editor.fill(form, {"what": "See Robin alone", "when": "9 September"}, START)
    editor.fill(form, {"what": "See Robin alone", "owner": "Lee", "when": "by 9 September", "child": "robin"}, START)
    action = editor.session.actions[0]
    assert (action.due, action.child, action.owner) == (date(2026, 9, 9), "robin", "Lee")
    editor.fill(form, {"what": "Ring", "owner": "Lee", "when": "Friday", "child": "robin"}, START, item_id=action.id)
    assert [each.what for each in editor.session.actions] == ["Ring"]


def test_a_decision_needs_a_reason_a_decider_and_how_the_family_is_told(editor):
    walk_to(editor, "actions")
    form = slot(editor, "decisions")
    editor.seat("manager", "Priya", START)
    whole = {
        "what": "They stay",
        "because": "it is safe",
        "decided_by": "Priya",
        "family_told": "Lee, Friday",
        "child": "*",
    }
    for part in whole:
        with pytest.raises(PartMissingError):
            editor.fill(form, {**whole, part: " "}, START)
    editor.fill(form, whole, START)
    assert editor.session.decisions[0].because == "it is safe"


def test_thinking_comes_before_deciding_unless_the_facilitator_says_so(editor):
    with pytest.raises(StageLockedError, match="has not been held yet"):
        editor.go("actions", START)
    editor.go("actions", START, override=True)
    assert editor.session.overridden == ("actions",)


def test_a_session_closes_only_with_a_presenter_and_a_meaning_for_each_child(editor):
    needs = {(each.slot.field.id, each.slot.child) for each in missing_answers(editor.session, T2)}
    assert needs == {("presenter", None), ("impact", "robin"), ("impact", "maisie")}


def test_ending_drops_what_is_private_and_what_was_being_typed(editor):
    walk_to(editor, "graces")
    editor.write(slot(editor, "own_grace"), "class", START, author="Amina")
    editor.draft(slot(editor, "grace_question"), "half a que", START)
    ended = editor.ended(START + MINUTE)
    assert ended.status is SessionStatus.CLOSED
    assert (ended.entries, ended.drafts, ended.since) == ((), (), None)


def test_what_is_private_is_apart_from_the_rest_and_comes_back(editor):
    walk_to(editor, "graces")
    editor.write(slot(editor, "own_grace"), "class", START, author="Amina")
    editor.draft(slot(editor, "own_grace"), "half a wo", START)
    shared, private = editor.session.split_private()
    assert "class" not in shared.model_dump_json()
    assert "half a wo" not in shared.model_dump_json()
    assert shared.joined(private) == editor.session


def test_time_counts_while_a_stage_runs_and_not_while_the_session_lies(editor):
    editor.next(START + 5 * MINUTE)
    editor.draft(slot(editor, "question"), "who", START + 7 * MINUTE)
    again = SessionEditor.resume(editor.session, T2, START + timedelta(days=1))
    clock = again.clock(START + timedelta(days=1, minutes=1))
    assert clock.total_used == 8 * 60
    assert clock.stage_left == (8 - 3) * 60


def test_a_clock_that_goes_backwards_takes_no_time_away(editor):
    assert editor.clock(START - 3 * MINUTE).total_used == 0


def test_pausing_stops_the_clock_and_more_time_is_given(editor):
    editor.pause_clock(START + 2 * MINUTE)
    assert editor.clock(START + 30 * MINUTE).stage_used == 2 * 60
    editor.restart_clock(START + 30 * MINUTE)
    editor.more_time(5, START + 30 * MINUTE)
    assert editor.clock(START + 31 * MINUTE).stage_left == (5 + 5 - 3) * 60
    assert editor.clock(START).total_planned == 70


def test_a_stage_is_left_out_with_a_reason_and_can_be_held_after_all(editor):
    walk_to(editor, "graces")
    editor.skip("short of time", START)
    assert next(line.state for line in editor.agenda(START) if line.id == "graces") == "skipped"
    editor.back(START)
    editor.next(START)
    assert next(line.state for line in editor.agenda(START) if line.id == "graces") == "done"


@every_row(
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
    assert read_day(words, START.date()).day == day


ACTS = st.sampled_from(
    ["next", "back", "write", "answer", "form", "take back", "pause_clock", "restart_clock", "more", "draft", "skip"]
)


def act(editor, name, now):
    slots = editor.slots()
    try:
        if name in {"next", "back", "pause_clock", "restart_clock"}:
            getattr(editor, name)(now)
        elif name == "more":
            editor.more_time(5, now)
        elif name == "skip":
            editor.skip("no time", now)
        elif name == "take back" and editor.session.entries:
            editor.take_back(editor.session.entries[0].id, now)
        elif slots and name == "draft":
            editor.draft(slots[-1], "half", now)
        elif slots and not slots[0].field.parts:
            editor.write(slots[0 if name == "write" else -1], "words [b]", now)
        elif slots and name == "form" and slots[-1].field.parts:
            editor.fill(slots[-1], {part.id: "x" for part in slots[-1].field.parts}, now)
    except (StageLockedError, PartMissingError):
        pass


@given(acts=st.lists(ACTS, max_size=40), back=st.integers(-3, 3))
@examples(120)
def test_any_history_can_be_taken_back_and_read_back(acts, back):
    editor = SessionEditor.start(
        T2, session_id="s", facilitator="Amina", now=START, family_id="V2", children=("robin",)
    )
    before = editor.session
    now = START
    for name in acts:
        now += back * MINUTE
        act(editor, name, now)
        assert editor.clock(now).total_used >= 0
    after = editor.session
    assert Session.model_validate_json(after.model_dump_json()) == after
    steps = 0
    while editor.undo():
        steps += 1
    unlike = {"number", "drafts", "touched"}  # typing is no step
    assert editor.session.model_dump(exclude=unlike) == before.model_dump(exclude=unlike)
    for _ in range(steps):
        editor.redo()
    assert editor.session.model_dump(exclude=unlike) == after.model_dump(exclude=unlike)


def test_a_form_that_waits_comes_back_when_the_session_is_gone_on_with(editor):
    draft = Draft(
        stage="story", field="new_facts", text=SafeText("half"), destination=Destination.CHILD_FILE, id="draft-1"
    )
    unseen = Draft(stage="story", field="own", text=SafeText("mine"), destination=Destination.PRIVATE)
    session = editor.session.model_copy(update={"drafts": (draft, unseen)})
    shared, private = session.split_private()
    assert shared.joined(private).drafts == (draft, unseen)


def test_several_steps_are_shown_newest_first_with_where_their_words_stand(editor):
    walk_to(editor, "reflecting")
    for number in range(3):
        editor.write(slot(editor, "ideas"), f"note {number}", START)
    shown = editor.steps_to_undo(2)
    assert len(shown) == 2
    assert "“note 2”" in shown[0]
    assert "→" in shown[0]
    assert "“note 1”" in shown[1]
    assert "note" not in " ".join(editor.steps_to_undo(2, with_words=False)).replace("a note", "")


def test_of_a_note_as_long_as_a_book_only_the_beginning_stands_beside_its_step(editor):
    walk_to(editor, "reflecting")
    editor.write(slot(editor, "ideas"), "word " * 200_000, START)
    assert editor.steps_to_undo(1)[0].endswith("word word …”")
    assert len(editor.steps_to_undo(1)[0]) < 400


def test_notes_share_the_set_of_what_was_given_so_that_a_long_meeting_stays_small():
    from datetime import UTC, datetime

    from supervision_tui.practice import Destination
    from supervision_tui.session import Entry

    first, second = (
        Entry(id=name, field="f", stage="s", text=name, at=datetime.now(UTC), destination=Destination.FAMILY_WORK)
        for name in ("n1", "n2")
    )
    assert first.model_fields_set is second.model_fields_set
    assert first.model_fields_set == {"id", "field", "stage", "text", "at", "destination"}
    copied = first.model_copy(update={"child": "robin"})
    assert "child" not in second.model_fields_set
    assert Entry.model_validate_json(copied.model_dump_json()) == copied
