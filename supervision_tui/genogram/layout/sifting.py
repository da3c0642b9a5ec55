"""Phase 3c and d: fewer crossings, by moving one block at a time to its best place in its row.

For neighbouring rows that stand still, the crossings between two blocks depend only on which of them stands left; so
a block's best place is found by walking along its row and adding up differences (Matuszewski, Schönfeld and Molitor
1999). Both gaps, above and below, count. Only moves for the better are made, so that ties keep the order that was.
"""

from __future__ import annotations

from collections.abc import Sequence

from supervision_tui.genogram.layout.layer_graph import Board, count_crossings

WISH = 0.01
"""What it costs, in crossings, to stand on the wrong side of a neighbour's middle."""

Ends = tuple[list[float], list[float], float | None, float | None]


def sift_row(board: Board, row: int, reach: int) -> bool:
    """Move every block of *row* to its best place at most *reach* places away; say whether anything moved."""
    order = board.rows[row]
    ends = {number: _ends(board, number) for number in order}
    known: dict[tuple[int, int], float] = {}
    moved_any = False
    for _pass in range(4):
        moved = False
        for number in sorted(order, key=lambda one: (-len(board.blocks[one].ups) - len(board.blocks[one].downs), one)):
            moved |= _sift(board, order, number, ends, known, reach)
        moved_any |= moved
        if not moved:
            break
    if moved_any:
        board.pack(row)
    return moved_any


def sift_blocks(board: Board, row: int, numbers: Sequence[int]) -> None:
    """Move only *numbers* in *row*, each to its best place."""
    ends = {number: _ends(board, number) for number in board.rows[row]}
    for number in numbers:
        _sift(board, board.rows[row], number, ends, {}, len(board.rows[row]))
    board.pack(row)


def _ends(board: Board, number: int) -> Ends:
    block = board.blocks[number]
    ups = sorted(board.top_x(at) for at in block.ups)
    downs = sorted(board.bottom_x(at) for at in block.downs)
    return ups, downs, _mean(ups), _mean(downs)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _sift(
    board: Board,
    order: list[int],
    number: int,
    ends: dict[int, Ends],
    known: dict[tuple[int, int], float],
    reach: int,
) -> bool:
    at = order.index(number)
    block = board.blocks[number]
    best, best_at = -1e-6, at
    for step, stop in ((-1, block.after), (1, block.before)):
        total, place = 0.0, at + step
        while 0 <= place < len(order) and abs(place - at) <= reach:
            other = order[place]
            if other in stop:
                break
            total += step * _gain(number, other, ends, known)
            if total < best:
                best, best_at = total, place
            place += step
    if best_at == at:
        return False
    order.insert(best_at, order.pop(at))
    return True


def _gain(one: int, other: int, ends: dict[int, Ends], known: dict[tuple[int, int], float]) -> float:
    """What it costs to set *one* right of *other* instead of left of it."""
    key = (one, other)
    if key not in known:
        mine, theirs = ends[one], ends[other]
        total = 0.0
        for a, b, mean_a, mean_b in (
            (mine[0], theirs[0], mine[2], theirs[2]),
            (mine[1], theirs[1], mine[3], theirs[3]),
        ):
            if mean_a is None or mean_b is None:
                continue
            for p in a:
                for q in b:
                    total += 1 if p < q else -1 if p > q else 0
            total += WISH if mean_a < mean_b else -WISH if mean_a > mean_b else 0
        known[key] = total
        known[other, one] = -total
    return known[key]


def turn_blocks(board: Board, row: int) -> bool:
    """Give every chain of *row* the inner order with the fewest crossings among its own lines."""
    turned = False
    for number in board.rows[row]:
        block = board.blocks[number]
        if len(block.orders) > 1:
            turned |= _turn(board, number)
    if turned:
        board.pack(row)
    return turned


def _turn(board: Board, number: int) -> bool:
    block = board.blocks[number]
    before = block.members
    if len(block.ups) < 2 and len(block.downs) < 2:  # noqa: PLR2004 - one line cannot cross itself
        board.turn(number, block.orders[0])
        return block.members != before
    best: tuple[int, int] | None = None
    for rank, order in enumerate(block.orders):
        board.turn(number, order)
        crossings = _own_crossings(board, block.ups) + _own_crossings(board, block.downs)
        if best is None or (crossings, rank) < best:
            best = (crossings, rank)
    board.turn(number, block.orders[best[1] if best else 0])
    return block.members != before


def _own_crossings(board: Board, lines: Sequence[int]) -> int:
    if len(lines) < 2:  # noqa: PLR2004 - one line cannot cross itself
        return 0
    return count_crossings([(board.top_x(at), board.bottom_x(at)) for at in lines])
