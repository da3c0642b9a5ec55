"""Where everybody stands while a layout is made: row and column of each person, columns of lines that pass a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph
from supervision_tui.genogram.layout.layout_input import LayoutInput

APART = 4
"""Free cells between families that are not connected."""


@dataclass
class Placement:
    """Row and centre column of everybody in *problem*. *passing*: the column of each dummy node, by its name."""

    problem: LayoutInput
    row: dict[str, int] = field(default_factory=dict)
    x: dict[str, int] = field(default_factory=dict)
    passing: dict[str, int] = field(default_factory=dict)
    contour: dict[int, int] = field(default_factory=dict)
    """The first free column of each row."""

    def add(self, graph: LayerGraph, columns: Mapping[str, int]) -> None:
        """Put a connected family as far left as what stands there allows; *columns*: centres of its members."""
        members = [[name for number in numbers for name in graph.nodes[number].members] for numbers in graph.rows]
        spans = {
            row: (
                columns[names[0]] - graph.widths.get(names[0], 1) // 2,
                columns[names[-1]] + graph.widths.get(names[-1], 1) // 2 + 1,
            )
            for row, names in enumerate(members)
            if names
        }
        shift = max(
            [0, *(self.contour[row] + APART - low for row, (low, _high) in spans.items() if row in self.contour)]
        )
        for row, names in enumerate(members):
            for name in names:
                if name in graph.widths:
                    self.row[name], self.x[name] = row, columns[name] + shift
                else:
                    self.passing[name] = columns[name] + shift
        self.contour |= {row: high + shift for row, (_low, high) in spans.items()}

    @cached_property
    def widths(self) -> Mapping[str, int]:
        """Cells that everybody's symbol and label take."""
        return {person.id: person.width for person in self.problem.persons}

    @cached_property
    def rows(self) -> list[list[str]]:
        """The ids of the people of each row, from the left."""
        rows: list[list[str]] = [[] for _ in range(max(self.row.values(), default=-1) + 1)]
        for person, row in self.row.items():
            rows[row].append(person)
        return [sorted(row, key=lambda person: self.x[person]) for row in rows]

    @cached_property
    def neighbours(self) -> set[tuple[str, str]]:
        """Ordered pairs (left, right) of people between whom nobody stands."""
        return {pair for row in self.rows for pair in pairwise(row)}

    def lowest(self, persons: tuple[str, ...]) -> int:
        """The row of the one of *persons* who stands farthest down the page."""
        return max(self.row[person] for person in persons)

    @cached_property
    def _taken_columns(self) -> Mapping[int, set[int]]:
        """The columns of each row where a symbol, a label or a passing line stands."""
        is_occupied: dict[int, set[int]] = defaultdict(set)
        for person, row in self.row.items():
            half = self.widths.get(person, 1) // 2
            is_occupied[row].update(range(self.x[person] - half, self.x[person] + half + 1))
        for name, column in self.passing.items():
            is_occupied[int(name.rsplit("\x00", 1)[-1])].add(column)
        return is_occupied

    def is_occupied(self, row: int, column: int, *, clear: bool) -> bool:
        """Whether a symbol, a label or a passing line stands in *column* of *row*, or (*clear*) right beside it."""
        columns = self._taken_columns.get(row, set())
        return column in columns or (clear and (column - 1 in columns or column + 1 in columns))

    def is_past_neighbour(self, person: str, side: int, column: int) -> bool:
        """Whether *column* lies past the middle of the neighbour at that *side* (-1 left, 1 right) of *person*."""
        row = self.rows[self.row[person]]
        place = row.index(person) + side
        return 0 <= place < len(row) and side * (column - self.x[row[place]]) >= 0

    def column_right_beside(self, person: str) -> int:
        """The column just left of the middle between *person* and the right neighbour, where no label reaches."""
        row = self.rows[self.row[person]]
        return (self.x[person] + self.x[row[row.index(person) + 1]]) // 2 - 1

    def column_left_beside(self, person: str) -> int:
        """The column just right of the middle between *person* and the left neighbour."""
        row = self.rows[self.row[person]]
        return (self.x[person] + self.x[row[row.index(person) - 1]] + 1) // 2 + 1

    def free_column(self, row: int, near: int, is_occupied: set[int]) -> int:
        """The column nearest to *near* in *row* where nothing stands, nor one of the columns *taken*."""
        blocked = is_occupied | self._taken_columns.get(row, set())
        step = 0
        while near + step in blocked:
            step = -step if step > 0 else 1 - step
        return near + step
