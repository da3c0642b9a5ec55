"""Drawing on paper: DOT with pinned nodes and edges, and SVG, PNG and PDF made of it."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "PAGES", "DotDocument", "GraphvizMissingError", "PagedDrawing", "Pages", "PictureTooLargeError",
    "SheetTooLargeError", "draw_ecomap", "draw_genogram", "draw_heading", "draw_timeline", "fonts_note", "paged_pdf",
    "png", "typeset", "typeset_picture",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.genogram.graphviz.dot_document import DotDocument
    from supervision_tui.genogram.graphviz.ecomap import draw_ecomap
    from supervision_tui.genogram.graphviz.fonts_here import fonts_note
    from supervision_tui.genogram.graphviz.genogram import draw_genogram
    from supervision_tui.genogram.graphviz.heading import draw_heading
    from supervision_tui.genogram.graphviz.page_plan import PAGES, Pages
    from supervision_tui.genogram.graphviz.paging import PagedDrawing, SheetTooLargeError, paged_pdf
    from supervision_tui.genogram.graphviz.picture_words import typeset_picture
    from supervision_tui.genogram.graphviz.render import GraphvizMissingError, PictureTooLargeError, png, typeset
    from supervision_tui.genogram.graphviz.timeline import draw_timeline
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "dot_document": "DotDocument",
            "ecomap": "draw_ecomap",
            "fonts_here": "fonts_note",
            "genogram": "draw_genogram",
            "heading": "draw_heading",
            "page_plan": "PAGES Pages",
            "paging": "PagedDrawing SheetTooLargeError paged_pdf",
            "picture_words": "typeset_picture",
            "render": "GraphvizMissingError PictureTooLargeError png typeset",
            "timeline": "draw_timeline",
        },
    )
