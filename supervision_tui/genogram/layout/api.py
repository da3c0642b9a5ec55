"""``lay_out(family)``: the whole way from a family to places, phase by phase (Sugiyama, Tagawa and Toda 1981)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from supervision_tui.gc_pause import gc_paused
from supervision_tui.genogram.layout.compromises import compromises, crossing_compromise
from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.coordinates.x_coordinates import assign_x
from supervision_tui.genogram.layout.from_family import iso_birth, layout_input
from supervision_tui.genogram.layout.layering.build_layer_graph import layer_graphs
from supervision_tui.genogram.layout.normalise import FamilyCycleError, canonical, refuse_cycles
from supervision_tui.genogram.layout.ordering.crossing_reduction import reduce_crossings
from supervision_tui.genogram.layout.result import Layout
from supervision_tui.genogram.layout.routing.y_coordinates import plan_rows
from supervision_tui.genogram.lettering import Labels, label_lines, name_to_write

if TYPE_CHECKING:
    from supervision_tui.family import Family


@gc_paused()
def lay_out(family: Family, *, labels: Labels = "names", previous: Layout | None = None) -> Layout:
    """Place everybody of *family*, leaving room for *labels*; near *previous* where it placed them before.

    Raises:
        FamilyCycleError: somebody would be their own ancestor; the message names the people.
    """
    started = time.perf_counter()
    names = {person.id: person.name or person.id for person in family.persons}
    problem = canonical(layout_input(family, labels, previous.positions if previous else {}))
    try:
        refuse_cycles(problem)
    except FamilyCycleError as cycle:
        raise FamilyCycleError(tuple(names[person] for person in cycle.cycle)) from None
    placement = Placement(problem)
    crossings = forced = 0
    for graph in layer_graphs(problem):
        forced += reduce_crossings(graph, problem.previous)
        crossings += graph.crossings()
        placement.add(graph, assign_x(graph))
    lines = label_lines((name_to_write(person) for person in family.persons), labels)
    plan = plan_rows(placement, lines)
    births = {person.id: iso_birth(person.born or person.due) for person in family.persons}
    gave_way = (*compromises(placement, names), *crossing_compromise(crossings, None if problem.previous else forced))
    return Layout.of(placement, plan, births, gave_way, lines, time.perf_counter() - started)
