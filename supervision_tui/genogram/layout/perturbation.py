"""Ways out of an order that no single move betters: random changes, a chain turned, a crossing undone."""

from __future__ import annotations

import random

from supervision_tui.genogram.layout.initial_order import precede
from supervision_tui.genogram.layout.layer_graph import Board
from supervision_tui.genogram.layout.sifting import sift_row, turn_blocks

FLIP, NUDGE, SWEEP = 0.2, 0.4, 0.6
"""Shares of the dice for turning a chain and (the differences) for undoing a crossing and for sweeping."""

MOVES = 6
TURNED = 0.12
FAR = 1_000_000


def shake(board: Board, dice: random.Random) -> None:
    """Change the order of *board* somewhat, within the rules."""
    chance = dice.random()
    if chance < FLIP and _flip(board, dice):
        return
    if chance < NUDGE and _nudge(board, dice):
        return
    _scatter(board, dice)
    if chance < SWEEP:
        _sweep(board, dice.randrange(len(board.rows)))


def _sweep(board: Board, start: int) -> None:
    """From row *start* outwards, set every block in line with the middle of those that were set before it.

    Whole branches move with their roots (Sugiyama, Tagawa and Toda 1981).
    """
    for step, stop in ((1, len(board.rows)), (-1, -1)):
        for row in range(start + step, stop, step):
            if step > 0:
                wish = {n: [board.top_x(at) for at in board.blocks[n].ups] for n in board.rows[row]}
            else:
                wish = {n: [board.bottom_x(at) for at in board.blocks[n].downs] for n in board.rows[row]}
            place = {n: sum(xs) / len(xs) if xs else board.left[n] for n, xs in wish.items()}
            board.rows[row] = precede(board, sorted(board.rows[row], key=lambda n: place[n]))
            turn_blocks(board, row)
            board.pack(row)


def _scatter(board: Board, dice: random.Random) -> None:
    filled = [row for row in board.rows if len(row) > 1]
    for _move in range(dice.randint(1, MOVES)):
        if filled:
            row = dice.choice(filled)
            number = row.pop(dice.randrange(len(row)))
            row.insert(dice.randrange(len(row) + 1), number)
    for number, block in enumerate(board.blocks):
        if len(block.orders) > 1 and dice.random() < TURNED:
            board.turn(number, dice.choice(block.orders))
    board.rows = [precede(board, row) for row in board.rows]
    board.pack_all()


def _flip(board: Board, dice: random.Random) -> bool:
    """Turn one chain and let the rows above and below follow before it may turn back."""
    turnable = [n for n, b in enumerate(board.blocks) if len(b.orders) > 1 and len(b.ups) + len(b.downs) > 1]
    if not turnable:
        return False
    number = dice.choice(turnable)
    block = board.blocks[number]
    board.turn(number, dice.choice([order for order in block.orders if order != block.members]))
    board.pack(block.row)
    _follow(board, block.row)
    return True


def _nudge(board: Board, dice: random.Random) -> bool:
    """Set one of two blocks whose lines cross on the other side of the other."""
    crossing = board.crossing_pairs()
    if not crossing:
        return False
    a, b = (board.segments[at] for at in dice.choice(crossing))
    ends = [(a.top, b.top), (a.bottom, b.bottom)]
    moved, other = dice.choice([pair for pair in ends if pair[0] != pair[1]] or [(0, 0)])
    if moved == other:
        return False
    row = board.blocks[moved].row
    order = board.rows[row]
    was = order.index(moved)
    order.remove(moved)
    at = order.index(other)
    order.insert(at + 1 if at >= was else at, moved)
    board.rows[row] = precede(board, order)
    board.pack(row)
    _follow(board, row)
    return True


def _follow(board: Board, start: int) -> None:
    """Sift the rows above *start*, then those below, nearest first."""
    for row in [*range(start - 1, -1, -1), *range(start + 1, len(board.rows))]:
        if abs(row - start) > 1:
            turn_blocks(board, row)
        sift_row(board, row, FAR)
