"""What assigning columns is about: centres as variables, least gaps between them, lines that want to be straight."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(slots=True)
class Hyperedge:
    """One line's start (*tops*: the variables it lies halfway between, *shift* cells off) and its ends."""

    tops: list[int]
    ends: list[int]
    weight: float
    child_weight: float
    shift: int = 0


@dataclass(slots=True)
class CoordinateProblem:
    """Every member and dummy node as a variable: its centre. *gaps*: least cells from the left neighbour's centre."""

    names: list[str] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)
    x: list[float] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    tight: list[bool] = field(default_factory=list)
    hyperedges: list[Hyperedge] = field(default_factory=list)
    as_top: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    as_end: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    sibling: dict[int, int] = field(default_factory=dict)
    row_of: dict[int, int] = field(default_factory=dict)

    def neighbour_left(self, variable: int) -> int | None:
        """The left neighbour of *variable* in its row: variables are numbered row by row, from the left."""
        return variable - 1 if variable and self._row_of(variable - 1) == self._row_of(variable) else None

    def neighbour_right(self, variable: int) -> int | None:
        """The right neighbour of *variable* in its row."""
        last = len(self.names) - 1
        return variable + 1 if variable < last and self._row_of(variable + 1) == self._row_of(variable) else None

    def _row_of(self, variable: int) -> int:
        if not self.row_of:
            self.row_of = {other: row for row, variables in enumerate(self.rows) for other in variables}
        return self.row_of[variable]
