"""A drawing as the content of a file: text, DOT, SVG, PNG or PDF by the name's ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.genogram.notation.timeline import timeline_scene
from supervision_tui.genogram.prose.description import read_aloud
from supervision_tui.genogram.terminal.ecomap_painter import ecomap_scene
from supervision_tui.genogram.terminal.painter import draw
from supervision_tui.genogram.terminal.scene import Scene, to_text

if TYPE_CHECKING:
    from supervision_tui.genogram.graphviz.dot_document import Sheet
    from supervision_tui.genogram.notation.drawing import Drawing

KINDS = (".svg", ".png", ".pdf", ".dot", ".txt")
"""Endings of file names that can be drawn."""


def drawn(drawing: Drawing, kind: str, *, ascii_only: bool = False) -> bytes:
    """The content of a file of *kind* (an ending of :data:`KINDS`).

    Raises:
        GraphvizMissingError: svg, png and pdf without any Graphviz, as a sentence.
    """
    if kind == ".txt":
        return (to_text(scene_of(drawing, ascii_only=ascii_only)) + "\n").encode("utf-8")
    from supervision_tui.genogram.graphviz import render  # noqa: PLC0415 - text needs none of it

    dot = _sheet(drawing).source()
    if kind == ".dot":
        return dot.encode("utf-8")
    told = read_aloud(drawing)
    picture = render.svg(dot, drawing.family.title, told)
    if kind == ".png":
        return render.png(picture)
    if kind == ".pdf":
        return render.pdf(picture, drawing.family.title, told)
    return picture.encode("utf-8")


def scene_of(drawing: Drawing, *, ascii_only: bool = False) -> Scene:
    """The drawing of any view in cells."""
    if drawing.options.view == "ecomap":
        return ecomap_scene(drawing, ascii_only=ascii_only)
    if drawing.options.view == "timeline":
        return timeline_scene(drawing, ascii_only=ascii_only)
    return draw(drawing, ascii_only=ascii_only)


def _sheet(drawing: Drawing) -> Sheet:
    from supervision_tui.genogram.graphviz.ecomap import draw_ecomap  # noqa: PLC0415 - text needs none of it
    from supervision_tui.genogram.graphviz.genogram import Page  # noqa: PLC0415 - as above
    from supervision_tui.genogram.graphviz.timeline import draw_timeline  # noqa: PLC0415 - as above

    if drawing.options.view == "ecomap":
        return draw_ecomap(drawing)
    if drawing.options.view == "timeline":
        return draw_timeline(drawing)
    return Page(drawing).draw()
