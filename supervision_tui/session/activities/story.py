"""The presenter's story: the child first, then the question, then facts with their source."""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.activities.parts import FACT
from supervision_tui.session.fields import Field

FIELDS = (
    Field(
        "child_voice",
        "What {child} last said or showed; when seen",
        Destination.CHILD_FILE,
        hint="in the child's own words, or what you saw; when; was the child alone with you?",
        per_child=True,
        heading="What {child} said or showed",
    ),
    Field(
        "question",
        "What the presenter wants from us",
        Destination.FAMILY_WORK,
        kind="line",
        hint="for example: who is in this family, according to each child?",
        heading="The question",
    ),
    Field(
        "facts",
        "New facts, and who says so",
        Destination.CHILD_FILE,
        kind="form",
        hint="for example: school says Maisie missed her inhaler twice last week",
        parts=FACT,
        heading="What is new, and who says so",
    ),
    Field("unknown", "What we do not know yet", Destination.FAMILY_WORK, hint="we do not chase it now"),
)
