"""Drawing a family: places by rule, one scene, and painters for the terminal, for Graphviz and in words."""

from __future__ import annotations

from supervision_tui.genogram.layout.api import layout, tidy
from supervision_tui.genogram.layout.normalise import FamilyCycleError
from supervision_tui.genogram.layout.result import Compromise, Layout, Placed, PlacedUnion
from supervision_tui.genogram.terminal.painter import terminal_scene
from supervision_tui.genogram.terminal.scene import Region, Run, Scene, paint_cells, to_text

__all__ = [
    "Compromise",
    "FamilyCycleError",
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
