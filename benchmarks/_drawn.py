"""How often lines cross as they are drawn: sibling bars as bars, every line on its track.

Ours and dot's places go through the same routing, so that what is compared is where people stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.layout_input import LayoutInput
from supervision_tui.genogram.layout.routing.edge_paths import EdgePath, edge_paths
from supervision_tui.genogram.layout.routing.y_coordinates import plan_rows

LABEL_LINES = 2


def drawn_crossings(
    problem: LayoutInput, row: Mapping[str, int], x: Mapping[str, int], passing: Mapping[str, int] | None = None
) -> int:
    """Points at which lines of two different unions, or further links, cross."""
    placement = Placement(problem, dict(row), dict(x), dict(passing or {}))
    labels = dict.fromkeys(row, LABEL_LINES)
    return count(edge_paths(placement, plan_rows(placement, LABEL_LINES), labels))


def count(paths: list[EdgePath]) -> int:
    """Points in which an upright piece of one line crosses a level piece of another."""
    level: dict[int, list[tuple[int, int, tuple[int, int]]]] = defaultdict(list)
    upright: set[tuple[int, int, int, tuple[int, int]]] = set()
    for path in paths:
        line = (path.union, path.link)
        for (x0, y0), (x1, y1) in zip(path.points, path.points[1:], strict=False):
            if y0 == y1 and x0 != x1:
                level[y0].append((min(x0, x1), max(x0, x1), line))
            elif y0 != y1:
                upright.add((x0, min(y0, y1), max(y0, y1), line))
    total = 0
    for column, top, bottom, line in upright:
        for y in range(top, bottom + 1):
            total += len({other for low, high, other in level.get(y, ()) if other != line and low < column < high})
    return total
