"""Phase 1: which row everybody stands in, so that a row is a generation.

Most families allow every couple and every sibship on one row and every child exactly one row below; then walking
along the links gives the answer at once. Otherwise what gives way is what costs least: 50 for a row between partners,
5 for a row between siblings next in age, 1 for a row of a child's drop (:mod:`.layer_flow`).
"""

from __future__ import annotations

import statistics
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from supervision_tui.genogram.layout.layering.layer_flow import SameRow, minimise_rows
from supervision_tui.genogram.layout.layout_input import LayoutInput, PersonIn
from supervision_tui.genogram.layout.normalise import components
from supervision_tui.genogram.layout.stability import keep_rows

PARTNERS, SIBLINGS, CHILD, FURTHER_PARENT = 500, 50, 10, 3
"""What one row of distance costs; the order of the rules that may give way."""

_Link = tuple[str, str, int]


def assign_layers(problem: LayoutInput) -> Iterator[dict[str, int]]:
    """The rows of each family of *problem* that is not connected to the others, the largest first.

    All who stood in an earlier layout come as one, so that nobody's place among them changes when a link goes.
    """
    persons = {person.id: person for person in problem.persons}
    alignment = RowAlignment(persons)
    new_families: list[set[str]] = []
    layers: dict[str, int] = {}
    for members in sorted(components(problem), key=lambda members: (-len(members), min(members))):
        if members & problem.previous.keys():
            layers |= keep_rows(problem, assign_rows(problem, members), problem.previous)
        else:
            new_families.append(members)
    if layers:
        top = min(layers.values())
        yield alignment.align({person: row - top for person, row in layers.items()})
    for members in new_families:
        yield alignment.align(assign_rows(problem, members))


def assign_rows(problem: LayoutInput, persons: Iterable[str]) -> dict[str, int]:
    """The row of each of *persons*, a connected set; the topmost is 0."""
    members = set(persons)
    same_row, drops, further_parents = _links(problem, members)
    rows = _walk(members, same_row, drops, further_parents)
    if rows is None:
        below = [(a, b, CHILD) for a, b, _step in drops] + [(a, b, FURTHER_PARENT) for a, b, _step in further_parents]
        rows = minimise_rows(sorted(members), same_row, below)
    top = min(rows.values())
    return {person: row - top for person, row in rows.items()}


def _links(problem: LayoutInput, members: set[str]) -> tuple[list[tuple[str, str, int]], list[_Link], list[_Link]]:
    """(pairs wanted on one row with weight, parent above child, further parents above child)."""
    same_row: list[tuple[str, str, int]] = []
    drops: list[_Link] = []
    for union in problem.unions:
        if not members.issuperset(union.partners + union.children):
            continue
        if len(union.partners) == 2 and union.couple:  # noqa: PLR2004 - a couple
            same_row.append((*union.partners, PARTNERS))
        drops += [(parent, child, 1) for parent in union.partners for child in union.children]
        same_row += [
            (elder, younger, SIBLINGS) for elder, younger in zip(union.children, union.children[1:], strict=False)
        ]
    further_parents = [
        (parent, link.child, 1) for link in problem.links if link.child in members for parent in link.parents
    ]
    return same_row, drops, further_parents


def _walk(
    members: set[str], same_row: SameRow, drops: Sequence[_Link], further_parents: Sequence[_Link]
) -> dict[str, int] | None:
    """Rows that satisfy every wish at once, or ``None`` when wishes contradict each other or leave somebody loose."""
    beside: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for a, b, _weight in same_row:
        beside[a].append((b, 0))
        beside[b].append((a, 0))
    for parent, child, _one in drops:
        beside[parent].append((child, 1))
        beside[child].append((parent, -1))
    start = min(members)
    rows = {start: 0}
    queue = deque([start])
    while queue:
        person = queue.popleft()
        for other, step in beside[person]:
            if other not in rows:
                rows[other] = rows[person] + step
                queue.append(other)
            elif rows[other] != rows[person] + step:
                return None
    if len(rows) < len(members) or any(rows[child] <= rows[parent] for parent, child, _one in further_parents):
        return None
    return rows


class RowAlignment:
    """Families beside each other on one page: births that stand in each row so far, and how many rows there are."""

    def __init__(self, persons: Mapping[str, PersonIn]) -> None:
        self.persons = persons
        self.births: dict[int, list[int]] = defaultdict(list)
        self.depth = 0

    def align(self, rows: Mapping[str, int]) -> dict[str, int]:
        """*rows* moved down to where births fit best; nobody gets below the first family's last row unless all must."""
        room = max(0, self.depth - max(rows.values()) - 1)
        shift = min(range(room + 1), key=lambda down: (self._misfit(rows, down), down))
        moved = {person: row + shift for person, row in rows.items()}
        self.depth = max(self.depth, max(moved.values()) + 1)
        for person, row in moved.items():
            born = self.persons[person].earliest
            if born is not None:
                self.births[row].append(born)
        return moved

    def _misfit(self, rows: Mapping[str, int], down: int) -> float:
        """Days between births and those of the rows they would come to stand in, in sum."""
        days = 0.0
        for person, row in rows.items():
            born, others = self.persons[person].earliest, self.births.get(row + down)
            if born is not None and others:
                days += abs(born - statistics.median(others))
        return days
