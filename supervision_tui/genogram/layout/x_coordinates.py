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

from supervision_tui.genogram.layout.layer_graph import NODE_GAP, LayerGraph
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
class Hyperedge:
    """One line's start (*tops*: the units it lies halfway between) and its ends."""

    tops: list[int]
    ends: list[int]
    weight: float
    child_weight: float


@dataclass(slots=True)
class CoordinateProblem:
    """Every member and dummy node as a variable: its centre. *gaps*: least cells from the left neighbour's centre."""

    names: list[str] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)
    x: list[float] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    tight: list[bool] = field(default_factory=list)
    hyperedges: list[Hyperedge] = field(default_factory=list)
    as_top: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    as_end: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    sibling: dict[int, int] = field(default_factory=dict)


def assign_x(graph: LayerGraph) -> dict[str, int]:
    """The centre column of everybody and every dummy node; the leftmost symbol or label begins at column 0."""
    problem = _coordinate_problem(graph)
    order = list(range(len(problem.rows)))
    for sweep in range(SWEEPS if len(problem.x) < LARGE else SWEEPS_OF_LARGE):
        moved = max(_solve_row(problem, row) for row in (order if sweep % 2 == 0 else reversed(order)))
        if moved < SETTLED:
            break
    problem.x = [float(math.floor(x + 0.5)) for x in problem.x]
    remove_bends(problem)
    columns = {name: int(x) for name, x in zip(problem.names, problem.x, strict=True)}
    left = min(columns[name] - graph.widths.get(name, 1) // 2 for name in columns)
    return {name: x - left for name, x in columns.items()}


def _coordinate_problem(graph: LayerGraph) -> CoordinateProblem:
    problem = CoordinateProblem()
    number: dict[str, int] = {}
    for row in graph.rows:
        variables: list[int] = []
        for node in (graph.nodes[at] for at in row):
            for at, name in enumerate(node.members):
                number[name] = len(problem.names)
                variables.append(number[name])
                problem.names.append(name)
                problem.tight.append(at > 0)
        problem.rows.append(variables)
    widths = [graph.widths.get(name, 1) for name in problem.names]
    problem.gaps = [0] * len(widths)
    problem.x = [0.0] * len(widths)
    for variables in problem.rows:
        for a, b in itertools.pairwise(variables):
            problem.gaps[b] = _gap(widths[a], widths[b], tight=problem.tight[b])
    _initial_x(problem)
    _add_hyperedges(problem, graph, number)
    return problem


def _gap(left: int, right: int, *, tight: bool) -> int:
    """Cells between two centres: partners leave the whole cell in their middle free of labels."""
    if tight:
        return 2 * (max(left, right) // 2 + COUPLE_GAP // 2 + 1)
    return left // 2 + right // 2 + 1 + NODE_GAP


def _initial_x(problem: CoordinateProblem) -> None:
    """Every row tight, centred on the widest."""
    ends = []
    for variables in problem.rows:
        x = 0
        for variable in variables:
            x += problem.gaps[variable]
            problem.x[variable] = x
        ends.append(x)
    widest = max(ends)
    for variables, end in zip(problem.rows, ends, strict=True):
        for variable in variables:
            problem.x[variable] += (widest - end) / 2


def _add_hyperedges(problem: CoordinateProblem, graph: LayerGraph, number: dict[str, int]) -> None:
    below: dict[tuple[int, int | str], list[str]] = defaultdict(list)
    for segment in graph.segments:
        below[segment.top, segment.top_of].append(segment.bottom_of)
    for (_top, reach), names in below.items():
        start_names = (reach,) if isinstance(reach, str) else graph.ports[reach].partners
        passing = isinstance(reach, str) or any(name not in graph.widths for name in names)
        ends = [number[name] for name in names]
        hyperedge = Hyperedge(
            [number[name] for name in start_names], ends, PASSING if passing else MIDDLE, CHILD * len(ends) ** -0.75
        )
        for variable in hyperedge.tops:
            problem.as_top[variable].append(len(problem.hyperedges))
        for variable in hyperedge.ends:
            problem.as_end[variable].append(len(problem.hyperedges))
        for a, b in itertools.pairwise(ends):
            problem.sibling[b] = a
        problem.hyperedges.append(hyperedge)


def _solve_row(problem: CoordinateProblem, row: int) -> float:
    """Solve *row* with the others fixed; the largest change in cells."""
    variables = problem.rows[row]
    x = problem.x
    pull = dict.fromkeys(variables, 0.0)
    weight = dict.fromkeys(variables, STAY)
    for hyperedge, mine in _hyperedges_of(problem, variables):
        _add_pull(problem, hyperedge, mine, pull, weight)
    for variable in variables:
        if problem.tight[variable]:
            _attract(
                variable - 1, variable, x[variable] - x[variable - 1] - problem.gaps[variable], TIGHT, pull, weight
            )
        elder = problem.sibling.get(variable)
        if elder in pull and elder is not None:
            _attract(elder, variable, x[variable] - x[elder], SIBLING, pull, weight)
    shift = 0.0
    targets = []
    for variable in variables:
        shift += problem.gaps[variable]
        targets.append(x[variable] + pull[variable] / weight[variable] - shift)
    fitted = isotonic_regression(targets, [weight[variable] for variable in variables])
    moved = shift = 0.0
    for variable, place in zip(variables, fitted, strict=True):
        shift += problem.gaps[variable]
        moved = max(moved, abs(x[variable] - place - shift))
        x[variable] = place + shift
    return moved


def _attract(a: int, b: int, slack: float, strength: float, pull: dict[int, float], weight: dict[int, float]) -> None:
    pull[a] += strength * slack / 2
    pull[b] -= strength * slack / 2
    weight[a] += strength
    weight[b] += strength


def _hyperedges_of(problem: CoordinateProblem, variables: list[int]) -> list[tuple[Hyperedge, bool]]:
    """(fan, whether it starts in this row) for all fans that touch *units*."""
    starts = dict.fromkeys(at for variable in variables for at in problem.as_top.get(variable, ()))
    ends = dict.fromkeys(at for variable in variables for at in problem.as_end.get(variable, ()))
    return [(problem.hyperedges[at], True) for at in starts] + [(problem.hyperedges[at], False) for at in ends]


def _add_pull(
    problem: CoordinateProblem,
    hyperedge: Hyperedge,
    starts_here: bool,
    pull: dict[int, float],
    weight: dict[int, float],
) -> None:
    x = problem.x
    port = sum(x[variable] for variable in hyperedge.tops) / len(hyperedge.tops)
    ends = [x[variable] for variable in hyperedge.ends]
    k = len(ends)
    off = (min(ends) + max(ends)) / 2 - port
    child_weight = hyperedge.child_weight
    if starts_here:
        force = hyperedge.weight * off + child_weight * (sum(ends) - k * port)
        for variable in hyperedge.tops:
            if variable in pull:
                pull[variable] += force
                weight[variable] += hyperedge.weight + child_weight * k
        return
    heavy = hyperedge.weight / max(1, min(k, 2))
    for variable, end in zip(hyperedge.ends, ends, strict=True):
        if variable in pull:
            pull[variable] += child_weight * (port - end) - heavy * off
            weight[variable] += child_weight + heavy


def isotonic_regression(targets: list[float], weights: list[float]) -> list[float]:
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


def remove_bends(problem: CoordinateProblem) -> None:
    """Move single units by a cell or two where that lowers the cost of their lines, in place."""
    for _round in range(ROUNDS):
        moved = False
        for variables in problem.rows:
            for at, variable in enumerate(variables):
                moved |= _shift_if_cheaper(problem, variables, at, variable)
        if not moved:
            return


def _shift_if_cheaper(problem: CoordinateProblem, variables: list[int], at: int, variable: int) -> bool:
    lines = problem.as_top.get(variable, []) + problem.as_end.get(variable, [])
    if not lines:
        return False
    x = problem.x
    low = x[variables[at - 1]] + problem.gaps[variable] if at else float("-inf")
    high = x[variables[at + 1]] - problem.gaps[variables[at + 1]] if at + 1 < len(variables) else float("inf")
    here = x[variable]
    best, best_x = _cost(problem, lines), here
    for step in (-1.0, 1.0, -2.0, 2.0):
        if low <= here + step <= high:
            x[variable] = here + step
            cost = _cost(problem, lines)
            if cost < best - 1e-9:
                best, best_x = cost, here + step
    x[variable] = best_x
    return best_x != here


def _cost(problem: CoordinateProblem, lines: list[int]) -> float:
    total = 0.0
    for number in lines:
        hyperedge = problem.hyperedges[number]
        port = sum(problem.x[variable] for variable in hyperedge.tops) // len(hyperedge.tops)
        ends = [problem.x[variable] for variable in hyperedge.ends]
        off = abs((min(ends) + max(ends)) / 2 - port)
        total += off + (BENT if len(ends) == 1 and off else 0.0)
    return total
