"""A part of a family: as it was on a day, or only the people near to somebody."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from supervision_tui.family import DESCENT

if TYPE_CHECKING:
    from supervision_tui.family import Family, PartialDate, Person, Tie


def as_on(family: Family, day: dt.date) -> Family:
    """*family* as it was on *day*: without people not yet born, and unions, parentages and ties not yet begun.

    Deaths and endings that were still to come are taken away. Things without a date stay.
    """
    persons = tuple(
        person.model_copy(update={"died": None, "deceased": False}) if _later(person.died, day) else person
        for person in family.persons
        if not _later(person.born, day)
    )
    unions = tuple(
        union.model_copy(update={"until": None, "ended": ""}) if _later(union.until, day) else union
        for union in family.unions
        if not _later(union.since, day)
    )
    parentages = tuple(link for link in family.parentages if link.kind in DESCENT or not _later(link.since, day))
    ties = tuple(tie for tie in family.ties if not _later(tie.since, day) and not _over(tie.until, day))
    return _only(family.model_copy(update={"unions": unions, "parentages": parentages, "ties": ties}), persons)


def _later(date: PartialDate | None, day: dt.date) -> bool:
    """Whether *date* is surely after *day*."""
    return date is not None and date.earliest > day


def _over(date: PartialDate | None, day: dt.date) -> bool:
    return date is not None and date.latest < day


def near(family: Family, person_id: str, degree: int) -> Family:
    """Only the people at most *degree* steps (to a parent, child or partner) from somebody."""
    beside: dict[str, set[str]] = defaultdict(set)
    groups = [union.partners for union in family.unions]
    groups += [(link.child, parent) for link in family.parentages for parent in link.parents]
    for group in groups:
        for person in group:
            beside[person].update(group)
    reached, edge = {person_id}, {person_id}
    for _step in range(degree):
        edge = {other for person in edge for other in beside[person]} - reached
        reached |= edge
    return _only(family, tuple(person for person in family.persons if person.id in reached))


def with_ties(family: Family, wanted: Callable[[Tie], bool]) -> Family:
    """*family* with only the ties that are *wanted*."""
    return family.model_copy(update={"ties": tuple(tie for tie in family.ties if wanted(tie))})


def _only(family: Family, persons: tuple[Person, ...]) -> Family:
    """*family* with only *persons*, and what is left of everything that names people."""
    ids = {person.id for person in persons}
    unions = tuple(union for union in family.unions if ids.issuperset(union.partners))
    parentages = tuple(
        link.model_copy(update={"parents": tuple(parent for parent in link.parents if parent in ids)})
        for link in family.parentages
        if link.child in ids and ids.intersection(link.parents)
    )
    households = tuple(
        home.model_copy(update={"members": tuple(member for member in home.members if member.person in ids)})
        for home in family.households
    )
    return family.model_copy(
        update={
            "persons": persons,
            "focus": tuple(child for child in family.focus if child in ids),
            "unions": unions,
            "parentages": parentages,
            "households": households,
            "ties": tuple(tie for tie in family.ties if {tie.a, tie.b} <= ids),
        }
    )
