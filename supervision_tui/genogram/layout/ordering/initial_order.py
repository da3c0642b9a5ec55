"""Phase 3b: a first order, by walking the family depth first.

Each node is placed after the parents of all its members: when somebody's partner has parents who are not placed yet,
they are placed at that moment, and their children follow, eldest first. Walking to the left instead of the right
gives a second start, other founders give more.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph


def initial_orders(graph: LayerGraph, most: int) -> Iterator[list[list[int]]]:
    """Up to *most* different orders of the rows that respect who must stand left of whom."""
    founders = [number for number, node in enumerate(graph.nodes) if not node.ups]
    founders.sort(key=lambda number: (graph.nodes[number].row, -len(graph.nodes[number].downs), number))
    yielded = 0
    seen: set[tuple[tuple[int, ...], ...]] = set()
    for root in founders:
        for leftwards in (False, True):
            if yielded >= most:
                return
            order = [topological_order(graph, row) for row in _walk(graph, [root, *founders], leftwards)]
            key = tuple(tuple(row) for row in order)
            if key not in seen:
                seen.add(key)
                yielded += 1
                yield order


def _walk(graph: LayerGraph, roots: list[int], leftwards: bool) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in graph.rows]
    done: set[int] = set()
    for root in roots:
        stack = [_visit(graph, root, rows, done, leftwards)]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
            elif following not in done:
                stack.append(_visit(graph, following, rows, done, leftwards))
    return [row[::-1] for row in rows] if leftwards else rows


def _visit(graph: LayerGraph, number: int, rows: list[list[int]], done: set[int], leftwards: bool) -> Iterator[int]:
    """Ask for the parents of *number*, then place it, then ask for its children."""
    node = graph.nodes[number]
    centres = graph.shapes[number][node.inner].centres
    step = -1 if leftwards else 1
    ups = sorted(node.ups, key=lambda up: centres[graph.segments[up].bottom_of])[::step]
    for up in ups:
        parent = graph.segments[up].top
        if parent not in done:
            yield parent
    if number in done:
        return
    done.add(number)
    rows[node.row].append(number)
    for down in sorted(node.downs, key=lambda segment: (graph.top_x(segment) - graph.left[number], segment))[::step]:
        yield graph.segments[down].bottom


def topological_order(graph: LayerGraph, row: list[int]) -> list[int]:
    """*row* in a topological order of who must stand left of whom, as near as can be to the order it had."""
    place = {number: at for at, number in enumerate(row)}
    waiting = {number: len(graph.nodes[number].after & place.keys()) for number in row}
    ready = [place[number] for number in row if not waiting[number]]
    heapq.heapify(ready)
    ordered: list[int] = []
    while ready:
        number = row[heapq.heappop(ready)]
        ordered.append(number)
        for later in graph.nodes[number].before & place.keys():
            waiting[later] -= 1
            if not waiting[later]:
                heapq.heappush(ready, place[later])
    return ordered
