"""Phase 5b: every line of a drawing, as straight pieces in cells.

The same pieces are painted in the terminal and, scaled, through Graphviz. A piece ends at a symbol's edge and passes
through none: bars run between neighbours at half height or below the labels, lines of single parents leave at the side,
and every other line keeps to the gaps between rows and to the columns kept free for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.layout_input import SYMBOL_HEIGHT, SYMBOL_WIDTH
from supervision_tui.genogram.layout.routing.channel_routing import ABOVE, Connection
from supervision_tui.genogram.layout.routing.union_routing import PAIR
from supervision_tui.genogram.layout.routing.y_coordinates import RowPlan

Part = Literal["couple", "side", "drop", "bar", "child", "passing", "rows", "rows side"]
"""Between partners on one row; from a parent's side; down to the siblings' bar; that bar; down to one child; past a
row; between partners on two rows; from the side of one of those."""

BETWEEN_PARTNERS = frozenset({"couple", "rows", "rows side"})
"""The parts that say how two partners are."""

HALF = SYMBOL_WIDTH // 2


@dataclass(frozen=True, slots=True)
class EdgePath:
    """Straight pieces through *points* (column, line); *union* is its number, *child* whom it reaches if one child.

    *link* is the number of a further parent link, or -1; *parent* whose side it leaves. *apex*: where the line to
    children of one birth leaves the line to all siblings, on every piece of it.
    """

    part: Part
    union: int
    points: tuple[tuple[int, int], ...]
    child: str = ""
    link: int = -1
    parent: str = ""
    apex: tuple[int, int] | None = None


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
            if not union.couple or len(union.partners) != PAIR or row[union.partners[0]] != row[union.partners[1]]:
                continue
            left, right = sorted(union.partners, key=lambda partner: x[partner])
            top = self.plan.tops[row[left]]
            if number not in self.plan.bar_tracks:
                yield EdgePath("couple", number, ((x[left] + HALF, top + 1), (x[right] - HALF, top + 1)))
                continue
            foot, track = top + SYMBOL_HEIGHT - 1, self._bar_line(number, top)
            down, up = self.placement.column_right_beside(left), self.placement.column_left_beside(right)
            corners = ((x[left] + HALF, foot), (down, foot), (down, track), (up, track), (up, foot))
            yield EdgePath("couple", number, (*corners, (x[right] - HALF, foot)))

    def through_gaps(self) -> Iterator[EdgePath]:
        """The lines that run in the gaps between rows: to children, between partners on two rows, further parents."""
        for row, connections in enumerate(self.plan.gaps):
            below = self.plan.tops[row + 1] if row + 1 < len(self.plan.tops) else 0
            for connection in connections:
                yield from self._sides(connection, row)
                yield from self._through_gap(connection, row, below)

    def _bar_line(self, number: int, top: int) -> int:
        """The line of a partner bar that runs below the labels of a row whose symbols begin at *top*."""
        deepest = max(self.label_lines.values(), default=0)
        return top + SYMBOL_HEIGHT + deepest + self.plan.bar_tracks[number]

    def _sides(self, connection: Connection, row: int) -> Iterator[EdgePath]:
        """The level pieces from the sides of symbols to where a connection begins in this gap, or ends below it."""
        part: Part = "rows side" if connection.between_partners else "side"
        persons = [(person, row) for person in connection.parents.values()]
        if connection.between_partners:
            persons += [(person, row + 1) for person in connection.ends.values()]
        for person, standing in persons:
            found = self.plan.exits.get((connection.key, person))
            if found is not None:
                line = self.plan.tops[standing] + 1
                edge = self.placement.x[person] + found.side * HALF
                points = ((edge, line), (found.column, line))
                yield EdgePath(part, connection.union, points, link=connection.link, parent=person)

    def _top(self, connection: Connection, row: int, column: int) -> int:
        """The line where a connection enters the gap below *row* in that *column*."""
        top = self.plan.tops[row]
        if not connection.begins or (parent := connection.parents.get(column)) is None:
            return top
        if parent == ABOVE:
            return top
        if parent:
            left_at_side = (connection.key, parent) in self.plan.exits
            return top + (1 if left_at_side else SYMBOL_HEIGHT + self.label_lines[parent])
        if connection.union in self.plan.bar_tracks:
            return self._bar_line(connection.union, top)
        return top + 1

    def _through_gap(self, connection: Connection, row: int, below: int) -> Iterator[EdgePath]:
        """The pieces of one connection through one gap: down, along its track, down to each end."""
        net = connection.net
        apex = self._apex(connection, row)
        partners = connection.between_partners

        def path(part: Part, *points: tuple[int, int], child: str = "") -> EdgePath:
            shown: Part = "rows" if partners else part
            return EdgePath(shown, connection.union, points, "" if partners else child, connection.link, apex=apex)

        def end_of(column: int) -> int:
            at_side = partners and (connection.key, connection.ends.get(column, "")) in self.plan.exits
            return below + 1 if at_side else below

        def last(column: int) -> Part:
            return "child" if column in connection.ends else "passing"

        if net.track < 0:
            column = net.tops[0]
            top = self._top(connection, row, column) if apex is None else apex[1]
            if column not in connection.apexes:
                child = connection.ends.get(column, "")
                yield path(last(column), (column, top), (column, end_of(column)), child=child)
            return
        track = self.plan.gap_tops[row] + net.track
        for column in net.tops:
            yield path(
                "drop", (column, self._top(connection, row, column) if apex is None else apex[1]), (column, track)
            )
        yield path("bar", (net.low, track), (net.high, track))
        for column in net.bottoms:
            if column not in connection.apexes:
                child = connection.ends.get(column, "")
                yield path(last(column), (column, track), (column, end_of(column)), child=child)

    def _apex(self, connection: Connection, row: int) -> tuple[int, int] | None:
        """Where the line of children of one birth begins: on the bar of all siblings, or where that line begins."""
        siblings = connection.apex_of
        if siblings is None:
            return None
        column = connection.net.tops[0]
        if siblings.net.track >= 0:
            return column, self.plan.gap_tops[row] + siblings.net.track
        return column, self._top(siblings, row, siblings.net.tops[0])
