"""Homes: moves, two homes, someone new, a baby to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from supervision_tui.family.dates import date_in_words
from supervision_tui.family.dates.span import moved
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.persons import Person
from supervision_tui.family.patterns.context import PatternContext
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.family.patterns.safeguarding import harming

MANY_MOVES = 3
MOVES_WITHIN = 24
"""Months."""
NEW_WITHIN = 12
"""Months."""


def household_change(context: PatternContext) -> Iterator[Pattern]:
    """G-HOUSEHOLD: three moves in two years, or two homes at once."""
    for child in context.born_children:
        moves = _moves(context, child)
        homes = [home for home, _ in context.family.homes_of(child.id, context.today)]
        why = []
        if len(moves) >= MANY_MOVES:
            why.append(f"{child.short_name} has moved {len(moves)} times in {MOVES_WITHIN} months")
        if len(homes) > 1:
            why.append(f"{child.short_name} has {len(homes)} homes")
        if why:
            yield Pattern(
                "G-HOUSEHOLD",
                f"{child.short_name}'s homes",
                f"Shown because {' and '.join(why)}.",
                (child.id,),
                (f"Draw a week in {child.short_name}'s life by bed. Who decides?",),
                facts=tuple(home.id for home in homes),
            )


def _moves(context: PatternContext, child: Person) -> set[date]:
    """Days on which a home began within the time, not the one the child was born into."""
    first = moved(context.today, -MOVES_WITHIN)
    begun = [member.since for _, member in context.family.index.homes.get(child.id, ()) if member.since is not None]
    return {
        since.earliest
        for since in begun
        if since.latest >= first
        and since.earliest <= context.today
        and (child.born is None or child.born.certainly_before(since))
    }


def new_adult(context: PatternContext) -> Iterator[Pattern]:
    """G-NEW: a parent's partner, or a grown-up in a child's home, since less than a year."""
    first = moved(context.today, -NEW_WITHIN)
    found: dict[str, str] = {}
    for parent in context.parents:
        for union in context.family.unions_of(parent.id):
            other = union.other(parent.id)
            if (
                other
                and not union.over
                and union.since
                and first <= union.since.latest
                and union.since.maybe_by(context.today)
            ):
                found[other] = f"with {parent.short_name} since {union.since}"
    for child in context.born_children:
        for home, _ in context.family.homes_of(child.id, context.today):
            for member in home.members:
                if member.since and member.since.latest >= first and member.at(context.today):
                    found.setdefault(member.person, f"in {home.name} since {member.since}")
    parents = {person.id for person in context.parents}
    for person in context.family.index.people(list(found)):
        if person.id in parents or person.kind == "professional" or not context.is_adult(person):
            continue
        child_names = context.names(child.id for child in context.born_children)
        yield Pattern(
            "G-NEW",
            f"{person.short_name} is new",
            f"Shown because {person.short_name} is {found[person.id]}.",
            (person.id,),
            (
                f"What have {child_names} said about {person.short_name}?",
                f"What do we know that {person.short_name} told us?",
            ),
        )


def baby_expected(context: PatternContext) -> Iterator[Pattern]:
    """G-UNBORN: a pregnancy."""
    for baby in context.family.persons:
        if baby.kind != "unborn" or baby.dead:
            continue
        parents = context.names(parent.id for parent in expecting_parents(context.family, baby.id)) or "this family"
        due = f", due {date_in_words(baby.due)}" if baby.due else ""
        yield Pattern(
            "G-UNBORN",
            "A baby is expected",
            f"Shown because {parents} {'expect' if ' and ' in parents else 'expects'} a baby{due}.",
            (baby.id,),
            _baby_questions(context, baby),
        )


def expecting_parents(family: Family, baby_id: str) -> tuple[Person, ...]:
    """Parents of an unborn child who may be said to expect it: nobody in doubt, and nobody who harms."""
    doubted: set[str] = set()
    for link in family.parentages_of(baby_id):
        if link.doubted_parents:
            doubted |= set(link.doubted_parents)
        elif link.doubted:
            doubted |= {parent for parent in link.parents if family.person(parent).gender != "female"}
    unsaid = doubted | harming(family)
    return tuple(parent for parent in family.parents_of(baby_id) if parent.id not in unsaid)


def _baby_questions(context: PatternContext, baby: Person) -> tuple[str, ...]:
    if {person.id for person in context.family.parents_of(baby.id)} & harming(context.family):
        return (
            "What has changed in the pattern of harm since the pregnancy began, and what keeps mother and baby safe?",
        )
    return ("What does each person hope for when the baby comes?",)
