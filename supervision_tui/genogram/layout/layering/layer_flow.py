"""Rows that cost least, as the dual of a flow that costs least.

Distances between rows cost money, children stand at least one row below parents: that is the layer assignment of
Gansner, Koutsofios, North and Vo (1993), whose dual is a minimum-cost flow. It is solved by the primal-dual method
(Ford and Fulkerson 1962; Ahuja, Magnanti and Orlin 1993, chapter 9): flow is sent along lines whose distance is
exactly what it must be (blocking flows: Dinitz 1970); when no more can be sent, everybody whom flow still reaches
moves one row down the page. Beginning at the highest rows that are possible, it ends at the highest of all rows that
cost least, whatever the order of its input.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from supervision_tui.genogram.layout.layering.row_reduction import ABOVE, FREE, RowReduction

SameRow = Sequence[tuple[str, str, int]]
"""(person, person, cost of each row between them)."""

Below = Sequence[tuple[str, str, int]]
"""(upper, lower, cost of each row between them): lower stands at least one row below upper."""

UNLIMITED = 10**12


def minimise_rows(members: Sequence[str], same_row: SameRow, below: Below) -> dict[str, int]:
    """The row of each of *members* (all people whom *same_row* and *below* name) with the least cost in sum."""
    reduction = RowReduction(members, same_row, below)
    number = {member: at for at, member in enumerate(reduction.links)}
    network = _Network(reduction.least_rows(_longest_path_rows(members, below)), number)
    for first, others in reduction.links.items():
        for second, links in others.items():
            for (rows, must), cost in links.items():
                if must == ABOVE:
                    network.connect(number[first], number[second], length=rows, forward=UNLIMITED, backward=0)
                    network.excess[number[first]] += cost
                    network.excess[number[second]] -= cost
                elif must == FREE and number[first] < number[second]:
                    network.connect(number[first], number[second], length=rows, forward=cost, backward=cost)
    network.saturate_short_arcs()
    network.send_everything()
    return reduction.all_rows(dict(zip(number, network.rows, strict=True)))


def _longest_path_rows(members: Sequence[str], below: Below) -> dict[str, int]:
    """Everybody as high up as their ancestors allow."""
    rows = dict.fromkeys(members, 0)
    waiting = dict.fromkeys(members, 0)
    children: dict[str, list[str]] = {member: [] for member in members}
    for upper, lower, _cost in below:
        waiting[lower] += 1
        children[upper].append(lower)
    ready = deque(member for member in members if not waiting[member])
    while ready:
        parent = ready.popleft()
        for child in children[parent]:
            rows[child] = max(rows[child], rows[parent] + 1)
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return rows


class _Network:
    """Arcs in pairs (arc, arc ^ 1: the way back) with what room is left; flow that still waits at each vertex."""

    def __init__(self, rows: Mapping[str, int], number: Mapping[str, int]) -> None:
        self.rows = [rows[member] for member in number]
        self.excess = [0] * len(number)
        self.arcs: list[list[int]] = [[] for _ in number]
        self.head: list[int] = []
        self.length: list[int] = []
        self.room: list[int] = []

    def connect(self, tail: int, head: int, *, length: int, forward: int, backward: int) -> None:
        """Add an arc and the way back; *length*: how many rows *head* wants to stand below *tail*."""
        for start, end, rows, room in ((tail, head, length, forward), (head, tail, -length, backward)):
            self.arcs[start].append(len(self.head))
            self.head.append(end)
            self.length.append(rows)
            self.room.append(room)

    def slack(self, arc: int) -> int:
        """How many rows the ends of *arc* are farther apart than its length."""
        return self.rows[self.head[arc]] - self.rows[self.head[arc ^ 1]] - self.length[arc]

    def saturate_short_arcs(self) -> None:
        """Fill every arc whose ends stand nearer to each other than its length: what must hold at the least cost."""
        for arc, room in enumerate(self.room):
            if room and self.slack(arc) < 0:
                self._push(arc, room)
                self.excess[self.head[arc ^ 1]] -= room
                self.excess[self.head[arc]] += room

    def send_everything(self) -> None:
        """Send flow and move rows until none waits."""
        while any(waiting > 0 for waiting in self.excess):
            levels = self._levels()
            if any(waiting < 0 and level >= 0 for waiting, level in zip(self.excess, levels, strict=True)):
                self._send_blocking_flow(levels)
            else:
                self._move_down({vertex for vertex, level in enumerate(levels) if level >= 0})

    def _levels(self) -> list[int]:
        """Arcs between each vertex and the nearest where flow waits, over arcs of exact length; -1: not reached."""
        levels = [0 if waiting > 0 else -1 for waiting in self.excess]
        queue = deque(vertex for vertex, level in enumerate(levels) if not level)
        rows, heads, lengths, rooms = self.rows, self.head, self.length, self.room
        while queue:
            vertex = queue.popleft()
            for arc in self.arcs[vertex]:
                head = heads[arc]
                if levels[head] < 0 and rooms[arc] and rows[head] - rows[vertex] == lengths[arc]:
                    levels[head] = levels[vertex] + 1
                    queue.append(head)
        return levels

    def _send_blocking_flow(self, levels: Sequence[int]) -> None:
        """Send flow along arcs from level to level until every such way is blocked somewhere."""
        following = [0] * len(levels)
        for source in range(len(levels)):
            while self.excess[source] > 0 and (path := self._path(source, levels, following)):
                end = self.head[path[-1]]
                sent = min(self.excess[source], -self.excess[end], *(self.room[arc] for arc in path))
                for arc in path:
                    self._push(arc, sent)
                self.excess[source] -= sent
                self.excess[end] += sent

    def _path(self, source: int, levels: Sequence[int], following: list[int]) -> list[int]:
        """Arcs from *source* to a vertex that wants flow; *following* remembers which arcs of a vertex are blocked."""
        path: list[int] = []
        vertex = source
        while self.excess[vertex] >= 0:
            while following[vertex] < len(self.arcs[vertex]):
                arc = self.arcs[vertex][following[vertex]]
                head = self.head[arc]
                if levels[head] == levels[vertex] + 1 and self.room[arc] and not self.slack(arc):
                    path.append(arc)
                    vertex = head
                    break
                following[vertex] += 1
            else:
                if not path:
                    return []
                vertex = self.head[path.pop() ^ 1]
                following[vertex] += 1
        return path

    def _push(self, arc: int, flow: int) -> None:
        self.room[arc] -= flow
        self.room[arc ^ 1] += flow

    def _move_down(self, reached: set[int]) -> None:
        """Move everybody in *reached* down the page together, until one more arc has its exact length."""
        leaving = (arc for vertex in reached for arc in self.arcs[vertex] if self.head[arc] not in reached)
        rows = min(self.slack(arc) for arc in leaving if self.room[arc])
        for vertex in reached:
            self.rows[vertex] += rows
