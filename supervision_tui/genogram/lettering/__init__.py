"""Labels under a symbol, and how many cells a word takes."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Labels", "cells", "clip", "clusters", "give_cells_to_marks", "label", "label_lines",
    "name_to_write", "width",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.genogram.lettering.cell_widths import cells, clip, clusters, give_cells_to_marks
    from supervision_tui.genogram.lettering.labels import Labels, label, label_lines, name_to_write, width
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "cell_widths": "cells clip clusters give_cells_to_marks",
            "labels": "Labels label label_lines name_to_write width",
        },
    )
