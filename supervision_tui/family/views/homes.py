"""Where somebody lives and with whom, home by home: who shares one home with a child lives in no other by that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.households import Household
    from supervision_tui.family.model.persons import Person


def homes_in_words(
    family: Family, person: Person, on: date, name: Callable[[Person], str] = lambda other: other.short_name
) -> str:
    """Every home of *person* as at a day: "Lives at X with A and B; part of the time at Y with C"; "" where none is.

    Args:
        family: whose homes.
        person: who lives there; somebody who is not born yet lives nowhere.
        on: the day.
        name: how somebody who lives there too is called.
    """
    if person.kind == "unborn":
        return ""
    lines: list[str] = []
    for home, membership in family.homes_of(person.id, on):
        place = f" at {home.name}" if home.safe_to_record and home.name else ""
        there = ", ".join(_others(family, home, person, on, name))
        if not place and not there:
            continue
        begins = "Lives" if not lines else "part of the time" if membership.part_time else "also"
        with_whom = f" with {there}" if there else ""
        lines.append(f"{begins}{place}{with_whom}")
    return "; ".join(lines)


def _others(family: Family, home: Household, person: Person, on: date, name: Callable[[Person], str]) -> list[str]:
    """The others of *home* who are born, and whether they are there part of the time."""
    found = []
    for member in home.members:
        other = family.find(member.person)
        if other is None or other.id == person.id or other.kind == "unborn" or other.dead or not member.at(on):
            continue
        found.append(f"{name(other)}{' part of the time' if member.part_time else ''}")
    return list(dict.fromkeys(found))
