"""The tray: a line is jotted in a moment and placed later; until then it is in nobody's file, and it is never lost."""

from datetime import UTC, date, datetime

import pytest

from supervision_tui.practice import Destination
from supervision_tui.practice.library.session_templates import SessionTemplate
from supervision_tui.records import split_session
from supervision_tui.resources import content_folder
from supervision_tui.session import Session, SessionEditor
from supervision_tui.session.child_choice import ALL, ChildMissingError
from supervision_tui.session.fields import item_lines, open_parts
from supervision_tui.session.hypotheses import set_idea_part
from supervision_tui.session.meeting_steps import part_of_meeting
from supervision_tui.session.stage_fields import slots
from supervision_tui.session.tray.jotting import BY_LETTER, jot, jot_slot, keep_jot_draft, read_jotted
from supervision_tui.session.tray.placing import kinds_offered, open_gaps, place, slot_for
from supervision_tui.session.tray.state import discarded_lines, placed_lines, waiting_lines
from supervision_tui.session.tray.step_reading import read_step
from supervision_tui.session.tray.typed_parts import typed_parts
from supervision_tui.yaml_files import load_yaml, validated
from tests.every_row import every_row

NOW = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
CHILDREN = ("robin", "maisie", "zuri")
WORKERS = ("Amina Osei", "Priya Shah", "Tom Reed", "Tom Hill")


def begin(name, family="V2"):
    template = validated(SessionTemplate, load_yaml(content_folder("templates/sessions") / f"{name}.yaml"))
    if name == "T1":
        template = part_of_meeting(template, family=True)
    return SessionEditor.start(
        template, session_id="s", facilitator="Amina", now=NOW, family_id=family, children=CHILDREN if family else ()
    )


@pytest.fixture
def editor():
    return begin("T2")


def placed(editor, words, letter, **known):
    line = jot(editor, words, NOW)
    place(editor, line, BY_LETTER[letter], NOW, **known)
    return line


def records_of(editor):
    return split_session(editor.session, editor.template, None).records


@every_row(
    ("typed", "letter", "words"),
    [
        (".s Amina rings the midwife", "s", "Amina rings the midwife"),
        (".i perhaps Robin cooks", "i", "perhaps Robin cooks"),
        ("S was late", None, "S was late"),
        ("i wonder", None, "i wonder"),
        (".x is no mark", None, "x is no mark"),
        (".perhaps", None, "perhaps"),
        ("... and then nothing", None, "... and then nothing"),
        (".i", None, "i"),
        (".d\tthe plan stays", "d", "the plan stays"),
    ],
)
def test_a_mark_is_a_dot_a_letter_and_a_blank_and_nothing_else(typed, letter, words):
    read = read_jotted(typed)
    assert (read.kind.letter if read.kind else None, read.words) == (letter, words)


def test_a_jotted_line_is_in_no_record_until_it_is_placed(editor):
    jot(editor, "Zuri fell asleep at nursery (Ms Ward, 24 Nov)", NOW)
    assert "nursery" not in " ".join(record.words for record in records_of(editor))
    (line,) = waiting_lines(editor.session)
    place(editor, line, BY_LETTER["f"], NOW, whom="zuri")
    (entry,) = [record for record in records_of(editor) if record.subject == "zuri"]
    assert "Fell asleep" not in entry.words
    assert "Zuri fell asleep at nursery" in entry.words
    assert [record.subject for record in records_of(editor) if "nursery" in record.words] == ["zuri"]


def test_an_old_session_without_a_tray_opens_as_before(editor):
    stored = editor.session.model_dump(mode="json")
    del stored["tray"]
    assert Session.model_validate(stored).tray == ()


@pytest.mark.parametrize("letter", ["i", "f", "q", "s", "w", "p"])
def test_undo_of_what_was_placed_brings_the_line_back_and_redo_places_it_again(editor, letter):
    placed(editor, "Zuri said that Nan knows", letter, whom="zuri")
    assert waiting_lines(editor.session) == ()
    assert editor.undo()
    assert [str(line.text) for line in waiting_lines(editor.session)] == ["Zuri said that Nan knows"]
    assert editor.redo()
    assert waiting_lines(editor.session) == ()
    assert len(placed_lines(editor.session)) == 1


def test_what_is_taken_away_by_hand_does_not_wait_again_and_undo_places_it_again(editor):
    line = placed(editor, "We fight for Zuri", "w")
    item = placed_lines(editor.session)[0].placed
    editor.take_back(item, NOW)
    assert waiting_lines(editor.session) == ()
    assert [gone.id for gone in discarded_lines(editor.session)] == [line.id]
    editor.undo()
    assert discarded_lines(editor.session) == ()
    assert len(placed_lines(editor.session)) == 1


