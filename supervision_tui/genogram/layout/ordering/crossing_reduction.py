"""Phase 3: the order of every row, with as few crossings as the rules above it allow.

Without an earlier layout: orders that follow from what is fixed, and walks through the family, each improved by sifting
and the best by moving branches; the best of them goes on into a large neighbourhood search, unless it already has no
more crossings than the rules force. With an earlier layout: everybody stays in order, and only who is new is put in.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph, Ordering
from supervision_tui.genogram.layout.layout_input import PreviousPosition
from supervision_tui.genogram.layout.ordering.branches import branches
from supervision_tui.genogram.layout.ordering.crossing_floor import crossing_floor
from supervision_tui.genogram.layout.ordering.initial_order import initial_orders, topological_order
from supervision_tui.genogram.layout.ordering.neighbourhood_search import (
    NeighbourhoodSearch,
    Score,
    move_branches,
    score,
)
from supervision_tui.genogram.layout.ordering.parent_links import settle_parts
from supervision_tui.genogram.layout.ordering.sifting import choose_inner_orders, improve, sift_row

SMALL, MIDDLING = 200, 800
"""Nodes up to which branches are moved from every order to begin with, and up to which there are several."""

WALKS, FEW_WALKS = 6, 2
"""Walks through the family to begin with, where it is small, and where it is middling."""

EFFORT = 250_000
"""Steps of the search times segments: what may be spent on one family."""

LEAST, SHORT, MOST = 10, 600, 1200
"""Steps for a large family, which finds little by them, for an ordinary one, and at most."""

ORDINARY = 50
"""Nodes of a family of about sixty people."""

IDLE = 0.4
"""The share of the steps after which a search that finds nothing better gives up."""


def reduce_crossings(graph: LayerGraph, previous: Mapping[str, PreviousPosition]) -> int:
    """Order the rows of *graph* in place; near *previous* where it holds anybody of this family.

    Returns how many crossings are proved to be there in any order; 0 where places are kept.
    """
    if any(name in previous for node in graph.nodes for name in node.members):
        _insert_into_previous(graph, previous)
        return 0
    count, forced = len(graph.nodes), 0
    walks = initial_orders(graph, WALKS if count <= SMALL else FEW_WALKS)
    graph.restore((next(walks), [0] * count))
    if graph.crossings() or graph.preferences_broken():
        floor = crossing_floor(graph, most=FEW_WALKS if count <= MIDDLING else 1)
        orders = itertools.chain(floor.orders, [[list(row) for row in graph.rows]], walks)
        forced = floor.crossings
        _begin(graph, orders if count <= MIDDLING else floor.orders, floor.crossings)
        if score(graph) > (floor.crossings, 0):
            _search(graph, floor.crossings)
    settle_parts(graph)
    for row in range(len(graph.rows)):
        choose_inner_orders(graph, row)
    return forced


def _begin(graph: LayerGraph, orders: Iterable[Sequence[Sequence[int]]], floor: int) -> None:
    """Sift every row of each of *orders*, then move branches of the best; leave *graph* in the best of all."""
    goal = (floor, 0)
    sifted: list[tuple[Score, Ordering]] = []
    for rows in orders:
        graph.restore((rows, [0] * len(graph.nodes)))
        improve(graph, set(range(len(rows))))
        sifted.append((score(graph), graph.ordering()))
        if sifted[-1][0] <= goal:
            return
    sifted.sort(key=lambda order: order[0])
    found: list[tuple[Score, Ordering]] = []
    for _score, ordering in sifted[: WALKS if len(graph.nodes) <= SMALL else FEW_WALKS]:
        graph.restore(ordering)
        if graph.crossings() > floor:
            move_branches(graph, branches(graph))
        found.append((score(graph), graph.ordering()))
        if found[-1][0] <= goal:
            return
    graph.restore(min(found, key=lambda order: order[0])[1])


def _search(graph: LayerGraph, floor: int) -> None:
    count = len(graph.nodes)
    most = SHORT if count <= ORDINARY else MOST
    steps = LEAST if count > MIDDLING else min(most, EFFORT // len(graph.segments))
    NeighbourhoodSearch(graph, branches(graph), floor).run(steps, int(steps * IDLE))


def _insert_into_previous(graph: LayerGraph, previous: Mapping[str, PreviousPosition]) -> None:
    """Order as in *previous*; nodes of people who were not there go where they cross least."""
    columns: dict[int, float] = {}
    for number, node in enumerate(graph.nodes):
        known = [previous[name].x for name in node.members if name in previous]
        if known:
            columns[number] = sum(known) / len(known)
            graph.set_inner_order(number, 0)
    fresh = {number for number in range(len(graph.nodes)) if number not in columns}
    for row, numbers in enumerate(graph.rows):
        old = sorted((number for number in numbers if number in columns), key=lambda number: (columns[number], number))
        new = [number for number in numbers if number not in columns]
        graph.rows[row] = topological_order(graph, _merge(graph, old, new))
    graph.pack_all()
    for _round in range(2):
        for row in range(len(graph.rows)):
            sift_row(graph, row, only=fresh)
    settle_parts(graph, among=fresh)


def _merge(graph: LayerGraph, old: list[int], new: list[int]) -> list[int]:
    """*old* with each of *new* set right behind the last node that it must follow, else at the end."""
    row = list(old)
    for number in new:
        before = [place for place, other in enumerate(row) if other in graph.nodes[number].after]
        after = [place for place, other in enumerate(row) if other in graph.nodes[number].before]
        row.insert(before[-1] + 1 if before else after[0] if after else len(row), number)
    return row
