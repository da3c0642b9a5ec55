"""The best place of a bundle (:mod:`.bundle`) in rows of hundreds: the same sums, over arrays, where it may stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph

Numbers = NDArray[np.int64]
Costs = NDArray[np.float64]


class LargeLines(NamedTuple):
    """Lines between two rows: the place of each end, and how far right it is in its node."""

    top: Numbers
    bottom: Numbers
    top_offset: Costs
    bottom_offset: Costs

    def of(self, chosen: NDArray[np.bool_]) -> LargeLines:
        """Only the *chosen* lines."""
        return LargeLines(self.top[chosen], self.bottom[chosen], self.top_offset[chosen], self.bottom_offset[chosen])


class Parted(NamedTuple):
    """The lines between two rows by what they join: see :class:`.bundle.Lines`."""

    inside: LargeLines
    entering: LargeLines
    leaving: LargeLines
    others: LargeLines


class LargeBundle:
    """A *bundle* of *graph* and the *others* of its rows, as arrays."""

    def __init__(
        self, graph: LayerGraph, bundle: Mapping[int, Sequence[int]], others: Sequence[Sequence[int]], near: range
    ) -> None:
        self.graph = graph
        self.place = np.full(len(graph.nodes), -1)
        self.inner = np.full(len(graph.nodes), -1)
        self.tops, self.bottoms = np.array(graph.top, dtype=int), np.array(graph.bottom, dtype=int)
        self.top_offset, self.bottom_offset = np.array(graph.top_offset), np.array(graph.bottom_offset)
        for row in near:
            self.place[np.array(others[row], dtype=int)] = np.arange(len(others[row]))
        for numbers in bundle.values():
            self.inner[np.array(numbers, dtype=int)] = np.arange(len(numbers))

    def lines(self, row: int) -> Parted:
        """The lines from *row* to the next."""
        graph = self.graph
        numbers = np.array(graph.segments_below[row], dtype=int)
        tops, bottoms = self.tops[numbers], self.bottoms[numbers]
        top_offset, bottom_offset = self.top_offset[numbers], self.bottom_offset[numbers]
        top_in, bottom_in = self.inner[tops] >= 0, self.inner[bottoms] >= 0
        top_out, bottom_out = (self.place[tops] >= 0) & ~top_in, (self.place[bottoms] >= 0) & ~bottom_in
        top_place = np.where(top_in, self.inner[tops], self.place[tops])
        bottom_place = np.where(bottom_in, self.inner[bottoms], self.place[bottoms])
        lines = LargeLines(top_place, bottom_place, top_offset, bottom_offset)
        parts = (top_in & bottom_in, top_out & bottom_in, top_in & bottom_out, top_out & bottom_out)
        return Parted(*(lines.of(part) for part in parts))


def on_the_way(links: LargeLines, others: LargeLines, gaps: int, *, far: int) -> Costs:
    """For every gap at the *far* end (0: above, 1: below) of *links*, how many of the *others* they cross."""
    costs = np.zeros(gaps)
    near_place, near_offset, far_place = others[1 - far], others[3 - far], others[far]
    for place, offset in zip(links[1 - far].tolist(), links[3 - far].tolist(), strict=True):
        left = (near_place < place) | ((near_place == place) & (near_offset < offset))
        right = (near_place > place) | ((near_place == place) & (near_offset > offset))
        change = np.bincount(far_place[right], minlength=gaps) - np.bincount(far_place[left], minlength=gaps)
        costs += left.sum() + np.concatenate(([0], np.cumsum(change[: gaps - 1])))
    return costs


def _inside_crossed(lines: Parted, gaps: int, *, side: int) -> Costs:
    """For every gap above (*side* 0) or below (1): lines inside the bundle that lines of other rows cross by it."""
    links, inner = (lines.entering, 1) if side == 0 else (lines.leaving, 0)
    costs = np.zeros(gaps)
    place, offset = lines.inside[inner], lines.inside[inner + 2]
    ends = zip(links[1 - inner].tolist(), links[inner].tolist(), links[inner + 2].tolist(), strict=True)
    for outer_place, end, end_offset in ends:
        right = ((place > end) | ((place == end) & (offset > end_offset))).sum()
        left = ((place < end) | ((place == end) & (offset < end_offset))).sum()
        costs[: outer_place + 1] += right
        costs[outer_place + 1 :] += left
    return costs


def down(best: Costs, lines: Parted, prices: Costs, forbidden: float) -> tuple[Costs, Numbers]:
    """From the *best* cost of each gap of a row: that of each gap of the next, and the upper gap it comes from.

    Only gaps that cost less than *forbidden* are looked at; *prices* are what each gap of the next row costs by itself.
    """
    gaps_below = len(prices)
    upper = best + _inside_crossed(lines, len(best), side=0)
    upper += on_the_way(lines.leaving, lines.others, len(best), far=0)
    lower = prices + _inside_crossed(lines, gaps_below, side=1)
    lower += on_the_way(lines.entering, lines.others, gaps_below, far=1)
    found, choice = np.full(gaps_below, forbidden), np.zeros(gaps_below, dtype=int)
    above, below = np.flatnonzero(upper < forbidden), np.flatnonzero(lower < forbidden)
    if len(above) and len(below):
        first, last, start, end = above[0], above[-1] + 1, below[0], below[-1] + 1
        least, chosen = _step(upper[first:last], lines, (int(first), int(last)), (int(start), int(end)))
        found[start:end] = least
        choice[start:end] = chosen + first
    return found + lower, choice


def _step(upper: Costs, lines: Parted, above: tuple[int, int], below: tuple[int, int]) -> tuple[Costs, Numbers]:
    """The least of *upper* plus what each pair of gaps costs, for every gap *below*, and the gap *above* it is at."""
    width, height = above[1] - above[0], below[1] - below[0]
    weight = len(lines.inside.top)
    costs = np.repeat(upper[None, :], height, axis=0)
    added: Costs = np.zeros(height)
    if weight:
        tops = np.maximum(lines.others.top + 1 - above[0], 0)
        bottoms = np.maximum(lines.others.bottom + 1 - below[0], 0)
        both = (tops < width) & (bottoms < height)
        counts = np.bincount(bottoms[both] * width + tops[both], minlength=width * height).reshape(height, width)
        np.cumsum(counts, axis=0, out=counts)
        np.cumsum(counts, axis=1, out=counts)
        costs += weight * np.cumsum(np.bincount(tops[tops < width], minlength=width))[None, :] - 2 * weight * counts
        added += weight * np.cumsum(np.bincount(bottoms[bottoms < height], minlength=height))
    gap_above, gap_below = np.arange(*above)[None, :], np.arange(*below)[:, None]
    for place_above in lines.entering.top.tolist():
        for place_below in lines.leaving.bottom.tolist():
            costs += (gap_above <= place_above) == (gap_below <= place_below)
    chosen = costs.argmin(axis=1)
    return costs[np.arange(height), chosen] + added, chosen
