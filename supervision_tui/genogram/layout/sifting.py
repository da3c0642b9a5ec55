"""Phase 3c and d: fewer crossings, by moving one node at a time to its best place in its row.

For neighbouring rows that stand still, the crossings between two nodes depend only on which of them stands left; so
a node's best place is found by walking along its row and adding up differences (Matuszewski, Schönfeld and Molitor
1999). Both gaps, above and below, count. Only moves for the better are made, so that ties keep the order that was.
"""

from __future__ import annotations

from collections.abc import Sequence

from supervision_tui.genogram.layout.layer_graph import LayerGraph, count_crossings

WISH = 0.01
"""What it costs, in crossings, to stand on the wrong side of a neighbour's middle."""

Ends = tuple[list[float], list[float], float | None, float | None]


def sift_row(graph: LayerGraph, row: int, reach: int) -> bool:
    """Move every node of *row* to its best place at most *reach* places away; say whether anything moved."""
    order = graph.rows[row]
    ends = {number: _ends(graph, number) for number in order}
    known: dict[tuple[int, int], float] = {}
    moved_any = False
    for _pass in range(4):
        moved = False
        for number in sorted(order, key=lambda one: (-len(graph.nodes[one].ups) - len(graph.nodes[one].downs), one)):
            moved |= _sift(graph, order, number, ends, known, reach)
        moved_any |= moved
        if not moved:
            break
    if moved_any:
        graph.pack(row)
    return moved_any


def sift_nodes(graph: LayerGraph, row: int, numbers: Sequence[int]) -> None:
    """Move only *numbers* in *row*, each to its best place."""
    ends = {number: _ends(graph, number) for number in graph.rows[row]}
    for number in numbers:
        _sift(graph, graph.rows[row], number, ends, {}, len(graph.rows[row]))
    graph.pack(row)


def _ends(graph: LayerGraph, number: int) -> Ends:
    node = graph.nodes[number]
    ups = sorted(graph.top_x(at) for at in node.ups)
    downs = sorted(graph.bottom_x(at) for at in node.downs)
    return ups, downs, _mean(ups), _mean(downs)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _sift(
    graph: LayerGraph,
    order: list[int],
    number: int,
    ends: dict[int, Ends],
    known: dict[tuple[int, int], float],
    reach: int,
) -> bool:
    at = order.index(number)
    node = graph.nodes[number]
    best, best_at = -1e-6, at
    for step, stop in ((-1, node.after), (1, node.before)):
        total, place = 0.0, at + step
        while 0 <= place < len(order) and abs(place - at) <= reach:
            other = order[place]
            if other in stop:
                break
            total += step * _gain(number, other, ends, known)
            if total < best:
                best, best_at = total, place
            place += step
    if best_at == at:
        return False
    order.insert(best_at, order.pop(at))
    return True


def _gain(one: int, other: int, ends: dict[int, Ends], known: dict[tuple[int, int], float]) -> float:
    """What it costs to set *one* right of *other* instead of left of it."""
    key = (one, other)
    if key not in known:
        mine, theirs = ends[one], ends[other]
        total = 0.0
        for a, b, mean_a, mean_b in (
            (mine[0], theirs[0], mine[2], theirs[2]),
            (mine[1], theirs[1], mine[3], theirs[3]),
        ):
            if mean_a is None or mean_b is None:
                continue
            for p in a:
                for q in b:
                    total += 1 if p < q else -1 if p > q else 0
            total += WISH if mean_a < mean_b else -WISH if mean_a > mean_b else 0
        known[key] = total
        known[other, one] = -total
    return known[key]


def choose_inner_orders(graph: LayerGraph, row: int) -> bool:
    """Give every chain of *row* the inner order with the fewest crossings among its own lines."""
    turned = False
    for number in graph.rows[row]:
        node = graph.nodes[number]
        if len(node.orders) > 1:
            turned |= _turn(graph, number)
    if turned:
        graph.pack(row)
    return turned


def _turn(graph: LayerGraph, number: int) -> bool:
    node = graph.nodes[number]
    before = node.members
    if len(node.ups) < 2 and len(node.downs) < 2:  # noqa: PLR2004 - one line cannot cross itself
        graph.set_inner_order(number, node.orders[0])
        return node.members != before
    best: tuple[int, int] | None = None
    for rank, order in enumerate(node.orders):
        graph.set_inner_order(number, order)
        crossings = _own_crossings(graph, node.ups) + _own_crossings(graph, node.downs)
        if best is None or (crossings, rank) < best:
            best = (crossings, rank)
    graph.set_inner_order(number, node.orders[best[1] if best else 0])
    return node.members != before


def _own_crossings(graph: LayerGraph, lines: Sequence[int]) -> int:
    if len(lines) < 2:  # noqa: PLR2004 - one line cannot cross itself
        return 0
    return count_crossings([(graph.top_x(at), graph.bottom_x(at)) for at in lines])
