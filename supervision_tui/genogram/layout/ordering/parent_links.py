"""Phase 3e: families that only a further parent link joins to the rest, put near it where that costs no crossing.

Links to parents who are not the child's home (birth parents, adopters, carers, guardians) are no segments: no order is
bought for them. What no segment joins to the rest may therefore stand in many places that cross equally little. It goes
where its links cross the fewest lines, and among those nearest to the other end of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph
from supervision_tui.genogram.layout.ordering.branches import neighbours
from supervision_tui.genogram.layout.ordering.bundle import End, best_gaps, crossed_on_the_way

SLIGHT = 0.004
"""What all links of a part may cost together, in crossings: less than any preference."""

FAR = 0.2
"""What it costs, in lines crossed, to stand a whole row away from the other end of a link."""


@dataclass(frozen=True, slots=True)
class _LinkEnd:
    """A link of a part, seen from it: the row of its own end, and the other end with its node and its member."""

    row: int
    other: int
    member: str
    downwards: bool


def settle_parts(graph: LayerGraph, among: set[int] | None = None) -> None:
    """Move every part but the largest to where its links cross least and are shortest; crossings stay as few.

    With *among*, only parts all of whose nodes are among these.
    """
    if not graph.further_links:
        return
    parts = sorted(_parts(graph), key=lambda part: (-len(part), min(part)))
    for part in parts[1:] if among is None else parts:
        ends = list(_link_ends(graph, part))
        if ends and (among is None or part <= among):
            _settle(graph, part, ends)


def _parts(graph: LayerGraph) -> Iterator[set[int]]:
    """Nodes that segments join, by what hangs together."""
    seen: set[int] = set()
    for start in range(len(graph.nodes)):
        if start in seen:
            continue
        part, stack = {start}, [start]
        while stack:
            for _segment, other in neighbours(graph, stack.pop()):
                if other not in part:
                    part.add(other)
                    stack.append(other)
        seen |= part
        yield part


def _link_ends(graph: LayerGraph, part: set[int]) -> Iterator[_LinkEnd]:
    """Links that lead out of *part*, down to a child elsewhere or up to a parent elsewhere."""
    home = {member: number for number, node in enumerate(graph.nodes) for member in node.members}
    for parent, child in graph.further_links:
        if home[parent] in part and home[child] not in part:
            yield _LinkEnd(graph.nodes[home[parent]].row, home[child], child, downwards=True)
        elif home[child] in part and home[parent] not in part:
            yield _LinkEnd(graph.nodes[home[child]].row, home[parent], parent, downwards=False)


def _settle(graph: LayerGraph, part: set[int], ends: Sequence[_LinkEnd]) -> None:
    """Put *part* as one bundle where it costs least; back where it was if that crosses more or breaks a preference."""
    before, present = (graph.crossings(), graph.preferences_broken()), graph.ordering()
    rows = sorted({graph.nodes[number].row for number in part})
    bundle = {row: [number for number in graph.rows[row] if number in part] for row in rows}
    others = [[number for number in row if number not in part] for row in graph.rows]
    gaps = best_gaps(graph, bundle, others, further=_prices(graph, rows, others, ends))
    if gaps is None:
        return
    for row, gap in gaps.items():
        graph.rows[row] = [*others[row][:gap], *bundle[row], *others[row][gap:]]
        graph.pack(row)
    if (graph.crossings(), graph.preferences_broken()) > before:
        graph.restore(present)


def _prices(
    graph: LayerGraph, rows: Sequence[int], others: Sequence[Sequence[int]], ends: Sequence[_LinkEnd]
) -> Mapping[int, Sequence[float]]:
    """What every gap of *rows* costs by the links: lines that they cross there, and how far they go."""
    place = {number: at for numbers in others for at, number in enumerate(numbers)}
    prices = {row: [0.0] * (len(others[row]) + 1) for row in rows}
    shares: dict[int, list[float]] = defaultdict(list)
    for end in ends:
        width = max(1, len(others[end.row]))
        share = _column(graph, end, others, place) / width
        shares[end.row].append(share)
        crossed = _crossed(graph, end, place, width + 1)
        for gap in range(len(prices[end.row])):
            prices[end.row][gap] += crossed[gap]
    everywhere = [share for row_shares in shares.values() for share in row_shares]
    for row in rows:
        for gap in range(len(prices[row])):
            far = [abs(gap / max(1, len(others[row])) - share) for share in shares.get(row, everywhere)]
            prices[row][gap] += FAR * sum(far)
    most = 1 + sum(max(price) for price in prices.values())
    return {row: [SLIGHT * price / most for price in gap_prices] for row, gap_prices in prices.items()}


def _end(graph: LayerGraph, number: int, member: str, place: Mapping[int, int]) -> End:
    """Where *member* stands: the place of the node, and how far right in it, in cells."""
    return place[number], float(graph.shapes[number][graph.nodes[number].inner].centres[member])


def _crossed(graph: LayerGraph, end: _LinkEnd, place: Mapping[int, int], gaps: int) -> Sequence[float]:
    """For every gap at the part's end of a link, the lines that it crosses; nothing where it passes whole rows."""
    above = end.row if end.downwards else end.row - 1
    if graph.nodes[end.other].row != (above + 1 if end.downwards else above):
        return [0.0] * gaps
    lines = [
        ((place[graph.top[at]], graph.top_offset[at]), (place[graph.bottom[at]], graph.bottom_offset[at]))
        for at in graph.segments_below[above]
        if graph.top[at] in place and graph.bottom[at] in place
    ]
    fixed = _end(graph, end.other, end.member, place)
    return crossed_on_the_way([(fixed, fixed)], lines, gaps, far=0 if end.downwards else 1)


def _column(graph: LayerGraph, end: _LinkEnd, others: Sequence[Sequence[int]], place: Mapping[int, int]) -> float:
    """Where in the row of the part's end the other end's own lines pass, in places; else as far right as it stands."""
    number, member = end.other, end.member
    while graph.nodes[number].row != end.row:
        at = _own_line(graph, number, member, place, downwards=end.downwards)
        if at is None:
            row = others[graph.nodes[number].row]
            return (place[number] + 0.5) / len(row) * len(others[end.row])
        if end.downwards:
            number, offset, member = graph.top[at], graph.top_offset[at], ""
        else:
            number, offset, member = graph.bottom[at], graph.bottom_offset[at], ""
        if graph.nodes[number].row == end.row:
            return place[number] + offset / graph.width[number]
    return float(place[number])


def _own_line(graph: LayerGraph, number: int, member: str, place: Mapping[int, int], *, downwards: bool) -> int | None:
    """The segment by which the other end of a link hangs from above, or has something below it."""
    node = graph.nodes[number]
    segments = [
        at for at in (node.ups if downwards else node.downs) if {graph.top[at], graph.bottom[at]} <= place.keys()
    ]
    own = [at for at in segments if downwards and graph.segments[at].bottom_of == member]
    return next(iter(own or segments), None)
