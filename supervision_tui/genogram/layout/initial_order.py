"""Phase 3b: a first order, by walking the family depth first.

Each block is placed after the parents of all its members: when somebody's partner has parents who are not placed yet,
they are placed at that moment, and their children follow, eldest first. Walking to the left instead of the right
gives a second start, other founders give more.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from supervision_tui.genogram.layout.layer_graph import Board


def starts(board: Board, most: int) -> Iterator[list[list[int]]]:
    """Up to *most* different orders of the rows that respect who must stand left of whom."""
    founders = [at for at, block in enumerate(board.blocks) if not block.ups]
    founders.sort(key=lambda at: (board.blocks[at].row, -len(board.blocks[at].downs), at))
    given = 0
    seen: set[tuple[tuple[int, ...], ...]] = set()
    for root in founders:
        for leftwards in (False, True):
            if given >= most:
                return
            order = [precede(board, row) for row in _walk(board, [root, *founders], leftwards)]
            key = tuple(tuple(row) for row in order)
            if key not in seen:
                seen.add(key)
                given += 1
                yield order


def _walk(board: Board, roots: list[int], leftwards: bool) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in board.rows]
    done: set[int] = set()
    for root in roots:
        stack = [_visit(board, root, rows, done, leftwards)]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
            elif following not in done:
                stack.append(_visit(board, following, rows, done, leftwards))
    return [row[::-1] for row in rows] if leftwards else rows


def _visit(board: Board, at: int, rows: list[list[int]], done: set[int], leftwards: bool) -> Iterator[int]:
    """Ask for the parents of *at*, then place it, then ask for its children."""
    block = board.blocks[at]
    step = -1 if leftwards else 1
    ups = sorted(block.ups, key=lambda up: block.centres[board.segments[up].bottom_of])[::step]
    for up in ups:
        parent = board.segments[up].top
        if parent not in done:
            yield parent
    if at in done:
        return
    done.add(at)
    rows[block.row].append(at)
    for down in sorted(block.downs, key=lambda one: (board.top_x(one) - board.left[at], one))[::step]:
        yield board.segments[down].bottom


def precede(board: Board, row: list[int]) -> list[int]:
    """*row* in a topological order of who must stand left of whom, as near as can be to the order it had."""
    place = {number: at for at, number in enumerate(row)}
    waiting = {number: len(board.blocks[number].after & place.keys()) for number in row}
    ready = [place[number] for number in row if not waiting[number]]
    heapq.heapify(ready)
    ordered: list[int] = []
    while ready:
        number = row[heapq.heappop(ready)]
        ordered.append(number)
        for later in board.blocks[number].before & place.keys():
            waiting[later] -= 1
            if not waiting[later]:
                heapq.heappush(ready, place[later])
    return ordered
