"""What is missing from the map: a side, a parent, a man in the home, a child's voice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from supervision_tui.family.model.persons import Person
from supervision_tui.family.patterns.context import PatternContext
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.family.patterns.safeguarding import harming

ENOUGH_KNOWN = 3
"""Relatives on one side that make an empty other side a question."""

ABSENT_AFTER = 6
"""Months without contact after which a parent counts as not asked."""

SILENT_AFTER = timedelta(weeks=6)
"""Time without a recorded voice after which a child counts as not heard."""

SPOKEN = frozenset({"spoken", "seen_alone", "heard", "written"})
VOICE = frozenset({"seen_alone", "heard", "spoken"})
TOO_YOUNG_TO_SAY = 2
"""Years under which being seen counts as being heard."""


def side_of(context: PatternContext, parent: str) -> frozenset[str]:
    """The known relatives of a parent, without the parent and those who descend from them."""
    family = context.family
    found = set(context.ancestors(parent))
    todo = [parent, *found]
    while todo:
        for child in family.children_of(todo.pop()):
            if child.id not in found and child.id != parent:
                found.add(child.id)
                todo.append(child.id)
    own = {parent}
    todo = [parent]
    while todo:
        below = [child.id for child in family.children_of(todo.pop()) if child.id not in own]
        own.update(below)
        todo += below
    return frozenset(found - own)


def missing_side(context: PatternContext) -> Iterator[Pattern]:
    """G-MISSING: a parent's side with nobody known, or nobody we ever met, beside a side of three or more."""
    seen: set[str] = set()
    for child in context.children:
        parents = [person for person in context.family.parents_of(child.id) if person.human]
        sides = {parent.id: side_of(context, parent.id) for parent in parents}
        for parent in parents:
            known = sides[parent.id]
            most = max((len(side) for other, side in sides.items() if other != parent.id), default=0)
            if parent.id in seen or most < ENOUGH_KNOWN or known & context.contacted_people:
                continue
            seen.add(parent.id)
            yield _side_pattern(context, parent, len(known), most)
        if len(parents) == 1 and len(sides[parents[0].id]) >= ENOUGH_KNOWN and child.id not in seen:
            seen.add(child.id)
            yield _unknown_parent(child, parents[0], len(sides[parents[0].id]))


def _side_pattern(context: PatternContext, parent: Person, known: int, most: int) -> Pattern:
    name = parent.short_name
    children = context.names(context.children_with(parent)) or "the children"
    how = "nobody is known" if not known else f"none of the {known} people known was ever met by us"
    return Pattern(
        "G-MISSING",
        f"{name}'s side is missing",
        f"Shown because on {name}'s side {how}, and on the other side there are {most}.",
        (parent.id,),
        (
            f"We know {known} people on one side and {most} on the other. What keeps {name}'s side off our map?",
            f"Who there may love, or learn to love, {children}?",
        ),
    )


def _unknown_parent(child: Person, parent: Person, most: int) -> Pattern:
    return Pattern(
        "G-MISSING",
        f"Half of {child.short_name}'s family is not known",
        f"Shown because one parent of {child.short_name} is known, and on {parent.short_name}'s side there are {most}.",
        (child.id,),
        (f"What is known, and by whom, of the other half of {child.short_name}'s family? Is it safe to ask?",),
    )


def absent_parent(context: PatternContext) -> Iterator[Pattern]:
    """G-ABSENT: a living parent with whom no contact of ours is recorded for months."""
    lately = context.since(context.months_ago(ABSENT_AFTER))
    for parent in context.parents:
        if parent.id in lately or not parent.human or not parent.alive_at(context.today):
            continue
        name = parent.short_name
        asked = [child for child in context.children_with(parent) if context.can_be_asked(child)]
        wanted = f"What would {context.names(asked)} want us to ask" if asked else "What do we most need to ask"
        safe = f"Is it safe to ask {name}, and who knows? If not, say why and record it."
        plain = f"{wanted} {name}? If it is not safe to ask, say why and record it."
        yield Pattern(
            "G-ABSENT",
            f"{name} has not been asked",
            f"Shown because no contact of ours with {name} is recorded in the last {ABSENT_AFTER} months.",
            (parent.id,),
            (f"Who has spoken with {name}?", safe if parent.id in harming(context.family) else plain),
        )


def men_not_seen(context: PatternContext) -> Iterator[Pattern]:
    """G-MEN: a man in a child's home, or a parent's partner, with whom no conversation is recorded."""
    spoken = context.since(context.today - timedelta(days=365 * 5), kinds=SPOKEN)
    near = {
        person.id for child in context.born_children for person in context.family.living_with(child.id, context.today)
    }
    partners = {
        person.id for parent in context.parents for person in context.family.partners_of(parent.id, current=True)
    }
    near |= partners - {person.id for person in context.parents}
    for man in context.family.index.people(sorted(near)):
        if man.gender == "male" and man.kind == "person" and context.is_adult(man) and man.id not in spoken:
            yield Pattern(
                "G-MEN",
                f"{man.short_name} has not been spoken with",
                f"Shown because {man.short_name} lives in a child's home or is with a parent, "
                "and no conversation with him is recorded.",
                (man.id,),
                (f"What has {man.short_name} told us in person?",),
            )


def silent_child(context: PatternContext) -> Iterator[Pattern]:
    """G-NOVOICE: children whose voice is not recorded in the last six weeks."""
    first = context.today - SILENT_AFTER
    heard = context.since(first, kinds=VOICE) | {
        quote.who for quote in context.family.quotes if quote.date and quote.date.latest >= first
    }
    seen = context.since(first)
    silent = [
        child.id
        for child in context.born_children
        if child.id not in heard and not (child.id in seen and _too_young(context, child))
    ]
    if silent:
        names = context.names(silent)
        yield Pattern(
            "G-NOVOICE",
            f"Not heard lately: {names}",
            f"Shown because no words of theirs and no time alone are recorded in the last six weeks: {names}.",
            tuple(silent),
            ("Whom have we not heard?", f"What would {names} show us, in words, play or silence?"),
        )


def _too_young(context: PatternContext, child: Person) -> bool:
    ages = child.ages_at(context.today)
    return ages is not None and ages[1] < TOO_YOUNG_TO_SAY
