"""The silent pause: nothing is typed and nothing is kept."""

from supervision_tui.session.fields import Field

FIELDS: tuple[Field, ...] = ()
