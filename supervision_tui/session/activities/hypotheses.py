"""Hypotheses: ideas to test, with what would make us drop them.

Source: Selvini Palazzoli, Boscolo, Cecchin & Prata 1980; Cecchin 1987; the stem is content specification 3.1.
"""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.activities.parts import HYPOTHESIS
from supervision_tui.session.fields import Field

FIELD = Field(
    "hypotheses",
    "Ideas to test",
    Destination.FAMILY_WORK,
    kind="hypothesis",
    hint="Enter opens the idea with its parts",
    parts=HYPOTHESIS,
)
FIELDS = (FIELD,)
