"""The child's eye: what the child might say, had they listened."""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.fields import Field

FIELDS = (
    Field(
        "childs_eye",
        "As the child might hear us",
        Destination.FAMILY_WORK,
        hint="If I were ... I would want to know ...",
    ),
)
