"""Phase 5, further parents: lines from birth parents, carers and guardians who are not the child's home.

They never move anybody. Such a line starts where its parents' line starts, passes rows between the labels, and ends
beside the middle of the child's symbol, where the home line ends. When the parents do not stand above the child there
is no line; the words tell of it all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supervision_tui.genogram.layout.channel_routing import Connection, Net
from supervision_tui.genogram.layout.layout_input import LinkIn, UnionIn


@dataclass(frozen=True, slots=True)
class Ordering:
    """Rows, columns and widths of everybody, and the columns of lines that pass rows."""

    row: Mapping[str, int]
    x: Mapping[str, int]
    widths: Mapping[str, int]
    passing: Mapping[str, int]

    def free_column(self, row: int, near: int, taken: set[int]) -> int:
        """The column nearest to *near* in *row* where neither a label nor another line stands."""
        blocked = set(taken)
        for one, at in self.row.items():
            if at == row:
                half = self.widths.get(one, 1) // 2
                blocked.update(range(self.x[one] - half, self.x[one] + half + 1))
        blocked.update(x for name, x in self.passing.items() if name.rsplit("\x00", 1)[-1] == str(row))
        step = 0
        while near + step in blocked:
            step = -step if step > 0 else 1 - step
        return near + step


def add_parent_link_connections(
    gaps: list[list[Connection]],
    links: Sequence[LinkIn],
    unions: Sequence[UnionIn],
    drops: Mapping[int, int],
    standing: Ordering,
) -> None:
    """Add the threads of all *links* to the gaps that they run through; children of the same parents share a line."""
    together: dict[tuple[tuple[str, ...], int], list[int]] = defaultdict(list)
    for at, link in enumerate(links):
        if max(standing.row[one] for one in link.parents) < standing.row[link.child]:
            together[link.parents, standing.row[link.child]].append(at)
    for (_parents, target), ats in together.items():
        _add_connections(gaps, ats[0], [links[at] for at in ats], target, unions, drops, standing)


def _add_connections(
    gaps: list[list[Connection]],
    at: int,
    links: Sequence[LinkIn],
    target: int,
    unions: Sequence[UnionIn],
    drops: Mapping[int, int],
    standing: Ordering,
) -> None:
    row, x = standing.row, standing.x
    lowest = max(row[one] for one in links[0].parents)
    union, column = _beginning(links[0], unions, drops, standing, lowest)
    goals = {x[link.child] + (-1 if column < x[link.child] else 1): link.child for link in links}
    near = sum(goals) // len(goals)
    for line in range(lowest, target):
        last = line + 1 == target
        used = {drop for number, drop in drops.items() if max(row[one] for one in unions[number].partners) == line + 1}
        ends = goals if last else {standing.free_column(line + 1, near, used): ""}
        net = Net((column,), tuple(sorted(ends)))
        gaps[line].append(Connection(union, net, goals if last else {}, link=at, begins=line == lowest))
        column = min(ends)


def _beginning(
    link: LinkIn, unions: Sequence[UnionIn], drops: Mapping[int, int], standing: Ordering, lowest: int
) -> tuple[int, int]:
    """(the union whose line it shares or -1, the column where it starts)."""
    for number, union in enumerate(unions):
        if union.partners == link.parents:
            xs = [standing.x[one] for one in union.partners if standing.row[one] == lowest]
            return number, drops.get(number, sum(xs) // len(xs))
    column = standing.x[max(link.parents, key=lambda one: (standing.row[one], one))]
    used = {
        drop for number, drop in drops.items() if max(standing.row[one] for one in unions[number].partners) == lowest
    }
    return -1, column + 1 if column in used else column
