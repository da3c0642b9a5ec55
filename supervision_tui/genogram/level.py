"""Which row a family that is not connected to the first one begins at: beside people born about the same time."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Mapping

from supervision_tui.genogram.people import PersonIn


class Level:
    """The birth days that stand in each row so far."""

    def __init__(self) -> None:
        self.births: dict[int, list[int]] = defaultdict(list)
        self.depth = 0

    def beside(self, rows: Mapping[str, int], persons: Mapping[str, PersonIn]) -> dict[str, int]:
        """*rows* moved down to where births fit best; nobody gets below the first family's last row unless all must."""
        room = max(0, self.depth - max(rows.values()) - 1)
        shift = min(range(room + 1), key=lambda down: (self._misfit(rows, persons, down), down))
        moved = {one: row + shift for one, row in rows.items()}
        self.depth = max(self.depth, max(moved.values()) + 1)
        for one, row in moved.items():
            born = persons[one].earliest
            if born is not None:
                self.births[row].append(born)
        return moved

    def _misfit(self, rows: Mapping[str, int], persons: Mapping[str, PersonIn], down: int) -> float:
        found = 0.0
        for one, row in rows.items():
            born, there = persons[one].earliest, self.births.get(row + down)
            if born is not None and there:
                found += abs(born - statistics.median(there))
        return found
