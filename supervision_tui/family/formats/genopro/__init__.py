"""GenoPro's files in: people, unions, children, emotional lines and the world round them."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = ["genopro_family"]

if TYPE_CHECKING:
    from supervision_tui.family.formats.genopro.reading import genopro_family
else:
    __getattr__ = load_on_use(__name__, {"reading": "genopro_family"})
