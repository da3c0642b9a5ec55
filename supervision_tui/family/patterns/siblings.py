"""Brothers and sisters: the place among them, those who live elsewhere, names handed on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from supervision_tui.family.model.parentages import DESCENT
from supervision_tui.family.model.persons import NAME_NOT_KNOWN, Person
from supervision_tui.family.patterns.context import PatternContext
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.text_folding import name_key

GAP = 7
"""Years between neighbours among siblings that set them apart."""

IN_CARE = frozenset({"ICO", "CO", "S20", "LAC", "CIC", "FC", "RES", "SEC", "YOI", "K", "SGO", "AO", "PO", "CAO", "KCO"})
AWAY = frozenset({"adopted", "foster", "kinship", "guardianship"})


def place_among_siblings(context: PatternContext) -> Iterator[Pattern]:
    """G-ORDER: the eldest of three or more beside an adult's difficulty; an only child; a gap of seven years."""
    for child in context.born_children:
        siblings = [
            person
            for person in context.family.siblings_of(child.id)
            if person.kind == "person" and person.born and not person.dead
        ]
        if child.born is None:
            continue
        younger = [
            person_id for person_id in siblings if person_id.born and child.born.certainly_before(person_id.born)
        ]
        trouble = _adult_difficulty(context, child)
        if len(younger) >= 2 and len(younger) == len(siblings) and trouble:  # noqa: PLR2004 - two younger
            yield _order(
                context, child, f"{child.short_name} is the eldest of {len(siblings) + 1}, and {trouble}", "the eldest"
            )
        elif not siblings and context.family.parents_of(child.id):
            yield _order(context, child, f"no brother or sister of {child.short_name} is known", "the only one")
        elif _apart(child, siblings):
            yield _order(
                context,
                child,
                f"{child.short_name} is {GAP} years or more from the next of the siblings",
                "far in age from the others",
            )


def _apart(child: Person, siblings: list[Person]) -> bool:
    born = sorted((person_id.born.middle, person_id.id) for person_id in (child, *siblings) if person_id.born)
    near = [
        (later - earlier).days for (earlier, first), (later, second) in pairwise(born) if child.id in {first, second}
    ]
    return bool(near) and min(near) >= GAP * 365


def _adult_difficulty(context: PatternContext, child: Person) -> str:
    """What lies with the grown-ups, in words; empty where nothing is known."""
    caring = next(
        (tie for tie in context.family.ties_of(child.id) if tie.kind == "caretaker" and tie.a == child.id), None
    )
    if caring is not None:
        return f"takes care of {context.name(caring.b)}"
    for parent in context.family.parents_of(child.id):
        if parent.dead:
            return f"{parent.short_name} has died"
        marks = [mark.name for mark in parent.health if mark.status == "active"]
        if marks:
            return f"{parent.short_name} has a difficulty ({', '.join(marks)})"
        if not context.family.homes_of(parent.id, context.today):
            return f"it is not known where {parent.short_name} lives"
    flag = next((flag for flag in context.family.harm_flags if child.id in flag.to), None)
    return "harm is flagged" if flag is not None else ""


def _order(context: PatternContext, child: Person, why: str, place: str) -> Pattern:
    return Pattern(
        "G-ORDER",
        f"{child.short_name}: {place}",
        f"Shown because {why}.",
        (child.id,),
        (f"Which jobs come with being {place}? Who looks after {context.name(child.id)}?",),
    )


def living_elsewhere(context: PatternContext) -> Iterator[Pattern]:
    """G-REMOVED: a brother or sister adopted, in care, or with kin, away from a child in focus."""
    found: dict[str, list[str]] = defaultdict(list)
    for child in context.born_children:
        with_child = {person.id for person in context.family.living_with(child.id, context.today)}
        for sibling in context.family.siblings_of(child.id):
            if sibling.id not in with_child and not sibling.dead and _elsewhere(context, sibling):
                found[sibling.id].append(child.id)
    for sibling_id, children in found.items():
        name = context.name(sibling_id)
        parents = context.names(
            person.id for person in context.family.parents_of(sibling_id, DESCENT) if person.alive_at(context.today)
        )
        yield Pattern(
            "G-REMOVED",
            f"{name} lives elsewhere",
            f"Shown because {name} grows up apart from {context.names(children)}.",
            (sibling_id, *children),
            (
                f"What {'does' if len(children) == 1 else 'do'} {context.names(children)} know of {name}?",
                f"What {'do' if ' and ' in parents else 'does'} {parents} need to grieve?"
                if parents
                else "Who grieves?",
            ),
        )


def _elsewhere(context: PatternContext, sibling: Person) -> bool:
    by_parentage = any(link.kind in AWAY and link.until is None for link in context.family.parentages_of(sibling.id))
    return by_parentage or any(status.code in IN_CARE and status.until is None for status in sibling.statuses)


def repeated_names(context: PatternContext) -> Iterator[Pattern]:
    """G-NAME: the same given or middle name in two generations of one line; the family name is not looked at."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for person in context.family.persons:
        if person.kind == "person" and not person.unnamed and NAME_NOT_KNOWN not in person.name:
            words = re.sub(r"\(.*?\)", "", person.name).split()
            for given in words[:-1] if len(words) > 1 else words:
                bearers[name_key(given)].append(person.id)
    for given, people in bearers.items():
        for group in context.lines(people):
            youngest = group[-1]
            yield Pattern(
                "G-NAME",
                f"The name {given.title()}",
                f"Shown because {context.names(group)} bear the name {given.title()}.",
                group,
                (f"Who chose {context.name(youngest)}'s name? What does the name ask of its bearer?",),
            )
