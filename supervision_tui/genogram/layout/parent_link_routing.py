"""Phase 5, further parents: lines from birth parents, carers and guardians who are not the child's home.

They never move anybody. Such a line starts where its parents' line starts, passes rows between the labels, and ends
beside the middle of the child's symbol, where the home line ends. When the parents do not stand above the child there
is no line; the words tell of it all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from supervision_tui.genogram.layout.channel_routing import Connection, Net
from supervision_tui.genogram.layout.layout_input import LinkIn
from supervision_tui.genogram.layout.placement import Placement


def add_parent_link_connections(gaps: list[list[Connection]], placement: Placement, drops: Mapping[int, int]) -> None:
    """Add the lines of all further parents to the gaps they run through; children of the same parents share a line."""
    by_parents: dict[tuple[tuple[str, ...], int], list[int]] = defaultdict(list)
    links = placement.problem.links
    for number, link in enumerate(links):
        if placement.lowest(link.parents) < placement.row[link.child]:
            by_parents[link.parents, placement.row[link.child]].append(number)
    for (_parents, target), numbers in by_parents.items():
        _add_connections(gaps, numbers[0], [links[number] for number in numbers], target, placement, drops)


def _add_connections(
    gaps: list[list[Connection]],
    number: int,
    links: Sequence[LinkIn],
    target: int,
    placement: Placement,
    drops: Mapping[int, int],
) -> None:
    lowest = placement.lowest(links[0].parents)
    union, column = _beginning(links[0], placement, drops, lowest)
    goals = {placement.x[link.child] + (-1 if column < placement.x[link.child] else 1): link.child for link in links}
    near = sum(goals) // len(goals)
    for row in range(lowest, target):
        last = row + 1 == target
        ends = goals if last else {placement.free_column(row + 1, near, _drops_in(placement, drops, row + 1)): ""}
        net = Net((column,), tuple(sorted(ends)))
        gaps[row].append(Connection(union, net, goals if last else {}, link=number, begins=row == lowest))
        column = min(ends)


def _beginning(link: LinkIn, placement: Placement, drops: Mapping[int, int], lowest: int) -> tuple[int, int]:
    """(the number of the union whose line it shares or -1, the column where it starts)."""
    for number, union in enumerate(placement.problem.unions):
        if union.partners == link.parents:
            columns = [placement.x[partner] for partner in union.partners if placement.row[partner] == lowest]
            return number, drops.get(number, sum(columns) // len(columns))
    column = placement.x[max(link.parents, key=lambda parent: (placement.row[parent], parent))]
    return -1, column + 1 if column in _drops_in(placement, drops, lowest) else column


def _drops_in(placement: Placement, drops: Mapping[int, int], row: int) -> set[int]:
    """The columns where lines to children start in *row*."""
    unions = placement.problem.unions
    return {column for number, column in drops.items() if placement.lowest(unions[number].partners) == row}
