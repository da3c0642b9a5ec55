"""Steps, ideas and the rehearsed conversation met again in the next session about the family."""

from datetime import UTC, date, datetime, timedelta

import pytest

from supervision_tui.practice import Destination
from supervision_tui.session import Action, Hypothesis, PartMissingError, SessionEditor, fields
from supervision_tui.session.carry_over import carried_slots, outcomes_of
from supervision_tui.session.fields import label_of
from supervision_tui.session.hypotheses import set_hypothesis_status
from supervision_tui.session.model import Carried
from supervision_tui.text import Line, SafeText
from tests.shipped import load_library

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=28)
STEP = Action(
    id="old.1", stage="actions", what=SafeText("See Robin at school"), owner=Line("Lee"), child="robin", at=BEFORE
)
IDEA = Hypothesis(id="old.2", stage="reflecting", statement=SafeText("Perhaps the cooking calms everyone"), at=BEFORE)


@pytest.fixture
def editor():
    """A group supervision that takes a step, an idea and a rehearsed conversation over."""
    template = load_library().templates["T2"]
    begun = SessionEditor.start(
        template, session_id="new", facilitator="Amina", now=NOW, family_id="V2", children=("robin", "maisie")
    )
    over = {
        "carried": (Carried(action=STEP, session_id="old", since=BEFORE, discussed=2),),
        "hypotheses": (IDEA,),
        "opened_on": SafeText("May I begin with who notices first?"),
    }
    begun.session = begun.session.model_copy(update=over)
    return begun


def test_the_first_stage_asks_how_it_went_and_what_became_of_each_step(editor):
    went, step = editor.slots()[:2]
    assert label_of(went, {}) == "Last time you rehearsed “May I begin with who notices first?” How did it go?"
    assert went.field.destination is Destination.FAMILY_WORK
    assert label_of(step, {}) == "Last time: See Robin at school (Lee, no day · third time spoken of, nothing changed)"
    dated = STEP.model_copy(update={"when": "Friday", "due": date(2026, 9, 4)})
    assert dated.by_when == "Friday 4 September 2026"
    assert STEP.model_copy(update={"when": "after the review"}).by_when == "after the review"
    assert (step.child, step.field.destination) == ("robin", Destination.CHILD_FILE)
    editor.go("story", NOW)
    assert not [slot for slot in editor.slots() if slot.field.id.startswith("step.")]


def test_the_answer_is_one_of_four_and_the_last_word_counts(editor):
    step = editor.slots()[1]
    with pytest.raises(PartMissingError, match="done, part, not done, no longer needed"):
        editor.fill(step, {"state": "perhaps"}, NOW)
    editor.fill(step, {"state": "n", "why": "the car broke down"}, NOW)
    editor.fill(step, {"state": "Done", "why": "on Monday after all"}, NOW)
    entries = editor.session.entries_in(step.field.id)
    assert [str(entry.text) for entry in entries] == ["done\nBecause: on Monday after all"]
    assert outcomes_of(editor.session.entries)["old.1"].state == "done"
    editor.undo()
    assert outcomes_of(editor.session.entries)["old.1"].state == "not_done"


def test_every_format_with_a_family_rehearses_or_prepares_the_next_conversation():
    formats = [template for template in load_library().templates.values() if template.family != "none"]
    assert formats
    for template in formats:
        asked = {field.id for stage in template.stages for field in fields(stage, template)}
        assert asked & {"rehearsal", "opening", "how_it_went"}, template.id


def test_alone_the_conversation_is_asked_about_once_and_no_step_goes_to_a_file(editor):
    library = load_library()
    for name, asked in (("T7", ["how_it_went"]), ("T8", [])):
        alone = SessionEditor(editor.session, library.templates[name])
        first = library.templates[name].stages[0]
        assert [one.field.id for one in carried_slots(first, alone.template, alone.session)] == asked
    assert carried_slots(first, library.templates["T2"], editor.session) == ()


def test_what_was_only_taken_over_was_not_written_here(editor):
    assert not editor.session.looked_at(IDEA)
    editor.seat("facilitator", Line(), NOW)
    assert not editor.session.anything
    set_hypothesis_status(editor, "old.2", "growing", "Robin said so himself", NOW)
    weighed = editor.session.hypotheses[0]
    assert editor.session.looked_at(weighed)
    assert [change.because for change in weighed.history] == ["Robin said so himself"]


def test_a_decision_needs_the_accountable_manager_in_the_room(editor):
    editor.go("actions", NOW, override=True)
    slot = next(one for one in editor.slots() if one.field.kind == "decision")
    words = {"what": "w", "because": "b", "decided_by": "Sam", "family_told": "on Friday", "child": "*"}
    with pytest.raises(PartMissingError, match="needs the accountable manager here"):
        editor.fill(slot, words, NOW)
    editor.seat("manager", Line("Sam"), NOW)
    editor.fill(slot, words, NOW)
    assert len(editor.session.decisions) == 1
