"""Ideas to action: the next conversation rehearsed, steps that can be seen, and a decision with its reason.

Source: Bostock and colleagues 2019 (from hypotheses to a planned conversation); content specification 6.5, 6.6.
"""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.activities.parts import ACTION, DECISION, REHEARSAL
from supervision_tui.session.fields import Field

REHEARSED = Field(
    "rehearsal",
    "The next conversation, rehearsed",
    Destination.FAMILY_WORK,
    kind="form",
    hint="Enter opens it: the first words, with whom, when, two questions",
    parts=REHEARSAL,
    heading="The next conversation, rehearsed",
)
FIELDS = (
    REHEARSED,
    Field(
        "actions",
        "Next steps",
        Destination.CHILD_FILE,
        kind="action",
        hint="Enter opens the step",
        parts=ACTION,
        heading="What happens next",
    ),
    Field(
        "decisions",
        "A decision, if one is needed",
        Destination.CHILD_FILE,
        kind="decision",
        hint="Enter opens the decision; it needs the accountable manager and a reason",
        parts=DECISION,
        heading="What was decided, and why",
    ),
)
