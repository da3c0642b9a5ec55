"""Ids in a family: who is named, whether each id is somebody's, and whether one is used twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel

from supervision_tui.family.model.households import Culture
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Union

COLLECTING = "collecting problems"
"""Key of the validation context under which a family with missing people may be made, to report all of them at once."""

Place = tuple[str | int, ...]
"""Where in the file: ``("parentages", 3, "child")``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that cannot be so: where, and a sentence."""

    place: Place
    sentence: str


PERSON_FIELDS = frozenset(
    {
        "focus", "partners", "leaver", "child", "parents", "doubted_parents", "a", "b", "who", "to", "about",
        "members", "hub", "person"
    }
)  # fmt: skip
"""Fields of any part that hold the id of a person, or several, or parts that do."""


class FamilyParts(Protocol):
    """What the checks read of a family; it is a pydantic model too, so that they can walk through every part of it."""

    @property
    def persons(self) -> tuple[Person, ...]:
        """Everybody in it."""

    @property
    def cultures(self) -> tuple[Culture, ...]:
        """The cultures that heritage names."""

    @property
    def parentages(self) -> tuple[Parentage, ...]:
        """Who is a parent of whom."""

    @property
    def unions(self) -> tuple[Union, ...]:
        """The couples."""


def reference_problems(family: FamilyParts) -> tuple[Problem, ...]:
    """Ids that are used twice, and ids that are nobody's."""
    return (*_used_twice(family), *_missing(family), *_own_relatives(family))


def _used_twice(family: FamilyParts) -> Iterator[Problem]:
    for field in _fields(family):
        parts = getattr(family, field)
        if not isinstance(parts, tuple) or not parts or not isinstance(parts[0], BaseModel):
            continue
        ids = [part.id for part in parts]
        repeated = {part_id for part_id, number in Counter(ids).items() if number > 1}
        for at, part_id in enumerate(ids):
            if part_id in repeated and part_id in ids[:at]:
                yield Problem(
                    (field, at, "id"), f"The id '{part_id}' is used twice in {field}. Give one of the two another id."
                )


def _fields(part: object) -> tuple[str, ...]:
    return tuple(type(part).model_fields) if isinstance(part, BaseModel) else ()


def _missing(family: FamilyParts) -> Iterator[Problem]:
    people = {person.id for person in family.persons}
    cultures = {culture.id for culture in family.cultures}
    for place, person_id in _named_people(family, ()):
        if person_id not in people:
            yield Problem(place, f"'{person_id}' is named here, but there is no person with that id in this family.")
    for at, person in enumerate(family.persons):
        for number, part in enumerate(person.heritage):
            if part.culture not in cultures:
                yield Problem(
                    ("persons", at, "heritage", number, "culture"),
                    f"'{part.culture}' is named here, but there is no culture with that id in this family.",
                )


def _named_people(part: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Every id of a person that *part*, or a part of it, names, with its place."""
    for field in _fields(part):
        value = getattr(part, field)
        if isinstance(value, tuple):
            for at, item in enumerate(value):
                if isinstance(item, BaseModel):
                    if field != "persons":
                        yield from _named_people(item, (*place, field, at))
                elif field in PERSON_FIELDS:
                    yield (*place, field, at), item
        elif field in PERSON_FIELDS and isinstance(value, str):
            yield (*place, field), value


def _own_relatives(family: FamilyParts) -> Iterator[Problem]:
    for at, link in enumerate(family.parentages):
        if link.child in link.parents:
            yield Problem(("parentages", at, "parents"), f"'{link.child}' is given as a parent of '{link.child}'.")
        if len(set(link.parents)) < len(link.parents):
            yield Problem(("parentages", at, "parents"), f"The same parent is given twice for '{link.child}'.")
        for number, doubted in enumerate(link.doubted_parents):
            if doubted not in link.parents:
                yield Problem(
                    ("parentages", at, "doubted_parents", number),
                    f"'{doubted}' is doubted as a parent of '{link.child}', but is not one of the parents given.",
                )
    for at, union in enumerate(family.unions):
        if len(set(union.partners)) < len(union.partners):
            yield Problem(("unions", at, "partners"), f"'{union.partners[0]}' is given as their own partner.")
