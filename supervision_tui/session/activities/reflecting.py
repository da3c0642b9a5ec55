"""The reflecting conversation: ideas of the team, without names (Andersen 1987)."""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.activities import hypotheses
from supervision_tui.session.fields import Field

FIELDS = (
    Field("ideas", "Ideas in the room", Destination.FAMILY_WORK, hint="I was struck that ... · I wonder ..."),
    hypotheses.FIELD,
)
