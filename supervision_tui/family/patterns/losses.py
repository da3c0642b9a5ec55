"""Losses, and moves between countries: who is missing from the table."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_tui.family.model.persons import Person
from supervision_tui.family.patterns.context import RECENT_LOSS, Look
from supervision_tui.family.patterns.pattern import Pattern


def unspoken_loss(look: Look) -> Iterator[Pattern]:
    """G-LOSS: a death, a lost pregnancy, a child removed or adopted, in the line of a parent."""
    lost: dict[str, Person] = {}
    for parent in look.parents:
        near = [*look.family.index.named(list(look.ancestors(parent.id, 2))), *look.family.siblings_of(parent.id)]
        near += [
            *look.family.partners_of(parent.id),
            *look.family.children_of(parent.id, ("birth", "adopted", "foster")),
        ]
        for person in (parent, *near):
            if _lost_lately(look, person) or _adopted_out(look, person, parent):
                lost[person.id] = person
    if lost:
        names = look.names(lost)
        yield Pattern(
            "G-LOSS",
            f"Losses: {names}",
            f"Shown because in a parent's line these died, were lost before birth, or grew up elsewhere: {names}.",
            tuple(lost),
            ("Who is missing from the table?", f"How {'are' if len(lost) > 1 else 'is'} {names} spoken of?"),
            facts=tuple(
                event.id for event in look.family.events if set(event.who) & set(lost) and event.theme == "death"
            ),
            theme="loss",
        )


def _lost_lately(look: Look, person: Person) -> bool:
    if not person.dead:
        return False
    return person.died is None or look.today.year - person.died.latest.year <= RECENT_LOSS


def _adopted_out(look: Look, person: Person, parent: Person) -> bool:
    links = look.family.parentages_of(person.id)
    return any(link.kind == "adopted" and parent.id not in link.parents for link in links) and any(
        link.kind == "birth" and parent.id in link.parents for link in links
    )


def migration(look: Look) -> Iterator[Pattern]:
    """G-MIGRATE: someone near moved between countries, or parent and child live in different ones."""
    moved_people = {person.id for person in look.family.persons if person.migration}
    moved_people |= {one for event in look.family.events if event.theme == "migration" for one in event.who}
    abroad = {member.person for home in look.family.households if home.kind == "abroad" for member in home.members}
    apart = {
        child.id
        for one in abroad
        for child in look.family.children_of(one)
        if child.id not in abroad and child.alive_at(look.today)
    }
    who = [one.id for one in look.family.persons if one.id in moved_people | apart]
    if not who:
        return
    languages = list(dict.fromkeys(word for one in who for word in look.family.person(one).languages))
    spoken = f" Which language has which feelings: {' or '.join(languages)}?" if len(languages) > 1 else ""
    yield Pattern(
        "G-MIGRATE",
        "Moves between countries",
        f"Shown because {look.names(who)} moved from one country to another, or live apart from a parent who did not.",
        tuple(who),
        (f"Who was left, who was waited for, who went ahead?{spoken}",),
        theme="migration",
    )
