"""The terminal painter: a family and its layout become a scene of cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from supervision_tui.genogram.canvas import DOWN, LEFT, RIGHT, UP, Canvas
from supervision_tui.genogram.figures import Figure, figures
from supervision_tui.genogram.glyphs import symbol
from supervision_tui.genogram.labels import LINES, Labels, label
from supervision_tui.genogram.lines import Wire, wires
from supervision_tui.genogram.people import UnionIn
from supervision_tui.genogram.placed import SYMBOL_HEIGHT, SYMBOL_WIDTH, Layout, Placed
from supervision_tui.genogram.plan import make_plan
from supervision_tui.genogram.scene import Region, Role, Scene
from supervision_tui.genogram.widths import cells

if TYPE_CHECKING:
    from supervision_tui.family import Family

MARGIN = 1
"""Free columns left and right of the drawing."""


def terminal_scene(
    family: Family,
    layout: Layout,
    *,
    focus: tuple[str, ...] = (),
    labels: Labels = "names",
    ascii: bool = False,  # noqa: A002 - the word that people use for it
    view: str = "family",
    at: dt.date | None = None,
) -> Scene:
    """Draw *family* as placed in *layout*.

    *focus*: persons to draw with a double outline besides the family's own children in focus. *labels* may be shorter than
    those the layout left room for. *at*: the day that ages are told for (the family's own date, else today).
    """
    day = at or told_at(family)
    shown = figures(family, day, focus)
    names = {person.id: label(person.name, labels)[: layout.label_lines] for person in family.persons}
    present = [place for place in layout.persons if place.id in shown]
    right = max((place.x + place.width // 2 for place in present), default=0)
    bottom = max((place.y + SYMBOL_HEIGHT // 2 + layout.label_lines for place in present), default=0)
    canvas = Canvas(right + 2 * MARGIN + 1, bottom + 1, ascii_only=ascii)
    for wire in layout_wires(layout, {one: len(lines) for one, lines in names.items()}):
        _draw_wire(canvas, wire)
    for place in present:
        _draw_person(canvas, place, shown[place.id], names[place.id])
    regions = {place.id: _region(place, layout.label_lines) for place in present}
    return Scene(canvas.width, canvas.height, canvas.rows(), regions)


def told_at(family: Family) -> dt.date:
    """The day that *family* is told as at; today when it says none."""
    return dt.datetime.now(tz=dt.UTC).date() if family.as_of is None else family.as_of.latest


def layout_wires(layout: Layout, label_lines: Mapping[str, int]) -> list[Wire]:
    """All lines of *layout*."""
    unions = [UnionIn(union.id, union.partners, union.children) for union in layout.unions]
    row = {place.id: place.row for place in layout.persons}
    x = {place.id: place.x for place in layout.persons}
    plan = make_plan(unions, row, x, layout.passing, layout.label_lines)
    return wires(unions, row, x, plan, {one: label_lines.get(one, 0) for one in row})


def _draw_wire(canvas: Canvas, wire: Wire) -> None:
    role: Role = "couple" if wire.part in {"couple", "rows"} else "line"
    canvas.line([(x + MARGIN, y) for x, y in wire.points], role)


def _draw_person(canvas: Canvas, place: Placed, figure: Figure, lines: Sequence[str]) -> None:
    left, top = place.x + MARGIN - SYMBOL_WIDTH // 2, place.y - 1
    role: Role = "focus" if figure.focus else "dead" if figure.dead else "symbol"
    for at, text in enumerate(symbol(figure, ascii_only=canvas.ascii_only)):
        _draw_symbol_line(canvas, left, top + at, text, role)
    _join(canvas, left, top, figure)
    for at, line in enumerate(lines):
        canvas.put(place.x + MARGIN - cells(line) // 2, top + SYMBOL_HEIGHT + at, line, "name")


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


def _join(canvas: Canvas, left: int, top: int, figure: Figure) -> None:
    """Let lines that end at the border grow out of it."""
    for x in range(left, left + SYMBOL_WIDTH):
        for y in range(top, top + SYMBOL_HEIGHT):
            arms = canvas.joined(x, y)
            if arms and (x, y) in canvas.drawn:
                char, role = canvas.drawn[x, y]
                for arm in (UP, DOWN, LEFT, RIGHT):
                    if arms & arm and (char, arm) in JOINTS:
                        canvas.drawn[x, y] = (JOINTS[char, arm], role)


def _region(place: Placed, label_lines: int) -> Region:
    return Region(
        place.x + MARGIN - place.width // 2, place.y - 1, place.width, SYMBOL_HEIGHT + label_lines
    )
