"""Painting in the cells of a terminal."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Region", "Run", "Scene", "ecomap_scene", "genogram_scene", "paint_cells", "terminal_scene", "text_legend",
    "timeline_scene", "to_text",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.genogram.terminal.ecomap_painter import ecomap_scene
    from supervision_tui.genogram.terminal.painter import genogram_scene, terminal_scene
    from supervision_tui.genogram.terminal.scene import Region, Run, Scene, paint_cells, to_text
    from supervision_tui.genogram.terminal.symbol_legend import text_legend
    from supervision_tui.genogram.terminal.timeline_painter import timeline_scene
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "ecomap_painter": "ecomap_scene",
            "painter": "genogram_scene terminal_scene",
            "scene": "Region Run Scene paint_cells to_text",
            "symbol_legend": "text_legend",
            "timeline_painter": "timeline_scene",
        },
    )
