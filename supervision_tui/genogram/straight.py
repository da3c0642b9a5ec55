"""Phase 4, last: whole-celled steps that take small bends out of lines which could be straight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.genogram.columns import Sheet

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
