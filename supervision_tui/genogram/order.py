"""Phase 3: the order of every row, with as few crossings as the rules above it allow."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_tui.genogram.board import Board
from supervision_tui.genogram.people import Spot
from supervision_tui.genogram.sift import sift_row, turn_blocks
from supervision_tui.genogram.start import precede, starts

LARGE = 400
"""Blocks from which one start and a short reach have to do."""


def order_rows(board: Board, previous: Mapping[str, Spot]) -> None:
    """Order the rows of *board* in place, near *previous* where it says something."""
    large = len(board.blocks) > LARGE
    best: tuple[int, object] | None = None
    for rows in starts(board, 1 if large else 8):
        board.rows = rows
        board.pack_all()
        improve(board, 40 if large else len(board.blocks), 6 if large else 12)
        found = board.crossings()
        if best is None or found < best[0]:
            best = (found, board.state())
        if found == 0:
            break
    if best:
        board.rows, orders = best[1]
        from supervision_tui.genogram.sift import set_order
        for n, o in enumerate(orders):
            set_order(board, n, o)
        board.pack_all()


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
