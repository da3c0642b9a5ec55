"""Phase 5a: how high every row is, and which track every line has: all that lines need besides columns.

A row is, from the top: symbols (3 cells), label lines, the tracks of bars between partners who do not stand side by
side; then the gap with one free line, the tracks of the lines from parents to children, and a line for letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.layout_input import SYMBOL_HEIGHT
from supervision_tui.genogram.layout.routing.channel_routing import Connection, assign_tracks
from supervision_tui.genogram.layout.routing.parent_link_routing import add_parent_link_connections
from supervision_tui.genogram.layout.routing.union_routing import PAIR, SideExit, add_union_connections, union_lines

HEAD = 1
"""Free lines above the first row."""


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Everything about heights.

    *tops*: first symbol line of each row. *bar_tracks*: the track of each partner bar below labels, by union number.
    *gaps*: the connections below each row; *gap_tops*: the line of their first track. *exits*: where lines leave the
    sides of symbols, by union number and person.
    """

    tops: Sequence[int]
    bar_tracks: Mapping[int, int]
    gaps: Sequence[Sequence[Connection]]
    gap_tops: Sequence[int]
    exits: Mapping[tuple[int, str], SideExit]


def plan_rows(placement: Placement, label_lines: int) -> RowPlan:
    """The heights of a family whose people have rows and columns, with room for *label_lines* under every symbol."""
    count = len(placement.rows)
    bar_tracks, bars_in_row = _bar_tracks(placement)
    lines = union_lines(placement, bar_tracks)
    gaps: list[list[Connection]] = [[] for _ in range(count)]
    add_union_connections(gaps, placement, lines)
    add_parent_link_connections(gaps, placement, lines)
    tops, gap_tops, line = [], [], HEAD
    for row in range(count):
        tops.append(line)
        line += SYMBOL_HEIGHT + label_lines + bars_in_row[row] + 1
        gap_tops.append(line)
        line += assign_tracks([connection.net for connection in gaps[row]])
        line += any(_lettered(connection, placement) for connection in gaps[row])
    return RowPlan(tops, bar_tracks, gaps, gap_tops, lines.exits)


def _lettered(connection: Connection, placement: Placement) -> bool:
    """Whether letters stand beside a line of this connection, just above a child."""
    if connection.between_partners or not connection.ends:
        return False
    lettered = placement.problem.unions[connection.union].lettered if connection.link < 0 else ()
    return connection.link >= 0 or not set(lettered).isdisjoint(connection.ends.values())


def _bar_tracks(placement: Placement) -> tuple[dict[int, int], list[int]]:
    """(track by union number, tracks in each row) of bars between partners with others between them.

    Shorter bars lie nearer to the labels.
    """
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    row, x = placement.row, placement.x
    for number, union in enumerate(placement.problem.unions):
        if union.couple and len(union.partners) == PAIR and row[union.partners[0]] == row[union.partners[1]]:
            left, right = sorted(union.partners, key=lambda partner: x[partner])
            if (left, right) not in placement.neighbours:
                spans[row[left]].append((x[left], x[right], number))
    tracks: dict[int, int] = {}
    tracks_in_row = [0] * len(placement.rows)
    for at, bars in spans.items():
        is_occupied: list[list[tuple[int, int]]] = []
        for low, high, number in sorted(bars, key=lambda span: (span[1] - span[0], span)):
            track = 0
            while track < len(is_occupied) and any(low <= right and left <= high for left, right in is_occupied[track]):
                track += 1
            while len(is_occupied) <= track:
                is_occupied.append([])
            is_occupied[track].append((low, high))
            tracks[number] = track
        tracks_in_row[at] = len(is_occupied)
    return tracks, tracks_in_row
