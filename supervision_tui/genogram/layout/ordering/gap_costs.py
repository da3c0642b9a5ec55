"""What each gap of a row costs, while a bundle (:mod:`.bundle`) goes along the next row: costs change up to a gap.

The gaps stand in blocks, each with its least cost, so that a change and the least of all take a time that grows with
the root of their number (square root decomposition).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt


class GapCosts:
    """Costs of gaps, the first at 0."""

    def __init__(self, costs: Sequence[float]) -> None:
        self._costs = list(costs)
        self._size = max(isqrt(len(self._costs)), 1)
        starts = range(0, len(self._costs), self._size)
        self._least = [min(self._costs[start : start + self._size]) for start in starts]
        self._added = [0.0] * len(self._least)
        self._added_to_all = 0.0

    def add(self, cost: float) -> None:
        """Let every gap cost *cost* more."""
        self._added_to_all += cost

    def add_up_to(self, gap: int, cost: float) -> None:
        """Let the gaps from the first to *gap*, which may lie before the first or behind the last, cost *cost* more."""
        count = min(gap + 1, len(self._costs))
        if count <= 0:
            return
        block, rest = divmod(count, self._size)
        for before in range(block):
            self._added[before] += cost
        if rest:
            start = block * self._size
            for at in range(start, start + rest):
                self._costs[at] += cost
            self._least[block] = min(self._costs[start : start + self._size])

    def least(self) -> tuple[float, int]:
        """The least cost, and the first gap that has it."""
        totals = [least + added for least, added in zip(self._least, self._added, strict=True)]
        total = min(totals)
        block = totals.index(total)
        return total + self._added_to_all, self._costs.index(self._least[block], block * self._size)
