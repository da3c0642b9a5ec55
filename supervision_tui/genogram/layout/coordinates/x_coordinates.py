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

from supervision_tui.genogram.layout.coordinates.bend_reduction import remove_bends
from supervision_tui.genogram.layout.coordinates.coordinate_problem import CoordinateProblem, Hyperedge
from supervision_tui.genogram.layout.coordinates.row_fit import RowFit
from supervision_tui.genogram.layout.layering.layer_graph import NODE_GAP, PARTNER_LINE, LayerGraph
from supervision_tui.genogram.layout.layering.partner_chains import COUPLE_GAP

SWEEPS, LARGE, SWEEPS_OF_LARGE = 80, 1000, 24
"""Sweeps over all rows, fewer from so many units on: they settle slowly, and each takes time."""

MIDDLE = 8.0
CHILD = 0.5
PASSING = 6.0
BETWEEN_ROWS = 0.3
SETTLED = 0.03

CLEAR = 2
"""Cells from a label's edge to a line that leaves the symbol at its side."""


def assign_x(graph: LayerGraph) -> dict[str, int]:
    """The centre column of everybody and every dummy node; the leftmost symbol or label begins at column 0."""
    problem = _coordinate_problem(graph)
    rows = [RowFit(problem, row) for row in range(len(problem.rows))]
    for sweep in range(SWEEPS if len(problem.x) < LARGE else SWEEPS_OF_LARGE):
        moved = max([row.fit() for row in (rows if sweep % 2 == 0 else reversed(rows))])
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
    sides = _exit_sides(graph, problem)
    for variables in problem.rows:
        for a, b in itertools.pairwise(variables):
            lines = (sides.get(problem.names[a]) == 1) + (sides.get(problem.names[b]) == -1)
            problem.gaps[b] = _gap(widths[a], widths[b], tight=problem.tight[b]) + lines
    _initial_x(problem)
    _add_hyperedges(problem, graph, number, sides)
    return problem


def _exit_sides(graph: LayerGraph, problem: CoordinateProblem) -> dict[str, int]:
    """The side (-1 left, 1 right) at which a line leaves a person's symbol, where no partner stands there.

    Towards the other of two partners on two rows, else to the right.
    """
    rows = [[problem.names[variable] for variable in variables] for variables in problem.rows]
    place = {name: (row, at) for row, names in enumerate(rows) for at, name in enumerate(names)}
    middle = {name: (at + 0.5) / len(rows[row]) for name, (row, at) in place.items()}
    sides: dict[str, int] = {}
    for person, other in graph.exits:
        row, at = place[person]
        first = -1 if other and middle[other] < middle[person] else 1
        for side in (first, -first):
            beside = rows[row][at + side] if 0 <= at + side < len(rows[row]) else ""
            if frozenset((person, beside)) not in graph.couples:
                sides[person] = side
                break
    return sides


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


def _add_hyperedges(
    problem: CoordinateProblem, graph: LayerGraph, number: dict[str, int], sides: dict[str, int]
) -> None:
    below: dict[tuple[int, int | str], list[str]] = defaultdict(list)
    for segment in graph.segments:
        below[segment.top, segment.top_of].append(segment.bottom_of)
    for (_top, reach), names in below.items():
        start_names = (reach,) if isinstance(reach, str) else graph.ports[reach].partners
        passing = isinstance(reach, str) or any(name not in graph.widths for name in names)
        ends = [number[name] for name in names]
        shift = 0
        if not isinstance(reach, str) and len(start_names) == 1:
            shift = sides.get(start_names[0], 0) * (graph.widths[start_names[0]] // 2 + CLEAR)
        weight = PASSING if passing else MIDDLE
        if isinstance(reach, str) and (reach in graph.widths or reach.startswith(PARTNER_LINE)):
            weight = BETWEEN_ROWS
        tops = [number[name] for name in start_names]
        hyperedge = Hyperedge(tops, ends, weight, CHILD * len(ends) ** -0.75, shift)
        for variable in hyperedge.tops:
            problem.as_top[variable].append(len(problem.hyperedges))
        for variable in hyperedge.ends:
            problem.as_end[variable].append(len(problem.hyperedges))
        for a, b in itertools.pairwise(ends):
            problem.sibling[b] = a
        problem.hyperedges.append(hyperedge)
