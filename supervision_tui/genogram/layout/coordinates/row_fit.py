"""One row fitted to the others, which stand still: what pulls its people, and the nearest places that keep all gaps.

What depends on the family alone is worked out once for each row; a fit only adds up pulls and pools neighbours that
would come too near to each other.
"""

from __future__ import annotations

from itertools import accumulate

from supervision_tui.genogram.layout.coordinates.coordinate_problem import CoordinateProblem

TIGHT = 1.2
SIBLING = 0.12
STAY = 0.02
"""How strongly partners, and siblings next to each other, are drawn together, and everybody stays in place."""


class RowFit:
    """The row with this number of *problem*, whose people are numbered one after the other from the left."""

    def __init__(self, problem: CoordinateProblem, row: int) -> None:
        self._x = problem.x
        variables = problem.rows[row]
        self._first, self._count = (variables[0] if variables else 0), len(variables)
        self._places = list(accumulate(problem.gaps[variable] for variable in variables))
        weights = dict.fromkeys(variables, STAY)
        begin = dict.fromkeys(at for variable in variables for at in problem.as_top.get(variable, ()))
        end = dict.fromkeys(at for variable in variables for at in problem.as_end.get(variable, ()))
        self._beginning, self._ending = [problem.hyperedges[at] for at in begin], [problem.hyperedges[at] for at in end]
        for hyperedge in self._beginning:
            for variable in hyperedge.tops:
                weights[variable] += hyperedge.weight + hyperedge.child_weight * len(hyperedge.ends)
        for hyperedge in self._ending:
            for variable in hyperedge.ends:
                weights[variable] += hyperedge.child_weight + hyperedge.weight / min(len(hyperedge.ends), 2)
        self._attractions: list[tuple[int, int, int, float]] = []
        """(left, right, cells between them where nothing draws them together, half the strength)."""
        for variable in variables:
            if problem.tight[variable]:
                self._attractions.append((variable - 1, variable, problem.gaps[variable], TIGHT / 2))
            elder = problem.sibling.get(variable)
            if elder is not None and elder in weights:
                self._attractions.append((elder, variable, 0, SIBLING / 2))
        for left, right, _rest, half in self._attractions:
            weights[left] += 2 * half
            weights[right] += 2 * half
        self._weights = list(weights.values())

    def fit(self) -> float:
        """Set the places of this row to where the others pull them; the largest change in cells."""
        x, first = self._x, self._first
        here = x[first : first + self._count]
        targets = [
            column + pull / weight - place
            for column, pull, weight, place in zip(here, self._pulls(), self._weights, self._places, strict=True)
        ]
        fitted = isotonic_regression(targets, self._weights)
        columns = [place + column for place, column in zip(self._places, fitted, strict=True)]
        x[first : first + self._count] = columns
        return max([abs(column - before) for column, before in zip(columns, here, strict=True)], default=0.0)

    def _pulls(self) -> list[float]:
        x, first = self._x, self._first
        pulls = [0.0] * self._count
        for hyperedge in self._beginning:
            tops, ends, child_weight = hyperedge.tops, hyperedge.ends, hyperedge.child_weight
            port = (x[tops[0]] + x[tops[-1]]) / 2 + hyperedge.shift
            if len(ends) == 1:
                force = (hyperedge.weight + child_weight) * (x[ends[0]] - port)
            else:
                columns = [x[variable] for variable in ends]
                force = hyperedge.weight * ((min(columns) + max(columns)) / 2 - port)
                force += child_weight * (sum(columns) - len(columns) * port)
            for variable in tops:
                pulls[variable - first] += force
        for hyperedge in self._ending:
            tops, ends, child_weight = hyperedge.tops, hyperedge.ends, hyperedge.child_weight
            port = (x[tops[0]] + x[tops[-1]]) / 2 + hyperedge.shift
            if len(ends) == 1:
                pulls[ends[0] - first] += (hyperedge.weight + child_weight) * (port - x[ends[0]])
            else:
                columns = [x[variable] for variable in ends]
                force = child_weight * port - hyperedge.weight / 2 * ((min(columns) + max(columns)) / 2 - port)
                for variable, column in zip(ends, columns, strict=True):
                    pulls[variable - first] += force - child_weight * column
        for left, right, rest, half in self._attractions:
            force = half * (x[right] - x[left] - rest)
            pulls[left - first] += force
            pulls[right - first] -= force
        return pulls


def isotonic_regression(targets: list[float], weights: list[float]) -> list[float]:
    """The non-decreasing sequence nearest to *targets* in weighted least squares (pool adjacent violators)."""
    means: list[float] = []
    sums: list[float] = []
    counts: list[int] = []
    last = float("-inf")
    for target, weight in zip(targets, weights, strict=True):
        mean, total, count = target, weight, 1
        while mean <= last:
            before = sums.pop()
            mean = (means.pop() * before + mean * total) / (before + total)
            total += before
            count += counts.pop()
            last = means[-1] if means else float("-inf")
        means.append(mean)
        sums.append(total)
        counts.append(count)
        last = mean
    if len(means) == len(targets):
        return means
    return [mean for mean, count in zip(means, counts, strict=True) for _ in range(count)]