def test_a_private_line_never_enters_the_tray_and_is_sealed_apart(editor):
    jot(editor, ".p I am cross with Leanne", NOW)
    shared, private = editor.session.split_private()
    assert editor.session.tray == ()
    assert "cross" not in shared.model_dump_json()
    assert "cross" in private.model_dump_json()


def test_a_line_placed_as_private_takes_its_words_out_of_the_shared_document(editor):
    placed(editor, "I am cross with Leanne", "p")
    shared, private = editor.session.split_private()
    assert "cross" not in shared.model_dump_json()
    assert shared.joined(private) == editor.session
    assert "cross" not in " ".join(editor.steps_to_undo(9))


def test_a_line_begun_and_left_waits_as_a_draft_and_can_be_put_into_the_tray(editor):
    editor.draft(jot_slot(editor), ".s Amina rings", NOW)
    assert editor.drafted(jot_slot(editor)).text == ".s Amina rings"
    assert keep_jot_draft(editor, NOW)
    (line,) = waiting_lines(editor.session)
    assert (str(line.text), line.mark) == ("Amina rings", "step")
    assert editor.drafted(jot_slot(editor)) is None


def test_a_closed_session_holds_no_tray(editor):
    jot(editor, "left over", NOW)
    assert "left over" not in editor.ended(NOW).model_dump_json()


@pytest.mark.parametrize("letter", ["f", "s"])
def test_for_whom_a_fact_or_a_step_is_must_be_said(editor, letter):
    line = jot(editor, "late again", NOW)
    with pytest.raises(ChildMissingError):
        place(editor, line, BY_LETTER[letter], NOW)
    assert waiting_lines(editor.session) == (line,)


@pytest.mark.parametrize(
    ("whom", "theirs"), [("zuri", {"zuri"}), ("zuri,robin", {"zuri", "robin"}), (ALL, set(CHILDREN))]
)
def test_a_fact_for_several_children_stands_in_the_file_of_each_and_of_nobody_else(whom, theirs):
    for name in ("T1", "T2", "T8", "T4"):
        editor = begin(name)
        placed(editor, "Slept at Nan's on Saturday (Robin, 25 Nov)", "f", whom=whom)
        found = {record.subject for record in records_of(editor) if "Slept at Nan's" in record.words}
        assert found == theirs, name


def test_an_idea_needs_only_its_sentence_and_its_gaps_are_asked_when_it_is_weighed(editor):
    placed(editor, "Perhaps Robin cooks so that nobody sees the fridge", "i")
    (idea,) = editor.session.hypotheses
    assert [part.id for part in open_parts(idea)] == ["child_inside", "would_fit", "would_drop"]
    assert "open: for the child it might mean" in item_lines(idea, {})[1]
    set_idea_part(editor, idea.id, "would_drop", "Robin eats at Nan's", NOW)
    assert [part.id for part in open_parts(editor.session.hypotheses[0])] == ["child_inside", "would_fit"]


def test_a_step_without_who_or_a_day_is_placed_with_a_gap_that_can_be_listed(editor):
    placed(editor, "Ring the school", "s", whom="zuri")
    placed(editor, "Amina rings the midwife about Tuesday by Friday", "s", whom="zuri", workers=WORKERS)
    placed(editor, "Zuri was late", "f", whom="zuri")
    placed(editor, "Zuri was late (Ms Ward, 24 Nov)", "f", whom="zuri")
    gaps = [(str(gap.words), gap.question) for gap in open_gaps(editor.session)]
    assert gaps == [
        ("Ring the school", "Who does it and by when?"),
        ("Zuri was late", "Who saw or said so?"),
    ]
    step = editor.session.actions[1]
    assert (step.owner, step.due, step.what) == ("Amina Osei", date(2026, 12, 4), "Rings the midwife about Tuesday")


