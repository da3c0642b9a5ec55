"""Phase 5, unions: where the line to a union's children begins, and where lines leave symbols at the side.

A couple who stand side by side have their line begin halfway between them, or right above an only child near there.
A single parent, or each of two parents who are no couple, has a line that leaves the side of their symbol, as half a
couple's would. Partners on two rows are joined by a line from side to side, and their children hang from it where it
reaches the lower of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.layering.layer_graph import CHILD_LINE, PARTNER_LINE
from supervision_tui.genogram.layout.layout_input import SYMBOL_WIDTH, UnionIn
from supervision_tui.genogram.layout.routing.channel_routing import ABOVE, Connection, Net

PAIR = 2

CLEARANCES = (2, 1, 3, 4, 5, 6)
"""Cells from a label's edge to a line beside it, in the order in which they are tried."""


MOST_SHIFT = 5
"""Cells from the middle of a couple's bar within which a line leaves it right above an only child, without a jog."""


@dataclass(frozen=True, slots=True)
class SideExit:
    """Where a line leaves a symbol: the *column* in which it goes on, at which *side* (-1 left, 1 right)."""

    column: int
    side: int


@dataclass(slots=True)
class UnionLines:
    """By union number: the columns where the line to the children begins, with whose side it leaves (else ``""``).

    *exits* by (union number, person); *used*: columns of each row where a line begins or passes.
    """

    beginnings: dict[int, dict[int, str]] = field(default_factory=dict)
    exits: dict[tuple[int, str], SideExit] = field(default_factory=dict)
    used: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def take(self, row: int, column: int) -> int:
        """The column nearest to *column* in which no line of *row* begins yet; it is taken now."""
        step = 0
        while column + step in self.used[row]:
            step = -step if step > 0 else 1 - step
        self.used[row].add(column + step)
        return column + step


def union_lines(placement: Placement, barred: Collection[int]) -> UnionLines:
    """The beginnings of all lines; *barred*: unions whose bar runs below labels, since others stand between the two."""
    lines = UnionLines()
    unions = placement.problem.unions
    bars = bar_sides(placement)
    for number in barred:
        left, right = sorted(unions[number].partners, key=lambda partner: placement.x[partner])
        row = placement.row[left]
        lines.used[row].update((placement.column_right_beside(left), placement.column_left_beside(right)))
    for number in sorted(
        range(len(unions)), key=lambda number: (number in barred, not _level(placement, unions[number]))
    ):
        _begin(lines, number, unions[number], placement, bars)
    return lines


def _level(placement: Placement, union: UnionIn) -> bool:
    """Whether the union is a couple on one row."""
    return (
        union.couple
        and len(union.partners) == PAIR
        and len({placement.row[partner] for partner in union.partners}) == 1
    )


def bar_sides(placement: Placement) -> set[tuple[str, int]]:
    """(person, side) wherever a bar between two neighbours ends."""
    sides = set()
    for union in placement.problem.unions:
        if _level(placement, union):
            left, right = sorted(union.partners, key=lambda partner: placement.x[partner])
            if (left, right) in placement.neighbours:
                sides |= {(left, 1), (right, -1)}
    return sides


def _begin(
    lines: UnionLines, number: int, union: UnionIn, placement: Placement, bars: Collection[tuple[str, int]]
) -> None:
    if not union.partners:
        return
    lowest = placement.lowest(union.partners)
    standing = sorted(
        (partner for partner in union.partners if placement.row[partner] == lowest),
        key=lambda partner: placement.x[partner],
    )
    if _level(placement, union):
        if union.children:
            lines.beginnings[number] = {lines.take(lowest, _below_the_bar(union, standing, placement)): ""}
        return
    upper = [partner for partner in union.partners if placement.row[partner] < lowest]
    if union.couple and upper:
        leave_at_side(lines, number, upper[0], standing[0], placement, bars)
        column = leave_at_side(lines, number, standing[0], upper[0], placement, bars)
        if union.children:
            lines.beginnings[number] = {column: standing[0]}
    elif union.children:
        lines.beginnings[number] = {
            leave_at_side(lines, number, parent, "", placement, bars): parent for parent in standing
        }


def _below_the_bar(union: UnionIn, standing: Sequence[str], placement: Placement) -> int:
    """Where the line to the children leaves a couple's bar: its middle, or right above an only child near there."""
    left, right = (placement.x[partner] for partner in standing)
    middle = (left + right) // PAIR
    if len(union.children) != 1 or placement.row[union.children[0]] != placement.row[standing[0]] + 1:
        return middle
    child, edge = placement.x[union.children[0]], SYMBOL_WIDTH // PAIR + 1
    near = abs(child - middle) <= MOST_SHIFT and left + edge < child < right - edge
    return child if near else middle


