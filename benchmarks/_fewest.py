"""The fewest crossings that the rules allow: the order of every row as an integer programme, solved to proof.

Every row keeps partners beside each other and elder siblings left of younger ones. A binary variable says of every two
blocks of a row which stands left (transitive over three: Grötschel, Jünger and Reinelt 1984), another which inner order
a chain of partners takes; a crossing of two lines costs one (Jünger, Lee, Mutzel and Odenthal 1997). HiGHS searches
until no better order can exist, so that the figure is a floor for every drawing that keeps the rules.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations, permutations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from supervision_tui.genogram.layout.layering.layer_graph import SAME, LayerGraph

Terms = dict[int, float]
"""Coefficients by variable; -1 stands for the constant."""

OPTIMAL = 0


@dataclass(slots=True)
class _Model:
    """An integer programme in the making: what each variable costs, its upper bound, rows of at least so much."""

    cost: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)

    def variable(self, cost: float = 0.0, low: float = 0.0, high: float = 1.0, *, whole: bool = True) -> int:
        self.cost.append(cost)
        self.whole.append(int(whole))
        self.low.append(low)
        self.high.append(high)
        return len(self.cost) - 1

    def bound(self, terms: Terms, least: float, most: float) -> None:
        constant = terms.pop(-1, 0.0)
        self.rows.append((terms, least - constant, most - constant))

    def solve(self, seconds: float) -> float | None:
        entries = [(at, one, value) for at, (terms, _l, _m) in enumerate(self.rows) for one, value in terms.items()]
        rows, columns, values = zip(*entries, strict=True)
        matrix = coo_array((values, (rows, columns)), shape=(len(self.rows), len(self.cost))).tocsr()
        limits = LinearConstraint(matrix, [row[1] for row in self.rows], [row[2] for row in self.rows])
        found = milp(
            np.array(self.cost), integrality=np.array(self.whole), bounds=Bounds(self.low, self.high),
            constraints=limits, options={"time_limit": seconds},
        )  # fmt: skip
        return float(found.fun) if found.status == OPTIMAL else None


def fewest(graph: LayerGraph, seconds: float = 20.0) -> int | None:
    """The fewest crossings that *board* allows; ``None`` where *seconds* did not suffice for the proof."""
    model = _Model()
    left = _pairs(model, graph)
    inner = [[model.variable() for _order in node.orders] for node in graph.nodes]
    for orders in inner:
        model.bound(dict.fromkeys(orders, 1.0), 1, 1)
    for row in range(len(graph.rows) - 1):
        downs = [at for number in graph.rows[row] for at in graph.nodes[number].downs]
        for s, t in combinations(downs, 2):
            _crossing(model, [_side(graph, left, inner, (s, t), top=top) for top in (True, False)])
    if not model.rows or not any(model.cost):
        return 0
    found = model.solve(seconds)
    return None if found is None else round(found)


def _pairs(model: _Model, graph: LayerGraph) -> dict[tuple[int, int], Terms]:
    """For every two blocks of a row, in either order: the terms that are 1 when the first stands left."""
    left: dict[tuple[int, int], Terms] = {}
    for row in graph.rows:
        for a, b in combinations(sorted(row), 2):
            one = model.variable(low=float(b in graph.nodes[a].before), high=float(b not in graph.nodes[a].after))
            left[a, b], left[b, a] = {one: 1.0}, {-1: 1.0, one: -1.0}
        for a, b, c in permutations(sorted(row), 3):
            if a == min(a, b, c):
                model.bound(_sum(left[a, b], left[b, c], left[c, a]), 0, 2)
    return left


def _sum(*parts: Terms) -> Terms:
    total: Terms = defaultdict(float)
    for part in parts:
        for one, value in part.items():
            total[one] += value
    return dict(total)


def _crossing(model: _Model, sides: list[tuple[Terms, Terms]]) -> None:
    (top_st, top_ts), (bottom_st, bottom_ts) = sides
    if not top_st and not top_ts:
        return
    crossed = model.variable(cost=1.0, whole=False)
    for one, other in ((top_st, bottom_ts), (top_ts, bottom_st)):
        if one and other:
            model.bound(_sum(one, other, {crossed: -1.0}), -9, 1)


def _side(
    graph: LayerGraph, left: dict[tuple[int, int], Terms], inner: list[list[int]], lines: tuple[int, int], *, top: bool
) -> tuple[Terms, Terms]:
    """(terms that are 1 when the first of two *lines* is left of the other at this end, the same the other way)."""
    s, t = lines
    one, other = graph.segments[s], graph.segments[t]
    a, b = (one.top, other.top) if top else (one.bottom, other.bottom)
    if a != b:
        return left[a, b], left[b, a]
    was = graph.nodes[a].inner
    before, after = {}, {}
    for number, chosen in enumerate(inner[a]):
        graph.set_inner_order(a, number)
        x, y = (graph.top_x(s), graph.top_x(t)) if top else (graph.bottom_x(s), graph.bottom_x(t))
        if x < y - SAME:
            before[chosen] = 1.0
        elif y < x - SAME:
            after[chosen] = 1.0
    graph.set_inner_order(a, was)
    return before, after
