"""Phase 3: the order of every row, with as few crossings as the rules above it allow.

Without an earlier layout: several walks through the family, each improved; then the best of them is shaken and
improved again (iterated local search, Lourenço, Martin and Stützle 2003), with a fixed number of steps and fixed
dice, never a clock. With an earlier layout: everybody stays in order, and only who is new is put in.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from supervision_tui.genogram.layout.initial_order import initial_orders, topological_order
from supervision_tui.genogram.layout.layer_graph import LayerGraph, Ordering
from supervision_tui.genogram.layout.layout_input import PreviousPosition
from supervision_tui.genogram.layout.perturbation import perturb
from supervision_tui.genogram.layout.sifting import choose_inner_orders, sift_nodes, sift_row

LARGE = 400
"""Blocks from which one start and a short reach have to do."""

LARGE_REACH = (60, 4)
"""Places that a node of a large family may move, and rounds."""

STARTS = 6
EFFORT = 4000
"""Shakes times segments: what may be spent on one family."""

LEAST, MOST = 12, 120
"""Shakes for a family of any size."""

FAR = 1_000_000


def reduce_crossings(graph: LayerGraph, previous: Mapping[str, PreviousPosition]) -> None:
    """Order the rows of *graph* in place."""
    if any(name in previous for node in graph.nodes for name in node.members):
        _insert_into_previous(graph, previous)
        return
    large = len(graph.nodes) > LARGE
    found: list[tuple[int, Ordering]] = []
    for rows in initial_orders(graph, 1 if large else STARTS):
        graph.rows = rows
        graph.pack_all()
        improve(graph, *(LARGE_REACH if large else (FAR, 12)))
        found.append((graph.crossings(), graph.standing()))
        if found[-1][0] == 0:
            break
    found.sort(key=lambda one: one[0])
    if found and found[0][0] and not large:
        found = [_iterated_local_search(graph, *found[0])]
    if found:
        graph.restore(found[0][1])
    for row in range(len(graph.rows)):
        choose_inner_orders(graph, row)


def improve(graph: LayerGraph, reach: int, rounds: int) -> None:
    """Turn chains and sift rows, downwards and upwards, until nothing moves."""
    rows = range(len(graph.rows))
    for round_ in range(rounds):
        moved = False
        for row in rows if round_ % 2 == 0 else reversed(rows):
            moved |= choose_inner_orders(graph, row)
            moved |= sift_row(graph, row, reach)
        if not moved:
            return


def _iterated_local_search(graph: LayerGraph, fewest: int, best: Ordering) -> tuple[int, Ordering]:
    """Shake and improve from *best*; go on from whatever is not worse."""
    dice = random.Random(len(graph.nodes))  # noqa: S311 - nothing secret; the same family gets the same picture
    graph.restore(best)
    for _try in range(min(MOST, max(LEAST, EFFORT // len(graph.segments)))):
        perturb(graph, dice)
        improve(graph, FAR, 10)
        crossings = graph.crossings()
        if crossings <= fewest:
            best, fewest = graph.standing(), crossings
            if not fewest:
                break
        else:
            graph.restore(best)
    return fewest, best


def _insert_into_previous(graph: LayerGraph, previous: Mapping[str, PreviousPosition]) -> None:
    """Order as in *previous*; nodes of people who were not there go where they cross least."""
    places: dict[int, float] = {}
    for number, node in enumerate(graph.nodes):
        known = [previous[name].x for name in node.members if name in previous]
        if known:
            places[number] = sum(known) / len(known)
            graph.set_inner_order(number, node.orders[0])
    fresh = [number for number in range(len(graph.nodes)) if number not in places]
    for row, numbers in enumerate(graph.rows):
        old = sorted((n for n in numbers if n in places), key=lambda n: (places[n], n))
        new = [n for n in numbers if n not in places]
        graph.rows[row] = topological_order(graph, _merge_new_nodes(graph, old, new))
    graph.pack_all()
    for _round in range(2):
        for row in range(len(graph.rows)):
            sift_nodes(graph, row, [number for number in graph.rows[row] if number in set(fresh)])


def _merge_new_nodes(graph: LayerGraph, old: list[int], new: list[int]) -> list[int]:
    """*old* with each of *new* set right behind the last node that it must follow, else at the end."""
    row = list(old)
    for number in new:
        before = [at for at, other in enumerate(row) if other in graph.nodes[number].after]
        after = [at for at, other in enumerate(row) if other in graph.nodes[number].before]
        row.insert(before[-1] + 1 if before else after[0] if after else len(row), number)
    return row
