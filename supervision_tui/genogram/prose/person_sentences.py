"""One sentence a person: for screen readers, notes and the line under a drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from supervision_tui.genogram.notation.line_styles import ENDED_WORDS, UNIONS

if TYPE_CHECKING:
    from supervision_tui.family import Family, Person, Tie, Union
    from supervision_tui.genogram.notation.drawing import Drawing


class Sentences(Mapping[str, str]):
    """A sentence for each person of a drawing, made when asked for."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing

    def __getitem__(self, person_id: str) -> str:
        """The sentence about one person.

        Raises:
            KeyError: nobody has this id.
        """
        return describe_person(self.drawing, self._persons[person_id])

    def __iter__(self) -> Iterator[str]:
        """Everybody's id."""
        return iter(self._persons)

    def __len__(self) -> int:
        """How many people there are."""
        return len(self._persons)

    @cached_property
    def _persons(self) -> dict[str, Person]:
        return {person.id: person for person in self.drawing.family.persons if person.id in self.drawing.symbols}


def describe_person(drawing: Drawing, person: Person) -> str:
    """Who *person* is: name, age, parents, partners, children, ties, whether the work is about them."""
    family = drawing.family
    parts = [_named(drawing, person)]
    parents = family.parents_of(person.id)
    if parents:
        parts.append(f"Child of {_listed(parents)}.")
    twins = _twins(family, person)
    if twins:
        parts.append(f"Born together with {_listed(twins)}.")
    parts += [_partner_words(family, person, union) for union in family.unions_of(person.id) if union.other(person.id)]
    children = family.children_of(person.id)
    if children:
        parts.append(f"Parent of {_listed(children)}.")
    parts += [_tie_words(family, person, tie) for tie in family.ties_of(person.id)]
    return " ".join(parts)


def _named(drawing: Drawing, person: Person) -> str:
    symbol = drawing.symbols[person.id]
    name = person.name or "Somebody whose name is not known"
    if symbol.dead:
        when = f" in {symbol.died}" if symbol.died else ""
        age = f", at {symbol.inside.replace('~', 'about ')}" if symbol.inside.strip("~").isdigit() else ""
        sentence = f"{name} died{when}{age}." if when or age else f"{name} has died."
    elif person.kind == "unborn":
        sentence = f"{name}, not yet born."
    elif symbol.inside.strip("~").isdigit() and person.kind != "several":
        sentence = f"{name}, {symbol.inside.replace('~', 'about ')}."
    else:
        sentence = f"{name}."
    return (
        sentence
        + (" Child in focus." if symbol.focus else "")
        + (f" {person.role[:1].upper()}{person.role[1:]}." if person.role else "")
    )


def _twins(family: Family, person: Person) -> tuple[Person, ...]:
    labels = {link.twins for link in family.parentages_of(person.id)} - {""}
    named = dict.fromkeys(link.child for link in family.parentages if link.twins in labels and link.child != person.id)
    return tuple(family.person(child) for child in named)


def _listed(people: tuple[Person, ...]) -> str:
    names = [person.name or person.id for person in dict.fromkeys(people)]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _partner_words(family: Family, person: Person, union: Union) -> str:
    other = family.person(union.other(person.id) or person.id)
    words = UNIONS[union.kind].words
    ended = f", {ENDED_WORDS[union.ended]}" if union.ended else ""
    since = f" since {union.since.text}" if union.since is not None and not ended else ""
    if union.kind in {"unknown", "parents_only"}:
        role = "Partner of" if union.kind == "unknown" else "Parent together with, and not partner of,"
        return f"{role} {other.name}{since}{ended}."
    joint = "to" if union.kind in {"married", "engaged"} else "with"
    status = f"once {words}" if union.over else words
    return f"{status[:1].upper()}{status[1:]} {joint} {other.name}{since}{ended}."


def _tie_words(family: Family, person: Person, tie: Tie) -> str:
    from supervision_tui.family import TIE_KINDS  # noqa: PLC0415 - keeps this module light to import

    kind = TIE_KINDS[tie.kind]
    other = family.person(tie.b if tie.a == person.id else tie.a)
    if kind.directed:
        first, second = family.person(tie.a), family.person(tie.b)
        return f"Tie: {kind.words}, from {first.short_name} to {second.short_name}."
    return f"Tie with {other.short_name}: {kind.words}."
