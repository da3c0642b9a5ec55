"""Opening: who takes which role. The seats come from the template."""

from supervision_tui.session.fields import Field

FIELDS: tuple[Field, ...] = ()
