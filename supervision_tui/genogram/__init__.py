"""Genograms, ecomaps and timelines: a family becomes a picture in a file, a scene in a terminal, or sentences.

    from supervision_tui.genogram import draw

    Path("haile.svg").write_bytes(draw(family, ".svg"))

``lay_out`` says where everybody stands, a ``Drawing`` is a family with its layout and options, ``render_file`` and
``terminal_scene`` paint it, ``describe`` puts it in words. Everything is loaded on first use.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "FILE_ENDINGS", "PAGES", "PROFILES", "VIEWS", "Compromise", "Drawing", "FamilyCycleError", "GraphvizMissingError",
    "Layout", "Options", "Pages", "Placed", "PlacedUnion", "Profile", "Region", "Run", "Scene", "View", "describe",
    "draw", "lay_out", "letters_note", "listed_endings", "paint_cells", "picture_of_size",
    "reference_date", "render_file",
    "render_pages", "row_end_refusal", "scene_of", "terminal_scene", "to_text",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.genogram.export import draw, letters_note, picture_of_size, render_file, render_pages, scene_of
    from supervision_tui.genogram.file_endings import FILE_ENDINGS, listed_endings
    from supervision_tui.genogram.graphviz import PAGES, GraphvizMissingError, Pages
    from supervision_tui.genogram.layout import Compromise, FamilyCycleError, Layout, Placed, PlacedUnion, lay_out
    from supervision_tui.genogram.layout.from_family import row_end_refusal
    from supervision_tui.genogram.notation import PROFILES, VIEWS, Drawing, Options, Profile, View, reference_date
    from supervision_tui.genogram.prose import describe
    from supervision_tui.genogram.terminal import Region, Run, Scene, paint_cells, terminal_scene, to_text
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "export": "draw letters_note picture_of_size render_file render_pages scene_of",
            "file_endings": "FILE_ENDINGS listed_endings",
            "graphviz.render": "GraphvizMissingError",
            "graphviz.page_plan": "PAGES Pages",
            "layout.api": "lay_out",
            "layout.from_family": "row_end_refusal",
            "layout.normalise": "FamilyCycleError",
            "layout.result": "Compromise Layout Placed PlacedUnion",
            "notation.drawing": "VIEWS Drawing Options View reference_date",
            "notation.line_styles": "PROFILES Profile",
            "prose.description": "describe",
            "terminal.painter": "terminal_scene",
            "terminal.scene": "Region Run Scene paint_cells to_text",
        },
    )
