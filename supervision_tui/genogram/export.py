"""A drawing as the content of a file: text, DOT, SVG, PNG or PDF by the ending of the file's name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from supervision_tui.family import PartialDate
from supervision_tui.genogram import graphviz
from supervision_tui.genogram.file_endings import FILE_ENDINGS, listed_endings
from supervision_tui.genogram.layout import lay_out
from supervision_tui.genogram.notation import Drawing, Options, View, caption
from supervision_tui.genogram.prose import describe
from supervision_tui.genogram.terminal import Scene, ecomap_scene, genogram_scene, text_legend, timeline_scene, to_text

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.genogram.graphviz import DotDocument, PagedDrawing, Pages
    from supervision_tui.genogram.lettering import Labels
    from supervision_tui.genogram.notation import Profile


def draw(
    family: Family,
    ending: str = ".svg",
    *,
    view: View = "family",
    profile: Profile = "mcgoldrick",
    labels: Labels = "names",
    at: dt.date | str | None = None,
    focus: Sequence[str] = (),
    hidden: bool = False,
    identity: bool = False,
    ascii_only: bool = False,
    author: str = "",
    reader: str = "",
) -> bytes:
    """*family* drawn: the content of a file with that *ending* (one of :data:`FILE_ENDINGS`).

    *at* is the day for which ages and statuses are told: a ``date``, or words such as ``"2026-09-01"`` or ``"2024"``
    (the end of that year); without it the family's own date, else today. *focus*: ids of people who get a double
    outline too. *hidden* and *identity* add what a drawing leaves out unless it is asked for (:class:`Options`).
    *ascii_only* matters for ``.txt`` alone. *author* and *reader* are named at the head of the drawing, which is
    for the team where no reader is.

    Raises:
        ValueError: an ending that cannot be drawn, or words that are no date; the message says what can be.
        FamilyCycleError: somebody would be their own ancestor; the message names the people.
        GraphvizMissingError: svg, png and pdf without any Graphviz, as a sentence.
    """
    if ending.lower() not in FILE_ENDINGS:
        raise ValueError(f"A family cannot be drawn as '{ending}'. The ending is {listed_endings()}.")
    day = PartialDate.read(at).latest if isinstance(at, str) else at
    options = Options(
        view=view,
        profile=profile,
        labels=labels,
        at=day,
        focus=tuple(focus),
        hidden=hidden,
        identity=identity,
        author=author,
        reader=reader,
    )
    return render_file(Drawing(family, lay_out(family, labels=labels), options), ending, ascii_only=ascii_only)


def render_file(drawing: Drawing, ending: str, *, ascii_only: bool = False) -> bytes:
    """The content of a file with that *ending* (one of :data:`FILE_ENDINGS`).

    Raises:
        GraphvizMissingError: svg, png and pdf without any Graphviz, as a sentence.
        PictureTooLargeError: a PNG that would be too large to be opened, as a sentence with what would do.
    """
    return PAINTERS[ending.lower()](drawing, ascii_only)


def render_pages(drawing: Drawing, pages: Pages) -> PagedDrawing:
    """A PDF over pages of A4 or A3 that join, or on one sheet for a wall, and what to know before printing it.

    Raises:
        GraphvizMissingError: nothing here can draw it, as a sentence.
        SheetTooLargeError: one sheet that no reader would show, as a sentence with what would do.
    """
    return graphviz.paged_pdf(drawing, _painted, pages, describe(drawing))


def letters_note(drawing: Drawing, ending: str) -> str:
    """What to know before a drawing becomes a file of that *ending*: letters that no font here has, or ""."""
    return graphviz.fonts_note(describe(drawing)) if ending in {".pdf", ".png"} else ""


def picture_of_size(drawing: Drawing, width: int, height: int) -> bytes:
    """A PNG of *drawing*, as large as *width* by *height* pixels hold it.

    Raises:
        GraphvizMissingError: nothing here can draw it, as a sentence.
    """
    from supervision_tui.genogram.graphviz import render  # noqa: PLC0415 - text needs none of it

    return render.png_of_size(_picture(drawing), width, height)


def scene_of(drawing: Drawing, *, ascii_only: bool = False) -> Scene:
    """The drawing of any view in the cells of a terminal."""
    if drawing.options.view == "ecomap":
        return ecomap_scene(drawing, ascii_only=ascii_only)
    if drawing.options.view == "timeline":
        return timeline_scene(drawing, ascii_only=ascii_only)
    return genogram_scene(drawing, ascii_only=ascii_only)


def _text(drawing: Drawing, ascii_only: bool) -> bytes:
    """The head, the drawing, and what its signs stand for."""
    scene = to_text(scene_of(drawing, ascii_only=ascii_only))
    legend = text_legend(drawing, ascii_only=ascii_only)
    return ("\n".join([*caption(drawing).lines, "", scene, "", *legend]).rstrip() + "\n").encode("utf-8")


def _dot(drawing: Drawing, _ascii_only: bool) -> bytes:
    return _dot_document(drawing).source().encode("utf-8")


def _svg(drawing: Drawing, _ascii_only: bool) -> bytes:
    return _picture(drawing).encode("utf-8")


def _png(drawing: Drawing, _ascii_only: bool) -> bytes:
    from supervision_tui.genogram.graphviz import render  # noqa: PLC0415 - text needs none of it

    return render.png(_picture(drawing))


def _pdf(drawing: Drawing, _ascii_only: bool) -> bytes:
    from supervision_tui.genogram.graphviz import render  # noqa: PLC0415 - text needs none of it

    return render.pdf(_picture(drawing), drawing.family.title, describe(drawing))


def _picture(drawing: Drawing) -> str:
    from supervision_tui.genogram.graphviz import render  # noqa: PLC0415 - text needs none of it

    return render.svg(_dot_document(drawing).source(), drawing.family.title, describe(drawing))


Painter = Callable[[Drawing, bool], bytes]
"""From a drawing, and whether signs are ASCII only (for text alone), to the content of a file."""

PAINTERS: dict[str, Painter] = {".svg": _svg, ".png": _png, ".pdf": _pdf, ".dot": _dot, ".txt": _text}
"""One for each of :data:`FILE_ENDINGS`."""


def _dot_document(drawing: Drawing) -> DotDocument:
    document = _painted(drawing, None)
    graphviz.draw_heading(document, drawing)
    return document


def _painted(drawing: Drawing, legend: DotDocument | None) -> DotDocument:
    """The view of *drawing* on paper without its head; the legend below it, or on a sheet of its own."""
    painters = {"ecomap": graphviz.draw_ecomap, "timeline": graphviz.draw_timeline}
    return painters.get(drawing.options.view, graphviz.draw_genogram)(drawing, legend)
