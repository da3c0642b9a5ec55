"""Genograms, ecomaps and timelines: a family becomes a picture in a file, a scene in a terminal, or sentences.

    from supervision_tui.genogram import draw

    Path("haile.svg").write_bytes(draw(family, ".svg"))

``lay_out`` says where everybody stands, a ``Drawing`` is a family with its layout and options, ``render_file`` and
``terminal_scene`` paint it, ``describe`` puts it in words. Everything is loaded on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.genogram.export import draw, render_file, scene_of
    from supervision_tui.genogram.file_endings import FILE_ENDINGS, listed_endings
    from supervision_tui.genogram.graphviz.render import GraphvizMissingError
    from supervision_tui.genogram.layout.api import lay_out
    from supervision_tui.genogram.layout.normalise import FamilyCycleError
    from supervision_tui.genogram.layout.result import Compromise, Layout, Placed, PlacedUnion
    from supervision_tui.genogram.notation.drawing import VIEWS, Drawing, Options, View, reference_date
    from supervision_tui.genogram.notation.line_styles import PROFILES, Profile
    from supervision_tui.genogram.prose.description import describe
    from supervision_tui.genogram.terminal.painter import terminal_scene
    from supervision_tui.genogram.terminal.scene import Region, Run, Scene, paint_cells, to_text

_HOMES = {
    "Compromise": "layout.result",
    "Drawing": "notation.drawing",
    "FILE_ENDINGS": "file_endings",
    "FamilyCycleError": "layout.normalise",
    "GraphvizMissingError": "graphviz.render",
    "Layout": "layout.result",
    "Options": "notation.drawing",
    "PROFILES": "notation.line_styles",
    "Placed": "layout.result",
    "PlacedUnion": "layout.result",
    "Profile": "notation.line_styles",
    "Region": "terminal.scene",
    "Run": "terminal.scene",
    "Scene": "terminal.scene",
    "VIEWS": "notation.drawing",
    "View": "notation.drawing",
    "describe": "prose.description",
    "draw": "export",
    "lay_out": "layout.api",
    "listed_endings": "file_endings",
    "paint_cells": "terminal.scene",
    "reference_date": "notation.drawing",
    "render_file": "export",
    "scene_of": "export",
    "terminal_scene": "terminal.painter",
    "to_text": "terminal.scene",
}

__all__ = [
    "FILE_ENDINGS",
    "PROFILES",
    "VIEWS",
    "Compromise",
    "Drawing",
    "FamilyCycleError",
    "GraphvizMissingError",
    "Layout",
    "Options",
    "Placed",
    "PlacedUnion",
    "Profile",
    "Region",
    "Run",
    "Scene",
    "View",
    "describe",
    "draw",
    "lay_out",
    "listed_endings",
    "paint_cells",
    "reference_date",
    "render_file",
    "scene_of",
    "terminal_scene",
    "to_text",
]


def __getattr__(name: str) -> object:
    """Import the module of *name* when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
