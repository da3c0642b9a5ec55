"""Ways of working that a stage offers beside its fields, as data; each has a panel of its own on the screen.

Sources: private thinking before shared talk, the quietest first (content specification 1.2, T3); the grid of what is
seen and spoken (Burnham 2012); safe uncertainty (Mason 1993); strengths and worries side by side, numbers never
averaged (content specification 6.4); questions to an idea (Selvini Palazzoli and colleagues 1980; Cecchin 1987).
"""

from __future__ import annotations

from dataclasses import dataclass

from supervision_tui.practice import Destination
from supervision_tui.practice.library import ACTIVITIES
from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.fields import Slot


@dataclass(frozen=True, slots=True)
class WorkingMethod:
    """A way of working: its name, and what it is for in a few words."""

    id: str
    title: str
    does: str


ROLES = WorkingMethod("roles", "Who does what today", "give, swap and rotate the roles; somebody comes late or visits")
CHECK_IN = WorkingMethod(
    "check_in", "How do we arrive?", "a card to arrive by; what stays here; afterwards, person to person"
)
ROUND = WorkingMethod("round", "Think alone, then together", "each writes unseen; shown together, the quietest first")
IDEAS = WorkingMethod("ideas", "The ideas, side by side", "questions to each; what fits, what would make it wrong")
GRACES = WorkingMethod("graces", "The grid of graces", "what others could see, and what has been spoken of")
MARKS = WorkingMethod("marks", "The numbers on a line", "each rater's own mark, side by side, never an average")
COLUMNS = WorkingMethod(
    "columns", "The map in three columns", "what we worry about, what is working, what happens next"
)
STANCE = WorkingMethod(
    "stance", "How are we thinking today?", "where each stands between safe and unsafe, certain and uncertain"
)
LISTENING = WorkingMethod(
    "listening", "Listen for change", "words that lean towards change, marked tentatively; a reflection"
)
QUESTIONS = WorkingMethod(
    "questions", "Questions to take along", "choose, put in order, mark what was asked and what came back"
)

WORKING_METHODS = (ROLES, CHECK_IN, ROUND, IDEAS, GRACES, MARKS, COLUMNS, STANCE, LISTENING, QUESTIONS)
"""Every way of working."""


def working_methods(editor: SessionEditor) -> tuple[WorkingMethod, ...]:
    """What the present stage of *editor* offers beside its fields; what is special to it comes first."""
    stage = editor.template.stage(editor.session.stage)
    activity = ACTIVITIES.get(stage.activity)
    methods = activity.methods if activity else ()
    slots = editor.slots()
    kinds = {slot.field.kind for slot in slots}
    in_company = editor.template.people[1] > 1
    of_a_family = editor.session.family_id is not None
    offered = (
        (CHECK_IN, "check_in" in methods and in_company),
        (ROLES, "seat" in kinds),
        (GRACES, any(slot.field.id in {"own_grid", "grace_grid"} for slot in slots)),
        (MARKS, any(is_scale(slot) for slot in slots)),
        (COLUMNS, of_a_family and "columns" in methods),
        (LISTENING, "listening" in methods),
        (IDEAS, "hypothesis" in kinds),
        (QUESTIONS, of_a_family and "questions" in methods),
        (ROUND, in_company and round_slot(editor) is not None),
        (STANCE, in_company and of_a_family and "stance" in methods and stance_slot(editor) is not None),
    )
    return tuple(way for way, here in offered if here)


def is_scale(slot: Slot) -> bool:
    """Whether *slot* asks for numbers with their raters."""
    return {"number", "rater"} <= {part.id for part in slot.field.parts}


def round_slot(editor: SessionEditor, written_in: Slot | None = None) -> Slot | None:
    """Where thoughts of a round are shown: the field that is *written_in*, or else the first for notes of a group.

    Never a child's file: what one thinks alone is no fact about a child.
    """
    offered = [slot for slot in editor.slots() if _is_for_a_round(slot)]
    return written_in if written_in in offered else next(iter(offered), None)


def _is_for_a_round(slot: Slot) -> bool:
    return slot.field.kind == "notes" and not slot.field.parts and slot.field.destination is Destination.FAMILY_WORK


def stance_slot(editor: SessionEditor) -> Slot | None:
    """Where a sentence about the group's own stance is kept: never in a child's file."""
    return next(
        (
            slot
            for slot in editor.slots()
            if slot.field.kind == "notes" and slot.field.destination is Destination.FAMILY_WORK
        ),
        None,
    )
