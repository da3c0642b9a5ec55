"""Phase 4: where in its row everybody stands, in whole cells.

With the order of every row kept and neighbours at least a gap apart, minimises: the distance between the point where
a union's line starts and the middle of its eldest and youngest child; the distance between that point and each child,
by k^-0.75 for k children (kinship2's quadratic programme: Sinnwell, Therneau and Schaid 2014); slack between
partners, so that couples move apart only for their children's sake; slack between siblings; and bends of lines that
pass a row.

The restrictions hold within a row, so solving one row after the other with the rest fixed descends to the minimum
(Tseng 2001); one row is an isotonic regression, solved by pooling adjacent violators (Ayer and others 1955). Rounding
every centre down to whole cells keeps every whole-celled gap.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from dataclasses import dataclass, field

from supervision_tui.genogram.layout.layer_graph import BLOCK_GAP, Board
from supervision_tui.genogram.layout.partner_chains import COUPLE_GAP

SWEEPS, LARGE, SWEEPS_OF_LARGE = 80, 1000, 24
"""Sweeps over all rows, fewer from so many units on: they settle slowly, and each takes time."""

MIDDLE = 8.0
CHILD = 0.5
PASSING = 6.0
TIGHT = 1.2
SIBLING = 0.12
STAY = 0.02
SETTLED = 0.03


@dataclass(slots=True)
class Fan:
    """One line's start (*tops*: the units it lies halfway between) and its ends."""

    tops: list[int]
    ends: list[int]
    weight: float
    light: float


@dataclass(slots=True)
class Sheet:
    """Every member and stand-in as a unit with a centre. *gaps*: cells from the left neighbour's centre, at least."""

    names: list[str] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)
    x: list[float] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    tight: list[bool] = field(default_factory=list)
    fans: list[Fan] = field(default_factory=list)
    as_top: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    as_end: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    sibling: dict[int, int] = field(default_factory=dict)


