"""Who of two stands left, as a question with two answers, and which answers lines ask to be the same.

Two lines between neighbouring rows cross unless their upper ends and their lower ends stand in the same order. So every
pair of lines links two questions (which of two nodes stands left?), and each link whose answers differ is a crossing
(Randerath and others 2001 on level planarity as 2-satisfiability). Some answers are fixed: an elder sibling stands left
of a younger one, and a chain has few inner orders.

A question is a number from 1 on; ``2 * question`` is the literal that its first node stands left, ``2 * question + 1``
that its second does. The literals 0 and 1 are true and false.
"""

from __future__ import annotations

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph

TRUE, FALSE = 0, 1

TURNED = 2
"""Inner orders of a chain that a single question tells apart."""

MOST_PAIRS = 400_000
"""Pairs of lines that are looked at, in the narrowest gaps first: each takes some hundred bytes."""


class OrderPairs:
    """The questions of a layer graph and their links, which no ordering of it changes.

    ``nodes``: the two nodes of every question, or ``None`` for the inner order of a chain. ``links``: for every
    question the literals that are to be true with its first, once for each pair of lines that says so. ``settled``:
    crossings between lines whose ends are all fixed.
    """

    def __init__(self, graph: LayerGraph) -> None:
        self._graph = graph
        self.nodes: list[tuple[int, int] | None] = [None]
        self.settled = 0
        self._literals: list[dict[int, int]] = [{} for _ in graph.nodes]
        self._inner: dict[tuple[int, int, int], int | None] = {}
        self._questions: dict[tuple[int, tuple[int, ...]], int] = {}
        for row in range(len(graph.rows)):
            for number, others in forced_right(graph, row).items():
                for other in others:
                    self._literals[number][other], self._literals[other][number] = TRUE, FALSE
        self.links: list[list[int]] = [[]]
        looked_at = 0
        for segments in sorted(graph.segments_below, key=len):
            looked_at += len(segments) * (len(segments) - 1) // 2
            if looked_at > MOST_PAIRS:
                break
            self._link(segments)

    def _link(self, segments: list[int]) -> None:
        """Link what the lines of one gap ask to be the same."""
        links = self.links
        lines = [(at, self._graph.top[at], self._graph.bottom[at]) for at in segments]
        for place, (first, top, bottom) in enumerate(lines):
            left_above, left_below = self._literals[top], self._literals[bottom]
            for second, other_top, other_bottom in lines[place + 1 :]:
                upper = left_above.get(other_top)
                if upper is None:
                    upper = self._ask(top, other_top) if top != other_top else self._inner_literal(first, second, top)
                lower = left_below.get(other_bottom)
                if lower is None and upper is not None:
                    if bottom != other_bottom:
                        lower = self._ask(bottom, other_bottom)
                    else:
                        lower = self._inner_literal(first, second, bottom)
                if upper is None or lower is None:
                    continue
                question, other = upper >> 1, lower >> 1
                if question == other:
                    self.settled += upper != lower
                else:
                    if question:
                        links[question].append(lower ^ (upper & 1))
                    if other:
                        links[other].append(upper ^ (lower & 1))

    def _ask(self, first: int, second: int) -> int:
        """A new question about two nodes of a row: the literal that *first* stands left."""
        literal = 2 * len(self.nodes)
        self.nodes.append((first, second))
        self.links.append([])
        self._literals[first][second], self._literals[second][first] = literal, literal + 1
        return literal

    def _inner_literal(self, first: int, second: int, node: int) -> int | None:
        """That *first* ends left of *second* in *node*; ``None`` where they may end in one point."""
        key = (first, second, node)
        if key not in self._inner:
            self._inner[key] = self._ask_inner(first, second, node)
        return self._inner[key]

    def _ask_inner(self, first: int, second: int, node: int) -> int | None:
        above = self._graph.bottom[first] == node
        sides = []
        for shape in self._graph.shapes[node]:
            offsets = dict(shape.ups if above else shape.downs)
            sides.append((offsets[first] < offsets[second]) - (offsets[first] > offsets[second]))
        if 0 in sides:
            return None
        if len(set(sides)) == 1:
            return TRUE if sides[0] > 0 else FALSE
        pattern = () if len(sides) == TURNED else tuple(side * sides[0] for side in sides)
        if (node, pattern) not in self._questions:
            self._questions[node, pattern] = len(self.nodes)
            self.nodes.append(None)
            self.links.append([])
        return 2 * self._questions[node, pattern] + (sides[0] < 0)


def forced_right(graph: LayerGraph, row: int) -> dict[int, set[int]]:
    """For every node of *row*, all nodes that must stand right of it, also by way of others."""
    waiting = {number: len(graph.nodes[number].after) for number in graph.rows[row]}
    ready = [number for number, count in waiting.items() if not count]
    order = []
    while ready:
        number = ready.pop()
        order.append(number)
        for other in graph.nodes[number].before:
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    forced: dict[int, set[int]] = {}
    for number in reversed(order):
        direct = graph.nodes[number].before
        forced[number] = direct.union(*(forced[other] for other in direct)) if direct else direct
    return forced
