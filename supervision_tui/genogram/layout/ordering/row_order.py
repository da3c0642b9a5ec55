"""A row while it is sifted (:mod:`.sifting`): what its nodes cost one another, and how far a walk along it is worth it.

A node gains by passing another only where a line of the other ends on the far side of one of its own. The farthest such
place follows from running maxima and minima over the row, so that no walk goes on beyond it: rows of hundreds of nodes
cost little more than their length, with the result of the whole walk.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph
from supervision_tui.genogram.layout.ordering.row_costs import PASSES, ends_of, preferred_orders

BETTER = -1e-6
"""A sum that is less is better."""
_FAR_LEFT, _FAR_RIGHT = float("-inf"), float("inf")


def sift_large_row(graph: LayerGraph, row: int, only: set[int] | None = None) -> bool:
    """Move every node of *row* (or *only* these) to its best place; say whether anything moved."""
    numbers = list(graph.rows[row])
    index = {number: at for at, number in enumerate(numbers)}
    nodes = [graph.nodes[number] for number in numbers]
    stops_left = [[index[other] for other in node.after] for node in nodes]
    stops_right = [[index[other] for other in node.before] for node in nodes]
    turns = sorted(range(len(nodes)), key=lambda at: (-len(nodes[at].ups) - len(nodes[at].downs), numbers[at]))
    turns = [at for at in turns if only is None or numbers[at] in only]
    order = RowOrder(PairCosts(graph, row))
    moved_at_all = False
    for _pass in range(PASSES):
        moved = False
        for node in turns:
            moved |= order.sift(node, stops_left[node], stops_right[node])
        moved_at_all |= moved
        if not moved:
            break
    if moved_at_all:
        graph.rows[row] = [numbers[at] for at in order.nodes]
        graph.pack(row)
    return moved_at_all


@dataclass(slots=True)
class _Ends:
    """The columns of each node's lines to one side: the *columns*, the *lowest*, the *highest*, and their *mean*."""

    columns: list[list[float]]
    lowest: list[float] = field(init=False)
    highest: list[float] = field(init=False)
    mean: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.lowest = [min(columns, default=_FAR_RIGHT) for columns in self.columns]
        self.highest = [max(columns, default=_FAR_LEFT) for columns in self.columns]
        self.mean = [sum(columns) / len(columns) if columns else 0.0 for columns in self.columns]


class PairCosts:
    """What it costs to set one node of *row* right of another instead of left, by their places in the row."""

    def __init__(self, graph: LayerGraph, row: int) -> None:
        ups, downs, self._middle = ends_of(graph, row)
        self.ends = (_Ends(ups), _Ends(downs))
        self.count = len(ups)
        self._preferred: dict[tuple[int, int], float] = {}
        self.preferring: list[list[int]] = [[] for _ in range(self.count)]
        for place, other, cost in preferred_orders(graph, row):
            self._preferred[place, other] = self._preferred.get((place, other), 0.0) + cost
            self._preferred[other, place] = self._preferred.get((other, place), 0.0) - cost
            self.preferring[place].append(other)
            self.preferring[other].append(place)
        self.known: list[dict[int, float]] = [{} for _ in range(self.count)]
        """What was worked out already, by the first node and the second."""

    def of(self, first: int, second: int) -> float:
        """What it costs to set *first* right of *second* instead of left; the other way round it saves as much."""
        cost = self._preferred.get((first, second), 0.0) if self._preferred else 0.0
        for side in self.ends:
            columns, others = side.columns[first], side.columns[second]
            if not columns or not others:
                continue
            if side.highest[first] < side.lowest[second]:  # mostly one lies left of the other
                cost += len(columns) * len(others) + self._middle
            elif side.lowest[first] > side.highest[second]:
                cost -= len(columns) * len(others) + self._middle
            else:
                crossings = sum((column < other) - (column > other) for column in columns for other in others)
                mean, other_mean = side.mean[first], side.mean[second]
                cost += crossings + self._middle * ((mean < other_mean) - (mean > other_mean))
        self.known[first][second] = cost
        self.known[second][first] = -cost
        return cost


class RowOrder:
    """The nodes of a row in the order in which they stand, by their first places; moved one at a time."""

    def __init__(self, costs: PairCosts) -> None:
        self._costs = costs
        self.nodes = list(range(costs.count))
        self._place = list(range(costs.count))
        self._highest_so_far = [list(accumulate(side.highest, max)) for side in costs.ends]
        self._lowest_from = [list(accumulate(reversed(side.lowest), min))[::-1] for side in costs.ends]

    def sift(self, node: int, stops_left: Sequence[int], stops_right: Sequence[int]) -> bool:
        """Move *node* to its best place, right of *stops_left* and left of *stops_right*; whether it moved."""
        place, order, cost_of = self._place, self.nodes, self._costs.of
        known = self._costs.known[node]
        start = place[node]
        first, last = self._worth_it(node)
        first = max([first, *(place[stop] + 1 for stop in stops_left)])
        last = min([last, *(place[stop] for stop in stops_right)])
        least, best = BETTER, start
        total = 0.0
        for at in range(start - 1, first - 1, -1):
            other = order[at]
            total -= known[other] if other in known else cost_of(node, other)
            if total < least:
                least, best = total, at
        total = 0.0
        for at in range(start + 1, last):
            other = order[at]
            total += known[other] if other in known else cost_of(node, other)
            if total < least:
                least, best = total, at
        if best == start:
            return False
        order.insert(best, order.pop(start))
        self._renew(min(best, start), max(best, start) + 1)
        return True

    def _worth_it(self, node: int) -> tuple[int, int]:
        """From where to where *node* may gain by going: beyond, passing any other costs something or nothing."""
        partners = [self._place[other] for other in self._costs.preferring[node]]
        first, last = min(partners, default=len(self.nodes)), max(partners, default=-1) + 1
        for side, highest, lowest in zip(self._costs.ends, self._highest_so_far, self._lowest_from, strict=True):
            if side.columns[node]:
                first = min(first, bisect_right(highest, side.lowest[node]))
                last = max(last, bisect_left(lowest, side.highest[node]))
        return first, last

    def _renew(self, low: int, high: int) -> None:
        """Places and running figures of the places from *low* to *high*, whose nodes have changed places."""
        moved = self.nodes[low:high]
        for at, node in enumerate(moved, low):
            self._place[node] = at
        for side, highest, lowest in zip(self._costs.ends, self._highest_so_far, self._lowest_from, strict=True):
            before = highest[low - 1] if low else _FAR_LEFT
            highest[low:high] = list(accumulate((side.highest[node] for node in moved), max, initial=before))[1:]
            after = lowest[high] if high < len(lowest) else _FAR_RIGHT
            lowest[low:high] = list(accumulate((side.lowest[node] for node in reversed(moved)), min, initial=after))[
                :0:-1
            ]
