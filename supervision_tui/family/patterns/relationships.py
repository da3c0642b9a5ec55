"""What is between people: cut-offs and triangles (Bowen 1978; Haley 1967; Minuchin 1974), never across a harm flag."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_tui.family.model.ties import Tie
from supervision_tui.family.patterns.context import Look
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.family.patterns.safeguarding import harm_between, harmed, harmful_tie, harming

FAR_APART = frozenset({"distant", "indifferent", "never_met"})
NEAR = 2
"""Steps of kinship within which two years of distance are a question, and a third person is part of it."""

LONG = 24
"""Months."""

SYMPTOMS = frozenset({"illness", "exclusion", "missing", "violence", "school"})
SOON = 183
"""Days after a change between two people within which a child's difficulty may belong to it."""


def cut_off(look: Look) -> Iterator[Pattern]:
    """G-CUTOFF: a cut-off, or close kin far apart for two years or more."""
    for tie in look.family.ties:
        if tie.tone == "cut_off" or _long_apart(look, tie):
            yield _cut_off_pattern(look, tie)


def _long_apart(look: Look, tie: Tie) -> bool:
    long_ago = tie.since is not None and tie.since.latest <= look.months_ago(LONG)
    return tie.kind in FAR_APART and long_ago and look.closeness(tie.a, tie.b) <= NEAR


def _cut_off_pattern(look: Look, tie: Tie) -> Pattern:
    first, second = look.name(tie.a), look.name(tie.b)
    touched = harmed(look.family) | harming(look.family)
    since = f" since {tie.since}" if tie.since else ""
    said = f' ("{tie.words}")' if tie.words else ""
    if _by_law(look, tie):
        questions = (
            f"What has {first} been told of {second}, and {second} of {first}?",
            "Which contact, if any, could be safe and kind, and who would have to agree?",
        )
    elif {tie.a, tie.b} & touched or harmful_tie(look.family, tie.a, tie.b):
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
        f"Shown because the map says they are {word}{since}{said}.",
        (tie.a, tie.b),
        questions,
        facts=(tie.id,),
    )


def _by_law(look: Look, tie: Tie) -> bool:
    """Whether adoption parted the two."""
    return any(
        link.kind == "birth" and any(other.kind == "adopted" for other in look.family.parentages_of(child))
        for child, parent in ((tie.a, tie.b), (tie.b, tie.a))
        for link in look.family.parentages_of(child)
        if parent in link.parents
    )


def triangle(look: Look) -> Iterator[Pattern]:
    """G-TRIANGLE: two in conflict and a third close by; a child between parted parents; a change that a child shows."""
    seen: set[frozenset[str]] = set()
    for found in (*_third_close(look), *_between_parted(look), *_after_change(look)):
        three = frozenset(found.who)
        harm = harm_between(look.family, *found.who) is not None or harmful_tie(look.family, *found.who)
        if len(three) == 3 and three not in seen and not harm:  # noqa: PLR2004 - three people
            seen.add(three)
            yield found


def _third_close(look: Look) -> Iterator[Pattern]:
    for tie in look.family.ties:
        if tie.tone != "tense":
            continue
        ends = {tie.a, tie.b}
        for end in (tie.a, tie.b):
            for other in look.family.ties_of(end):
                third = other.b if other.a == end else other.a
                if other.tone in {"warm", "care"} and third not in ends and _part_of_it(look, third, tie):
                    pair = f"{look.name(tie.a)} and {look.name(tie.b)} are {tie.catalogue.words}"
                    why = f"{pair}, and {look.name(third)} is close to {look.name(end)}"
                    yield _triangle(look, (tie.a, tie.b, third), why, (tie.id, other.id))


def _part_of_it(look: Look, third: str, tie: Tie) -> bool:
    person = look.family.person(third)
    near = max(look.closeness(third, tie.a), look.closeness(third, tie.b)) <= NEAR
    return near and person.alive_at(look.today)


def _between_parted(look: Look) -> Iterator[Pattern]:
    """A child in conflict with one parent who lives with the other, after the two parted."""
    for tie in look.family.ties:
        if tie.tone != "tense":
            continue
        for child, parent in ((tie.a, tie.b), (tie.b, tie.a)):
            for other in look.family.parents_of(child):
                union = look.family.union_of(parent, other.id)
                home = {one.id for one in look.family.living_with(child, look.today)}
                if union is not None and union.over and other.id in home and parent not in home:
                    apart = f"{look.name(child)} is in conflict with {look.name(parent)} and lives with"
                    why = f"{apart} {other.short_name}, and the two parted"
                    yield _triangle(look, (other.id, parent, child), why, (tie.id, union.id))


def _after_change(look: Look) -> Iterator[Pattern]:
    changes = [
        (union.partners, change.date, union.id)
        for union in look.family.unions
        for change in union.changes
        if change.date is not None and len(union.partners) == 2  # noqa: PLR2004 - a couple
    ]
    for event in look.family.events:
        for child in event.who if event.theme in SYMPTOMS and event.date is not None else ():
            parents = {one.id for one in look.family.parents_of(child)}
            for (one, other), when, union_id in changes:
                days = (event.date.middle - when.middle).days if event.date is not None else -1
                if {one, other} & parents and 0 <= days <= SOON:
                    pair = look.names((one, other))
                    why = f'"{event.what}" came within six months of a change between {pair}'
                    yield _triangle(look, (one, other, child), why, (event.id, union_id))


def _triangle(look: Look, who: tuple[str, str, str], why: str, facts: tuple[str, ...]) -> Pattern:
    first, second, third = (look.name(one) for one in who)
    return Pattern(
        "G-TRIANGLE",
        f"{first}, {second} and {third}",
        f"Shown because {why}.",
        who,
        (f"When it is tense between {first} and {second}, what does {third} do, and what does it spare them?",),
        facts=facts,
    )
