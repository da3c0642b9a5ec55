"""Hypotheses: ideas to test, with what would make us drop them.

Source: Selvini Palazzoli, Boscolo, Cecchin & Prata 1980; Cecchin 1987; the stem is content specification 3.1.
"""

from supervision_tui.practice.destinations import Destination
from supervision_tui.session.fields import Field, Part

PARTS = (
    Part("statement", "Perhaps when ..., ... , and then ...", "a link between at least two people, or people and us", needed=True),
    Part("makes_sense", "This may make sense because ...", "a good reason that each might have"),
    Part("child_inside", "For the child it might mean ...", "what it is like to be the child inside this idea", needed=True),
    Part("why_now", "It began to matter when ...", "what changed, and when"),
    Part("would_fit", "We would know more if ...", "what we would see or hear if it fits", needed=True),
    Part("would_drop", "We would drop it if ...", "what we would see or hear if it does not", needed=True),
)
FIELD = Field(
    "hypotheses",
    "Ideas to test",
    Destination.FAMILY_WORK,
    kind="hypothesis",
    hint="Enter opens the idea with its parts",
    parts=PARTS,
)
FIELDS = (FIELD,)
