"""What every part of a genogram on paper draws on: the document, where cells lie in points, where symbols stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import DotDocument, Point
from supervision_tui.genogram.layout import SYMBOL_HEIGHT, Placed

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import Drawing

SIDE = 40.0
"""Points of a symbol's side."""

ACROSS, DOWN = SIDE / 5, SIDE / 3
"""Points of a cell."""

YEARS = 17.0
"""Room for years above every row of symbols."""


class Page:
    """One genogram on paper while it is drawn. *codes*: status codes in boxes so far, for the legend."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.document = DotDocument(drawing.family.title)
        self.codes: set[str] = set()
        self.tops = sorted({place.y - SYMBOL_HEIGHT // 2 for place in drawing.layout.persons})

    @cached_property
    def line_ends_beside(self) -> Mapping[tuple[str, int], int]:
        """(child, side) where lines of further parents end, with how many cells from the middle the outermost does."""
        outermost: dict[tuple[str, int], int] = {}
        for path in self.drawing.paths:
            if path.link >= 0 and path.child:
                offset = path.points[-1][0] - self.drawing.layout.by_id[path.child].x
                side = -1 if offset < 0 else 1
                outermost[path.child, side] = max(abs(offset), outermost.get((path.child, side), 0))
        return outermost

    @cached_property
    def twin_offsets(self) -> Mapping[str, float]:
        """How far to the left (below nought) or right the line to a child of one birth comes, for each step down."""
        slopes: dict[str, float] = {}
        for path in self.drawing.paths:
            if path.child and path.apex is not None and path.apex[0] != self.drawing.layout.by_id[path.child].x:
                apex, child = self.at(*path.apex), self.centre(self.drawing.layout.by_id[path.child])
                slopes[path.child] = (apex[0] - child[0]) / max(apex[1] - child[1] - SIDE / 2, 1.0)
        return slopes

    @cached_property
    def _twin_lines(self) -> tuple[tuple[Point, Point], ...]:
        """The slanting lines to children of one birth, from their apex to the top of the symbol."""
        lines: list[tuple[Point, Point]] = []
        for path in self.drawing.paths:
            if path.child and path.apex is not None:
                x, y = self.centre(self.drawing.layout.by_id[path.child])
                lines.append((self.at(*path.apex), (x, y + SIDE / 2)))
        return tuple(lines)

    def has_twin_crossing(self, low: Point, high: Point) -> bool:
        """Whether a slanting line to a child of one birth passes the box from *low* to *high*."""
        for (x, y), (end, bottom) in self._twin_lines:
            middle = min(max((low[1] + high[1]) / 2, bottom), y)
            if bottom <= high[1] and low[1] <= y and y > bottom:
                across = x + (end - x) * (y - middle) / (y - bottom)
                if low[0] <= across <= high[0]:
                    return True
        return False

    @cached_property
    def roles(self) -> set[tuple[int, int]]:
        """The cells under labels that have a role or a date under them: a line that begins there begins below it."""
        return {
            (place.x, place.y + SYMBOL_HEIGHT // 2 + 1 + len(self.drawing.labels[place.id]))
            for place in self.drawing.layout.persons
            if place.id in self.drawing.symbols and self.drawing.symbols[place.id].below
        }

    @cached_property
    def boxes(self) -> list[tuple[float, float, float, float]]:
        """(left, low, right, high) of every symbol and of every label, for whatever must not run through them."""
        boxes = []
        for place in self.drawing.layout.persons:
            x, y = self.centre(place)
            boxes.append((x - SIDE / 2, y - SIDE / 2, x + SIDE / 2, y + SIDE / 2))
            lines = len(self.drawing.labels.get(place.id, ()))
            if lines:
                half = place.width * ACROSS / 2
                boxes.append((x - half, y - SIDE / 2 - lines * DOWN, x + half, y - SIDE / 2))
        return boxes

    def at(self, x: float, line: float) -> Point:
        """The point at the middle of a cell."""
        return (x + 0.5) * ACROSS, -(line + 0.5) * DOWN - YEARS * bisect_right(self.tops, line)

    def centre(self, place: Placed) -> Point:
        """The middle of somebody's symbol."""
        return self.at(place.x, place.y)
