"""What is between people: cut-offs and triangles (Bowen 1978; Haley 1967; Minuchin 1974), never across a harm flag."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_tui.family.model.parentages import DESCENT
from supervision_tui.family.model.ties import Tie
from supervision_tui.family.patterns.context import PatternContext
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.family.patterns.safeguarding import harm_between, harmed, harmful_tie, harming

FAR_APART = frozenset({"distant", "indifferent", "never_met"})
NEAR = 2
"""Steps of kinship within which two years of distance are a question, and a third person is part of it."""

LONG = 24
"""Months."""

SYMPTOMS = frozenset({"illness", "exclusion", "missing", "violence", "school"})
HALF_A_YEAR = 183
"""Days after a change between two people within which a child's difficulty may belong to it."""


def cut_off(context: PatternContext) -> Iterator[Pattern]:
    """G-CUTOFF: a cut-off, or close kin far apart for two years or more."""
    for tie in context.family.ties:
        if tie.tone == "cut_off" or _long_apart(context, tie):
            yield _cut_off_pattern(context, tie)


def _long_apart(context: PatternContext, tie: Tie) -> bool:
    long_ago = tie.since is not None and tie.since.latest <= context.months_ago(LONG)
    return tie.kind in FAR_APART and long_ago and context.closeness(tie.a, tie.b) <= NEAR


def _cut_off_pattern(context: PatternContext, tie: Tie) -> Pattern:
    first, second = context.name(tie.a), context.name(tie.b)
    touched = harmed(context.family) | harming(context.family)
    since = f" since {tie.since}" if tie.since else ""
    quoted = f' ("{tie.words}")' if tie.words else ""
    if _by_law(context, tie):
        questions = (
            f"What has {first} been told of {second}, and {second} of {first}?",
            "Which contact, if any, could be safe and kind, and who would have to agree?",
        )
    elif {tie.a, tie.b} & touched or harmful_tie(context.family, tie.a, tie.b):
        questions = (
            f"Is the distance between {first} and {second} keeping someone safe, or were they cut off by force?",
            "Who decided it, whom does it serve, and who could still carry a message safely?",
        )
    else:
        questions = (
            f"When did {first} and {second} stop? Who still carries messages?",
            "What would be lost and gained if it thawed? Is it keeping someone safe?",
        )
    word = "cut off" if tie.tone == "cut_off" else "far apart"
    return Pattern(
        "G-CUTOFF",
        f"{first} and {second}: {word}",
        f"Shown because the map says they are {word}{since}{quoted}.",
        (tie.a, tie.b),
        questions,
        facts=(tie.id,),
    )


def _by_law(context: PatternContext, tie: Tie) -> bool:
    """Whether adoption parted the two."""
    return any(
        link.kind in DESCENT and any(other.kind == "adopted" for other in context.family.parentages_of(child))
        for child, parent in ((tie.a, tie.b), (tie.b, tie.a))
        for link in context.family.parentages_of(child)
        if parent in link.parents
    )


def triangle(context: PatternContext) -> Iterator[Pattern]:
    """G-TRIANGLE: two in conflict and a third close by; a child between parted parents; a change that a child shows."""
    seen: set[frozenset[str]] = set()
    for pattern in (*_third_close(context), *_between_parted(context), *_after_change(context)):
        three = frozenset(pattern.who)
        harm = harm_between(context.family, *pattern.who) is not None or harmful_tie(context.family, *pattern.who)
        if len(three) == 3 and three not in seen and not harm:  # noqa: PLR2004 - three people
            seen.add(three)
            yield pattern


def _third_close(context: PatternContext) -> Iterator[Pattern]:
    for tie in context.family.ties:
        if tie.tone != "tense":
            continue
        ends = {tie.a, tie.b}
        for end in (tie.a, tie.b):
            for other in context.family.ties_of(end):
                third = other.b if other.a == end else other.a
                if other.tone in {"warm", "care"} and third not in ends and _part_of_it(context, third, tie):
                    pair = f"{context.name(tie.a)} and {context.name(tie.b)} are {tie.catalogue.words}"
                    why = f"{pair}, and {context.name(third)} is close to {context.name(end)}"
                    yield _triangle(context, (tie.a, tie.b, third), why, (tie.id, other.id))


def _part_of_it(context: PatternContext, third: str, tie: Tie) -> bool:
    person = context.family.person(third)
    near = max(context.closeness(third, tie.a), context.closeness(third, tie.b)) <= NEAR
    return near and person.alive_at(context.today)


def _between_parted(context: PatternContext) -> Iterator[Pattern]:
    """A child in conflict with one parent who lives with the other, after the two parted."""
    for tie in context.family.ties:
        if tie.tone != "tense":
            continue
        for child, parent in ((tie.a, tie.b), (tie.b, tie.a)):
            for other in context.family.parents_of(child):
                union = context.family.union_of(parent, other.id)
                home = {person.id for person in context.family.living_with(child, context.today)}
                if union is not None and union.over and other.id in home and parent not in home:
                    apart = f"{context.name(child)} is in conflict with {context.name(parent)} and lives with"
                    why = f"{apart} {other.short_name}, and the two parted"
                    yield _triangle(context, (other.id, parent, child), why, (tie.id, union.id))


def _after_change(context: PatternContext) -> Iterator[Pattern]:
    changes = [
        (union.partners, change.date, union.id)
        for union in context.family.unions
        for change in union.changes
        if change.date is not None and len(union.partners) == 2  # noqa: PLR2004 - a couple
    ]
    for event in context.family.events:
        for child in event.who if event.theme in SYMPTOMS and event.date is not None else ():
            parents = {person.id for person in context.family.parents_of(child)}
            for (first, second), when, union_id in changes:
                days = (event.date.middle - when.middle).days if event.date is not None else -1
                if {first, second} & parents and 0 <= days <= HALF_A_YEAR:
                    pair = context.names((first, second))
                    why = f'"{event.what}" came within six months of a change between {pair}'
                    yield _triangle(context, (first, second, child), why, (event.id, union_id))


def _triangle(context: PatternContext, who: tuple[str, str, str], why: str, facts: tuple[str, ...]) -> Pattern:
    first, second, third = (context.name(person_id) for person_id in who)
    return Pattern(
        "G-TRIANGLE",
        f"{first}, {second} and {third}",
        f"Shown because {why}.",
        who,
        (f"When it is tense between {first} and {second}, what does {third} do, and what does it spare them?",),
        facts=facts,
    )