def set_columns(board: Board) -> dict[str, int]:
    """The centre column of everybody and every stand-in on *board*; the leftmost symbol or label begins at column 0."""
    sheet = _sheet(board)
    order = list(range(len(sheet.rows)))
    for sweep in range(SWEEPS if len(sheet.x) < LARGE else SWEEPS_OF_LARGE):
        moved = max(_relax(sheet, row) for row in (order if sweep % 2 == 0 else reversed(order)))
        if moved < SETTLED:
            break
    sheet.x = [float(math.floor(x + 0.5)) for x in sheet.x]
    straighten(sheet)
    columns = {name: int(x) for name, x in zip(sheet.names, sheet.x, strict=True)}
    left = min(columns[name] - board.widths.get(name, 1) // 2 for name in columns)
    return {name: x - left for name, x in columns.items()}


def _sheet(board: Board) -> Sheet:
    sheet = Sheet()
    number: dict[str, int] = {}
    for row in board.rows:
        units: list[int] = []
        for block in (board.blocks[at] for at in row):
            for at, name in enumerate(block.members):
                number[name] = len(sheet.names)
                units.append(number[name])
                sheet.names.append(name)
                sheet.tight.append(at > 0)
        sheet.rows.append(units)
    widths = [board.widths.get(name, 1) for name in sheet.names]
    sheet.gaps = [0] * len(widths)
    sheet.x = [0.0] * len(widths)
    for units in sheet.rows:
        for a, b in itertools.pairwise(units):
            sheet.gaps[b] = _gap(widths[a], widths[b], tight=sheet.tight[b])
    _start(sheet)
    _fans(sheet, board, number)
    return sheet


def _gap(left: int, right: int, *, tight: bool) -> int:
    """Cells between two centres: partners leave the whole cell in their middle free of labels."""
    if tight:
        return 2 * (max(left, right) // 2 + COUPLE_GAP // 2 + 1)
    return left // 2 + right // 2 + 1 + BLOCK_GAP


def _start(sheet: Sheet) -> None:
    """Every row tight, centred on the widest."""
    ends = []
    for units in sheet.rows:
        x = 0
        for unit in units:
            x += sheet.gaps[unit]
            sheet.x[unit] = x
        ends.append(x)
    widest = max(ends)
    for units, end in zip(sheet.rows, ends, strict=True):
        for unit in units:
            sheet.x[unit] += (widest - end) / 2


def _fans(sheet: Sheet, board: Board, number: dict[str, int]) -> None:
    below: dict[tuple[int, int | str], list[str]] = defaultdict(list)
    for segment in board.segments:
        below[segment.top, segment.top_of].append(segment.bottom_of)
    for (_top, reach), names in below.items():
        starts = (reach,) if isinstance(reach, str) else board.ports[reach].partners
        passing = isinstance(reach, str) or any(name not in board.widths for name in names)
        ends = [number[name] for name in names]
        fan = Fan([number[one] for one in starts], ends, PASSING if passing else MIDDLE, CHILD * len(ends) ** -0.75)
        for unit in fan.tops:
            sheet.as_top[unit].append(len(sheet.fans))
        for unit in fan.ends:
            sheet.as_end[unit].append(len(sheet.fans))
        for a, b in itertools.pairwise(ends):
            sheet.sibling[b] = a
        sheet.fans.append(fan)


def _relax(sheet: Sheet, row: int) -> float:
    """Solve *row* with the others fixed; the largest change in cells."""
    units = sheet.rows[row]
    x = sheet.x
    pull = dict.fromkeys(units, 0.0)
    weight = dict.fromkeys(units, STAY)
    for fan, mine in _fans_of(sheet, units):
        _pull(sheet, fan, mine, pull, weight)
    for unit in units:
        if sheet.tight[unit]:
            _draw_together(unit - 1, unit, x[unit] - x[unit - 1] - sheet.gaps[unit], TIGHT, pull, weight)
        elder = sheet.sibling.get(unit)
        if elder in pull and elder is not None:
            _draw_together(elder, unit, x[unit] - x[elder], SIBLING, pull, weight)
    shift = 0.0
    targets = []
    for unit in units:
        shift += sheet.gaps[unit]
        targets.append(x[unit] + pull[unit] / weight[unit] - shift)
    fitted = pool(targets, [weight[unit] for unit in units])
    moved = shift = 0.0
    for unit, place in zip(units, fitted, strict=True):
        shift += sheet.gaps[unit]
        moved = max(moved, abs(x[unit] - place - shift))
        x[unit] = place + shift
    return moved


def _draw_together(
    a: int, b: int, slack: float, strength: float, pull: dict[int, float], weight: dict[int, float]
) -> None:
    pull[a] += strength * slack / 2
    pull[b] -= strength * slack / 2
    weight[a] += strength
    weight[b] += strength


def _fans_of(sheet: Sheet, units: list[int]) -> list[tuple[Fan, bool]]:
    """(fan, whether it starts in this row) for all fans that touch *units*."""
    starts = dict.fromkeys(at for unit in units for at in sheet.as_top.get(unit, ()))
    ends = dict.fromkeys(at for unit in units for at in sheet.as_end.get(unit, ()))
    return [(sheet.fans[at], True) for at in starts] + [(sheet.fans[at], False) for at in ends]


def _pull(sheet: Sheet, fan: Fan, starts: bool, pull: dict[int, float], weight: dict[int, float]) -> None:
    x = sheet.x
    port = sum(x[unit] for unit in fan.tops) / len(fan.tops)
    ends = [x[unit] for unit in fan.ends]
    k = len(ends)
    off = (min(ends) + max(ends)) / 2 - port
    light = fan.light
    if starts:
        force = fan.weight * off + light * (sum(ends) - k * port)
        for unit in fan.tops:
            if unit in pull:
                pull[unit] += force
                weight[unit] += fan.weight + light * k
        return
    heavy = fan.weight / max(1, min(k, 2))
    for unit, end in zip(fan.ends, ends, strict=True):
        if unit in pull:
            pull[unit] += light * (port - end) - heavy * off
            weight[unit] += light + heavy


def pool(targets: list[float], weights: list[float]) -> list[float]:
    """The non-decreasing sequence nearest to *targets* in weighted least squares (pool adjacent violators)."""
    means: list[float] = []
    sums: list[float] = []
    counts: list[int] = []
    for target, weight in zip(targets, weights, strict=True):
        mean, total, count = target, weight, 1
        while means and means[-1] >= mean:
            before = sums.pop()
            mean = (means.pop() * before + mean * total) / (before + total)
            total += before
            count += counts.pop()
        means.append(mean)
        sums.append(total)
        counts.append(count)
    return [mean for mean, count in zip(means, counts, strict=True) for _ in range(count)]


ROUNDS = 4
BENT = 3.0
"""What a bend costs, in cells of distance."""


def straighten(sheet: Sheet) -> None:
    """Move single units by a cell or two where that lowers the cost of their lines, in place."""
    for _round in range(ROUNDS):
        moved = False
        for units in sheet.rows:
            for at, unit in enumerate(units):
                moved |= _better(sheet, units, at, unit)
        if not moved:
            return


def _better(sheet: Sheet, units: list[int], at: int, unit: int) -> bool:
    lines = sheet.as_top.get(unit, []) + sheet.as_end.get(unit, [])
    if not lines:
        return False
    x = sheet.x
    low = x[units[at - 1]] + sheet.gaps[unit] if at else float("-inf")
    high = x[units[at + 1]] - sheet.gaps[units[at + 1]] if at + 1 < len(units) else float("inf")
    here = x[unit]
    best, best_x = _cost(sheet, lines), here
    for step in (-1.0, 1.0, -2.0, 2.0):
        if low <= here + step <= high:
            x[unit] = here + step
            cost = _cost(sheet, lines)
            if cost < best - 1e-9:
                best, best_x = cost, here + step
    x[unit] = best_x
    return best_x != here


def _cost(sheet: Sheet, lines: list[int]) -> float:
    total = 0.0
    for number in lines:
        fan = sheet.fans[number]
        port = sum(sheet.x[one] for one in fan.tops) // len(fan.tops)
        ends = [sheet.x[one] for one in fan.ends]
        off = abs((min(ends) + max(ends)) / 2 - port)
        total += off + (BENT if len(ends) == 1 and off else 0.0)
    return total
