"""Files of other programs: known by their bytes, opened within limits, read by the reader of their kind."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = ["is_foreign", "read_foreign", "read_gedcom"]

if TYPE_CHECKING:
    from supervision_tui.family.formats.foreign.file_start import is_foreign
    from supervision_tui.family.formats.foreign.reading import read_foreign, read_gedcom
else:
    __getattr__ = load_on_use(__name__, {"file_start": "is_foreign", "reading": "read_foreign read_gedcom"})
