"""Phase 1: which row everybody stands in, so that a row is a generation.

Most families allow every couple and every sibship on one row and every child exactly one row below; then walking
along the links gives the answer at once. Otherwise what gives way is what costs least: 50 for a row between partners,
5 for a row between siblings next in age, 1 for a row of a child's drop. Families of an ordinary size are settled by
lifting (:mod:`.uplift`), very large ones by a linear programme, whose matrix holds only differences, is therefore
totally unimodular (Hoffman and Kruskal 1956), and so gives whole rows.
"""

from __future__ import annotations

import statistics
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from supervision_tui.genogram.layout.layer_min_cut import Below, Together, minimise_rows
from supervision_tui.genogram.layout.layout_input import LayoutInput, PersonIn

PARTNERS, SIBLINGS, CHILD, FURTHER_PARENT = 500, 50, 10, 3
"""What one row of distance costs; the order of the rules that may give way."""

LARGE = 400
"""People from which a linear programme is faster than lifting, its imports counted in."""

_Link = tuple[str, str, int]


def assign_rows(given: LayoutInput, persons: Iterable[str]) -> dict[str, int]:
    """The row of each of *persons*, a connected set; the topmost is 0."""
    members = set(persons)
    together, drops, further = _links(given, members)
    rows = _walk(members, together, drops, further)
    if rows is None:
        below = [(a, b, CHILD) for a, b, _step in drops] + [(a, b, FURTHER_PARENT) for a, b, _step in further]
        solve = minimise_rows if len(members) < LARGE else _solve
        rows = solve(sorted(members), together, below)
    top = min(rows.values())
    return {one: row - top for one, row in rows.items()}


def _links(given: LayoutInput, members: set[str]) -> tuple[list[tuple[str, str, int]], list[_Link], list[_Link]]:
    """(pairs wanted on one row with weight, parent above child, further parents above child)."""
    together: list[tuple[str, str, int]] = []
    drops: list[_Link] = []
    for union in given.unions:
        if not members.issuperset(union.partners + union.children):
            continue
        if len(union.partners) == 2:  # noqa: PLR2004 - a couple
            together.append((*union.partners, PARTNERS))
        drops += [(parent, child, 1) for parent in union.partners for child in union.children]
        together += [(a, b, SIBLINGS) for a, b in zip(union.children, union.children[1:], strict=False)]
    further = [(parent, link.child, 1) for link in given.links if link.child in members for parent in link.parents]
    return together, drops, further


def _walk(
    members: set[str], together: Together, drops: Sequence[_Link], further: Sequence[_Link]
) -> dict[str, int] | None:
    """Rows that satisfy every wish at once, or ``None`` when wishes contradict each other or leave somebody loose."""
    beside: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for a, b, _weight in together:
        beside[a].append((b, 0))
        beside[b].append((a, 0))
    for parent, child, _one in drops:
        beside[parent].append((child, 1))
        beside[child].append((parent, -1))
    start = min(members)
    rows = {start: 0}
    queue = deque([start])
    while queue:
        one = queue.popleft()
        for other, step in beside[one]:
            if other not in rows:
                rows[other] = rows[one] + step
                queue.append(other)
            elif rows[other] != rows[one] + step:
                return None
    if len(rows) < len(members) or any(rows[child] <= rows[parent] for parent, child, _one in further):
        return None
    return rows


def _solve(members: Sequence[str], together: Together, below: Below) -> dict[str, int]:
    """Rows by linear programming; *members* sorted so that equal families give equal programmes."""
    import numpy as np  # noqa: PLC0415 - heavy, and only families with contradictory wishes need it
    from scipy.optimize import linprog  # noqa: PLC0415 - as above
    from scipy.sparse import coo_matrix  # noqa: PLC0415 - as above

    index = {one: at for at, one in enumerate(members)}
    count = len(members)
    costs = np.zeros(count + len(together))
    entries: list[tuple[int, int, float]] = []
    bounds: list[float] = []

    def at_most(terms: Sequence[tuple[int, float]], bound: float) -> None:
        entries.extend((len(bounds), column, value) for column, value in terms)
        bounds.append(bound)

    for parent, child, weight in below:
        costs[index[child]] += weight
        costs[index[parent]] -= weight
        at_most([(index[parent], 1.0), (index[child], -1.0)], -1)
    for at, (a, b, weight) in enumerate(together):
        costs[count + at] = weight
        for sign in (1.0, -1.0):
            at_most([(index[a], sign), (index[b], -sign), (count + at, -1.0)], 0.0)
    lines, columns, values = zip(*entries, strict=True)
    where = (np.array(lines), np.array(columns))
    matrix = coo_matrix((np.array(values), where), shape=(len(bounds), len(costs))).tocsr()
    costs[:count] += 1e-6
    found = linprog(costs, A_ub=matrix, b_ub=np.array(bounds), bounds=(0, count), method="highs")  # type: ignore[call-overload]
    return {one: round(float(found.x[at])) for one, at in index.items()}


class RowAlignment:
    """The birth days that stand in each row so far."""

    def __init__(self) -> None:
        self.births: dict[int, list[int]] = defaultdict(list)
        self.depth = 0

    def beside(self, rows: Mapping[str, int], persons: Mapping[str, PersonIn]) -> dict[str, int]:
        """*rows* moved down to where births fit best; nobody gets below the first family's last row unless all must."""
        room = max(0, self.depth - max(rows.values()) - 1)
        shift = min(range(room + 1), key=lambda down: (self._misfit(rows, persons, down), down))
        moved = {one: row + shift for one, row in rows.items()}
        self.depth = max(self.depth, max(moved.values()) + 1)
        for one, row in moved.items():
            born = persons[one].earliest
            if born is not None:
                self.births[row].append(born)
        return moved

    def _misfit(self, rows: Mapping[str, int], persons: Mapping[str, PersonIn], down: int) -> float:
        found = 0.0
        for one, row in rows.items():
            born, there = persons[one].earliest, self.births.get(row + down)
            if born is not None and there:
                found += abs(born - statistics.median(there))
        return found
