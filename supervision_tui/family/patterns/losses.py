"""Losses, and moves between countries: who is missing from the table."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_tui.family.model.parentages import DESCENT, LASTING
from supervision_tui.family.model.persons import Person
from supervision_tui.family.patterns.context import RECENT_LOSS, PatternContext
from supervision_tui.family.patterns.pattern import Pattern


def unspoken_loss(context: PatternContext) -> Iterator[Pattern]:
    """G-LOSS: a death, a lost pregnancy, a child removed or adopted, in the line of a parent."""
    lost: dict[str, Person] = {}
    for parent in context.parents:
        near = [
            *context.family.index.people(list(context.ancestors(parent.id, 2))),
            *context.family.siblings_of(parent.id),
        ]
        near += [
            *context.family.partners_of(parent.id),
            *context.family.children_of(parent.id, (*LASTING, "foster")),
        ]
        for person in (parent, *near):
            if _lost_lately(context, person) or _adopted_out(context, person, parent):
                lost[person.id] = person
    if lost:
        names = context.names(lost)
        yield Pattern(
            "G-LOSS",
            f"Losses: {names}",
            f"Shown because in a parent's line these died, were lost before birth, or grew up elsewhere: {names}.",
            tuple(lost),
            ("Who is missing from the table?", f"How {'are' if len(lost) > 1 else 'is'} {names} spoken of?"),
            facts=tuple(
                event.id for event in context.family.events if set(event.who) & set(lost) and event.theme == "death"
            ),
            theme="loss",
        )


def _lost_lately(context: PatternContext, person: Person) -> bool:
    if not person.dead:
        return False
    return person.died is None or context.today.year - person.died.latest.year <= RECENT_LOSS


def _adopted_out(context: PatternContext, person: Person, parent: Person) -> bool:
    links = context.family.parentages_of(person.id)
    return any(link.kind == "adopted" and parent.id not in link.parents for link in links) and any(
        link.kind in DESCENT and parent.id in link.parents for link in links
    )


def migration(context: PatternContext) -> Iterator[Pattern]:
    """G-MIGRATE: someone near moved between countries, or parent and child live in different ones."""
    moved_people = {person.id for person in context.family.persons if person.migration}
    moved_people |= {
        person_id for event in context.family.events if event.theme == "migration" for person_id in event.who
    }
    abroad = {member.person for home in context.family.households if home.kind == "abroad" for member in home.members}
    apart = {
        child.id
        for move in abroad
        for child in context.family.children_of(move)
        if child.id not in abroad and child.alive_at(context.today)
    }
    who = [person.id for person in context.family.persons if person.id in moved_people | apart]
    if not who:
        return
    languages = list(dict.fromkeys(word for person_id in who for word in context.family.person(person_id).languages))
    spoken = f" Which language has which feelings: {' or '.join(languages)}?" if len(languages) > 1 else ""
    yield Pattern(
        "G-MIGRATE",
        "Moves between countries",
        f"Shown because {context.names(who)} moved from one country to another, or live apart from a parent who did "
        "not.",
        tuple(who),
        (f"Who was left, who was waited for, who went ahead?{spoken}",),
        theme="migration",
    )
