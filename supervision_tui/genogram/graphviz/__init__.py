"""Drawing on paper: DOT with pinned nodes and edges, and SVG, PNG and PDF made of it."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "PAGES", "DotDocument", "GraphvizMissingError", "PagedDrawing", "Pages", "PictureTooLargeError",
    "SheetTooLargeError", "draw_ecomap", "draw_genogram", "draw_heading", "draw_timeline", "paged_pdf", "png",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.genogram.graphviz.dot_document import DotDocument
    from supervision_tui.genogram.graphviz.ecomap import draw_ecomap
    from supervision_tui.genogram.graphviz.genogram import draw_genogram
    from supervision_tui.genogram.graphviz.heading import draw_heading
    from supervision_tui.genogram.graphviz.page_plan import PAGES, Pages
    from supervision_tui.genogram.graphviz.paging import PagedDrawing, SheetTooLargeError, paged_pdf
    from supervision_tui.genogram.graphviz.render import GraphvizMissingError, PictureTooLargeError, png
    from supervision_tui.genogram.graphviz.timeline import draw_timeline
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "dot_document": "DotDocument",
            "ecomap": "draw_ecomap",
            "genogram": "draw_genogram",
            "heading": "draw_heading",
            "page_plan": "PAGES Pages",
            "paging": "PagedDrawing SheetTooLargeError paged_pdf",
            "render": "GraphvizMissingError PictureTooLargeError png",
            "timeline": "draw_timeline",
        },
    )
