"""Sifting (:mod:`.sifting`) of rows of hundreds: each walk along a row as one running sum of an array."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph
from supervision_tui.genogram.layout.ordering.row_costs import PASSES, ends_of, preferred_orders

BETTER = -1e-6
"""A sum that is less is better; the same as when a row is walked node by node."""


def sift_large_row(graph: LayerGraph, row: int) -> bool:
    """Move every node of *row* to its best place; say whether anything moved."""
    numbers = list(graph.rows[row])
    nodes = [graph.nodes[number] for number in numbers]
    turns = sorted(range(len(nodes)), key=lambda at: (-len(nodes[at].ups) - len(nodes[at].downs), numbers[at]))
    index = {number: at for at, number in enumerate(numbers)}
    stops_left = [[index[other] for other in node.after] for node in nodes]
    stops_right = [[index[other] for other in node.before] for node in nodes]
    price = crossing_costs(*ends_of(graph, row))
    for first, second, cost in preferred_orders(graph, row):
        price[first, second] += cost
        price[second, first] -= cost
    order, place = np.arange(len(nodes)), np.arange(len(nodes))
    moved_at_all = False
    for _pass in range(PASSES):
        moved = False
        for node in turns:
            moved |= _sift(order, place, node, price[node], (stops_left[node], stops_right[node]))
        moved_at_all |= moved
        if not moved:
            break
    if moved_at_all:
        graph.rows[row] = [numbers[at] for at in order.tolist()]
        graph.pack(row)
    return moved_at_all


def crossing_costs(
    ups: Sequence[Sequence[float]], downs: Sequence[Sequence[float]], middle: float
) -> NDArray[np.float64]:
    """For every two nodes what it costs to set the first right of the second, by sums over blocks of a matrix of signs.

    Columns are whole or half cells of at most some ten thousands, so that 32 bits hold them and their sums exactly.
    """
    costs = np.zeros((len(ups), len(ups)))
    for ends in (ups, downs):
        with_lines = [at for at, columns in enumerate(ends) if columns]
        if not with_lines:
            continue
        counts = np.array([len(ends[at]) for at in with_lines])
        firsts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        columns = np.array([column for at in with_lines for column in ends[at]])
        narrow = columns.astype(np.float32)
        signs = np.sign(narrow[None, :] - narrow[:, None])
        sums = np.add.reduceat(np.add.reduceat(signs, firsts, axis=0), firsts, axis=1).astype(np.float64)
        means = np.add.reduceat(columns, firsts) / counts
        sums += middle * np.sign(means[None, :] - means[:, None])
        costs[np.ix_(with_lines, with_lines)] += sums
    return costs


def _sift(
    order: NDArray[np.int64],
    place: NDArray[np.int64],
    node: int,
    price: NDArray[np.float64],
    stops: tuple[list[int], list[int]],
) -> bool:
    """Move *node* in *order* to its best place; *place* says where each node stands in it."""
    start = int(place[node])
    first = max((int(place[stop]) + 1 for stop in stops[0]), default=0)
    last = min((int(place[stop]) for stop in stops[1]), default=len(order))
    least, best = BETTER, start
    if first < start:
        totals = -np.cumsum(price[order[first:start]][::-1])
        at = int(totals.argmin())
        if totals[at] < least:
            least, best = float(totals[at]), start - 1 - at
    if start + 1 < last:
        totals = np.cumsum(price[order[start + 1 : last]])
        at = int(totals.argmin())
        if totals[at] < least:
            best = start + 1 + at
    if best == start:
        return False
    if best < start:
        order[best + 1 : start + 1] = order[best:start].copy()
    else:
        order[start:best] = order[start + 1 : best + 1].copy()
    order[best] = node
    low, high = min(best, start), max(best, start) + 1
    place[order[low:high]] = np.arange(low, high)
    return True
