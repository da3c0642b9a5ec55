"""Phase 5a: how high every row is, and which track every line has: all that lines need besides columns.

A row is, from the top: symbols (3 cells), label lines, the tracks of bars between partners who do not stand side by
side; then the gap with one free line and the tracks of the lines from parents to children.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supervision_tui.genogram.layout.channel_routing import Connection, Net, assign_tracks
from supervision_tui.genogram.layout.layout_input import SYMBOL_HEIGHT, UnionIn
from supervision_tui.genogram.layout.parent_link_routing import add_parent_link_connections
from supervision_tui.genogram.layout.placement import Placement

HEAD = 1
"""Free lines above the first row."""

PAIR = 2


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Everything about heights.

    *tops*: first symbol line of each row. *bar_tracks*: the track of each partner bar below labels, by union number.
    *gaps*: the connections below each row; *gap_tops*: the line of their first track. *drops*: the column where each
    union's line to its children begins, by union number.
    """

    tops: Sequence[int]
    bar_tracks: Mapping[int, int]
    gaps: Sequence[Sequence[Connection]]
    gap_tops: Sequence[int]
    drops: Mapping[int, int]


def plan_rows(placement: Placement, label_lines: int) -> RowPlan:
    """The heights of a family whose people have rows and columns, with room for *label_lines* under every symbol."""
    count = len(placement.rows)
    bar_tracks, bars_in_row = _bar_tracks(placement)
    drops = _drops(placement, bar_tracks)
    gaps: list[list[Connection]] = [[] for _ in range(count)]
    for number, union in enumerate(placement.problem.unions):
        if union.partners:
            _add_lines_to_children(gaps, number, union, placement, drops)
            _add_lines_between_rows(gaps, number, union, placement)
    add_parent_link_connections(gaps, placement, drops)
    tops, gap_tops, line = [], [], HEAD
    for row in range(count):
        tops.append(line)
        line += SYMBOL_HEIGHT + label_lines + bars_in_row[row] + 1
        gap_tops.append(line)
        line += assign_tracks([connection.net for connection in gaps[row]])
    return RowPlan(tops, bar_tracks, gaps, gap_tops, drops)


def _bar_tracks(placement: Placement) -> tuple[dict[int, int], list[int]]:
    """(track by union number, tracks in each row) of bars between partners with others between them.

    Shorter bars lie nearer to the labels.
    """
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    row, x = placement.row, placement.x
    for number, union in enumerate(placement.problem.unions):
        if len(union.partners) == PAIR and row[union.partners[0]] == row[union.partners[1]]:
            left, right = sorted(union.partners, key=lambda partner: x[partner])
            if (left, right) not in placement.neighbours:
                spans[row[left]].append((x[left], x[right], number))
    tracks: dict[int, int] = {}
    tracks_in_row = [0] * len(placement.rows)
    for at, bars in spans.items():
        taken: list[list[tuple[int, int]]] = []
        for low, high, number in sorted(bars, key=lambda span: (span[1] - span[0], span)):
            track = 0
            while track < len(taken) and any(low <= right and left <= high for left, right in taken[track]):
                track += 1
            while len(taken) <= track:
                taken.append([])
            taken[track].append((low, high))
            tracks[number] = track
        tracks_in_row[at] = len(taken)
    return tracks, tracks_in_row


def _drops(placement: Placement, bar_tracks: Mapping[int, int]) -> dict[int, int]:
    """The column where each union's line to its children starts; no two in a row are the same."""
    drops: dict[int, int] = {}
    used: dict[int, set[int]] = defaultdict(set)
    unions = placement.problem.unions
    for number in sorted(range(len(unions)), key=lambda number: (number in bar_tracks, number)):
        partners = unions[number].partners
        if not partners or not unions[number].children:
            continue
        lowest = placement.lowest(partners)
        columns = [placement.x[partner] for partner in partners if placement.row[partner] == lowest]
        column = sum(columns) // len(columns)
        offset = 0
        while column + offset in used[lowest]:
            offset = -offset if offset > 0 else 1 - offset
        drops[number] = column + offset
        used[lowest].add(column + offset)
    return drops


def _add_lines_to_children(
    gaps: list[list[Connection]], number: int, union: UnionIn, placement: Placement, drops: Mapping[int, int]
) -> None:
    """Add the line from one union to its children to the gaps that it runs through."""
    below: dict[int, list[str]] = defaultdict(list)
    for child in union.children:
        below[placement.row[child]].append(child)
    if not below:
        return
    lowest = placement.lowest(union.partners)
    column = drops[number]
    for row in range(lowest, max(below)):
        ends = {placement.x[child]: child for child in below.get(row + 1, ())}
        goes_on = placement.passing.get(f"\x00{union.id}\x00{row + 1}")
        bottoms = (*sorted(ends), *(() if goes_on is None else (goes_on,)))
        if not bottoms:
            break
        gaps[row].append(Connection(number, Net((column,), bottoms), ends, begins=row == lowest))
        column = column if goes_on is None else goes_on


def _add_lines_between_rows(gaps: list[list[Connection]], number: int, union: UnionIn, placement: Placement) -> None:
    """Add the line between partners who stand on two rows to the gaps that it runs through."""
    lowest = placement.lowest(union.partners)
    for upper in (partner for partner in union.partners if placement.row[partner] < lowest):
        lower = next(partner for partner in union.partners if partner != upper)
        column = placement.x[upper] - 1
        for row in range(placement.row[upper], lowest):
            end = placement.passing.get(f"\x01{union.id}\x00{row + 1}", placement.x[lower] - 1)
            ends = {end: lower} if row + 1 == lowest else {}
            begins = row == placement.row[upper]
            gaps[row].append(Connection(number, Net((column,), (end,)), ends, between_partners=True, begins=begins))
            column = end
