"""The key map on every page of a drawing that takes several: which part of the whole this page shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from supervision_tui.genogram.graphviz.page_plan import PagePlan, Rectangle

MAP_WIDTH, MAP_HEIGHT = 120.0, 76.0
"""Points that it takes at most."""


class KeyMap(TypedDict):
    """In points of the map: its *size*, a *box* (x, y, width, height) for each page, *own* among them, *dots* (x, y).

    A dot stands for each person.
    """

    size: tuple[float, float]
    boxes: list[tuple[float, float, float, float]]
    own: tuple[float, float, float, float]
    dots: list[tuple[float, float]]


def key_map(
    plan: PagePlan,
    size: tuple[float, float],
    own: tuple[int, int],
    cells: Sequence[tuple[int, int]],
    people: Sequence[Rectangle],
) -> KeyMap:
    """The map of a drawing of that *size* in points: its pages *cells* (column, row), and *people*."""
    right = max(size[0], *(plan.part(*cell).right for cell in cells))
    bottom = max(size[1], *(plan.part(*cell).bottom for cell in cells))
    scale = min(MAP_WIDTH / right, MAP_HEIGHT / bottom)

    def box(cell: tuple[int, int]) -> tuple[float, float, float, float]:
        seen = plan.part(*cell)
        return seen.left * scale, seen.top * scale, plan.across * scale, plan.down * scale

    dots = [((at.left + at.right) / 2 * scale, (at.top + at.bottom) / 2 * scale) for at in people]
    return {
        "size": (right * scale, bottom * scale),
        "boxes": [box(cell) for cell in cells],
        "own": box(own),
        "dots": dots,
    }
