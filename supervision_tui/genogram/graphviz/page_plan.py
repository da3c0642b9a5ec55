"""A wide drawing over pages of paper: where each page begins, so that whatever is cut on one stands whole on the next.

Lengths in points (1/72 inch); places from the upper left of the drawing, downwards. Paper: ISO 216.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Pages = Literal["a4", "a3", "wall"]
PAPERS: Mapping[str, tuple[float, float]] = {"a4": (595.28, 841.89), "a3": (841.89, 1190.55)}
"""Width and height of the paper, upright."""

PAGES: tuple[Pages, ...] = ("a4", "a3", "wall")
"""How a drawing can be put on paper; *wall* is one sheet as large as it takes."""

EDGE = 28.0
"""Points round every page that printers may not reach."""
HEAD = 84.0
"""Points at the top of every page for title, day, author, reader and key map."""
LEAST_LETTER = 8.0
"""Points of the smallest letter on paper."""
LARGEST = 1.5
"""How many times a drawing is enlarged at most to fill a page."""
OVERLAP = 28.35
"""Least points (1 cm) that two neighbouring pages share."""
SPARE = 4.0
"""Points of the drawing beside whatever is kept whole."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of the drawing, in its own points."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Rectangle) -> bool:
        """Whether *other* is whole in it."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def touches(self, other: Rectangle) -> bool:
        """Whether they share a place."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class PagePlan:
    """Pages *width* by *height* points, each with a part of the drawing *scale* times as large.

    *columns* and *rows* are where pages begin in the drawing; *across* and *down* how much of it a page holds.
    """

    width: float
    height: float
    scale: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def across(self) -> float:
        """Points of the drawing from the left to the right of one page."""
        return (self.width - 2 * EDGE) / self.scale

    @property
    def down(self) -> float:
        """Points of the drawing from the top to the bottom of one page."""
        return (self.height - 2 * EDGE - HEAD) / self.scale

    def part(self, column: int, row: int) -> Rectangle:
        """What the page in that *column* and *row* shows."""
        left, top = self.columns[column], self.rows[row]
        return Rectangle(left, top, left + self.across, top + self.down)


def page_name(column: int, row: int) -> str:
    """The name of a page: a letter (then two) for its column, a number for its row: ``A1``, ``C2``, ``AB1``."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def plan_pages(size: tuple[float, float], smallest: float, wholes: Sequence[Rectangle], paper: str) -> PagePlan:
    """The plan with fewest pages for a drawing of that *size* on *paper*, upright or on its side.

    *smallest* is the height of its smallest letter, *wholes* what is kept whole. One that fits on one page fills it.
    """
    short, long = PAPERS[paper]
    scale = LEAST_LETTER / smallest
    plans = [_plan(size, scale, wholes, *sides) for sides in ((long, short), (short, long))]
    return min(plans, key=lambda plan: (len(plan.columns) * len(plan.rows), -plan.scale))


def _plan(
    size: tuple[float, float], scale: float, wholes: Sequence[Rectangle], width: float, height: float
) -> PagePlan:
    fits = min((width - 2 * EDGE) / size[0], (height - 2 * EDGE - HEAD) / size[1])
    if fits >= scale:
        return PagePlan(width, height, max(scale, min(fits, LARGEST)), (0.0,), (0.0,))
    plan = PagePlan(width, height, scale, (), ())
    columns = page_starts(size[0], plan.across, [(box.left, box.right) for box in wholes], OVERLAP / scale)
    rows = page_starts(size[1], plan.down, [(box.top, box.bottom) for box in wholes], OVERLAP / scale)
    return PagePlan(width, height, scale, columns, rows)


def page_starts(extent: float, span: float, wholes: Sequence[tuple[float, float]], overlap: float) -> tuple[float, ...]:
    """Where pages of *span* begin along *extent*, each *overlap* or more before the end of the one before.

    Each of *wholes* (from, to) that one page's end cuts lies after the next page's beginning, unless it is longer than
    a page.
    """
    starts = [0.0]
    while starts[-1] + span < extent:
        end = starts[-1] + span
        cut = [low for low, high in wholes if low < end < high and high - low <= span - 2 * SPARE]
        start = min([end - overlap, *(low - SPARE for low in cut)])
        starts.append(start if start > starts[-1] else end - overlap)
    return tuple(starts)


def size_in_words(width: float, height: float) -> str:
    """A sheet's size in whole centimetres, rounded up: ``124 by 85 cm``."""
    across, down = (math.ceil(side / 72 * 2.54) for side in (width, height))
    return f"{across} by {down} cm"
