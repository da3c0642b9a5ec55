"""Phase 5b: every line of a drawing, as straight pieces in cells.

The same pieces are painted in the terminal and, scaled, through Graphviz. A piece ends at a symbol's edge and passes
through none: bars run between neighbours at half height or below the labels, drops run between labels or below them,
and every other line keeps to the gaps between rows and to the columns kept free for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from supervision_tui.genogram.layout.channel_routing import Connection
from supervision_tui.genogram.layout.layout_input import LinkIn, UnionIn
from supervision_tui.genogram.layout.result import SYMBOL_HEIGHT, SYMBOL_WIDTH, Layout
from supervision_tui.genogram.layout.y_coordinates import PAIR, Plan, make_plan, side_by_side

Part = Literal["couple", "drop", "bar", "child", "passing", "rows"]
"""Between partners, down from them, along siblings, down to a child, past a row, between partners on two rows."""

HALF = SYMBOL_WIDTH // 2


@dataclass(frozen=True, slots=True)
class EdgePath:
    """Straight pieces through *points* (column, line); *union* is its number, *child* whom it reaches if one child.

    *link* is the number of a further parent link, or -1.
    """

    part: Part
    union: int
    points: tuple[tuple[int, int], ...]
    child: str = ""
    link: int = -1


def paths(
    unions: Sequence[UnionIn],
    row: Mapping[str, int],
    x: Mapping[str, int],
    plan: Plan,
    label_lines: Mapping[str, int],
    links: Sequence[LinkIn] = (),
) -> list[EdgePath]:
    """All lines between partners and to children; *label_lines* says how many lines each person's label has."""
    deepest = max(label_lines.values(), default=0)
    found = [path for at, union in enumerate(unions) for path in _couple_compromises(at, union, row, x, plan, deepest)]
    beside = side_by_side(row, x)
    union_starts = {
        at: _initial_x(at, union, row, x, plan, label_lines, beside, deepest)
        for at, union in enumerate(unions)
        if union.partners
    }
    for line, connections in enumerate(plan.gaps):
        below = plan.tops[line + 1] if line + 1 < len(plan.tops) else 0
        for connection in connections:
            top = plan.tops[line]
            if connection.link >= 0:
                top = _link_start(connection, links[connection.link], top, label_lines, row, union_starts)
            elif connection.between_partners and connection.begins:
                upper = next(one for one in unions[connection.union].partners if row[one] == line)
                top += SYMBOL_HEIGHT + label_lines[upper]
            elif connection.begins:
                top = union_starts[connection.union]
            found += _run(connection, top, plan.gap_tops[line], below)
    return found


def _couple_compromises(
    at: int, union: UnionIn, row: Mapping[str, int], x: Mapping[str, int], plan: Plan, deepest: int
) -> list[EdgePath]:
    if len(union.partners) != PAIR or row[union.partners[0]] != row[union.partners[1]]:
        return []
    a, b = sorted(union.partners, key=lambda one: x[one])
    top = plan.tops[row[a]]
    if at not in plan.under:
        return [EdgePath("couple", at, ((x[a] + HALF, top + 1), (x[b] - HALF, top + 1)))]
    foot, track = top + SYMBOL_HEIGHT - 1, top + SYMBOL_HEIGHT + deepest + plan.under[at]
    left, right = _gap_right(a, row, x), _gap_left(b, row, x)
    return [
        EdgePath(
            "couple",
            at,
            ((x[a] + HALF, foot), (left, foot), (left, track), (right, track), (right, foot), (x[b] - HALF, foot)),
        )
    ]


def _gap_right(one: str, row: Mapping[str, int], x: Mapping[str, int]) -> int:
    """The column just left of the middle between *one* and the neighbour on the right, where no label reaches."""
    following = min(x[other] for other in row if row[other] == row[one] and x[other] > x[one])
    return (x[one] + following) // 2 - 1


def _gap_left(one: str, row: Mapping[str, int], x: Mapping[str, int]) -> int:
    before = max(x[other] for other in row if row[other] == row[one] and x[other] < x[one])
    return (x[one] + before + 1) // 2 + 1


def _initial_x(
    at: int,
    union: UnionIn,
    row: Mapping[str, int],
    x: Mapping[str, int],
    plan: Plan,
    label_lines: Mapping[str, int],
    beside: set[tuple[str, str]],
    deepest: int,
) -> int:
    """The line where the drop of union *at* begins."""
    lowest = max(row[one] for one in union.partners)
    standing = sorted((one for one in union.partners if row[one] == lowest), key=lambda one: x[one])
    top = plan.tops[lowest]
    if at in plan.under:
        return top + SYMBOL_HEIGHT + deepest + plan.under[at]
    if len(standing) == PAIR and (standing[0], standing[1]) in beside:
        return top + 1
    return top + SYMBOL_HEIGHT + label_lines[standing[0]]


def _link_start(
    connection: Connection,
    link: LinkIn,
    top: int,
    label_lines: Mapping[str, int],
    row: Mapping[str, int],
    union_starts: Mapping[int, int],
) -> int:
    """The line where the piece of a further parent link in one gap begins."""
    if not connection.begins:
        return top
    if connection.union >= 0:
        return union_starts[connection.union]
    lowest = max(link.parents, key=lambda one: (row[one], one))
    return top + SYMBOL_HEIGHT + label_lines[lowest]


def _run(connection: Connection, top: int, first: int, below: int) -> list[EdgePath]:
    """The pieces of one thread through one gap: down, along its track, down to each end."""
    net, partners = connection.net, connection.between_partners
    last: Part = "rows" if partners else "child"

    def path(part: Part, *points: tuple[int, int], child: str = "") -> EdgePath:
        return EdgePath("rows" if partners else part, connection.union, points, child, connection.link)

    if net.track < 0:
        column = net.tops[0]
        child = connection.ends.get(column, "")
        return [path(last if child else "passing", (column, top), (column, below), child=child)]
    track = first + net.track
    found = [path("drop", (column, top), (column, track)) for column in net.tops]
    found.append(path("bar", (net.low, track), (net.high, track)))
    for column in net.bottoms:
        child = connection.ends.get(column, "")
        found.append(path(last if child else "passing", (column, track), (column, below), child=child))
    return found


def edge_paths(layout: Layout, label_lines: Mapping[str, int]) -> list[EdgePath]:
    """All lines of *layout*, in cells; *label_lines* says how many lines each person's label really has.

    A wire's union counts through ``layout.unions``, its link through ``layout.links``.
    """
    unions = [UnionIn(union.id, tuple(sorted(union.partners)), union.children) for union in layout.unions]
    links = [LinkIn(child, parents) for child, parents in layout.links]
    row = {place.id: place.row for place in layout.persons}
    x = {place.id: place.x for place in layout.persons}
    widths = {place.id: place.width for place in layout.persons}
    plan = make_plan(unions, row, x, layout.passing, layout.label_lines, links, widths)
    return paths(unions, row, x, plan, {one: label_lines.get(one, 0) for one in row}, links)
