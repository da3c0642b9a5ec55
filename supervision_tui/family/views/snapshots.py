"""A family as it was on a day, and what differs between two days or two versions.

Where a date is partial, something holds from the first day it can have begun until the last day it can have ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from supervision_tui.family.dates import PartialDate, as_day
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.households import Household
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.resources import Resource
from supervision_tui.family.model.unions import Union

WORDS = {
    "persons": "person", "unions": "union", "parentages": "parent link", "households": "home", "ties": "tie",
    "events": "event", "contacts": "contact", "quotes": "quote", "resources": "resource", "groups": "group",
    "harm_flags": "harm flag", "hidden_facts": "hidden fact", "strengths": "strength", "worries": "worry",
    "hypotheses": "hypothesis",
    "cultures": "culture",
}  # fmt: skip
"""Field of a family to the word for one of its parts."""


PREGNANCY = 280
"""Days."""

LastingT = TypeVar("LastingT", bound=FrozenModel)


def as_at(family: Family, day: date | str) -> Family:
    """*family* as it was on *day*: who was born, who lived, who was with whom, where, under which order.

    What came later is left out; what ended later has no end yet. Facts without dates stay.
    """
    day = as_day(day)
    persons = tuple(_person(person, day) for person in family.persons if _there(person, day))
    there = {person.id for person in persons}
    then = family.replaced(
        as_of=PartialDate.read(day),
        persons=persons,
        focus=tuple(person_id for person_id in family.focus if person_id in there),
        unions=tuple(_union(union, day) for union in _begun(family.unions, day) if there.issuperset(union.partners)),
        parentages=tuple(
            link for link in _going_on(family.parentages, day) if there.issuperset((link.child, *link.parents))
        ),
        households=tuple(_household(home, day, there) for home in family.households),
        ties=tuple(tie for tie in _going_on(family.ties, day) if there.issuperset((tie.a, tie.b))),
        events=tuple(_who(event, there) for event in family.events if _by(event.date, day)),
        contacts=tuple(_who(contact, there) for contact in family.contacts if _by(contact.date, day)),
        quotes=tuple(quote for quote in family.quotes if _by(quote.date, day) and quote.who in there),
        resources=tuple(_resource(resource, day, there) for resource in _going_on(family.resources, day)),
        groups=tuple(
            group.replaced(members=_left(group.members, there), hub=group.hub if group.hub in there else None)
            for group in _going_on(family.groups, day)
        ),
        harm_flags=tuple(flag.replaced(to=_left(flag.to, there)) for flag in _going_on(family.harm_flags, day)),
        hidden_facts=tuple(fact for fact in family.hidden_facts if fact.about in there),
        strengths=tuple(_who(strength, there) for strength in family.strengths if _by(strength.since, day)),
        worries=tuple(_who(worry, there) for worry in family.worries if _by(worry.date, day)),
        hypotheses=tuple(idea.replaced(about=_left(idea.about, there)) for idea in family.hypotheses),
    )
    return then.replaced(parentages=tuple(_homed(then)))


def _there(person: Person, day: date) -> bool:
    """Whether born by then; a pregnancy is there for the forty weeks before its day."""
    if person.kind in {"unborn", "loss"}:
        when = person.due or person.died or person.born
        return when is None or when.earliest.toordinal() - PREGNANCY <= day.toordinal()
    return person.born is None or person.born.maybe_by(day)


def _homed(family: Family) -> list[FrozenModel]:
    """Parentages with a home for each child: the one in the file, else the first that held on the day."""
    housed = {link.child for link in family.parentages if link.home}
    found: list[FrozenModel] = []
    for link in family.parentages:
        found.append(link if link.child in housed else link.replaced(home=True))
        housed.add(link.child)
    return found


def _by(when: PartialDate | None, day: date) -> bool:
    return when is None or when.maybe_by(day)


def _left(ids: tuple[str, ...], there: set[str]) -> tuple[str, ...]:
    return tuple(person_id for person_id in ids if person_id in there)


def _begun(parts: tuple[LastingT, ...], day: date) -> list[LastingT]:
    return [part for part in parts if _by(getattr(part, "since", None), day)]


def _going_on(parts: tuple[LastingT, ...], day: date) -> list[LastingT]:
    """Parts that had begun and not surely ended, with an end that was still to come taken away."""
    found = []
    for part in _begun(parts, day):
        until: PartialDate | None = getattr(part, "until", None)
        if until is None:
            found.append(part)
        elif until.latest > day:
            found.append(part.replaced(until=None))
    return found


def _who(part: LastingT, there: set[str]) -> LastingT:
    return part.replaced(who=_left(getattr(part, "who", ()), there))


def _person(person: Person, day: date) -> Person:
    lived = person.died is not None and not person.died.certainly_by(day)
    moves = [
        move.replaced(arrived=move.arrived if _by(move.arrived, day) else None)
        for move in person.migration
        if _by(move.left, day)
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
    changes = tuple(change for change in union.changes if _by(change.date, day))
    to_come = union.until is not None and union.until.latest > day
    return union.replaced(
        changes=changes, until=None if to_come else union.until, ended="" if to_come else union.ended,
        leaver=None if to_come else union.leaver,
    )  # fmt: skip


def _household(household: Household, day: date, there: set[str]) -> Household:
    members = tuple(member for member in _going_on(household.members, day) if member.person in there)
    return household.replaced(members=members)


def _resource(resource: Resource, day: date, there: set[str]) -> Resource:
    links = tuple(link for link in _going_on(resource.links, day) if link.person in there)
    changed = tuple(when for when in resource.workers_changed if _by(when, day))
    return resource.replaced(links=links, workers_changed=changed)


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part that came, went or changed between two families; *fields* are what changed in it."""

    field: str
    part_id: str
    kind: Literal["came", "went", "changed"]
    fields: tuple[str, ...] = ()
    words: str = ""


def part_changes(before: Family, after: Family) -> tuple[PartChange, ...]:
    """What differs from *before* to *after*, part by part, in the model's order."""
    found: list[PartChange] = []
    for field, word in WORDS.items():
        old = {part.id: part for part in getattr(before, field)}
        new = {part.id: part for part in getattr(after, field)}
        for part_id in dict.fromkeys((*old, *new)):
            first, second = old.get(part_id), new.get(part_id)
            if first == second:
                continue
            if first is None:
                found.append(PartChange(field, part_id, "came", words=f"{_called(after, new[part_id], word)}: new"))
            elif second is None:
                found.append(PartChange(field, part_id, "went", words=f"{_called(before, first, word)}: gone"))
            else:
                name = _called(after, second, word)
                changed = tuple(
                    name for name in type(first).model_fields if getattr(first, name) != getattr(second, name)
                )
                fields = ", ".join(name.replace("_", " ") for name in changed)
                found.append(PartChange(field, part_id, "changed", changed, f"{name}: {fields} changed"))
    return tuple(found)


def changes_between(family: Family, earlier: date | str, later: date | str) -> tuple[PartChange, ...]:
    """What differs in *family* between two days."""
    return part_changes(as_at(family, earlier), as_at(family, later))


def _called(family: Family, part: FrozenModel, word: str) -> str:
    name = getattr(part, "name", "") or getattr(part, "what", "")
    if name:
        return f"{word[0].upper()}{word[1:]} {name}"
    ids = [getattr(part, field, ()) for field in ("partners", "child", "parents", "a", "b", "who", "to", "about")]
    people = [person_id for group in ids for person_id in ((group,) if isinstance(group, str) else group or ())]
    return (
        f"{word[0].upper()}{word[1:]} of {', '.join(str(person.short_name) for person in family.index.people(people))}"
    )
