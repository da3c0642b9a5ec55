"""From what was told to a family, and to the parts that each sentence made or changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from supervision_tui.family.model.events import Event
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.households import Household, Membership
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.persons import HealthMark, Person
from supervision_tui.family.model.resources import Resource, ResourceLink
from supervision_tui.family.model.ties import Tie
from supervision_tui.family.model.unions import Union
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_homes import members_of
from supervision_tui.family.narrative.draft_people import Fact
from supervision_tui.family.shorthand.parts import free_id

_HOME_NAMES = {
    "foster_home": "Foster home",
    "kinship_home": "Kinship home",
    "prison": "Prison",
    "hospital": "Hospital",
    "refuge": "Refuge",
    "hostel": "Hostel",
    "childrens_home": "Children's home",
    "institution": "Care home",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of a family as they stand at the end, each kind in the order told."""

    persons: tuple[Person, ...] = ()
    unions: tuple[Union, ...] = ()
    parentages: tuple[Parentage, ...] = ()
    households: tuple[Household, ...] = ()
    ties: tuple[Tie, ...] = ()
    events: tuple[Event, ...] = ()
    resources: tuple[Resource, ...] = ()


def family_of(draft: Draft) -> Family:
    """The family with everything that was told."""
    before = draft.family
    made = family_parts(draft)
    focus = before.focus or tuple(
        somebody
        for somebody in draft.persons
        if (age := draft.age(somebody)) is not None
        and age < 18  # noqa: PLR2004
        and draft.human(somebody)
        and draft.links(somebody)
    )
    return before.replaced(
        persons=made.persons,
        unions=made.unions,
        parentages=made.parentages,
        households=made.households,
        ties=(*before.ties, *made.ties),
        events=(*before.events, *made.events),
        resources=(*before.resources, *made.resources),
        focus=focus,
    )


def family_parts(draft: Draft) -> Parts:
    """Everything told, as parts; people, unions, parentages and homes that were there before are among them."""
    taken = {part.id for part in (*draft.family.ties, *draft.family.events, *draft.family.resources)}
    free = next(number for number in count(1) if not any(part_id.startswith(f"told-{number}.") for part_id in taken))
    persons = tuple(_person(draft, somebody) for somebody in draft.persons)
    unions = tuple(
        Union.model_validate({"id": f"u.{'.'.join(pair).strip('.')}"[:60], **fields})
        for pair, fields in draft.unions.items()
    )
    return Parts(
        persons=persons,
        unions=unions,
        parentages=tuple(_parentage(draft, link, at) for at, link in enumerate(draft.parentages) if link["parents"]),
        households=tuple(_household(draft, home, at) for at, home in enumerate(draft.homes) if home["members"]),
        ties=tuple(
            Tie.model_validate({"id": f"told-{free}.tie-{at}", **tie})
            for at, tie in enumerate(draft.ties, 1)
            if tie["a"] != tie["b"]
        ),
        events=tuple(
            Event.model_validate({"id": f"told-{free}.event-{at}", **event}) for at, event in enumerate(draft.events, 1)
        ),
        resources=tuple(_resource(resource, taken) for resource in draft.resources.values()),
    )


def _person(draft: Draft, somebody: str) -> Person:
    fields = {
        name: value
        for name, value in draft.persons[somebody].items()
        if name in Person.model_fields and value not in ("", None)
    }
    if fields.get("kind") == "unknown" and fields.get("name") != "?":
        fields.pop("kind")
    health = fields.get("health")
    if isinstance(health, tuple):
        fields["health"] = tuple(
            mark if isinstance(mark, HealthMark) else HealthMark.model_validate(mark) for mark in health
        )
    if fields.get("died"):
        fields.pop("deceased", None)
    return Person.model_validate(fields)


def _parentage(draft: Draft, link: dict[str, object], at: int) -> Parentage:
    child, kind = str(link["child"]), str(link["kind"])
    fields = {"id": f"{child}-{kind}-{at}"[:60], **{name: value for name, value in link.items() if name != "sentence"}}
    label = draft.twins.get(child)
    if label and kind in {"birth", "adopted"}:
        fields["twins"] = label[:60]
    return Parentage.model_validate(fields)


def _household(draft: Draft, home: dict[str, object], at: int) -> Household:
    living_there = members_of(home)
    members = tuple(_member(living_there[somebody]) for somebody in living_there if somebody in draft.persons)
    before = home.get("part")
    if isinstance(before, Household):
        past = tuple(member for member in before.members if member.until is not None)
        return before if {*past, *members} == {*before.members} else before.replaced(members=(*past, *members))
    kind, people = str(home["kind"]), [member.person for member in members]
    name = str(_HOME_NAMES.get(kind) or f"Home of {' and '.join(draft.name(somebody) for somebody in people[:2])}")
    return Household(
        id=free_id(f"home {at + 1}", {part.id for part in draft.family.households}),
        name=name,
        kind=kind,
        members=members,
    )


def _member(member: object) -> Membership:
    return member if isinstance(member, Membership) else Membership.model_validate(member)


def _resource(resource: dict[str, object], taken: set[str]) -> Resource:
    resource_id = free_id(str(resource["name"]), taken)
    taken.add(resource_id)
    people = resource["people"] if isinstance(resource["people"], tuple) else ()
    return Resource.model_validate(
        {
            "id": resource_id,
            "kind": resource["kind"],
            "name": resource["name"],
            "links": tuple(
                ResourceLink(person=somebody, frequency=str(resource.get("frequency") or "")) for somebody in people
            ),
        }
    )


def parts_of(made: Parts, facts: list[Fact]) -> Parts:
    """Of everything *made*, what these *facts* of one sentence are about."""
    people = {fact.key[0] for fact in facts if fact.kind in {"person", "note"}}
    unions = {frozenset(filter(None, fact.key)) for fact in facts if fact.kind == "union"}
    links = {fact.key for fact in facts if fact.kind == "parent"}
    ties = {fact.key for fact in facts if fact.kind == "tie"}
    events = {f".event-{int(fact.key[0]) + 1}" for fact in facts if fact.kind == "event"}
    homes = {somebody for fact in facts if fact.kind == "home" for somebody in fact.key}
    resources = {fact.key[0] for fact in facts if fact.kind == "resource"}
    return Parts(
        persons=tuple(person for person in made.persons if person.id in people),
        unions=tuple(union for union in made.unions if frozenset(union.partners) in unions),
        parentages=tuple(
            link for link in made.parentages if any((parent, link.child, link.kind) in links for parent in link.parents)
        ),
        households=tuple(home for home in made.households if homes & {member.person for member in home.members}),
        ties=tuple(tie for tie in made.ties if (tie.a, tie.b, tie.kind) in ties),
        events=tuple(event for event in made.events if event.id[event.id.index(".event") :] in events),
        resources=tuple(resource for resource in made.resources if resource.name in resources),
    )
