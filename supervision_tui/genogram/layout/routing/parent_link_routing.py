"""Phase 5, further parents: lines from birth parents, carers and guardians who are not the child's home.

They never move anybody. Such a line starts where its parents' line starts, passes rows between the labels, and ends
beside the middle of the child's symbol, where the home line ends. When the parents do not stand above the child there
is no line; the words tell of it all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.routing.channel_routing import Connection, Net
from supervision_tui.genogram.layout.routing.union_routing import PAIR, UnionLines, bar_sides, leave_at_side

BESIDE_MIDDLE = (1, 2, -1, -2)
"""Cells from the middle of a child's symbol at which further lines end, towards the side that they come from."""


def add_parent_link_connections(gaps: list[list[Connection]], placement: Placement, lines: UnionLines) -> None:
    """Add the lines of all further parents to the gaps they run through; children of the same parents share a line."""
    by_parents: dict[tuple[tuple[str, ...], int], list[int]] = defaultdict(list)
    links = placement.problem.links
    for number, link in enumerate(links):
        if placement.lowest(link.parents) < placement.row[link.child]:
            by_parents[link.parents, placement.row[link.child]].append(number)
    beginnings = {numbers[0]: _beginning(numbers[0], placement, lines) for numbers in by_parents.values()}
    ends = _ends(by_parents, beginnings, placement)
    for (_parents, target), numbers in by_parents.items():
        goals = {ends[number]: links[number].child for number in numbers}
        _add_connections(gaps, numbers[0], goals, target, beginnings[numbers[0]], placement, lines)


def _ends(
    by_parents: Mapping[tuple[tuple[str, ...], int], Sequence[int]],
    beginnings: Mapping[int, tuple[int, Mapping[int, str]]],
    placement: Placement,
) -> dict[int, int]:
    """By link, the column where its line ends: at the side of the child's symbol from which it comes, no two in one."""
    links = placement.problem.links
    coming: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for numbers in by_parents.values():
        start = min(beginnings[numbers[0]][1])
        for number in numbers:
            child = links[number].child
            coming[child, -1 if start < placement.x[child] else 1].append((start, number))
    ends = {}
    is_occupied: dict[str, set[int]] = defaultdict(set)
    for (child, side), lines in sorted(coming.items()):
        places = [side * place for place in BESIDE_MIDDLE if side * place not in is_occupied[child]][: len(lines)]
        is_occupied[child].update(places)
        starting = sorted(lines)
        for place, (_start, number) in zip(sorted(places), starting, strict=False):
            ends[number] = placement.x[child] + place
        for _start, number in starting[len(places) :]:
            ends[number] = placement.x[child] + side
    return ends


def _add_connections(
    gaps: list[list[Connection]],
    number: int,
    goals: Mapping[int, str],
    target: int,
    beginning: tuple[int, Mapping[int, str]],
    placement: Placement,
    lines: UnionLines,
) -> None:
    union, columns = beginning
    lowest = placement.lowest(placement.problem.links[number].parents)
    near = sum(goals) // len(goals)
    start = dict(columns)
    for row in range(lowest, target):
        last = row + 1 == target
        ends = dict(goals) if last else {placement.free_column(row + 1, near, lines.used[row + 1]): ""}
        net = Net(tuple(sorted(start)), tuple(sorted(ends)))
        begins = row == lowest
        given = dict(goals) if last else {}
        gaps[row].append(Connection(union, net, given, link=number, begins=begins, parents=start))
        if not last:
            lines.used[row + 1].add(min(ends))
        start = {min(ends): ""}


def _beginning(number: int, placement: Placement, lines: UnionLines) -> tuple[int, Mapping[int, str]]:
    """(the number of the union whose line a link shares or -1, the columns where it begins, with whose side it leaves).

    Parents who are no couple here each have a line of their own.
    """
    link = placement.problem.links[number]
    lowest = placement.lowest(link.parents)
    for union_number, union in enumerate(placement.problem.unions):
        if union.partners == link.parents and union.couple and len(union.partners) == PAIR:
            shared = lines.beginnings.get(union_number)
            if shared:
                return union_number, shared
            standing = [partner for partner in union.partners if placement.row[partner] == lowest]
            if len(standing) == PAIR:
                column = lines.take(lowest, sum(placement.x[partner] for partner in standing) // PAIR)
                return union_number, {column: ""}
    bars = bar_sides(placement)
    standing = [parent for parent in link.parents if placement.row[parent] == lowest]
    return -1, {leave_at_side(lines, -1 - number, parent, link.child, placement, bars): parent for parent in standing}
