"""What cannot be so in a family, each as a sentence with the place it stands at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.parentages import Parentage

COLLECTING = "collecting problems"
"""Key of the validation context under which a family with missing people may be made, to tell all of them at once."""

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


def reference_problems(family: Family) -> tuple[Problem, ...]:
    """Ids used twice, and ids of nobody."""
    return (*_twice(family), *_missing(family), *_homes(family))


def _twice(family: Family) -> Iterator[Problem]:
    for field in type(family).model_fields:
        parts = getattr(family, field)
        if not isinstance(parts, tuple) or not parts or not isinstance(parts[0], BaseModel):
            continue
        ids = [part.id for part in parts]
        twice = {one for one, number in Counter(ids).items() if number > 1}
        for at, one in enumerate(ids):
            if one in twice and one in ids[:at]:
                yield Problem(
                    (field, at, "id"), f"The id '{one}' is used twice in {field}. Give one of the two another id."
                )


def _missing(family: Family) -> Iterator[Problem]:
    there = {person.id for person in family.persons}
    cultures = {culture.id for culture in family.cultures}
    for place, one in _named(family, ()):
        if one not in there:
            yield Problem(place, f"'{one}' is named here, but there is no person with that id in this family.")
    for at, person in enumerate(family.persons):
        for number, part in enumerate(person.heritage):
            if part.culture not in cultures:
                yield Problem(
                    ("persons", at, "heritage", number, "culture"),
                    f"'{part.culture}' is named here, but there is no culture with that id in this family.",
                )


def _named(part: BaseModel, place: Place) -> Iterator[tuple[Place, str]]:
    """Every id of a person that *part* or a part of it names, with its place."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        if isinstance(value, tuple):
            for at, item in enumerate(value):
                if isinstance(item, BaseModel):
                    if field != "persons":
                        yield from _named(item, (*place, field, at))
                elif field in PERSON_FIELDS:
                    yield (*place, field, at), item
        elif field in PERSON_FIELDS and isinstance(value, str):
            yield (*place, field), value


def _homes(family: Family) -> Iterator[Problem]:
    for at, link in enumerate(family.parentages):
        if link.child in link.parents:
            yield Problem(("parentages", at, "parents"), f"'{link.child}' is given as a parent of '{link.child}'.")
        if len(set(link.parents)) < len(link.parents):
            yield Problem(("parentages", at, "parents"), f"The same parent is given twice for '{link.child}'.")
        for number, one in enumerate(link.doubted_parents):
            if one not in link.parents:
                yield Problem(
                    ("parentages", at, "doubted_parents", number),
                    f"'{one}' is doubted as a parent of '{link.child}', but is not one of the parents given.",
                )
    for at, union in enumerate(family.unions):
        if len(set(union.partners)) < len(union.partners):
            yield Problem(("unions", at, "partners"), f"'{union.partners[0]}' is given as their own partner.")


def sense_problems(family: Family) -> tuple[Problem, ...]:
    """Two homes for one child, an own ancestor, days in an impossible order; nothing while someone is missing."""
    if reference_problems(family):
        return ()
    return (*_two_homes(family), *_loops(family), *_lives(family), *_births(family), *_spans(family))


def _two_homes(family: Family) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, link in enumerate(family.parentages):
        if link.home and link.child in seen:
            yield Problem(
                ("parentages", at),
                f"{_name(family, link.child)} hangs from two parentages. Write 'home: false' for all but one of them.",
            )
        if link.home:
            seen.add(link.child)


def _loops(family: Family) -> Iterator[Problem]:
    """Parentages by which somebody becomes their own ancestor, one a loop (Kahn 1962: what is left is in a loop)."""
    lasting = [(at, link) for at, link in enumerate(family.parentages) if link.lasting]
    left = _in_loops([link for _, link in lasting])
    told: set[str] = set()
    for at, link in lasting:
        back = next((parent for parent in link.parents if parent in left), None)
        if link.child in left and back is not None and not {link.child, back} & told:
            told |= left
            yield Problem(
                ("parentages", at),
                f"{_name(family, link.child)} would be their own ancestor, by way of {_name(family, back)}. "
                "One of the parentages between them cannot be so.",
            )


def _in_loops(links: list[Parentage]) -> set[str]:
    """People in a loop of descent, or on the way from one loop to another."""
    up: dict[str, set[str]] = {}
    down: dict[str, set[str]] = {}
    for link in links:
        up.setdefault(link.child, set()).update(link.parents)
        down.setdefault(link.child, set())
        for parent in link.parents:
            down.setdefault(parent, set()).add(link.child)
            up.setdefault(parent, set())
    return _without_ends(down, up, _without_ends(up, down, set(up)))


def _without_ends(ahead: dict[str, set[str]], behind: dict[str, set[str]], left: set[str]) -> set[str]:
    """*left* without those who have nobody of it *ahead*, then without those whom that leaves so, to the last."""
    number = {one: len(ahead[one] & left) for one in left}
    ends = [one for one, ways in number.items() if not ways]
    gone: set[str] = set()
    while ends:
        one = ends.pop()
        gone.add(one)
        for other in behind[one] & left:
            number[other] -= 1
            if not number[other]:
                ends.append(other)
    return left - gone


def _lives(family: Family) -> Iterator[Problem]:
    for at, person in enumerate(family.persons):
        if person.born and person.died and person.died.surely_before(person.born):
            yield Problem(
                ("persons", at, "died"),
                f"{person.name} died ({person.died}) before being born ({person.born}). "
                "One of the two dates cannot be so.",
            )


def _births(family: Family) -> Iterator[Problem]:
    for at, link in enumerate(family.parentages):
        child = family.person(link.child)
        if link.kind != "birth" or child.born is None:
            continue
        for parent in family.index.named(link.parents):
            if parent.born is not None and child.born.surely_before(parent.born):
                yield Problem(
                    ("parentages", at),
                    f"{child.name} was born ({child.born}) before the parent {parent.name} ({parent.born}). "
                    "One of the two dates, or the parentage, cannot be so.",
                )


SPANS = (
    ("unions", "since", "until"),
    ("parentages", "since", "until"),
    ("ties", "since", "until"),
    ("events", "date", "until"),
)


def _spans(family: Family) -> Iterator[Problem]:
    for field, first, last in SPANS:
        for at, part in enumerate(getattr(family, field)):
            start, end = getattr(part, first), getattr(part, last)
            if start is not None and end is not None and end.surely_before(start):
                yield Problem((field, at, last), f"This ends ({end}) before it begins ({start}).")


def _name(family: Family, person_id: str) -> str:
    return str(family.person(person_id).name)
