"""Phase 4b: bends taken away by moving people a few cells, alone or with all that hangs straight below them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from supervision_tui.genogram.layout.coordinates.coordinate_problem import CoordinateProblem

ROUNDS = 4

BENT, APART = 3.0, 0.2
"""What a bend costs, in cells of distance; and each cell between partners that they need not have."""

STEPS = (-1, 1, -2, 2, -3, 3, -4, 4)
"""Cells to move, the nearest first."""


def remove_bends(problem: CoordinateProblem) -> None:
    """Move single people, then people with what hangs straight below them, where lines get cheaper, in place."""
    for _round in range(ROUNDS):
        moved = False
        for variables in problem.rows:
            for variable in variables:
                if _is_bent(problem, variable):
                    moved |= _shift(problem, {variable}) or _shift(problem, _stem(problem, variable))
        if not moved:
            return


def _lines(problem: CoordinateProblem, variables: Iterable[int]) -> list[int]:
    return list(
        dict.fromkeys(
            line
            for variable in variables
            for line in (*problem.as_top.get(variable, ()), *problem.as_end.get(variable, ()))
        )
    )


def _is_bent(problem: CoordinateProblem, variable: int) -> bool:
    return any(_off(problem, line) for line in _lines(problem, [variable]))


def _off(problem: CoordinateProblem, line: int) -> float:
    """How far the middle of a line's ends lies from where it begins."""
    hyperedge, x = problem.hyperedges[line], problem.x
    tops, ends = hyperedge.tops, hyperedge.ends
    port = (x[tops[0]] + x[tops[-1]]) // 2 + hyperedge.shift
    if len(ends) == 1:
        return abs(x[ends[0]] - port)
    columns = [x[variable] for variable in ends]
    return abs((min(columns) + max(columns)) / 2 - port)


def _stem(problem: CoordinateProblem, variable: int) -> set[int]:
    """*variable* and everybody whose line runs straight down from them, from one to the next."""
    stem, waiting = {variable}, [variable]
    while waiting:
        for line in problem.as_top.get(waiting.pop(), ()):
            ends = problem.hyperedges[line].ends
            if len(ends) == 1 and ends[0] not in stem and not _off(problem, line):
                stem.add(ends[0])
                waiting.append(ends[0])
    return stem


def _shift(problem: CoordinateProblem, moving: Collection[int]) -> bool:
    """Move all of *moving* together by the step that makes their lines cheapest; whether that is any."""
    lines = _lines(problem, moving)
    low, high = _room(problem, moving)
    best, best_step = _cost(problem, lines, moving), 0
    for step in STEPS:
        if low <= step <= high:
            _move(problem, moving, step)
            cost = _cost(problem, lines, moving)
            _move(problem, moving, -step)
            if cost < best - 1e-9:
                best, best_step = cost, step
    _move(problem, moving, best_step)
    return bool(best_step)


def _move(problem: CoordinateProblem, moving: Iterable[int], step: int) -> None:
    for variable in moving:
        problem.x[variable] += step


def _room(problem: CoordinateProblem, moving: Collection[int]) -> tuple[float, float]:
    """How far *moving* can go to the left (not above 0) and to the right."""
    low, high = float("-inf"), float("inf")
    x = problem.x
    for variable in moving:
        left, right = problem.neighbour_left(variable), problem.neighbour_right(variable)
        if left is not None and left not in moving:
            low = max(low, x[left] + problem.gaps[variable] - x[variable])
        if right is not None and right not in moving:
            high = min(high, x[right] - problem.gaps[right] - x[variable])
    return low, high


def _cost(problem: CoordinateProblem, lines: Iterable[int], moving: Iterable[int]) -> float:
    total = 0.0
    for line in lines:
        off = _off(problem, line)
        if off:
            total += off + (BENT if len(problem.hyperedges[line].ends) == 1 else 0.0)
    x, gaps, tight = problem.x, problem.gaps, problem.tight
    for variable in moving:
        right = problem.neighbour_right(variable)
        if tight[variable]:
            total += APART * (x[variable] - x[variable - 1] - gaps[variable])
        if right is not None and tight[right]:
            total += APART * (x[right] - x[variable] - gaps[right])
    return total
