"""Close: what this means for each child, what the family is told, and what the worker takes away."""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.fields import Field

FIELDS = (
    Field(
        "impact",
        "What does this mean for {child}?",
        Destination.CHILD_FILE,
        kind="line",
        hint="what will be different, in words {child} could read",
        per_child=True,
        needed=True,
        heading="What this means for {child}",
    ),
    Field(
        "tell_family",
        "What we will tell the family, who, and by when",
        Destination.CHILD_FILE,
        kind="line",
        hint="leave out what is not safe to say, and say why",
        heading="What the family is told",
    ),
    Field(
        "takeaway",
        "One thing the presenter takes away",
        Destination.SUPERVISION_RECORD,
        kind="line",
        hint="about the work; no names",
    ),
    Field(
        "support", "Support that was agreed", Destination.SUPERVISION_RECORD, kind="line", hint="no names of the family"
    ),
    Field(
        "together",
        "How we worked together; whose voice we did not hear",
        Destination.SUPERVISION_RECORD,
        kind="line",
        hint="about us as a group; no names of the family",
    ),
)
