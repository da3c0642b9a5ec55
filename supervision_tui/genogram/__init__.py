"""Drawing a family: places by rule, one scene, and painters for the terminal, for Graphviz and in words."""

from __future__ import annotations

from supervision_tui.genogram.making import layout, tidy
from supervision_tui.genogram.placed import Compromise, Layout, Placed, PlacedUnion
from supervision_tui.genogram.sanity import FamilyLoop
from supervision_tui.genogram.scene import Region, Run, Scene, paint_cells, to_text
from supervision_tui.genogram.terminal import terminal_scene

__all__ = [
    "Compromise",
    "FamilyLoop",
    "Layout",
    "Placed",
    "PlacedUnion",
    "Region",
    "Run",
    "Scene",
    "layout",
    "paint_cells",
    "terminal_scene",
    "tidy",
    "to_text",
]