@every_row(
    ("said", "owner", "due", "what"),
    [
        ("Amina rings Ms Ward by Friday", "Amina Osei", date(2026, 12, 4), "Rings Ms Ward"),
        ("Tom writes to school by Monday", "", date(2026, 11, 30), "Tom writes to school"),
        ("Tom Hill writes to school in 3 weeks", "Tom Hill", date(2026, 12, 18), "Writes to school"),
        ("Priya sees Zuri on Wednesday", "Priya Shah", date(2026, 12, 2), "Sees Zuri"),
        ("Stand by the midwife", "", None, "Stand by the midwife"),
        ("Priya", "", None, "Priya"),
        ("See Leanne next week", "", None, "See Leanne next week"),
        ("Priya asks Leanne by half term", "Priya Shah", None, "Asks Leanne"),
        ("Priya: referral by 3 Dec", "Priya Shah", date(2026, 12, 3), "Referral"),
        ("Priya - rings Nan tonight", "Priya Shah", NOW.date(), "Rings Nan"),
        ("Priya and Amina see Robin by Friday", "", date(2026, 12, 4), "Priya and Amina see Robin"),
        ("Priya speaks to Gran on or before 5 Dec", "Priya Shah", date(2026, 12, 5), "Speaks to Gran"),
        ("Priya rings school every Friday", "Priya Shah", None, "Rings school every Friday"),
    ],
)  # fmt: skip
def test_who_does_a_step_and_by_when_is_read_only_where_it_is_plain(said, owner, due, what):
    step = read_step(said, WORKERS, NOW.date())
    assert (step.owner, step.due, str(step.what)) == (owner, due, what)


@pytest.mark.parametrize(
    ("name", "family", "letters"),
    [
        ("T2", "V2", "ifqsdwp"),
        ("T7", "V2", "iqp"),
        ("T5", None, "wp"),
    ],
)
def test_a_line_can_only_become_what_the_format_writes(name, family, letters):
    editor = begin(name, family)
    assert "".join(kind.letter for kind in kinds_offered(editor)) == letters


def test_somebody_alone_places_ideas_and_questions_as_private():
    editor = begin("T7")
    placed(editor, "Perhaps I avoid Craig", "i")
    placed(editor, "Who rings first?", "q")
    shared, _ = editor.session.split_private()
    assert "Craig" not in shared.model_dump_json()
    assert "rings first" not in shared.model_dump_json()


def test_what_is_said_to_the_worker_stands_in_that_workers_record_and_in_no_childs():
    editor = begin("T2")
    placed(editor, "You stayed calm", "w")
    assert [record.destination for record in records_of(editor) if "stayed calm" in record.words] == [
        Destination.SUPERVISION_RECORD
    ]


@every_row("name", ["T2", "T8", "T16"])
@every_row("letter", ["f", "i", "w", "p"])
def test_what_was_placed_is_seen_in_a_stage_and_can_be_changed_there(name, letter):
    editor = begin(name)
    line = jot(editor, "a line", NOW)
    slot = slot_for(BY_LETTER[letter], editor)
    place(editor, line, BY_LETTER[letter], NOW, whom="zuri")
    editor.go(slot.stage, NOW, override=True)
    assert slot.field.id in {known.field.id for known in editor.slots()}


@pytest.mark.parametrize(
    ("said", "workers", "family", "owner"),
    [
        ("Amina rings school by Friday", ("Amina", "Amina Osei"), (), "Amina Osei"),
        ("Amina rings school by Friday", ("Amina", "Amina Osei", "Amina Khan"), (), "Amina"),
        ("Robin rings school by Friday", ("Robin Bell",), ("robin",), ""),
        ("Robin Bell rings school by Friday", ("Robin Bell",), ("robin",), "Robin Bell"),
        ("Robin rings school by Friday", ("Robin",), ("robin",), ""),
    ],
)
def test_a_worker_who_shares_a_name_with_a_child_or_stands_twice_is_meant_only_where_that_is_plain(
    said, workers, family, owner
):
    assert read_step(said, workers, NOW.date(), family).owner == owner


@pytest.mark.parametrize(
    ("field", "line", "parts"),
    [
        ("actions", "Amina rings the midwife about Tuesday by Friday",
         {"what": "Rings the midwife about Tuesday", "owner": "Amina Osei", "when": "by Friday"}),
        ("actions", "Ring the school", {"what": "Ring the school"}),
        ("actions", "See Leanne by next week", {"what": "See Leanne", "when": "by next week"}),
        ("facts", "Zuri fell asleep at nursery (Ms Ward, 24 Nov)",
         {"what": "Zuri fell asleep at nursery", "known": "Ms Ward, 24 Nov"}),
        ("facts", "Zuri fell asleep at nursery", {"what": "Zuri fell asleep at nursery"}),
        ("decisions", "The plan stays (for now)", {"what": "The plan stays (for now)"}),
    ],
)  # fmt: skip
def test_a_typed_line_is_taken_apart_into_the_parts_of_its_form(field, line, parts):
    editor = begin("T2")
    asked = [slot for stage in editor.template.stages for slot in slots(stage, editor.template, CHILDREN)]
    slot = next(slot for slot in asked if slot.field.id == field or slot.field.kind == field.removesuffix("s"))
    assert typed_parts(editor, slot, line, NOW.date(), WORKERS) == parts
