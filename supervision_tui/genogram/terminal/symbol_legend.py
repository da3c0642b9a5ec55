"""Below a drawing in a text file: what its boxes, lanes and marks stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from supervision_tui.genogram.notation import begins, timeline_of
from supervision_tui.genogram.terminal.ecomap_painter import OTHER, SIGNS
from supervision_tui.genogram.terminal.glyphs import BOXES, PLAIN

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import Drawing

SHAPES = {"square": "man or boy", "circle": "woman or girl", "diamond": "another gender, or not known"}
"""What the box of a person says."""


UNBORN = ("△", "/_\\")
"""The sign of a legend for a child who is not born yet, and that in ASCII."""


def text_legend(drawing: Drawing, *, ascii_only: bool) -> list[str]:
    """A line for each kind of symbol that *drawing* uses; in a timeline, for each kind of lane and mark."""
    if drawing.options.view == "timeline":
        return list(_timeline(drawing, ascii_only=ascii_only))
    return list(_symbols(drawing, ascii_only=ascii_only))


def _symbols(drawing: Drawing, *, ascii_only: bool) -> Iterator[str]:
    symbols = drawing.symbols.values()
    used = {symbol.shape for symbol in symbols if symbol.kind in {"person", "professional", "unknown"}}
    for shape, words in SHAPES.items():
        if shape in used and drawing.options.view == "ecomap":
            yield f"{SIGNS.get(shape, OTHER)[ascii_only]}  {words}"
        elif shape in used:
            yield f"{_sides(shape, focus=False, ascii_only=ascii_only)}  {words}"
    if drawing.options.view == "ecomap":
        return
    focus = [symbol.shape for symbol in symbols if symbol.focus]
    if focus:
        yield f"{_sides(focus[0], focus=True, ascii_only=ascii_only)}  child in focus"
    if any(symbol.dead for symbol in symbols):
        yield f"{'X' if ascii_only else '╳'}  has died; the age is that at death"
    if any(symbol.shape == "triangle" for symbol in symbols):
        yield f"{UNBORN[ascii_only]}  not yet born"
    if any(symbol.inside.startswith("~") for symbol in symbols):
        yield "~  about, or one of two ages"


def _sides(shape: str, *, focus: bool, ascii_only: bool) -> str:
    """The upper edge of a box, which is each shape's own."""
    return (PLAIN if ascii_only else BOXES)[shape, focus][0].strip()


def _timeline(drawing: Drawing, *, ascii_only: bool) -> Iterator[str]:
    people = timeline_of(drawing).people
    if any(begins(person) is not None for person in people):
        yield f"{'*' if ascii_only else '├'}  born"
    if any(begins(person) is None for person in people):
        yield ".  when this person was born is not known"
    if any(person.dead for person in people):
        yield f"{'X' if ascii_only else '╳'}  has died"
    if people:
        yield "1  an event, told above under its number"
