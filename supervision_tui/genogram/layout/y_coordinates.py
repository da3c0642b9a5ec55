"""Phase 5a: how high every row is, and which track every line has: all that lines need besides columns.

A row is, from the top: symbols (3 cells), label lines, the tracks of bars between partners who do not stand side by
side; then the gap with one free line and the tracks of the lines from parents to children.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supervision_tui.genogram.layout.channel_routing import Connection, Net, assign_tracks
from supervision_tui.genogram.layout.layout_input import LinkIn, UnionIn
from supervision_tui.genogram.layout.parent_link_routing import Ordering, add_parent_link_connections
from supervision_tui.genogram.layout.result import SYMBOL_HEIGHT

HEAD = 1
"""Free lines above the first row."""

PAIR = 2


@dataclass(slots=True)
class Plan:
    """Everything about heights.

    *tops*: first symbol line of each row. *under*: the track of each partner bar below labels, by union. *gaps*: the
    threads below each row; *gap_tops*: the line of their first track. *drops*: where each union's drop begins.
    """

    tops: list[int]
    under: dict[int, int]
    gaps: list[list[Connection]]
    gap_tops: list[int]
    drops: dict[int, int]


def make_plan(
    unions: Sequence[UnionIn],
    row: Mapping[str, int],
    x: Mapping[str, int],
    passing: Mapping[str, int],
    label_lines: int,
    links: Sequence[LinkIn] = (),
    widths: Mapping[str, int] | None = None,
) -> Plan:
    """The plan of a family whose people stand in *row* at column *x*; *passing* columns are keyed like stand-ins."""
    count = max(row.values(), default=-1) + 1
    under, unders = _under(unions, row, x, count)
    drops = _drops(unions, row, x, under)
    gaps: list[list[Connection]] = [[] for _ in range(count)]
    for at, union in enumerate(unions):
        if union.partners:
            _add_connections(gaps, at, union, row, x, passing, drops)
    add_parent_link_connections(gaps, links, unions, drops, Ordering(row, x, widths or {}, passing))
    tops, gap_tops, line = [], [], HEAD
    for at in range(count):
        tops.append(line)
        line += SYMBOL_HEIGHT + label_lines + unders[at] + 1
        gap_tops.append(line)
        line += assign_tracks([connection.net for connection in gaps[at]])
    return Plan(tops, under, gaps, gap_tops, drops)


def side_by_side(row: Mapping[str, int], x: Mapping[str, int]) -> set[tuple[str, str]]:
    """Ordered pairs (left, right) of people who are neighbours in their row."""
    rows: dict[int, list[str]] = defaultdict(list)
    for one, at in row.items():
        rows[at].append(one)
    pairs: set[tuple[str, str]] = set()
    for people in rows.values():
        people.sort(key=lambda one: x[one])
        pairs.update(itertools.pairwise(people))
    return pairs


def _under(
    unions: Sequence[UnionIn], row: Mapping[str, int], x: Mapping[str, int], count: int
) -> tuple[dict[int, int], list[int]]:
    """Tracks of bars between partners on one row with others between them: shorter bars nearer to the labels."""
    beside = side_by_side(row, x)
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for at, union in enumerate(unions):
        if len(union.partners) == PAIR and row[union.partners[0]] == row[union.partners[1]]:
            a, b = sorted(union.partners, key=lambda one: x[one])
            if (a, b) not in beside:
                spans[row[a]].append((x[a], x[b], at))
    tracks: dict[int, int] = {}
    unders = [0] * count
    for at, found in spans.items():
        taken: list[list[tuple[int, int]]] = []
        for low, high, number in sorted(found, key=lambda span: (span[1] - span[0], span)):
            track = 0
            while track < len(taken) and any(low <= b and a <= high for a, b in taken[track]):
                track += 1
            while len(taken) <= track:
                taken.append([])
            taken[track].append((low, high))
            tracks[number] = track
        unders[at] = len(taken)
    return tracks, unders


def _drops(
    unions: Sequence[UnionIn], row: Mapping[str, int], x: Mapping[str, int], under: Mapping[int, int]
) -> dict[int, int]:
    """The column where each union's line to its children starts; no two in a row are the same."""
    drops: dict[int, int] = {}
    used: dict[int, set[int]] = defaultdict(set)
    for at in sorted(range(len(unions)), key=lambda one: (one in under, one)):
        partners = unions[at].partners
        if not partners or not unions[at].children:
            continue
        lowest = max(row[one] for one in partners)
        standing = [x[one] for one in partners if row[one] == lowest]
        column = sum(standing) // len(standing)
        offset = 0
        while column + offset in used[lowest]:
            offset = -offset if offset > 0 else 1 - offset
        drops[at] = column + offset
        used[lowest].add(column + offset)
    return drops


def _add_connections(
    gaps: list[list[Connection]],
    at: int,
    union: UnionIn,
    row: Mapping[str, int],
    x: Mapping[str, int],
    passing: Mapping[str, int],
    drops: Mapping[int, int],
) -> None:
    """Add the threads of one union to the gaps they run through."""
    lowest = max(row[one] for one in union.partners)
    below: dict[int, list[str]] = defaultdict(list)
    for child in union.children:
        below[row[child]].append(child)
    if below:
        from_x = drops[at]
        for line in range(lowest, max(below)):
            ends = {x[child]: child for child in below.get(line + 1, ())}
            goes_on = passing.get(f"\x00{union.id}\x00{line + 1}")
            bottoms = (*sorted(ends), *(() if goes_on is None else (goes_on,)))
            if not bottoms:
                break
            gaps[line].append(Connection(at, Net((from_x,), bottoms), ends, begins=line == lowest))
            from_x = from_x if goes_on is None else goes_on
    for upper in (one for one in union.partners if row[one] < lowest):
        lower = next(one for one in union.partners if one != upper)
        from_x = x[upper] - 1
        for line in range(row[upper], lowest):
            to = passing.get(f"\x01{union.id}\x00{line + 1}", x[lower] - 1)
            ends = {to: lower} if line + 1 == lowest else {}
            begins = line == row[upper]
            gaps[line].append(Connection(at, Net((from_x,), (to,)), ends, between_partners=True, begins=begins))
            from_x = to
