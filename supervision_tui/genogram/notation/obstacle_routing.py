"""Ways for ties that pass through nobody: the cheapest path over free cells (A*: Hart, Nilsson and Raphael 1968).

Bends cost, crossing a family line costs, running beside a symbol costs a little; symbols and labels are closed.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

from supervision_tui.genogram.layout import SYMBOL_HEIGHT, SYMBOL_WIDTH, Layout, Placed

Cell = tuple[int, int]

BEND, CROSS, TIE = 2.0, 1.5, 5.0
"""What a bend, a family line and another tie in the way cost, in cells."""

ROOM = 3
"""Free cells round the drawing that ties may use."""

_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))


class Grid:
    """Which cells are closed, and what the open ones cost. Ties found earlier make their cells dearer."""

    def __init__(self, layout: Layout, label_lines: Mapping[str, int], lines: Iterable[Cell]) -> None:
        self.closed: set[Cell] = set()
        for place in layout.persons:
            self.closed.update(_cells(place, label_lines.get(place.id, 0)))
        self.dear: dict[Cell, float] = dict.fromkeys(lines, CROSS)
        self.right = max((place.x + place.width // 2 for place in layout.persons), default=0) + ROOM
        self.bottom = max((place.y for place in layout.persons), default=0) + layout.label_lines + ROOM
        self.by_id = layout.by_id
        self.label_lines = label_lines

    def shortest_path(self, a: str, b: str) -> tuple[Cell, ...]:
        """The corners of the cheapest way from beside *a* to beside *b*; empty when there is none."""
        goals = set(self._doors(b))
        queue: list[tuple[float, float, Cell, int]] = []
        cost: dict[tuple[Cell, int], float] = {}
        came: dict[tuple[Cell, int], tuple[Cell, int]] = {}
        goal = self.by_id[b]
        for cell, direction in self._doors(a).items():
            cost[cell, direction] = 0.0
            heapq.heappush(queue, (_ahead(cell, goal), 0.0, cell, direction))
        while queue:
            _guess, spent, cell, direction = heapq.heappop(queue)
            if cell in goals:
                return self._walked(came, (cell, direction))
            if spent > cost[cell, direction]:
                continue
            for turn, (dx, dy) in enumerate(_STEPS):
                following = (cell[0] + dx, cell[1] + dy)
                if following in self.closed or not self._inside(following):
                    continue
                total = spent + 1 + self.dear.get(following, 0.0) + (BEND if turn != direction else 0.0)
                if total < cost.get((following, turn), float("inf")):
                    cost[following, turn] = total
                    came[following, turn] = (cell, direction)
                    heapq.heappush(queue, (total + _ahead(following, goal), total, following, turn))
        return ()

    def _inside(self, cell: Cell) -> bool:
        return -ROOM <= cell[0] <= self.right and 0 <= cell[1] <= self.bottom

    def _doors(self, person: str) -> dict[Cell, int]:
        """Free cells just outside somebody's symbol, with the direction that leads away from it."""
        place = self.by_id[person]
        half, top = SYMBOL_WIDTH // 2, place.y - SYMBOL_HEIGHT // 2
        doors = {(place.x + half + 1, place.y): 0, (place.x - half - 1, place.y): 1}
        doors |= {(place.x + half + 1, place.y + 1): 0, (place.x - half - 1, place.y + 1): 1}
        doors |= {(place.x + dx, top - 1): 3 for dx in (-1, 1)}
        doors[place.x, top + SYMBOL_HEIGHT + self.label_lines.get(person, 0)] = 2
        return {cell: step for cell, step in doors.items() if cell not in self.closed}

    def _walked(self, came: Mapping[tuple[Cell, int], tuple[Cell, int]], end: tuple[Cell, int]) -> tuple[Cell, ...]:
        cells = [end[0]]
        at = end
        while at in came:
            at = came[at]
            cells.append(at[0])
        cells.reverse()
        for cell in cells:
            self.dear[cell] = self.dear.get(cell, 0.0) + TIE
        corners = [cells[0]]
        for before, cell, after in zip(cells, cells[1:], cells[2:], strict=False):
            if (cell[0] - before[0], cell[1] - before[1]) != (after[0] - cell[0], after[1] - cell[1]):
                corners.append(cell)
        return (*corners, cells[-1]) if len(cells) > 1 else tuple(corners)


def _cells(place: Placed, label_lines: int) -> Iterable[Cell]:
    top, half = place.y - SYMBOL_HEIGHT // 2, place.width // 2
    for y in range(top, top + SYMBOL_HEIGHT):
        for x in range(place.x - SYMBOL_WIDTH // 2, place.x + SYMBOL_WIDTH // 2 + 1):
            yield x, y
    for y in range(top + SYMBOL_HEIGHT, top + SYMBOL_HEIGHT + label_lines):
        for x in range(place.x - half, place.x + half + 1):
            yield x, y


def _ahead(cell: Cell, goal: Placed) -> float:
    """A guess that is never too high."""
    return max(0, abs(cell[0] - goal.x) - SYMBOL_WIDTH) + max(0, abs(cell[1] - goal.y) - SYMBOL_HEIGHT - 2)
