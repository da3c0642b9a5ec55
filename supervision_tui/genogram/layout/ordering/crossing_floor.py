"""Crossings that no order of the rows can avoid: where a search may stop, and what the rules cost.

Two lines that begin at two points of one row cross whenever the order of their ends is forced against the order of
their beginnings. Whichever way the two beginnings stand, the smaller of the two counts is unavoidable; every two lines
belong to one pair of beginnings, so the sum over all pairs is a floor for every order that keeps the rules.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph

End = tuple[int, str]
"""The node and the member that a segment ends at."""


def unavoidable_crossings(graph: LayerGraph) -> int:
    """The floor of :meth:`LayerGraph.crossings` over all orders that keep siblings in order and partners together."""
    return sum(_unavoidable_below(graph, row) for row in range(len(graph.rows) - 1))


def _unavoidable_below(graph: LayerGraph, row: int) -> int:
    neighbour_right = _forced_right(graph, row + 1)
    ends: dict[tuple[int, int | str], list[End]] = defaultdict(list)
    for at in graph.segments_below[row]:
        segment = graph.segments[at]
        ends[segment.top, segment.top_of].append((segment.bottom, segment.bottom_of))

    def forced_left(segment: End, other: End) -> bool:
        if segment[0] != other[0]:
            return other[0] in neighbour_right[segment[0]]
        orders = graph.nodes[segment[0]].orders
        return segment[1] != other[1] and all(order.index(segment[1]) < order.index(other[1]) for order in orders)

    concerned = [
        group
        for group in ends.values()
        if any(neighbour_right[node] or graph.nodes[node].after for node, _member in group)
    ]
    total = 0
    for first, second in combinations(concerned, 2):
        if_first_left = sum(forced_left(other, segment) for segment in first for other in second)
        if if_first_left:
            total += min(if_first_left, sum(forced_left(segment, other) for segment in first for other in second))
    return total


def _forced_right(graph: LayerGraph, row: int) -> dict[int, set[int]]:
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
        forced[number] = direct.union(*(forced[other] for other in direct))
    return forced
