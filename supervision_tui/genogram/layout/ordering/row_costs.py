"""What the places of a row's nodes cost beside crossings."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph

MIDDLE, PREFERENCE = 0.01, 0.05
"""What it costs, in crossings, to stand on the wrong side of a neighbour's middle, or against a preferred order."""

TIE_BREAK = 0.4
"""What all middles, or all preferences, of a row may cost together: never as much as a crossing."""

PASSES = 4
"""Times that all nodes of a row are moved."""


def ends_of(graph: LayerGraph, row: int) -> tuple[list[list[float]], list[list[float]], float]:
    """For each node of *row* the columns of its lines above and below, and what a neighbour's middle costs there."""
    numbers = graph.rows[row]
    ups = [[graph.top_x(at) for at in graph.nodes[number].ups] for number in numbers]
    downs = [[graph.bottom_x(at) for at in graph.nodes[number].downs] for number in numbers]
    return ups, downs, min(MIDDLE, TIE_BREAK / len(numbers))


def preferred_orders(graph: LayerGraph, row: int) -> Iterator[tuple[int, int, float]]:
    """Two places of *row* whose nodes rather stand in this order, and what it costs to turn them round."""
    for place, number in enumerate(graph.rows[row]):
        wished = graph.nodes[number].rather_before
        for other in (graph.place[neighbour] for neighbour in wished):
            yield place, other, min(PREFERENCE, TIE_BREAK / (len(wished) + len(graph.nodes[number].rather_after)))
