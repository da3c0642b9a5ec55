"""From a family to what the layout engine needs, and nothing more: no name, tie or note can move anybody."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from supervision_tui.family import DESCENT
from supervision_tui.family.model.couples import may_be_shown_as_couple
from supervision_tui.genogram.layout.layout_input import (
    SYMBOL_WIDTH,
    LayoutInput,
    LinkIn,
    PersonIn,
    PreviousPosition,
    UnionIn,
)
from supervision_tui.genogram.lettering import Labels, label, name_to_write, width

if TYPE_CHECKING:
    from supervision_tui.family import Family, PartialDate

LONGEST_OPEN = (dt.date.min, dt.date.max)
"""Bounds of a date that is told only in words."""

SIDES = {"male": -1, "female": 1}
"""McGoldrick, Gerson and Petry (2008): the man left in a couple of a man and a woman."""

PAIR = 2


def layout_input(family: Family, labels: Labels, previous: Mapping[str, PreviousPosition]) -> LayoutInput:
    """What *family* asks of the layout. Children of the same parents hang from one union, recorded or not."""
    persons = tuple(
        PersonIn(
            person.id,
            _day(person.born or person.due, "earliest"),
            _day(person.born or person.due, "latest"),
            width(label(name_to_write(person), labels), SYMBOL_WIDTH),
            SIDES.get(person.gender, 0),
        )
        for person in family.persons
    )
    return LayoutInput(persons, _unions(family), _links(family), previous)


def known(date: PartialDate | None) -> PartialDate | None:
    """*date* when it says anything about the calendar."""
    return None if date is None or (date.earliest, date.latest) == LONGEST_OPEN else date


def _day(date: PartialDate | None, bound: str) -> int | None:
    known_date = known(date)
    day: dt.date | None = getattr(known_date, bound, None)
    return None if day is None else day.toordinal()


def _unions(family: Family) -> tuple[UnionIn, ...]:
    children: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for parentage in family.parentages:
        if parentage.home:
            children[tuple(sorted(parentage.parents))].append(parentage.child)
    since: dict[tuple[str, ...], int | None] = {}
    for union in family.unions:
        partners = tuple(sorted(union.partners))
        day = _day(union.since, "earliest")
        if partners not in since or (day or 0) > (since[partners] or 0):
            since[partners] = day
    everybody = sorted(since.keys() | children.keys())
    return tuple(
        UnionIn(
            "+".join(partners),
            partners,
            tuple(children.get(partners, ())),
            since.get(partners),
            len(partners) < PAIR or may_be_shown_as_couple(family, *partners),
            _twins(family, children.get(partners, ())),
            tuple(child for child in children.get(partners, ()) if _lettered(family, child)),
        )
        for partners in everybody
    )


def _twins(family: Family, children: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Those of *children* who were born together, in groups."""
    groups: dict[str, list[str]] = defaultdict(list)
    for child in children:
        link = family.home_parentage(child)
        if link is not None and link.twins:
            groups[link.twins].append(child)
    return tuple(tuple(group) for group in groups.values() if len(group) >= PAIR)


def _lettered(family: Family, child: str) -> bool:
    """Whether the line to *child* says more than that it was born here."""
    link = family.home_parentage(child)
    return link is not None and (link.kind not in DESCENT or link.doubted)


def row_end_refusal(family: Family, person: str) -> str:
    """Why *person* cannot be let stand at the end of a row of siblings, in a sentence; empty where they can."""
    name = family.person(person).name or person
    own = next((link for link in family.parentages if link.child == person and link.home), None)
    beside = [link for link in family.parentages if own and link.home and set(link.parents) == set(own.parents)]
    if own is None or len(beside) < PAIR:
        return f"{name} has no brother or sister of the same parents on this drawing to stand beside."
    if own.twins and any(link.twins == own.twins for link in beside if link is not own):
        return f"{name} was born together with a brother or sister, and they stand together."
    return ""


PASSING_CARE = frozenset({"foster", "kinship", "guardianship", "step"})
"""Kinds of parentage that are drawn only while they last."""


def _links(family: Family) -> tuple[LinkIn, ...]:
    """Parents who are not home and are drawn all the same: birth parents, carers, guardians."""
    return tuple(
        LinkIn(link.child, tuple(link.parents))
        for link in family.parentages
        if not link.home and not (link.kind in PASSING_CARE and link.until is not None)
    )


def iso_birth(date: PartialDate | None) -> str | None:
    """*date* as ISO, as precise as it is known; ``None`` when not even the year is."""
    if date is None or date.earliest.year != date.latest.year:
        return None
    first, last = date.earliest, date.latest
    if first == last:
        return str(first.isoformat())
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"
