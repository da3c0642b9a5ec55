"""``lay_out(family)``: the whole way from a family to places, phase by phase (Sugiyama, Tagawa and Toda 1981)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from supervision_tui.gc_pause import gc_paused
from supervision_tui.genogram.layout.compromises import compromises, crossing_compromise
from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.coordinates.x_coordinates import assign_x
from supervision_tui.genogram.layout.from_family import iso_birth, layout_input
from supervision_tui.genogram.layout.normalise import FamilyCycleError, canonical, refuse_cycles
from supervision_tui.genogram.layout.ordering.row_ends import choose_row_ends
from supervision_tui.genogram.layout.result import Layout
from supervision_tui.genogram.layout.routing.y_coordinates import plan_rows
from supervision_tui.genogram.lettering import Labels, label_lines, name_to_write

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from supervision_tui.family import Family


@gc_paused()
def lay_out(
    family: Family,
    *,
    labels: Labels = "names",
    previous: Layout | None = None,
    row_end: Collection[str] | None = None,
    progress: Callable[[str], None] = lambda _step: None,
) -> Layout:
    """Place everybody of *family*, leaving room for *labels*; near *previous* where it placed them before.

    *row_end*: ids of those who may stand first or last of their siblings whatever their age, where fewer lines cross;
    without it, those of *previous*. *progress* is told what is being worked out, in a few words.

    Raises:
        FamilyCycleError: somebody would be their own ancestor; the message names the people.
    """
    started = time.perf_counter()
    names = {person.id: person.name or person.id for person in family.persons}
    asked = canonical(layout_input(family, labels, previous.positions if previous else {}))
    try:
        refuse_cycles(asked)
    except FamilyCycleError as cycle:
        raise FamilyCycleError(tuple(names[person] for person in cycle.cycle)) from None
    sides = dict(previous.row_end) if previous else {}
    chosen = [name for name in (sides if row_end is None else sorted(row_end)) if name in names]
    progress("who stands in which row, and in what order")
    ordered = choose_row_ends(asked, {name: sides.get(name, 0) for name in chosen})
    progress("where everybody stands")
    problem = ordered.problem
    placement = Placement(problem)
    for graph in ordered.graphs:
        placement.add(graph, assign_x(graph))
    progress("how the lines run")
    lines = label_lines((name_to_write(person) for person in family.persons), labels)
    plan = plan_rows(placement, lines)
    births = {person.id: iso_birth(person.born or person.due) for person in family.persons}
    gave_way = (
        *compromises(placement, names),
        *crossing_compromise(ordered.crossings, None if problem.previous else ordered.forced),
    )
    return Layout.of(placement, plan, births, gave_way, lines, time.perf_counter() - started)
