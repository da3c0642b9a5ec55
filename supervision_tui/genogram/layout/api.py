"""``lay_out(family)``: the whole way from a family to places."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from supervision_tui.genogram.layout import from_family, pipeline
from supervision_tui.genogram.layout.compromises import compromises
from supervision_tui.genogram.layout.normalise import FamilyCycleError
from supervision_tui.genogram.layout.result import SYMBOL_HEIGHT, Layout, Placed, PlacedUnion
from supervision_tui.genogram.layout.y_coordinates import make_plan
from supervision_tui.genogram.lettering.labels import LINES, Labels

if TYPE_CHECKING:
    from supervision_tui.family import Family


def lay_out(family: Family, *, labels: Labels = "names", previous: Layout | None = None) -> Layout:
    """Place everybody of *family*, leaving room for *labels*; near *previous* where it placed them before.

    Raises:
        FamilyCycleError: somebody would be their own ancestor; the message names the people.
    """
    begun = time.perf_counter()
    names = {person.id: person.name for person in family.persons}
    given = from_family.read(family, labels, previous.positions if previous else {})
    try:
        places = pipeline.place(given)
    except FamilyCycleError as loop:
        raise FamilyCycleError(tuple(names.get(one) or one for one in loop.loop)) from None
    births = {person.id: from_family.birth(person.born or person.due) for person in family.persons}
    return finish(places, births, names, LINES[labels], begun)


def tidy(family: Family, *, labels: Labels = "names") -> Layout:
    """Place everybody anew, whatever stood where before: an act of its own, since it may move anybody.

    Raises:
        FamilyCycleError: as in :func:`lay_out`.
    """
    return lay_out(family, labels=labels)


def finish(
    places: pipeline.Places, births: Mapping[str, str | None], names: Mapping[str, str], label_lines: int, begun: float
) -> Layout:
    """The layout made of *places*; heights come from the lines between rows. *begun*: when the clock was started."""
    unions = places.given.unions
    widths = {person.id: person.width for person in places.given.persons}
    plan = make_plan(unions, places.row, places.x, places.passing, label_lines, places.given.links, widths)
    persons = tuple(
        Placed(
            id=person.id,
            x=places.x[person.id],
            y=plan.tops[places.row[person.id]] + 1,
            width=person.width,
            height=SYMBOL_HEIGHT + label_lines,
            row=places.row[person.id],
            birth=births.get(person.id),
        )
        for person in places.given.persons
    )
    render_file = tuple(
        PlacedUnion(
            id=union.id,
            partners=tuple(sorted(union.partners, key=lambda one: places.x[one])),
            children=tuple(sorted(union.children, key=lambda one: (places.row[one], places.x[one]))),
        )
        for union in unions
    )
    return Layout(
        persons=persons,
        unions=render_file,
        compromises=tuple(compromises(places, names)),
        label_lines=label_lines,
        passing=places.passing,
        links=tuple((link.child, link.parents) for link in places.given.links),
        seconds=time.perf_counter() - begun,
    )