def leave_at_side(
    lines: UnionLines, key: int, person: str, other: str, placement: Placement, bars: Collection[tuple[str, int]]
) -> int:
    """The column in which a line that leaves *person* goes on: beside the symbol towards *other*, else below it."""
    row, x = placement.row[person], placement.x[person]
    first = -1 if other and placement.x[other] < x else 1
    for side in (first, -first):
        if (person, side) in bars:
            continue
        for clearance in CLEARANCES:
            column = x + side * (placement.widths[person] // 2 + clearance)
            if column not in lines.used[row] and not placement.is_occupied(row, column, clear=clearance > 1):
                lines.used[row].add(column)
                lines.exits[key, person] = SideExit(column, side)
                return column
            if placement.is_past_neighbour(person, side, column):
                break
    return lines.take(row, x)


def add_union_connections(gaps: list[list[Connection]], placement: Placement, lines: UnionLines) -> None:
    """Add the lines of all unions to the gaps between rows that they run through."""
    for number, union in enumerate(placement.problem.unions):
        if not union.partners:
            continue
        if union.couple:
            _add_line_between_rows(gaps, number, union, placement, lines)
        _add_line_to_children(gaps, number, union, placement, lines)


def _add_line_to_children(
    gaps: list[list[Connection]], number: int, union: UnionIn, placement: Placement, lines: UnionLines
) -> None:
    below: dict[int, list[str]] = defaultdict(list)
    for child in union.children:
        below[placement.row[child]].append(child)
    if not below:
        return
    lowest = placement.lowest(union.partners)
    beginning = dict(lines.beginnings[number])
    if not union.couple:
        for upper in (partner for partner in union.partners if placement.row[partner] < lowest):
            beginning[_add_line_of_upper_parent(gaps, number, upper, lowest, placement, lines)] = ABOVE
    for row in range(lowest, max(below)):
        ends = {placement.x[child]: child for child in below.get(row + 1, ())}
        goes_on = placement.passing.get(f"{CHILD_LINE}{union.id}\x00{row + 1}")
        bottoms = (*sorted(ends), *(() if goes_on is None else (goes_on,)))
        if not bottoms:
            break
        groups = [tuple(twin for twin in group if placement.row[twin] == row + 1) for group in union.twins]
        twins = [group for group in groups if len(group) > 1]
        net = Net(tuple(sorted(beginning)), bottoms)
        connection = Connection(number, net, ends, begins=row == lowest, parents=beginning)
        gaps[row].append(connection)
        gaps[row] += [_twin_connection(connection, group, placement) for group in twins]
        beginning = {} if goes_on is None else {goes_on: ""}


def _twin_connection(siblings: Connection, twins: tuple[str, ...], placement: Placement) -> Connection:
    """A line of their own for children of one birth, from one point of the line to all siblings."""
    columns = {placement.x[twin]: twin for twin in twins}
    apex = (min(columns) + max(columns)) // 2
    net = siblings.net
    net.bottoms = tuple(sorted({*net.bottoms, apex} - columns.keys()))
    siblings.apexes.add(apex)
    siblings.ends = {column: child for column, child in siblings.ends.items() if column not in columns}
    return Connection(siblings.union, Net((apex,), tuple(sorted(columns))), columns, apex_of=siblings)


def _add_line_of_upper_parent(
    gaps: list[list[Connection]], number: int, parent: str, lowest: int, placement: Placement, lines: UnionLines
) -> int:
    """Add the line of a parent who stands farther up, down to where it joins the other's; the column of that."""
    standing = [other for other in lines.beginnings[number].values() if other]
    column = leave_at_side(lines, number, parent, standing[0], placement, bar_sides(placement))
    near = min(lines.beginnings[number])
    start = {column: parent}
    for row in range(placement.row[parent], lowest):
        end = placement.free_column(row + 1, near, lines.used[row + 1])
        lines.used[row + 1].add(end)
        begins = row == placement.row[parent]
        gaps[row].append(Connection(number, Net(tuple(start), (end,)), {}, begins=begins, parents=start))
        start = {end: ""}
    return next(iter(start))


def _add_line_between_rows(
    gaps: list[list[Connection]], number: int, union: UnionIn, placement: Placement, lines: UnionLines
) -> None:
    """Add the line between partners who stand on two rows, from the side of the one to the side of the other."""
    lowest = placement.lowest(union.partners)
    for upper in (partner for partner in union.partners if placement.row[partner] < lowest):
        lower = next(partner for partner in union.partners if partner != upper)
        column = _column(lines.exits, number, upper, placement)
        for row in range(placement.row[upper], lowest):
            last = row + 1 == lowest
            end = _column(lines.exits, number, lower, placement)
            if not last:
                end = placement.passing.get(f"{PARTNER_LINE}{union.id}\x00{row + 1}", end)
            begins = row == placement.row[upper]
            ends = {end: lower} if last else {}
            parents = {column: upper} if begins else {}
            net = Net((column,), (end,))
            gaps[row].append(Connection(number, net, ends, between_partners=True, begins=begins, parents=parents))
            column = end


def _column(exits: Mapping[tuple[int, str], SideExit], number: int, person: str, placement: Placement) -> int:
    """Where the line of a union meets a person's column: beside the symbol, else left of the middle of it."""
    found = exits.get((number, person))
    return placement.x[person] - 1 if found is None else found.column
