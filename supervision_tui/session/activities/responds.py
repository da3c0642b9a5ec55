"""The presenter responds: what is kept and what will be tried is written; what is left is not."""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.fields import Field

FIELDS = (
    Field("keep", "What the presenter keeps", Destination.FAMILY_WORK, hint="what rang a bell, or surprised"),
    Field("try", "What the presenter will try", Destination.FAMILY_WORK, hint="for example: ask who notices first"),
)
