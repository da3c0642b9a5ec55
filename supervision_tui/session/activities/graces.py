"""A pause for one of the Social GRACES (Burnham 1992, 2012; Roper-Hall 1998): one's own stays one's own."""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.fields import Field, FieldPart
from supervision_tui.session.graces import SEEN, SPOKEN

_BOX = (
    FieldPart(
        "seen", "Could others see it?", "visible or invisible", needed=True, begins="Could others see it: ", among=SEEN
    ),
    FieldPart(
        "spoken", "Has it been spoken of here?", "voiced or unvoiced", needed=True, begins="Here: ", among=SPOKEN
    ),
)
OWN = (FieldPart("grace", "Which grace", "a letter of your own is fine", needed=True, begins=""), *_BOX)
THEIRS = (
    *OWN,
    FieldPart("who", "Whose: a person, a pair, or our service", "never somebody in this room", begins="Whose: "),
    FieldPart("told", "As far as we know: who told us?", "nobody places what another keeps private", needed=True),
)

FIELDS = (
    Field(
        "own_grace", "A grace you notice in yourself", Destination.PRIVATE, kind="line", hint="you may leave this empty"
    ),
    Field(
        "grace_question",
        "A question we could ask because of it",
        Destination.FAMILY_WORK,
        hint="about a difference that has not been spoken of; never about somebody in this room",
        heading="Questions about difference",
    ),
    Field(
        "own_grid",
        "A grace of your own, on the grid",
        Destination.PRIVATE,
        kind="form",
        hint="Ctrl+G draws the grid; it stays yours",
        parts=OWN,
    ),
    Field(
        "grace_grid",
        "A grace in this family or in our service, on the grid",
        Destination.FAMILY_WORK,
        kind="form",
        hint="Ctrl+G draws the grid: what could be seen, what has been spoken of",
        parts=THEIRS,
        heading="Graces: what could be seen, and what has been spoken of",
    ),
)
