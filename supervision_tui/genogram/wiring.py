"""The lines of a finished layout, for every painter."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_tui.genogram.lines import Wire, wires
from supervision_tui.genogram.people import LinkIn, UnionIn
from supervision_tui.genogram.placed import Layout
from supervision_tui.genogram.plan import make_plan


def layout_wires(layout: Layout, label_lines: Mapping[str, int]) -> list[Wire]:
    """All lines of *layout*, in cells; *label_lines* says how many lines each person's label really has.

    A wire's union counts through ``layout.unions``, its link through ``layout.links``.
    """
    unions = [UnionIn(union.id, tuple(sorted(union.partners)), union.children) for union in layout.unions]
    links = [LinkIn(child, parents) for child, parents in layout.links]
    row = {place.id: place.row for place in layout.persons}
    x = {place.id: place.x for place in layout.persons}
    widths = {place.id: place.width for place in layout.persons}
    plan = make_plan(unions, row, x, layout.passing, layout.label_lines, links, widths)
    return wires(unions, row, x, plan, {one: label_lines.get(one, 0) for one in row}, links)
