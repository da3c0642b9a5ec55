"""The terminal painter: a family and its layout become a scene of cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from supervision_tui.gc_pause import gc_paused
from supervision_tui.genogram.layout import BETWEEN_PARTNERS, SYMBOL_HEIGHT, SYMBOL_WIDTH, EdgePath, Layout, Placed
from supervision_tui.genogram.lettering import Labels, cells
from supervision_tui.genogram.notation import ROOM, WIDEST, Drawing, LineStyle, Options, Symbol, View
from supervision_tui.genogram.notation.status_marks import status_marks
from supervision_tui.genogram.prose import Sentences
from supervision_tui.genogram.terminal.canvas import DOWN, LEFT, RIGHT, UP, Canvas
from supervision_tui.genogram.terminal.glyphs import symbol_cells
from supervision_tui.genogram.terminal.markers import draw_markers, legend_lines
from supervision_tui.genogram.terminal.scene import Region, Role, Scene
from supervision_tui.genogram.terminal.tie_painter import DIFFERS, draw_ties

if TYPE_CHECKING:
    from supervision_tui.family import Family

MARGIN = 1
"""Free columns left and right of the drawing."""

STRAIGHT = 2


GHOST = (("·┄┄┄·", "┆ ? ┆", "·┄┄┄·"), (". . .", ": ? :", ". . ."))
"""Somebody who is missing, in box characters and in ASCII."""

STYLES = {
    "solid": "solid",
    "dashed": "dashed",
    "dotted": "dotted",
    "dashdot": "dashdot",
    "sparse": "sparse",
    "pair": "double",
    "double": "double",
}
"""What the styles of strokes become in cells."""


@gc_paused()
def terminal_scene(
    family: Family,
    layout: Layout,
    *,
    focus: tuple[str, ...] = (),
    labels: Labels = "names",
    ascii: bool = False,  # noqa: A002 - the word that people use for it
    view: View = "family",
    at: dt.date | None = None,
    ghosts: frozenset[str] = frozenset(),
) -> Scene:
    """Draw *family* as placed in *layout*.

    *focus*: persons to draw with a double outline besides the family's own children in focus. *labels* may be shorter
    than those the layout left room for. *at*: the day that ages are told for (the family's own date, else today).
    *ghosts*: who only stands in for somebody missing.
    """
    drawing = Drawing(family, layout, Options(view=view, labels=labels, at=at, focus=focus, ghosts=ghosts))
    return genogram_scene(drawing, ascii_only=ascii)


@gc_paused()
def genogram_scene(drawing: Drawing, *, ascii_only: bool = False) -> Scene:
    """The scene of a drawing whose layout and options are already chosen."""
    layout = drawing.layout
    present = [place for place in layout.persons if place.id in drawing.symbols]
    marks, status_lines = status_marks(drawing)
    legend = [*status_lines, *legend_lines(drawing, ascii_only=ascii_only)]
    left, right, bottom = _extent(drawing, present)
    right += WIDEST * bool(marks)
    margin = MARGIN - min(left, 0)
    wide = max(right, max((cells(line) for line in legend), default=0) - margin + MARGIN)
    height = bottom + 1 + (len(legend) + 1 if legend else 0)
    canvas = Canvas(wide + margin + MARGIN + 1, height, ascii_only=ascii_only, margin=margin)
    for path in sorted(drawing.paths, key=lambda edge: STYLES[drawing.line_style(edge).style] == "solid"):
        _draw_path(canvas, path, drawing.line_style(path))
    strands = draw_ties(canvas, drawing) if drawing.options.view == "ties" else {}
    for place in present:
        if place.id in drawing.options.ghosts:
            _draw_ghost(canvas, place, drawing.labels[place.id])
        else:
            _draw_person(canvas, place, drawing.symbols[place.id], drawing.labels[place.id])
    for place in present:
        if place.id in marks:
            canvas.put(place.x + SYMBOL_WIDTH // 2 + 1, place.y - 1, marks[place.id], "badge")
        if place.id in drawing.options.marked:
            canvas.put(place.x - SYMBOL_WIDTH // 2 - 1, place.y, DIFFERS[canvas.ascii_only], "mark")
    draw_markers(canvas, drawing)
    for at, line in enumerate(legend):
        canvas.put(MARGIN - margin, bottom + 2 + at, line, "badge")
    regions = {place.id: _region(place, layout.label_lines, margin) for place in present}
    missing = {ghost: regions.pop(ghost) for ghost in drawing.options.ghosts if ghost in regions}
    return Scene(canvas.width, canvas.height, canvas.rows(), regions, Sentences(drawing), strands, missing)


def _extent(drawing: Drawing, present: Sequence[Placed]) -> tuple[int, int, int]:
    """(leftmost column, rightmost column, lowest line) of symbols, labels and lines, with room for ties."""
    corners = [point for path in drawing.paths for point in path.points]
    left = min([0, *(x for x, _y in corners)])
    right = max([0, *(place.x + place.width // 2 for place in present), *(x for x, _y in corners)])
    labels = drawing.layout.label_lines
    lowest = max([0, *(place.y + SYMBOL_HEIGHT // 2 + labels for place in present), *(y for _x, y in corners)])
    room = ROOM if drawing.options.view == "ties" else 0
    return left, right + room, lowest + room


def _draw_path(canvas: Canvas, path: EdgePath, stroke: LineStyle) -> None:
    role: Role = "couple" if path.part in BETWEEN_PARTNERS else "line"
    points = path.points
    canvas.line(points, role, "heavy" if stroke.heavy and stroke.style == "solid" else STYLES[stroke.style])
    if stroke.slashes and (path.part == "couple" or (path.part == "rows" and points[0][1] == points[-1][1])):
        _slash(canvas, points, stroke)
    if path.part == "couple" and stroke.childless:
        _childless(canvas, points, stroke.childless)


def _childless(canvas: Canvas, points: Sequence[tuple[int, int]], why: str) -> None:
    """A short stem under the couple with one bar, or two."""
    a, b = (points[0], points[1]) if len(points) == STRAIGHT else (points[2], points[3])
    middle = (a[0] + b[0]) // 2
    marks = {"choice": ("┴", "'"), "infertile": ("╩", '"')}[why]
    canvas.put(middle, a[1] + 1, marks[canvas.ascii_only], "mark")


def _slash(canvas: Canvas, points: Sequence[tuple[int, int]], stroke: LineStyle) -> None:
    """One stroke across the bar for a separation, two for a divorce, at two thirds of it."""
    (x0, y), (x1, _y1) = (points[0], points[1]) if len(points) == STRAIGHT else (points[2], points[3])
    mark = "/" if canvas.ascii_only else "╱"
    middle = (x0 + x1) // 2
    if stroke.slashes == "/":
        canvas.put(middle + 1, y, mark, "mark")
    elif stroke.slashes == "/+":
        canvas.put(middle + 1, y, "X" if canvas.ascii_only else "╳", "mark")
    else:
        canvas.put(middle - 1, y, mark, "mark")
        canvas.put(middle + 1, y, mark, "mark")


def _draw_person(canvas: Canvas, place: Placed, symbol: Symbol, lines: Sequence[str]) -> None:
    left, top = place.x - SYMBOL_WIDTH // 2, place.y - 1
    role: Role = "focus" if symbol.focus else "dead" if symbol.dead else "symbol"
    for at, text in enumerate(symbol_cells(symbol, ascii_only=canvas.ascii_only)):
        _draw_symbol_line(canvas, left, top + at, text, role)
    _join(canvas, left, top)
    for at, line in enumerate(lines):
        canvas.put(place.x - cells(line) // 2, top + SYMBOL_HEIGHT + at, line, "name")


def _draw_ghost(canvas: Canvas, place: Placed, lines: Sequence[str]) -> None:
    """Somebody who is missing: a dotted place with a question mark."""
    left, top = place.x - SYMBOL_WIDTH // 2, place.y - 1
    for at, text in enumerate(GHOST[canvas.ascii_only]):
        canvas.put(left, top + at, text, "faint")
    for at, line in enumerate(lines):
        canvas.put(place.x - cells(line) // 2, top + SYMBOL_HEIGHT + at, line, "faint")


def _draw_symbol_line(canvas: Canvas, x: int, y: int, text: str, role: Role) -> None:
    """Blank corners of round and pointed symbols let lines beside them show."""
    for at, char in enumerate(text):
        if char != " " or 0 < at < SYMBOL_WIDTH - 1:
            canvas.put(x + at, y, char, role)


JOINTS: Mapping[tuple[str, int], str] = {
    ("─", UP): "┴", ("═", UP): "╧", ("│", RIGHT): "├", ("│", LEFT): "┤", ("║", RIGHT): "╟", ("║", LEFT): "╢",
    ("┘", RIGHT): "┴", ("╯", RIGHT): "┴", ("└", LEFT): "┴", ("╰", LEFT): "┴", ("╝", RIGHT): "╩", ("╚", LEFT): "╩",
    ("-", UP): "+", ("=", UP): "+", ("|", RIGHT): "+", ("|", LEFT): "+",
    ("─", DOWN): "┬", ("═", DOWN): "╤",
}  # fmt: skip
"""What a border becomes where a line meets it from outside."""


def _join(canvas: Canvas, left: int, top: int) -> None:
    """Let lines that end at the border grow out of it."""
    for x in range(left, left + SYMBOL_WIDTH):
        for y in range(top, top + SYMBOL_HEIGHT):
            arms = canvas.joined(x, y)
            if arms and (x, y) in canvas.glyphs:
                char, role = canvas.glyphs[x, y]
                for arm in (UP, DOWN, LEFT, RIGHT):
                    if arms & arm and (char, arm) in JOINTS:
                        canvas.glyphs[x, y] = (JOINTS[char, arm], role)


def _region(place: Placed, label_lines: int, margin: int) -> Region:
    return Region(place.x + margin - place.width // 2, place.y - 1, place.width, SYMBOL_HEIGHT + label_lines)
