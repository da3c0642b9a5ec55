"""The world round the family: too few to call on, too many professionals, a carer who carries much."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.model.persons import Person
from supervision_tui.family.patterns.context import PatternContext
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.family.patterns.safeguarding import harming

ENOUGH_SUPPORT = 3
MANY_AGENCIES = 7
MANY_CHANGES = 3
OLD = 65
"""Years."""
CARED_FOR: tuple[ParentageKind, ...] = ("foster", "kinship", "guardianship")


def sparse_network(context: PatternContext) -> Iterator[Pattern]:
    """G-ALONE: fewer than three warm lines from a child's home to grown-ups outside it."""
    done: set[str] = set()
    for child in context.born_children:
        home = context.family.household_of(child.id, context.today)
        if home is None or home.id in done:
            continue
        done.add(home.id)
        inside = {member.person for member in home.members if member.at(context.today)}
        if len(support(context, inside)) < ENOUGH_SUPPORT:
            found = support(context, inside)
            names = f": {', '.join(found)}" if found else ""
            there = [person for person in context.born_children if person.id in inside]
            yield Pattern(
                "G-ALONE",
                f"Few to call on: {home.name if home.safe_to_record else 'one home'}",
                f"Shown because {_count(len(found))} out of this home to grown-ups{names}.",
                tuple(child.id for child in there),
                ("Who could be called at two in the morning?", "Who once was close?"),
            )


def _count(lines: int) -> str:
    return "one warm line leads" if lines == 1 else f"{lines or 'no'} warm lines lead"


def support(context: PatternContext, inside: set[str]) -> tuple[str, ...]:
    """Names of living grown-ups outside with a warm line inwards, and of strong links to what is not an agency."""
    found: dict[str, None] = {}
    for person_id in sorted(inside):
        for tie in context.family.ties_of(person_id):
            other = context.family.person(tie.b if tie.a == person_id else tie.a)
            warm = tie.tone == "warm" or (tie.tone in {"plain", "care"} and tie.strength > 1)
            if warm and other.id not in inside and context.is_adult(other) and other.id not in harming(context.family):
                found[str(other.short_name)] = None
    for resource in context.family.resources:
        if not resource.formal and any(link.person in inside and link.strength == "strong" for link in resource.links):
            found[str(resource.name)] = None
    return tuple(found)


def many_professionals(context: PatternContext) -> Iterator[Pattern]:
    """G-PROF: more than seven agencies, or three changes of worker in a year."""
    agencies = [
        resource
        for resource in context.family.resources
        if resource.formal and (resource.until is None or not resource.until.certainly_by(context.today))
    ]
    changed = [resource for resource in context.family.resources for _change in resource.worker_changes(context.today)]
    if len(agencies) <= MANY_AGENCIES and len(changed) < MANY_CHANGES:
        return
    why = f"{len(agencies)} agencies are part of the map" if len(agencies) > MANY_AGENCIES else ""
    change = f"a worker changed {len(changed)} times in a year" if len(changed) >= MANY_CHANGES else ""
    yield Pattern(
        "G-PROF",
        "Many professionals",
        f"Shown because {' and '.join(filter(None, (why, change)))}.",
        tuple(person.id for person in context.children),
        ("What is it like to tell the story again?", "Whom could we take away?"),
        facts=tuple(dict.fromkeys(resource.id for resource in (*agencies, *changed))),
    )


def carer_strain(context: PatternContext) -> Iterator[Pattern]:
    """G-CARER-AGE: a carer of 65 or more, or one who cares for two generations."""
    carers = dict.fromkeys(
        carer
        for child in context.born_children
        for link in context.family.parentages_of(child.id)
        if link.kind in CARED_FOR and not (link.until and link.until.certainly_by(context.today))
        for carer in link.parents
    )
    for carer in context.family.index.people(list(carers)):
        if not carer.alive_at(context.today):
            continue
        why = _strain(context, carer)
        if why:
            yield Pattern(
                "G-CARER-AGE",
                f"Who looks after {carer.short_name}?",
                f"Shown because {why}.",
                (carer.id,),
                (f"Who looks after {carer.short_name}?", "What is plan B, and does the child know it?"),
            )


def _strain(context: PatternContext, carer: Person) -> str:
    ages = carer.ages_at(context.today)
    if ages is not None and ages[0] >= OLD:
        return f"{carer.short_name} is {ages[0]} and cares for a child"
    young = {person.id for person in context.family.children_of(carer.id, CARED_FOR)}
    others = {tie.b for tie in context.family.ties_of(carer.id) if tie.kind == "caretaker" and tie.a == carer.id}
    elders = [
        elder
        for elder in sorted(others - young)
        if context.in_line(carer.id, elder) or context.is_adult(context.family.person(elder))
    ]
    if young and elders:
        return f"{carer.short_name} cares for {context.names(sorted(young))} and for {context.names(elders)}"
    return ""
