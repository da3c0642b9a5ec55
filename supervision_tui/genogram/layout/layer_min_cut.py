"""Rows by steepest descent: lift the best set of people by one row for as long as that makes the drawing cheaper.

The cost is a sum of functions of differences of two rows, so it is L-natural-convex: when lifting no set helps, it is
at its minimum (Murota 2003), and the best set is a minimum cut (found by augmenting along shortest paths: Edmonds and
Karp 1972). Exact like the linear programme, without its imports; meant for families of an ordinary size.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

Together = Sequence[tuple[str, str, int]]
Below = Sequence[tuple[str, str, int]]
_Arcs = dict[str, dict[str, int]]

SOURCE, SINK = "\x00source", "\x00sink"
NEVER = 10**9


def minimise_rows(members: Sequence[str], together: Together, below: Below) -> dict[str, int]:
    """Rows of *members* that cost least.

    *together*: (a, b, cost of each row between them). *below*: (upper, lower, cost of each row between them), where
    lower stands at least one row below upper.
    """
    rows = _longest_path_rows(members, below)
    while lifted := _improving_set(rows, together, below):
        for one in lifted:
            rows[one] += 1
    return rows


def _longest_path_rows(members: Sequence[str], below: Below) -> dict[str, int]:
    """Everybody as high up as their ancestors allow."""
    rows = dict.fromkeys(members, 0)
    waiting = dict.fromkeys(members, 0)
    children: dict[str, list[str]] = {one: [] for one in members}
    for upper, lower, _cost in below:
        waiting[lower] += 1
        children[upper].append(lower)
    ready = deque(one for one in members if not waiting[one])
    while ready:
        one = ready.popleft()
        for child in children[one]:
            rows[child] = max(rows[child], rows[one] + 1)
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return rows


def _improving_set(rows: Mapping[str, int], together: Together, below: Below) -> set[str]:
    """The smallest set whose people had better all stand one row lower down the page; empty when there is none."""
    alone = dict.fromkeys(rows, 0)
    arcs: _Arcs = {one: {} for one in rows}

    def arc(a: str, b: str, cost: int) -> None:
        arcs[a][b] = arcs[a].get(b, 0) + cost
        arcs[b].setdefault(a, 0)

    for upper, lower, cost in below:
        alone[lower] += cost
        alone[upper] -= cost
        if rows[lower] == rows[upper] + 1:
            arc(upper, lower, NEVER)
    for a, b, cost in together:
        apart = rows[a] - rows[b]
        if apart:
            high, low = (a, b) if apart > 0 else (b, a)
            alone[high] += cost
            alone[low] -= cost
        else:
            arc(a, b, cost)
            arc(b, a, cost)
    arcs[SOURCE], arcs[SINK] = {}, {}
    for one, cost in alone.items():
        if cost > 0:
            arc(one, SINK, cost)
        elif cost < 0:
            arc(SOURCE, one, -cost)
    gain = sum(arcs[SOURCE].values())
    flow, reached = _minimum_cut(arcs)
    return reached - {SOURCE} if flow < gain else set()


def _minimum_cut(arcs: _Arcs) -> tuple[int, set[str]]:
    """The greatest flow, and who can still be reached from the source: the smallest side of a minimum cut."""
    flow = 0
    while True:
        came: dict[str, str] = {SOURCE: SOURCE}
        queue = deque([SOURCE])
        while queue and SINK not in came:
            one = queue.popleft()
            for other, room in arcs[one].items():
                if room > 0 and other not in came:
                    came[other] = one
                    queue.append(other)
        if SINK not in came:
            return flow, set(came)
        path = [SINK]
        while path[-1] != SOURCE:
            path.append(came[path[-1]])
        steps = list(zip(path[1:], path, strict=False))
        room = min(arcs[a][b] for a, b in steps)
        for a, b in steps:
            arcs[a][b] -= room
            arcs[b][a] += room
        flow += room
