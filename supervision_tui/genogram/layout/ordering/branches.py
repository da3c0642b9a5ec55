"""Parts of a layer graph that hang on a single segment: an in-law's whole ancestry, a child's whole descent.

No single node of such a branch can change side without making its own row worse; the branch as a whole can. Segments
whose removal parts the graph are bridges (Tarjan 1974), found together with what hangs on them in one walk.
"""

from __future__ import annotations

from dataclasses import dataclass

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph


@dataclass(frozen=True, slots=True)
class Branch:
    """The smaller side of a bridge: its nodes, and which of them the bridge *segment* ends at."""

    segment: int
    root: int
    nodes: frozenset[int]


def branches(graph: LayerGraph) -> list[Branch]:
    """Every branch of a connected *graph*, the largest first."""
    walk = _Walk(graph)
    total = len(graph.nodes)
    found = []
    for segment, lower, upper in walk.bridges():
        inside = walk.order[walk.entered[lower] : walk.left_at[lower]]
        if len(inside) * 2 <= total:
            found.append(Branch(segment, lower, frozenset(inside)))
        else:
            found.append(Branch(segment, upper, frozenset(set(walk.order) - set(inside))))
    return sorted(found, key=lambda branch: (-len(branch.nodes), branch.segment))


def neighbours(graph: LayerGraph, number: int) -> list[tuple[int, int]]:
    """(segment, node at its other end) for every segment of a node."""
    node = graph.nodes[number]
    return [(at, graph.top[at]) for at in node.ups] + [(at, graph.bottom[at]) for at in node.downs]


class _Walk:
    """A depth-first walk from node 0: when each node was entered and left, and the earliest it reaches back to."""

    def __init__(self, graph: LayerGraph) -> None:
        count = len(graph.nodes)
        self.order: list[int] = []
        self.entered, self.left_at, self.reaches_back = [-1] * count, [0] * count, [0] * count
        self.came_by: list[tuple[int, int]] = [(-1, -1)] * count
        self._enter(0)
        stack = [(0, iter(neighbours(graph, 0)))]
        while stack:
            node, following = stack[-1]
            step = next(following, None)
            if step is None:
                self._leave(node)
                stack.pop()
                continue
            segment, other = step
            if self.entered[other] < 0:
                self.came_by[other] = (segment, node)
                self._enter(other)
                stack.append((other, iter(neighbours(graph, other))))
            elif segment != self.came_by[node][0]:
                self.reaches_back[node] = min(self.reaches_back[node], self.entered[other])

    def _enter(self, node: int) -> None:
        self.entered[node] = self.reaches_back[node] = len(self.order)
        self.order.append(node)

    def _leave(self, node: int) -> None:
        self.left_at[node] = len(self.order)
        parent = self.came_by[node][1]
        if parent >= 0:
            self.reaches_back[parent] = min(self.reaches_back[parent], self.reaches_back[node])

    def bridges(self) -> list[tuple[int, int, int]]:
        """(segment, its end farther from the start of the walk, its other end) of every bridge."""
        return [
            (segment, node, parent)
            for node, (segment, parent) in enumerate(self.came_by)
            if parent >= 0 and self.reaches_back[node] == self.entered[node]
        ]
