"""Who is not on the drawing yet, as far as the family itself tells: parents, and people who are named and not in it.

What is kept from somebody is not read here, nor who is said to harm: nothing of it may come to light by the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, islice
from typing import TYPE_CHECKING, Literal

from supervision_tui.family.model.couples import with_couples_only
from supervision_tui.family.model.parentages import DESCENT, Parentage
from supervision_tui.family.model.persons import Person
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.text import Line
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

PLACEHOLDER_NAME = "somebody not known"
"""The name of a placeholder for somebody missing."""
PLACEHOLDERS_NEEDED = {"parents": 2, "parent": 1}
"""How many stand in where parents are missing."""
_KIN = (
    "uncle|auntie|aunty|aunt|cousin|grandad|granddad|grandfather|grandmother|granny|gran|nana|nanny|nan|brother|sister|"
    "stepdad|stepfather|stepmum|stepmother|boyfriend|girlfriend|husband|wife|partner|friend|neighbour|mate"
)
_NAMED = lazy_pattern(rf"\b(?i:{_KIN})\b,? ((?:[A-Z][\w-]+ ?){{1,2}})")
_OWNER = lazy_pattern(r"^((?:[A-Z][\w-]+ ?){1,2})['’]s?\b")
TOLD = 60
"""Characters of what was said that are told again."""


@dataclass(frozen=True, slots=True)
class MissingPerson:
    """Somebody who is not on the drawing. *of*: whose parents, or who has no name; *name*: what they are called.

    *placeholder_ids*: those who stand in for them on a drawing.
    """

    kind: Literal["parents", "parent", "name", "named"]
    words: str
    of: tuple[str, ...] = ()
    name: str = ""
    placeholder_ids: tuple[str, ...] = ()


def missing_people(family: Family) -> tuple[MissingPerson, ...]:
    """Everybody who is missing: parents first, then people without a name, then those who are only named."""
    taken = {person.id for person in family.persons}
    free = (placeholder for placeholder in (f"missing-{number}" for number in count(1)) if placeholder not in taken)
    parents = (
        replace(missing, placeholder_ids=tuple(islice(free, PLACEHOLDERS_NEEDED[missing.kind])))
        for missing in _parents(family)
    )
    return (*parents, *_nameless(family), *_named(family))


def _parents(family: Family) -> Iterator[MissingPerson]:
    """Parents of the children, of their brothers and sisters, and of the children's parents."""
    children = dict.fromkeys(person.id for person in family.focus_children())
    children |= dict.fromkeys(other.id for person_id in list(children) for other in family.siblings_of(person_id))
    parents = dict.fromkeys(parent.id for person_id in children for parent in family.parents_of(person_id))
    alone: dict[str, list[str]] = {}
    for person_id in (*children, *parents):
        person, known = family.person(person_id), family.parents_of(person_id)
        if not known and family.home_parentage(person_id) is None and person.kind in {"person", "unborn"}:
            yield MissingPerson("parents", f"{person.short_name}'s parents are not on the drawing", (person_id,))
        home = family.home_parentage(person_id)
        if home is not None and home.kind in DESCENT and len(home.parents) == 1:
            alone[home.parents[0]] = _only_children_of(family, home.parents[0])
    for parent, of in alone.items():
        names = " and ".join(family.person(child).short_name for child in of)
        words = f"{names}: a parent beside {family.person(parent).short_name} is not on the drawing"
        yield MissingPerson("parent", words, tuple(of))


def _only_children_of(family: Family, parent: str) -> list[str]:
    """The children of one parent for whom no other is known."""
    return [
        link.child for link in family.parentages if link.parents == (parent,) and link.home and link.kind in DESCENT
    ]


def _nameless(family: Family) -> Iterator[MissingPerson]:
    for person in family.persons:
        if person.unnamed and person.kind in {"person", "unknown"}:
            yield MissingPerson("name", f"{_place(family, person)}: the name is not known", (person.id,))


def _place(family: Family, person: Person) -> str:
    """Who somebody without a name is, by others."""
    couples = with_couples_only(family)
    partners = [union.other(person.id) for union in couples.unions_of(person.id) if union.kind != "parents_only"]
    beside = (
        ("a parent of", family.children_of(person.id)),
        ("a child of", family.parents_of(person.id)),
        ("a partner of", family.index.people(other for other in partners if other)),
    )
    places = [f"{words} {others[0].short_name}" for words, others in beside if others]
    return places[0][0].upper() + places[0][1:] if places else "Somebody on the drawing"


def _named(family: Family) -> Iterator[MissingPerson]:
    """People who are named in what happened, in words that were said or as a home, and are nobody on the drawing."""
    known = {"mum", "mam", "dad", *_KIN.split("|")}
    known |= {word for person in family.persons for word in name_key(f"{person.name} {person.called}").split()}
    known |= {word for resource in family.resources for word in name_key(resource.name).split()}
    seen: set[str] = set()
    for pattern, text in _texts(family):
        for match in pattern.finditer(text):
            name = match[1].strip()
            key = name_key(name)
            if not known.intersection(key.split()) and key not in seen:
                seen.add(key)
                short = text if len(text) <= TOLD else f"{text[: TOLD - 1]}…"
                yield MissingPerson("named", f"{name} is named and not on the drawing: {short}", name=name)


def _texts(family: Family) -> Iterator[tuple[re.Pattern[str], str]]:
    for event in family.events:
        if not event.hidden_from:
            yield _NAMED, str(event.what)
    for quote in family.quotes:
        yield _NAMED, " ".join(quote.words.split())
    for home in family.households:
        if home.safe_to_record:
            yield _OWNER, str(home.name)
            yield _NAMED, str(home.name)


def with_placeholders(family: Family) -> Family:
    """*family* with somebody standing in for each parent who is missing."""
    persons, parentages = list(family.persons), list(family.parentages)
    for missing in missing_people(family):
        persons += [
            Person(id=placeholder, name=Line(PLACEHOLDER_NAME), kind="unknown")
            for placeholder in missing.placeholder_ids
        ]
        if missing.kind == "parents":
            parentages.append(Parentage(child=missing.of[0], parents=missing.placeholder_ids, home=True))
        if missing.kind == "parent":
            parentages = [
                link.replaced(parents=(*link.parents, *missing.placeholder_ids))
                if link.child in missing.of and link.home
                else link
                for link in parentages
            ]
    return family.replaced(persons=tuple(persons), parentages=tuple(parentages))


def placeholder_ids(family: Family) -> frozenset[str]:
    """Ids of those who stand in for somebody in :func:`with_placeholders`."""
    return frozenset(placeholder for missing in missing_people(family) for placeholder in missing.placeholder_ids)
