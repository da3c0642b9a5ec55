"""Phase 5b: every line of a drawing, as straight pieces in cells.

The same pieces are painted in the terminal and, scaled, through Graphviz. A piece ends at a symbol's edge and passes
through none: bars run between neighbours at half height or below the labels, drops run between labels or below them,
and every other line keeps to the gaps between rows and to the columns kept free for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from supervision_tui.genogram.layout.channel_routing import Connection
from supervision_tui.genogram.layout.layout_input import SYMBOL_HEIGHT, SYMBOL_WIDTH, UnionIn
from supervision_tui.genogram.layout.placement import Placement
from supervision_tui.genogram.layout.y_coordinates import PAIR, RowPlan

Part = Literal["couple", "drop", "bar", "child", "passing", "rows"]
"""Between partners, down from them, along siblings, down to a child, past a row, between partners on two rows."""

HALF = SYMBOL_WIDTH // 2


@dataclass(frozen=True, slots=True)
class EdgePath:
    """Straight pieces through *points* (column, line); *union* is its number, *child* whom it reaches if one child.

    *link* is the number of a further parent link, or -1.
    """

    part: Part
    union: int
    points: tuple[tuple[int, int], ...]
    child: str = ""
    link: int = -1


def edge_paths(placement: Placement, plan: RowPlan, label_lines: Mapping[str, int]) -> list[EdgePath]:
    """All lines between partners and to children; *label_lines*: how many lines each person's label really has.

    Unions and links are numbered as in ``placement.problem``.
    """
    router = _Router(placement, plan, {person: label_lines.get(person, 0) for person in placement.row})
    return [*router.between_partners(), *router.through_gaps()]


@dataclass(frozen=True, slots=True)
class _Router:
    """What every line of one drawing needs to know."""

    placement: Placement
    plan: RowPlan
    label_lines: Mapping[str, int]

    def between_partners(self) -> Iterator[EdgePath]:
        """The bars of couples who stand on one row."""
        row, x = self.placement.row, self.placement.x
        for number, union in enumerate(self.placement.problem.unions):
            if len(union.partners) != PAIR or row[union.partners[0]] != row[union.partners[1]]:
                continue
            left, right = sorted(union.partners, key=lambda partner: x[partner])
            top = self.plan.tops[row[left]]
            if number not in self.plan.bar_tracks:
                yield EdgePath("couple", number, ((x[left] + HALF, top + 1), (x[right] - HALF, top + 1)))
                continue
            foot, track = top + SYMBOL_HEIGHT - 1, self._bar_line(number, top)
            down, up = self._gap_right_of(left), self._gap_left_of(right)
            corners = ((x[left] + HALF, foot), (down, foot), (down, track), (up, track), (up, foot))
            yield EdgePath("couple", number, (*corners, (x[right] - HALF, foot)))

    def through_gaps(self) -> Iterator[EdgePath]:
        """The lines that run in the gaps between rows: to children, between partners on two rows, further parents."""
        starts = {
            number: self._start(number, union)
            for number, union in enumerate(self.placement.problem.unions)
            if union.partners
        }
        for row, connections in enumerate(self.plan.gaps):
            below = self.plan.tops[row + 1] if row + 1 < len(self.plan.tops) else 0
            for connection in connections:
                top = self._connection_top(connection, row, starts)
                yield from _through_gap(connection, top, self.plan.gap_tops[row], below)

    def _bar_line(self, number: int, top: int) -> int:
        """The line of a partner bar that runs below the labels of a row whose symbols begin at *top*."""
        deepest = max(self.label_lines.values(), default=0)
        return top + SYMBOL_HEIGHT + deepest + self.plan.bar_tracks[number]

    def _gap_right_of(self, person: str) -> int:
        """The column just left of the middle between *person* and the right neighbour, where no label reaches."""
        row = self.placement.rows[self.placement.row[person]]
        following = row[row.index(person) + 1]
        return (self.placement.x[person] + self.placement.x[following]) // 2 - 1

    def _gap_left_of(self, person: str) -> int:
        row = self.placement.rows[self.placement.row[person]]
        before = row[row.index(person) - 1]
        return (self.placement.x[person] + self.placement.x[before] + 1) // 2 + 1

    def _start(self, number: int, union: UnionIn) -> int:
        """The line where the drop of a union begins."""
        lowest = self.placement.lowest(union.partners)
        standing = [partner for partner in union.partners if self.placement.row[partner] == lowest]
        standing.sort(key=lambda partner: self.placement.x[partner])
        top = self.plan.tops[lowest]
        if number in self.plan.bar_tracks:
            return self._bar_line(number, top)
        if len(standing) == PAIR and (standing[0], standing[1]) in self.placement.neighbours:
            return top + 1
        return top + SYMBOL_HEIGHT + self.label_lines[standing[0]]

    def _connection_top(self, connection: Connection, row: int, starts: Mapping[int, int]) -> int:
        """The line where a connection enters the gap below *row*: at its row's top when it comes from farther up."""
        top = self.plan.tops[row]
        if not connection.begins:
            return top
        if connection.between_partners:
            partners = self.placement.problem.unions[connection.union].partners
            upper = next(partner for partner in partners if self.placement.row[partner] == row)
            return top + SYMBOL_HEIGHT + self.label_lines[upper]
        if connection.union >= 0:
            return starts[connection.union]
        parents = self.placement.problem.links[connection.link].parents
        lowest = max(parents, key=lambda parent: (self.placement.row[parent], parent))
        return top + SYMBOL_HEIGHT + self.label_lines[lowest]


def _through_gap(connection: Connection, top: int, first_track: int, below: int) -> list[EdgePath]:
    """The pieces of one connection through one gap: down, along its track, down to each end."""
    net, partners = connection.net, connection.between_partners
    last: Part = "rows" if partners else "child"

    def path(part: Part, *points: tuple[int, int], child: str = "") -> EdgePath:
        return EdgePath("rows" if partners else part, connection.union, points, child, connection.link)

    if net.track < 0:
        column = net.tops[0]
        child = connection.ends.get(column, "")
        return [path(last if child else "passing", (column, top), (column, below), child=child)]
    track = first_track + net.track
    pieces = [path("drop", (column, top), (column, track)) for column in net.tops]
    pieces.append(path("bar", (net.low, track), (net.high, track)))
    for column in net.bottoms:
        child = connection.ends.get(column, "")
        pieces.append(path(last if child else "passing", (column, track), (column, below), child=child))
    return pieces
