"""A pause for one of the Social GRACES (Burnham 1992, 2012; Roper-Hall 1998): one's own stays one's own."""

from supervision_tui.practice.destinations import Destination
from supervision_tui.session.fields import Field

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
)
