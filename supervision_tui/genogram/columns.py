"""Phase 4: where in its row every block stands, in whole cells.

Minimises, with the order of every row kept and blocks at least a gap apart,
``(port - middle of eldest and youngest child)^2`` for each union, ``(child - port)^2`` weighted by k^-0.75 for k children (kinship2's
quadratic programme, Sinnwell, Therneau and Schaid 2014), and the bends of lines that pass a row. The restrictions hold within a row, so the minimum is
reached by solving one row after the other (Tseng 2001); one row is an isotonic regression, solved by pooling adjacent
violators (Ayer and others 1955). Rounding every left end down to whole cells keeps every whole-celled gap.
"""

from __future__ import annotations

import math
from collections import defaultdict

from supervision_tui.genogram.board import BLOCK_GAP, Board

SWEEPS = 60
MIDDLE = 4.0
CHILD = 0.6
PASSING = 6.0
STAY = 0.02
SETTLED = 0.02

_Spring = tuple[int, float, tuple[tuple[int, float], ...]]


def set_columns(board: Board) -> None:
    """Set ``board.left`` to whole cells."""
    board.pack_all()
    _centre(board)
    springs = _Springs(board)
    rows = len(board.rows)
    for sweep in range(SWEEPS):
        moved = 0.0
        for row in range(rows) if sweep % 2 == 0 else reversed(range(rows)):
            moved = max(moved, springs.relax(row))
        if moved < SETTLED:
            break
    for number, x in enumerate(board.left):
        board.left[number] = math.floor(x + 0.5)
    lowest = min(board.left)
    board.left = [x - lowest for x in board.left]


def _centre(board: Board) -> None:
    """Start with every packed row centred on the widest."""
    ends = [max((board.left[n] + board.blocks[n].width for n in row), default=0.0) for row in board.rows]
    widest = max(ends)
    for row, end in zip(board.rows, ends, strict=True):
        for number in row:
            board.left[number] += (widest - end) / 2


class _Springs:
    """The pulls between ports and children, by union."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.fans: list[tuple[int, list[int]]] = []
        below: dict[tuple[int, int | str], list[int]] = defaultdict(list)
        for at, segment in enumerate(board.segments):
            below[segment.top, segment.top_of].append(at)
        self.up: dict[int, list[int]] = defaultdict(list)
        self.down: dict[int, list[int]] = defaultdict(list)
        for (top, _of), fan in below.items():
            number = len(self.fans)
            self.fans.append((top, fan))
            self.down[top].append(number)
            for at in fan:
                self.up[board.segments[at].bottom].append(number)
        self.seps = [self._separations(row) for row in board.rows]

    def _separations(self, row: list[int]) -> list[float]:
        at, found = 0.0, []
        for number in row:
            found.append(at)
            at += self.board.blocks[number].width + BLOCK_GAP
        return found

    def relax(self, row: int) -> float:
        """Solve *row* with the others fixed; the largest change in cells."""
        board, order = self.board, self.board.rows[row]
        targets, weights = [], []
        for number in order:
            target, weight = self._pull(number)
            targets.append(target)
            weights.append(weight)
        seps = self.seps[row]
        fitted = pool([t - s for t, s in zip(targets, seps, strict=True)], weights)
        moved = 0.0
        for number, x, sep in zip(order, fitted, seps, strict=True):
            moved = max(moved, abs(board.left[number] - x - sep))
            board.left[number] = x + sep
        return moved

    def _pull(self, number: int) -> tuple[float, float]:
        """Where block *number* would like to stand, and how much."""
        board = self.board
        here = board.left[number]
        total, weight = STAY * here, STAY
        for fan in self.down[number]:
            _top, ats = self.fans[fan]
            port = board.top_x(ats[0])
            xs = [board.bottom_x(at) for at in ats]
            k = len(xs)
            heavy = MIDDLE if k > 1 else self._weight(ats[0])
            total += heavy * (here + (min(xs) + max(xs)) / 2 - port)
            weight += heavy
            light = CHILD * k**-0.75
            total += light * (k * (here - port) + sum(xs))
            weight += light * k
        for fan in set(self.up[number]):
            ats = self.fans[fan][1]
            port = board.top_x(ats[0])
            xs = [board.bottom_x(at) for at in ats]
            k = len(xs)
            mine = [at for at in ats if board.segments[at].bottom == number]
            heavy = (MIDDLE if k > 1 else self._weight(ats[0])) * len(mine) / k
            total += heavy * (here + port - (min(xs) + max(xs)) / 2)
            weight += heavy
            light = CHILD * k**-0.75
            for at in mine:
                total += light * (here + port - board.bottom_x(at))
                weight += light
        return total / weight, weight

    def _weight(self, at: int) -> float:
        """A line that goes on past its row, or ends after passing rows, had better be straight."""
        segment = self.board.segments[at]
        return PASSING if segment.bottom_of[0] < " " or isinstance(segment.top_of, str) else MIDDLE


def pool(targets: list[float], weights: list[float]) -> list[float]:
    """The non-decreasing sequence nearest to *targets* in weighted least squares (pool adjacent violators)."""
    means: list[float] = []
    sums: list[float] = []
    counts: list[int] = []
    for target, weight in zip(targets, weights, strict=True):
        mean, total, count = target, weight, 1
        while means and means[-1] >= mean:
            total_before = sums.pop()
            mean = (means.pop() * total_before + mean * total) / (total_before + total)
            total += total_before
            count += counts.pop()
        means.append(mean)
        sums.append(total)
        counts.append(count)
    return [mean for mean, count in zip(means, counts, strict=True) for _ in range(count)]
