"""A family as it was on a day, and what differs between two days or two versions.

Where a date is partial, something holds from the first day it can have begun until the last day it can have ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.model.base import Shape
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.households import Household
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.resources import Resource
from supervision_tui.family.model.unions import Union

WORDS = {
    "persons": "person", "unions": "union", "parentages": "parent link", "households": "home", "ties": "tie",
    "events": "event", "contacts": "contact", "quotes": "quote", "resources": "resource", "groups": "group",
    "harm_flags": "harm flag", "hidden_facts": "hidden fact", "strengths": "strength", "hypotheses": "hypothesis",
    "cultures": "culture",
}  # fmt: skip
"""Field of a family to the word for one of its parts."""


PREGNANCY = 280
"""Days."""

LastingT = TypeVar("LastingT", bound=Shape)


def as_at(family: Family, day: date) -> Family:
    """*family* as it was on *day*: who was born, who lived, who was with whom, where, under which order.

    What came later is left out; what ended later has no end yet. Facts without dates stay.
    """
    persons = tuple(_person(one, day) for one in family.persons if _there(one, day))
    there = {one.id for one in persons}
    then = family.replaced(
        as_of=PartialDate.read(day),
        persons=persons,
        focus=tuple(one for one in family.focus if one in there),
        unions=tuple(_union(one, day) for one in _begun(family.unions, day) if there.issuperset(one.partners)),
        parentages=tuple(
            one for one in _going_on(family.parentages, day) if there.issuperset((one.child, *one.parents))
        ),
        households=tuple(_household(one, day, there) for one in family.households),
        ties=tuple(one for one in _going_on(family.ties, day) if there.issuperset((one.a, one.b))),
        events=tuple(_who(one, there) for one in family.events if _by(one.date, day)),
        contacts=tuple(_who(one, there) for one in family.contacts if _by(one.date, day)),
        quotes=tuple(one for one in family.quotes if _by(one.date, day) and one.who in there),
        resources=tuple(_resource(one, day, there) for one in _going_on(family.resources, day)),
        groups=tuple(
            one.replaced(members=_left(one.members, there), hub=one.hub if one.hub in there else None)
            for one in _going_on(family.groups, day)
        ),
        harm_flags=tuple(one.replaced(to=_left(one.to, there)) for one in _going_on(family.harm_flags, day)),
        hidden_facts=tuple(one for one in family.hidden_facts if one.about in there),
        strengths=tuple(_who(one, there) for one in family.strengths if _by(one.since, day)),
        hypotheses=tuple(one.replaced(about=_left(one.about, there)) for one in family.hypotheses),
    )
    return then.replaced(parentages=tuple(_homed(then)))


def _there(person: Person, day: date) -> bool:
    """Whether born by then; a pregnancy is there for the forty weeks before its day."""
    if person.kind in {"unborn", "loss"}:
        when = person.due or person.died or person.born
        return when is None or when.earliest.toordinal() - PREGNANCY <= day.toordinal()
    return person.born is None or person.born.maybe_by(day)


def _homed(family: Family) -> list[Shape]:
    """Parentages with a home for each child: the one in the file, else the first that held on the day."""
    housed = {one.child for one in family.parentages if one.home}
    found: list[Shape] = []
    for one in family.parentages:
        found.append(one if one.child in housed else one.replaced(home=True))
        housed.add(one.child)
    return found


def _by(when: PartialDate | None, day: date) -> bool:
    return when is None or when.maybe_by(day)


def _left(ids: tuple[str, ...], there: set[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in there)


def _begun(parts: tuple[LastingT, ...], day: date) -> list[LastingT]:
    return [one for one in parts if _by(getattr(one, "since", None), day)]


def _going_on(parts: tuple[LastingT, ...], day: date) -> list[LastingT]:
    """Parts that had begun and not surely ended, with an end that was still to come taken away."""
    found = []
    for one in _begun(parts, day):
        until: PartialDate | None = getattr(one, "until", None)
        if until is None:
            found.append(one)
        elif until.latest > day:
            found.append(one.replaced(until=None))
    return found


def _who(part: LastingT, there: set[str]) -> LastingT:
    return part.replaced(who=_left(getattr(part, "who", ()), there))


def _person(person: Person, day: date) -> Person:
    lived = person.died is not None and not person.died.surely_by(day)
    moves = [
        one.replaced(arrived=one.arrived if _by(one.arrived, day) else None)
        for one in person.migration
        if _by(one.left, day)
    ]
    return person.replaced(
        died=None if lived else person.died,
        deceased=False if lived else person.deceased,
        cause_of_death="" if lived else person.cause_of_death,
        statuses=tuple(_going_on(person.statuses, day)),
        health=tuple(_going_on(person.health, day)),
        migration=tuple(moves),
    )


def _union(union: Union, day: date) -> Union:
    changes = tuple(one for one in union.changes if _by(one.date, day))
    to_come = union.until is not None and union.until.latest > day
    return union.replaced(
        changes=changes, until=None if to_come else union.until, ended="" if to_come else union.ended,
        leaver=None if to_come else union.leaver,
    )  # fmt: skip


def _household(household: Household, day: date, there: set[str]) -> Household:
    members = tuple(one for one in _going_on(household.members, day) if one.person in there)
    return household.replaced(members=members)


def _resource(resource: Resource, day: date, there: set[str]) -> Resource:
    links = tuple(one for one in _going_on(resource.links, day) if one.person in there)
    changed = tuple(one for one in resource.workers_changed if _by(one, day))
    return resource.replaced(links=links, workers_changed=changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that came, went or changed between two families; *fields* are what changed in it."""

    field: str
    part_id: str
    kind: Literal["came", "went", "changed"]
    fields: tuple[str, ...] = ()
    words: str = ""


def differences(before: Family, after: Family) -> tuple[Difference, ...]:
    """What differs from *before* to *after*, part by part, in the model's order."""
    found: list[Difference] = []
    for field, word in WORDS.items():
        old = {one.id: one for one in getattr(before, field)}
        new = {one.id: one for one in getattr(after, field)}
        for part_id in dict.fromkeys((*old, *new)):
            first, second = old.get(part_id), new.get(part_id)
            if first == second:
                continue
            if first is None:
                found.append(Difference(field, part_id, "came", words=f"{_called(after, new[part_id], word)}: new"))
            elif second is None:
                found.append(Difference(field, part_id, "went", words=f"{_called(before, first, word)}: gone"))
            else:
                name = _called(after, second, word)
                changed = tuple(one for one in type(first).model_fields if getattr(first, one) != getattr(second, one))
                said = ", ".join(one.replace("_", " ") for one in changed)
                found.append(Difference(field, part_id, "changed", changed, f"{name}: {said} changed"))
    return tuple(found)


def changes_between(family: Family, earlier: date, later: date) -> tuple[Difference, ...]:
    """What differs in *family* between two days."""
    return differences(as_at(family, earlier), as_at(family, later))


def _called(family: Family, part: Shape, word: str) -> str:
    name = getattr(part, "name", "") or getattr(part, "what", "")
    if name:
        return f"{word[0].upper()}{word[1:]} {name}"
    ids = [getattr(part, one, ()) for one in ("partners", "child", "parents", "a", "b", "who", "to", "about")]
    people = [one for group in ids for one in ((group,) if isinstance(group, str) else group or ())]
    return f"{word[0].upper()}{word[1:]} of {', '.join(str(one.short_name) for one in family.index.named(people))}"
