"""Who stands on a family's page, and how a person is told there: age, home, who is there and who is elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family.kinship import kin
from supervision_tui.family.views import homes_in_words, person_in_words

if TYPE_CHECKING:
    from supervision_tui.family import Family, Person

MOST = 9
"""People who have a digit."""


def people_on_page(family: Family) -> tuple[Person, ...]:
    """Those whose page has a digit: the children in focus, their parents and carers, then who lives with them."""
    children = family.focus_children()
    found = [*children]
    for child in children:
        found += [*family.parents_of(child.id), *family.carers_of(child.id)]
    for child in children:
        found += family.living_with(child.id)
    found += [person for person in family.persons if person.kind in {"person", "unborn"}]
    living = dict.fromkeys(person.id for person in found if not person.dead)
    return family.index.people(list(living)[:MOST])


def who_lines(family: Family, person: Person, today: date) -> Iterator[str]:
    """The person, then the home with who is there, then parents who live elsewhere."""
    pronouns = f", {person.pronouns}" if person.pronouns else ""
    focus = ", child in focus" if person.id in family.focus else ""
    yield f"{person_in_words(person, today)}{pronouns}{focus}"
    there = family.living_with(person.id, today)
    if homes := homes_in_words(family, person, today, lambda other: _with_kin(family, person, other)):
        yield homes
    with_them = {other.id for other in there}
    away = [parent for parent in family.parents_of(person.id) if parent.id not in with_them]
    if away:
        yield "; ".join(_elsewhere(family, person, parent, today) for parent in away)
    if person.note:
        yield str(person.note)


def _with_kin(family: Family, person: Person, other: Person) -> str:
    words = kin(family, person.id, other.id).words
    return f"{other.short_name}{f' ({words})' if words else ''}"


def _elsewhere(family: Family, person: Person, parent: Person, today: date) -> str:
    words = kin(family, person.id, parent.id).words
    if parent.dead:
        return f"{words[:1].upper()}{words[1:]} {person_in_words(parent, today)}"
    home = family.household_of(parent.id, today)
    where = str(parent.whereabouts) or (
        f"at {home.name}" if home and home.safe_to_record and home.name else "elsewhere"
    )
    return f"{words[:1].upper()}{words[1:]} {parent.short_name}, {where}"
