"""Phase 3b: fewer crossings, by moving one node at a time to its best place in its row.

For neighbouring rows that stand still, the crossings between two nodes depend only on which of them stands left; so
a node's best place is found by walking along its row and adding up differences (Matuszewski, Schönfeld and Molitor
1999). Both gaps, above and below, count. Only moves for the better are made, so that ties keep the order that was.
"""

from __future__ import annotations

from collections.abc import Sequence

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph
from supervision_tui.genogram.layout.ordering.row_costs import PASSES, ends_of, preferred_orders
from supervision_tui.genogram.layout.ordering.row_order import sift_large_row

WIDE = 48
"""Nodes in a row from which it is worth it to find out how far a walk need go."""


def improve(graph: LayerGraph, dirty: set[int], most_rows: int = 400) -> None:
    """Turn chains and sift the rows in *dirty*, and those that this disturbs, until nothing moves.

    A row is looked at again only after it or a neighbour of it has changed; at most *most_rows* times in sum.
    """
    rows = range(len(graph.rows))
    downwards = True
    while dirty and most_rows > 0:
        for row in rows if downwards else reversed(rows):
            if row in dirty:
                most_rows -= 1
                moved = choose_inner_orders(graph, row)
                moved |= sift_row(graph, row)
                dirty.discard(row)
                if moved:
                    dirty.update(other for other in (row - 1, row + 1) if 0 <= other < len(rows))
        downwards = not downwards
    dirty.clear()


def sift_row(graph: LayerGraph, row: int, only: set[int] | None = None) -> bool:
    """Move every node of *row* (or *only* these) to its best place; say whether anything moved."""
    numbers = list(graph.rows[row])
    if len(numbers) < 2:  # noqa: PLR2004 - nobody to change places with
        return False
    if len(numbers) >= WIDE:
        return sift_large_row(graph, row, only)
    costs = _pair_costs(graph, row)
    index = {number: at for at, number in enumerate(numbers)}
    nodes = [graph.nodes[number] for number in numbers]
    stop_left = [{index[other] for other in node.after} for node in nodes]
    stop_right = [{index[other] for other in node.before} for node in nodes]
    turns = sorted(range(len(nodes)), key=lambda at: (-len(nodes[at].ups) - len(nodes[at].downs), numbers[at]))
    turns = [at for at in turns if only is None or numbers[at] in only]
    order = list(range(len(nodes)))
    moved_at_all = False
    for _pass in range(PASSES):
        moved = False
        for node in turns:
            moved |= _sift(order, node, costs[node], stop_left[node], stop_right[node])
        moved_at_all |= moved
        if not moved:
            break
    if moved_at_all:
        graph.rows[row] = [numbers[at] for at in order]
        graph.pack(row)
    return moved_at_all


def _sift(order: list[int], node: int, costs: Sequence[float], stop_left: set[int], stop_right: set[int]) -> bool:
    """Move *node* in *order* to its best place; *costs*: of standing right of each other node instead of left."""
    start = order.index(node)
    least, best = -1e-6, start
    total = 0.0
    for place in range(start - 1, -1, -1):
        other = order[place]
        if other in stop_left:
            break
        total -= costs[other]
        if total < least:
            least, best = total, place
    total = 0.0
    for place in range(start + 1, len(order)):
        other = order[place]
        if other in stop_right:
            break
        total += costs[other]
        if total < least:
            least, best = total, place
    if best == start:
        return False
    order.insert(best, order.pop(start))
    return True


def _pair_costs(graph: LayerGraph, row: int) -> list[list[float]]:
    """For every two nodes of *row*, by place: what it costs to set the first right of the second instead of left."""
    numbers = graph.rows[row]
    ups, downs, middle = ends_of(graph, row)
    costs = [[0.0] * len(numbers) for _ in numbers]
    for ends in (ups, downs):
        _add_costs(costs, ends, middle)
    for place, other, price in preferred_orders(graph, row):
        costs[place][other] += price
        costs[other][place] -= price
    return costs


def _add_costs(costs: list[list[float]], ends: Sequence[Sequence[float]], middle: float) -> None:
    """Add the crossings of the lines to *ends*, one list of columns a node, and what middles cost."""
    middles = [sum(columns) / len(columns) if columns else None for columns in ends]
    for first, columns in enumerate(ends):
        mean = middles[first]
        if mean is None:
            continue
        for second in range(first):
            other_mean = middles[second]
            if other_mean is None:
                continue
            cost = 0.0
            for column in columns:
                for other in ends[second]:
                    cost += (column < other) - (column > other)
            cost += middle * ((mean < other_mean) - (mean > other_mean))
            costs[first][second] += cost
            costs[second][first] -= cost


def choose_inner_orders(graph: LayerGraph, row: int) -> bool:
    """Give every chain of *row* the inner order with the fewest crossings among its own lines, the first of equals."""
    turned = False
    for number in graph.turnable[row]:
        best = graph.best_inner_order(number)
        if best != graph.nodes[number].inner:
            graph.set_inner_order(number, best)
            turned = True
    if turned:
        graph.pack(row)
    return turned
