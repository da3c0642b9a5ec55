"""The rows as the ordering phase sees them: nodes to set in order, and the segments of lines between neighbouring rows.

A node is a partner chain, or a narrow dummy node that keeps a place for a line which passes a row on its way down
(Sugiyama, Tagawa and Toda 1981). Places are cells; while rows are being ordered they are those of rows packed tight
from the left.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from supervision_tui.genogram.layout.layering.partner_chains import member_offsets

CHILD_LINE, PARTNER_LINE = "\x00", "\x01"
"""How names of dummy nodes begin: on lines to children, and between partners on two rows."""

NODE_GAP = 2
"""Free cells between neighbouring nodes."""

FEW = 4
"""Lines up to which every pair is looked at."""

SAME = 1e-9
"""Cells within which two places are one."""

Ordering = tuple[Sequence[Sequence[int]], Sequence[int]]
"""Node numbers by row, and the number of the inner order of every node."""


@dataclass(slots=True)
class Node:
    """A rigid piece of a row. *orders*: its possible inner orders, of which *inner* is the number of the present one.

    *before*, *after*: nodes of the row that must stand right and left of it; *rather_before*, *rather_after*: nodes
    that stand there only while it costs no crossing. *ups*, *downs*: numbers of segments.
    """

    row: int
    orders: tuple[tuple[str, ...], ...]
    inner: int = 0
    before: set[int] = field(default_factory=set)
    after: set[int] = field(default_factory=set)
    rather_before: set[int] = field(default_factory=set)
    rather_after: set[int] = field(default_factory=set)
    ups: list[int] = field(default_factory=list)
    downs: list[int] = field(default_factory=list)

    @property
    def members(self) -> tuple[str, ...]:
        """The people of a chain, or the name of a dummy node, from the left."""
        return self.orders[self.inner]


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


@dataclass(frozen=True, slots=True)
class _Shape:
    """A node in one inner order: its width, where its members' centres are, where its segments end in it.

    *sides*: for every two segments up, then for every two down, on which side of each other they end in it.
    """

    width: int
    centres: Mapping[str, int]
    downs: Sequence[tuple[int, float]]
    ups: Sequence[tuple[int, float]]
    sides: tuple[int, ...]


class LayerGraph:
    """Everything of one connected family that is put in order.

    ``rows`` hold node numbers from the left; ``left``: the first cell of each node; ``place``: its number in its row;
    ``segments_below``: numbers of the segments between each row and the next; ``version``: how often each row was
    packed; ``couples``: those who stand on one row; ``exits``: (person, other or ``""``) for lines that leave the side
    of a symbol; ``further_links``: (parent, child) who are not home to each other. Call :meth:`finish` once all is
    added.
    """

    def __init__(self, widths: Mapping[str, int], row_count: int) -> None:
        self.widths = widths
        self.nodes: list[Node] = []
        self.rows: list[list[int]] = [[] for _ in range(row_count)]
        self.ports: list[Port] = []
        self.segments: list[EdgeSegment] = []
        self.couples: set[frozenset[str]] = set()
        self.exits: list[tuple[str, str]] = []
        self.further_links: list[tuple[str, str]] = []

    def add_node(self, row: int, orders: tuple[tuple[str, ...], ...]) -> int:
        """Add a node at the right end of *row*; its number."""
        self.nodes.append(Node(row, orders))
        self.rows[row].append(len(self.nodes) - 1)
        return len(self.nodes) - 1

    def add_segment(self, top: int, top_of: int | str, bottom: int, bottom_of: str) -> None:
        """Add a segment between two nodes of neighbouring rows."""
        self.nodes[top].downs.append(len(self.segments))
        self.nodes[bottom].ups.append(len(self.segments))
        self.segments.append(EdgeSegment(top, top_of, bottom, bottom_of))

    def finish(self) -> None:
        """Work out what does not change any more, and pack the rows."""
        count = len(self.nodes)
        self.top = [segment.top for segment in self.segments]
        self.bottom = [segment.bottom for segment in self.segments]
        self.segments_below = [[at for number in row for at in self.nodes[number].downs] for row in self.rows]
        self.shapes = [[self._shape(node, order) for order in node.orders] for node in self.nodes]
        self.turnable = [[number for number in row if len(self.nodes[number].orders) > 1] for row in self.rows]
        self.left, self.place, self.width = [0] * count, [0] * count, [0] * count
        self.top_offset, self.bottom_offset = [0.0] * len(self.segments), [0.0] * len(self.segments)
        self.version = [0] * len(self.rows)
        self._crossings: list[int | None] = [None] * len(self.rows)
        self._best_inner: list[dict[tuple[int, ...], int]] = [{} for _ in range(count)]
        self._preferred = [(at, other) for at, node in enumerate(self.nodes) for other in sorted(node.rather_before)]
        for number in range(count):
            self.set_inner_order(number, 0)
        self.pack_all()

    def _shape(self, node: Node, order: tuple[str, ...]) -> _Shape:
        centres, width = ({order[0]: 0}, 1) if order[0] not in self.widths else member_offsets(order, self.widths)
        downs = [(at, self._start_offset(self.segments[at], centres)) for at in node.downs]
        ups = [(at, float(centres[self.segments[at].bottom_of])) for at in node.ups]
        sides = *_sides([offset for _at, offset in ups]), *_sides([offset for _at, offset in downs])
        return _Shape(width, centres, downs, ups, sides)

    def _start_offset(self, segment: EdgeSegment, centres: Mapping[str, int]) -> float:
        if isinstance(segment.top_of, str):
            return centres[segment.top_of]
        partners = self.ports[segment.top_of].partners
        return (centres[partners[0]] + centres[partners[-1]]) / 2

    def top_x(self, at: int) -> float:
        """Column where segment *at* begins."""
        return self.left[self.top[at]] + self.top_offset[at]

    def bottom_x(self, at: int) -> float:
        """Column where segment *at* ends."""
        return self.left[self.bottom[at]] + self.bottom_offset[at]

    def set_inner_order(self, number: int, inner: int) -> None:
        """Stand the members of a node in its order number *inner*; its row has to be packed afterwards."""
        shape = self.shapes[number][inner]
        self.nodes[number].inner = inner
        self.width[number] = shape.width
        for at, offset in shape.downs:
            self.top_offset[at] = offset
        for at, offset in shape.ups:
            self.bottom_offset[at] = offset

    def pack(self, row: int) -> None:
        """Set the places of *row*'s nodes tight from the left."""
        cell = 0
        for place, number in enumerate(self.rows[row]):
            self.left[number] = cell
            self.place[number] = place
            cell += self.width[number] + NODE_GAP
        self.version[row] += 1
        self._crossings[row] = None
        if row:
            self._crossings[row - 1] = None

    def pack_all(self) -> None:
        """Pack every row."""
        for row in range(len(self.rows)):
            self.pack(row)

    def crossings_below(self, row: int) -> int:
        """Crossings between *row* and the next, by merging sorted ends (Barth, Jünger and Mutzel 2002)."""
        known = self._crossings[row]
        if known is None:
            left, top, bottom = self.left, self.top, self.bottom
            starts, ends = self.top_offset, self.bottom_offset
            known = count_crossings(
                [(left[top[at]] + starts[at], left[bottom[at]] + ends[at]) for at in self.segments_below[row]]
            )
            self._crossings[row] = known
        return known

    def crossings(self) -> int:
        """Crossings in the whole graph."""
        return sum(self.crossings_below(row) for row in range(len(self.rows) - 1))

    def preferences_broken(self) -> int:
        """Pairs of neighbours in a preferred order that stand the other way round."""
        return len(self.broken_preferences())

    def broken_preferences(self) -> list[tuple[int, int]]:
        """Those pairs, as (which should stand left, which right)."""
        place = self.place
        return [pair for pair in self._preferred if place[pair[0]] > place[pair[1]]]

    def best_inner_order(self, number: int) -> int:
        """The inner order in which the lines of a node cross least among themselves, the first of equals."""
        node = self.nodes[number]
        far = *_sides([self.top_x(at) for at in node.ups]), *_sides([self.bottom_x(at) for at in node.downs])
        known = self._best_inner[number]
        if far not in known:
            crossings = [
                sum(side * other < 0 for side, other in zip(far, shape.sides, strict=True))
                for shape in self.shapes[number]
            ]
            known[far] = crossings.index(min(crossings))
        return known[far]

    def ordering(self) -> Ordering:
        """The order of everything, to come back to."""
        return [list(row) for row in self.rows], [node.inner for node in self.nodes]

    def restore(self, ordering: Ordering) -> None:
        """Go back to *ordering*."""
        rows, inner = ordering
        for row, numbers in enumerate(rows):
            changed = self.rows[row] != numbers
            for number in self.turnable[row]:
                if self.nodes[number].inner != inner[number]:
                    self.set_inner_order(number, inner[number])
                    changed = True
            if changed:
                self.rows[row] = list(numbers)
                self.pack(row)


def _sides(columns: Sequence[float]) -> list[int]:
    """For every two of *columns*: 1 where the later lies right, -1 where it lies left, 0 where they are one."""
    return [
        (column - other > SAME) - (other - column > SAME) for at, column in enumerate(columns) for other in columns[:at]
    ]


def count_crossings(pairs: Sequence[tuple[float, float]]) -> int:
    """How many of the lines (top, bottom) cross; lines from one point do not cross each other."""
    if len(pairs) < FEW:
        return sum(
            (top - other_top) * (bottom - other_bottom) < -SAME
            for at, (top, bottom) in enumerate(pairs)
            for other_top, other_bottom in pairs[:at]
        )
    ordered = sorted(pairs)
    ends: list[float] = []
    total = first = 0
    while first < len(ordered):
        last = first
        while last < len(ordered) and ordered[last][0] - ordered[first][0] < SAME:
            total += len(ends) - bisect_right(ends, ordered[last][1] + SAME)
            last += 1
        for _top, bottom in ordered[first:last]:
            insort(ends, bottom)
        first = last
    return total
