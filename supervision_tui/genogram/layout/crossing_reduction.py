"""Phase 3: the order of every row, with as few crossings as the rules above it allow.

Without an earlier layout: several walks through the family, each improved; then the best of them is shaken and
improved again (iterated local search, Lourenço, Martin and Stützle 2003), with a fixed number of steps and fixed
dice, never a clock. With an earlier layout: everybody stays in order, and only who is new is put in.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from supervision_tui.genogram.layout.initial_order import precede, starts
from supervision_tui.genogram.layout.layer_graph import Board, Standing
from supervision_tui.genogram.layout.layout_input import Spot
from supervision_tui.genogram.layout.perturbation import shake
from supervision_tui.genogram.layout.sifting import sift_blocks, sift_row, turn_blocks

LARGE = 400
"""Blocks from which one start and a short reach have to do."""

LARGE_REACH = (60, 4)
"""Places that a block of a large family may move, and rounds."""

STARTS = 6
EFFORT = 4000
"""Shakes times segments: what may be spent on one family."""

LEAST, MOST = 12, 120
"""Shakes for a family of any size."""

FAR = 1_000_000


def order_rows(board: Board, previous: Mapping[str, Spot]) -> None:
    """Order the rows of *board* in place."""
    if any(name in previous for block in board.blocks for name in block.members):
        _keep(board, previous)
        return
    large = len(board.blocks) > LARGE
    found: list[tuple[int, Standing]] = []
    for rows in starts(board, 1 if large else STARTS):
        board.rows = rows
        board.pack_all()
        improve(board, *(LARGE_REACH if large else (FAR, 12)))
        found.append((board.crossings(), board.standing()))
        if found[-1][0] == 0:
            break
    found.sort(key=lambda one: one[0])
    if found and found[0][0] and not large:
        found = [_search(board, *found[0])]
    if found:
        board.stand(found[0][1])
    for row in range(len(board.rows)):
        turn_blocks(board, row)


def improve(board: Board, reach: int, rounds: int) -> None:
    """Turn chains and sift rows, downwards and upwards, until nothing moves."""
    rows = range(len(board.rows))
    for round_ in range(rounds):
        moved = False
        for row in rows if round_ % 2 == 0 else reversed(rows):
            moved |= turn_blocks(board, row)
            moved |= sift_row(board, row, reach)
        if not moved:
            return


def _search(board: Board, fewest: int, best: Standing) -> tuple[int, Standing]:
    """Shake and improve from *best*; go on from whatever is not worse."""
    dice = random.Random(len(board.blocks))  # noqa: S311 - nothing secret; the same family gets the same picture
    board.stand(best)
    for _try in range(min(MOST, max(LEAST, EFFORT // len(board.segments)))):
        shake(board, dice)
        improve(board, FAR, 10)
        crossings = board.crossings()
        if crossings <= fewest:
            best, fewest = board.standing(), crossings
            if not fewest:
                break
        else:
            board.stand(best)
    return fewest, best


def _keep(board: Board, previous: Mapping[str, Spot]) -> None:
    """Order as in *previous*; blocks of people who were not there go where they cross least."""
    places: dict[int, float] = {}
    for number, block in enumerate(board.blocks):
        known = [previous[name].x for name in block.members if name in previous]
        if known:
            places[number] = sum(known) / len(known)
            board.turn(number, block.orders[0])
    fresh = [number for number in range(len(board.blocks)) if number not in places]
    for row, numbers in enumerate(board.rows):
        old = sorted((n for n in numbers if n in places), key=lambda n: (places[n], n))
        new = [n for n in numbers if n not in places]
        board.rows[row] = precede(board, _woven(board, old, new))
    board.pack_all()
    for _round in range(2):
        for row in range(len(board.rows)):
            sift_blocks(board, row, [number for number in board.rows[row] if number in set(fresh)])


def _woven(board: Board, old: list[int], new: list[int]) -> list[int]:
    """*old* with each of *new* set right behind the last block that it must follow, else at the end."""
    row = list(old)
    for number in new:
        before = [at for at, other in enumerate(row) if other in board.blocks[number].after]
        after = [at for at, other in enumerate(row) if other in board.blocks[number].before]
        row.insert(before[-1] + 1 if before else after[0] if after else len(row), number)
    return row
