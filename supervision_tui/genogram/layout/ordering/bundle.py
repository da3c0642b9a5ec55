"""The best place of a whole branch: a bundle of nodes, in each row one behind the other, put between the others.

The bundle keeps its inner order and stands in one gap of each of its rows. What that costs depends on the gaps of
neighbouring rows only, so that the cheapest gaps of all rows follow by dynamic programming down the rows: exact over
all places in which the bundle stays together.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from supervision_tui.genogram.layout.layering.layer_graph import SAME, LayerGraph
from supervision_tui.genogram.layout.ordering.gap_costs import GapCosts
from supervision_tui.genogram.layout.ordering.row_costs import PREFERENCE, TIE_BREAK

FORBIDDEN = 1e9
"""The price of a gap that breaks a precedence."""

WIDE = 1500
"""Pairs of gaps from which blocks are quicker than lists."""

Bundle = Mapping[int, Sequence[int]]
"""The nodes of a bundle by row, from the left."""

NOTHING_FURTHER: Mapping[int, Sequence[float]] = MappingProxyType({})
"""No gap costs anything beside crossings and preferences."""

End = tuple[int, float]
"""Where a line ends: the place of the node in its row, and how far right in the node."""


@dataclass(slots=True)
class Lines:
    """The lines between two rows as (top, bottom), by what they join.

    *inside*: both ends in the bundle. *entering*: from the others down into it. *leaving*: out of it down to the
    others. *others*: those that have nothing to do with it.
    """

    inside: list[tuple[End, End]] = field(default_factory=list)
    entering: list[tuple[End, End]] = field(default_factory=list)
    leaving: list[tuple[End, End]] = field(default_factory=list)
    others: list[tuple[End, End]] = field(default_factory=list)


def best_gaps(
    graph: LayerGraph,
    bundle: Bundle,
    others: Sequence[Sequence[int]],
    dice: random.Random | None = None,
    further: Mapping[int, Sequence[float]] = NOTHING_FURTHER,
) -> Mapping[int, int] | None:
    """The gap of each row in which *bundle* crosses least; with *dice*, by lot among equals.

    *others*: all rows without the bundle, and without whatever else has no place yet. A gap is the number of nodes left
    of it. *further*: what each gap of a row costs beside. ``None`` when no gap of some row keeps the precedences.
    """
    rows = sorted(bundle)
    near_rows = range(max(0, rows[0] - 1), min(len(others), rows[-1] + 2))
    place = {number: at for row in near_rows for at, number in enumerate(others[row])}
    inner_place = {number: at for numbers in bundle.values() for at, number in enumerate(numbers)}
    prices: dict[int, list[float]] = {}
    for row in rows:
        price = _gap_prices(graph, bundle[row], len(others[row]), place)
        if price is None:
            return None
        prices[row] = _sum(price, further[row]) if row in further else price
    best = prices[rows[0]]
    if rows[0]:
        lines = _lines(graph, rows[0] - 1, place, inner_place)
        best = _sum(best, crossed_on_the_way(lines.entering, lines.others, len(best), far=1))
    choices: list[Sequence[int]] = []
    for row in rows[:-1]:
        best, choice = _down(best, _lines(graph, row, place, inner_place), prices[row + 1])
        choices.append(choice)
    if rows[-1] + 1 < len(others):
        lines = _lines(graph, rows[-1], place, inner_place)
        best = _sum(best, crossed_on_the_way(lines.leaving, lines.others, len(best), far=0))
    return _chosen(rows, best, choices, dice)


def _chosen(
    rows: Sequence[int], best: Sequence[float], choices: Sequence[Sequence[int]], dice: random.Random | None
) -> Mapping[int, int] | None:
    """The gap of each row by which the cheapest gap of the last comes about."""
    least = min(best)
    if least >= FORBIDDEN:
        return None
    equals = [gap for gap, cost in enumerate(best) if cost < least + SAME]
    gap = equals[0] if dice is None else dice.choice(equals)
    gaps = {rows[-1]: gap}
    for row, choice in zip(reversed(rows[:-1]), reversed(choices), strict=True):
        gap = choice[gap]
        gaps[row] = gap
    return gaps


def _sum(first: Sequence[float], second: Sequence[float]) -> list[float]:
    return [lower + other for lower, other in zip(first, second, strict=True)]


def _gap_prices(graph: LayerGraph, numbers: Sequence[int], count: int, place: Mapping[int, int]) -> list[float] | None:
    """What each gap of a row of *count* others costs by itself: forbidden by precedences, or against preferences."""
    first, last = 0, count
    prices = [0.0] * (count + 1)
    for node in (graph.nodes[number] for number in numbers):
        first = max([first, *(place[other] + 1 for other in node.after if other in place)])
        last = min([last, *(place[other] for other in node.before if other in place)])
        wishes = len(node.rather_before) + len(node.rather_after)
        if wishes:
            price = min(PREFERENCE, TIE_BREAK / wishes)
            for other in node.rather_after:
                for gap in range(place.get(other, -1) + 1):
                    prices[gap] += price
            for other in node.rather_before:
                for gap in range(place.get(other, count) + 1, count + 1):
                    prices[gap] += price
    if first > last:
        return None
    return [price if first <= gap <= last else FORBIDDEN for gap, price in enumerate(prices)]


def _lines(graph: LayerGraph, row: int, place: Mapping[int, int], inner_place: Mapping[int, int]) -> Lines:
    lines = Lines()
    tops, bottoms, top_offsets, bottom_offsets = graph.top, graph.bottom, graph.top_offset, graph.bottom_offset
    for at in graph.segments_below[row]:
        top, bottom = tops[at], bottoms[at]
        if top in inner_place:
            start = (inner_place[top], top_offsets[at])
            if bottom in inner_place:
                lines.inside.append((start, (inner_place[bottom], bottom_offsets[at])))
            elif bottom in place:
                lines.leaving.append((start, (place[bottom], bottom_offsets[at])))
        elif top in place:
            start = (place[top], top_offsets[at])
            if bottom in inner_place:
                lines.entering.append((start, (inner_place[bottom], bottom_offsets[at])))
            elif bottom in place:
                lines.others.append((start, (place[bottom], bottom_offsets[at])))
    return lines


def crossed_on_the_way(
    links: Sequence[tuple[End, End]], others: Sequence[tuple[End, End]], gaps: int, *, far: int
) -> list[float]:
    """For every gap at the *far* end (0: above, 1: below) of *links*, how many of the *others* they cross."""
    costs = [0.0] * gaps
    for link in links:
        end = link[1 - far]
        change = [0] * (gaps + 1)
        crossed = 0
        for line in others:
            if line[1 - far] < end:
                crossed += 1
                change[line[far][0]] -= 1
            elif line[1 - far] > end:
                change[line[far][0]] += 1
        for gap in range(gaps):
            costs[gap] += crossed
            crossed += change[gap]
    return costs


def _inside_crossed(lines: Lines, gaps: int, *, side: int) -> list[float]:
    """For every gap above (*side* 0) or below (1): lines inside the bundle that lines of other rows cross by it."""
    links, outer, inner = (lines.entering, 0, 1) if side == 0 else (lines.leaving, 1, 0)
    costs = [0.0] * gaps
    for link in links:
        right = sum(line[inner] > link[inner] for line in lines.inside)
        left = sum(line[inner] < link[inner] for line in lines.inside)
        for gap in range(gaps):
            costs[gap] += right if gap <= link[outer][0] else left
    return costs


def _down(best: Sequence[float], lines: Lines, prices: Sequence[float]) -> tuple[list[float], Sequence[int]]:
    """From the *best* cost of each gap of a row: that of each gap of the next, and the upper gap it comes from.

    *prices* are what each gap of the next row costs by itself.
    """
    gaps_above, gaps_below = len(best), len(prices)
    upper = _sum(best, _inside_crossed(lines, gaps_above, side=0))
    upper = _sum(upper, crossed_on_the_way(lines.leaving, lines.others, gaps_above, far=0))
    lower = _inside_crossed(lines, gaps_below, side=1)
    lower = _sum(lower, crossed_on_the_way(lines.entering, lines.others, gaps_below, far=1))
    meetings = [(into[0][0], out[1][0]) for into in lines.entering for out in lines.leaving]
    if gaps_above * gaps_below > WIDE:
        costs, choice = _step_wide(upper, lines, prices, meetings)
    else:
        costs, choice = _step(upper, lines, gaps_below, meetings)
    return _sum(_sum(costs, lower), prices), choice


def _step(
    upper: Sequence[float], lines: Lines, gaps_below: int, meetings: Sequence[tuple[int, int]]
) -> tuple[list[float], list[int]]:
    """The least of *upper* plus what each pair of gaps costs, for every gap below, and the gap above that gives it.

    A line of the others crosses all lines inside the bundle when it lies left of the one gap and right of the other.
    *meetings*: (place above, place below) of a line into and one out of the bundle, which cross when the bundle stands
    on the same side of both.
    """
    weight = len(lines.inside)
    costs = list(upper)
    gaps_above = len(costs)
    by_bottom: list[list[int]] = [[] for _ in range(gaps_below)]
    if weight:
        left = [0] * (gaps_above + 1)
        for top, bottom in lines.others:
            left[top[0] + 1] += weight
            by_bottom[bottom[0]].append(top[0])
        total = 0
        for gap in range(gaps_above):
            total += left[gap]
            costs[gap] += total
    found, choice = [], []
    for gap_below in range(gaps_below):
        if gap_below:
            for top_place in by_bottom[gap_below - 1]:
                for gap in range(gaps_above):
                    costs[gap] += weight if gap <= top_place else -weight
        shown = costs
        if meetings:
            shown = [
                cost + sum((gap <= above) == (gap_below <= below) for above, below in meetings)
                for gap, cost in enumerate(costs)
            ]
        least = min(shown)
        found.append(least)
        choice.append(shown.index(least))
    return found, choice


def _step_wide(
    upper: Sequence[float], lines: Lines, prices: Sequence[float], meetings: Sequence[tuple[int, int]]
) -> tuple[list[float], Sequence[int]]:
    """The same for wide rows: only the gaps that are not forbidden are looked at, and their costs stand in blocks."""
    found, choice = [FORBIDDEN] * len(prices), [0] * len(prices)
    above = [gap for gap, cost in enumerate(upper) if cost < FORBIDDEN]
    below = [gap for gap, cost in enumerate(prices) if cost < FORBIDDEN]
    if not above or not below:
        return found, choice
    left, first = above[0], below[0]
    costs = GapCosts(upper[left : above[-1] + 1])
    weight = len(lines.inside)
    turns: list[list[tuple[int, int]]] = [[] for _ in prices]
    """By the gap below from which on a line stands left of the bundle: its place above, and what crossing it costs."""
    for top, bottom in lines.others if weight else ():
        turns[max(bottom[0] + 1, first)].append((top[0], weight))
        costs.add(weight)  # as if right of it below: crossed by all gaps above that are right of it
        costs.add_up_to(top[0] - left, -weight)
    for place_above, place_below in meetings:
        turns[max(place_below + 1, first)].append((place_above, -1))
        costs.add_up_to(place_above - left, 1)
    for gap in range(first, below[-1] + 1):
        for top_place, price in turns[gap]:
            costs.add(-price)
            costs.add_up_to(top_place - left, 2 * price)
        least, at = costs.least()
        found[gap], choice[gap] = least, at + left
    return found, choice
