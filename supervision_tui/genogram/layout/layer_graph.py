"""The rows as the ordering phase sees them: nodes to set in order, and the line segments between neighbouring rows.

A node is a partner chain, or a narrow dummy node that keeps a place for a line which passes a row on its way down
(Sugiyama, Tagawa and Toda 1981). Places are cells; while rows are being ordered they are those of rows packed tight
from the left.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from supervision_tui.genogram.layout.partner_chains import member_offsets

BLOCK_GAP = 2
"""Free cells between neighbouring nodes."""

SAME = 1e-9
"""Cells within which two places are one."""

Ordering = tuple[list[list[int]], list[tuple[str, ...]]]
"""Node numbers by row, and the inner order of every node."""


@dataclass(slots=True)
class Node:
    """A rigid piece of a row. *orders*: its possible inner orders; *centres*: of members, from its left end."""

    row: int
    orders: tuple[tuple[str, ...], ...]
    members: tuple[str, ...]
    centres: dict[str, int]
    width: int
    before: set[int] = field(default_factory=set)
    after: set[int] = field(default_factory=set)
    ups: list[int] = field(default_factory=list)
    downs: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Port:
    """Where a union's line leaves a node: halfway between *partners* (or at the one of them who stands in it)."""

    union: int
    node: int
    partners: tuple[str, ...]


@dataclass(slots=True)
class EdgeSegment:
    """A line from one row to the next, from a port or dummy node (*top_of*) to a member or dummy node (*bottom_of*)."""

    top: int
    top_of: int | str
    bottom: int
    bottom_of: str


@dataclass(slots=True)
class LayerGraph:
    """Everything of one connected family that is put in order. *rows* hold node numbers from the left."""

    nodes: list[Node]
    rows: list[list[int]]
    ports: list[Port]
    segments: list[EdgeSegment]
    left: list[float]
    widths: dict[str, int]

    def top_x(self, at: int) -> float:
        """Column where segment *at* begins."""
        segment = self.segments[at]
        node = self.nodes[segment.top]
        if isinstance(segment.top_of, str):
            return self.left[segment.top] + node.centres[segment.top_of]
        partners = self.ports[segment.top_of].partners
        return self.left[segment.top] + (node.centres[partners[0]] + node.centres[partners[-1]]) / 2

    def bottom_x(self, at: int) -> float:
        """Column where segment *at* ends."""
        segment = self.segments[at]
        return self.left[segment.bottom] + self.nodes[segment.bottom].centres[segment.bottom_of]

    def pack(self, row: int) -> None:
        """Set the places of *row*'s nodes tight from the left."""
        at = 0
        for number in self.rows[row]:
            self.left[number] = at
            at += self.nodes[number].width + BLOCK_GAP

    def pack_all(self) -> None:
        """Pack every row."""
        for row in range(len(self.rows)):
            self.pack(row)

    def crossings_below(self, row: int) -> int:
        """Crossings between *row* and the next, by merging sorted ends (Barth, Jünger and Mutzel 2002)."""
        pairs = [(self.top_x(at), self.bottom_x(at)) for number in self.rows[row] for at in self.nodes[number].downs]
        return count_crossings(pairs)

    def crossings(self) -> int:
        """Crossings in the whole graph."""
        return sum(self.crossings_below(row) for row in range(len(self.rows) - 1))

    def crossing_pairs(self) -> list[tuple[int, int]]:
        """Every two segments that cross."""
        pairs = []
        for row in self.rows:
            downs = [at for number in row for at in self.nodes[number].downs]
            lines = sorted((self.top_x(at), self.bottom_x(at), at) for at in downs)
            for place, (top, bottom, at) in enumerate(lines):
                pairs += [(at, other) for x, y, other in lines[place + 1 :] if x > top and y < bottom]
        return pairs

    def set_inner_order(self, number: int, order: tuple[str, ...]) -> None:
        """Stand the members of node *number* in *order*; its row has to be packed afterwards."""
        node = self.nodes[number]
        if order != node.members:
            node.members = order
            node.centres, node.width = member_offsets(order, self.widths)

    def standing(self) -> Ordering:
        """The order of everything, to come back to."""
        return [list(row) for row in self.rows], [node.members for node in self.nodes]

    def restore(self, standing: Ordering) -> None:
        """Go back to *standing*."""
        rows, orders = standing
        self.rows = [list(row) for row in rows]
        for number, order in enumerate(orders):
            self.set_inner_order(number, order)
        self.pack_all()


def count_crossings(pairs: Sequence[tuple[float, float]]) -> int:
    """How many of the lines (top, bottom) cross; lines from one point do not cross each other."""
    ordered = sorted(pairs)
    ends: list[float] = []
    total = at = 0
    while at < len(ordered):
        to = at
        while to < len(ordered) and ordered[to][0] - ordered[at][0] < SAME:
            total += len(ends) - bisect_right(ends, ordered[to][1] + SAME)
            to += 1
        for line in ordered[at:to]:
            insort(ends, line[1])
        at = to
    return total
