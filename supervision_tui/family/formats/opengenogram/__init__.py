"""OpenGenogram's project files in (version 3 of its JSON)."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = ["opengenogram_family"]

if TYPE_CHECKING:
    from supervision_tui.family.formats.opengenogram.reading import opengenogram_family
else:
    __getattr__ = load_on_use(__name__, {"reading": "opengenogram_family"})
