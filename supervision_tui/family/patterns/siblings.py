"""Brothers and sisters: the place among them, those who live elsewhere, names handed on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.model.persons import Person
from supervision_tui.family.patterns.context import Look
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.text_folding import name_key

GAP = 7
"""Years between neighbours among siblings that set them apart."""

IN_CARE = frozenset({"ICO", "CO", "S20", "LAC", "CIC", "FC", "RES", "SEC", "YOI", "K", "SGO", "AO", "PO", "CAO", "KCO"})
_BY_BIRTH: tuple[ParentageKind, ...] = ("birth",)
AWAY = frozenset({"adopted", "foster", "kinship", "guardianship"})


def place_among_siblings(look: Look) -> Iterator[Pattern]:
    """G-ORDER: the eldest of three or more beside an adult's difficulty; an only child; a gap of seven years."""
    for child in look.born_children:
        siblings = [
            one for one in look.family.siblings_of(child.id) if one.kind == "person" and one.born and not one.dead
        ]
        if child.born is None:
            continue
        younger = [one for one in siblings if one.born and child.born.surely_before(one.born)]
        trouble = _adult_difficulty(look, child)
        if len(younger) >= 2 and len(younger) == len(siblings) and trouble:  # noqa: PLR2004 - two younger
            yield _order(
                look, child, f"{child.short_name} is the eldest of {len(siblings) + 1}, and {trouble}", "the eldest"
            )
        elif not siblings and look.family.parents_of(child.id):
            yield _order(look, child, f"no brother or sister of {child.short_name} is known", "the only one")
        elif _apart(child, siblings):
            yield _order(
                look,
                child,
                f"{child.short_name} is {GAP} years or more from the next of the siblings",
                "far in age from the others",
            )


def _apart(child: Person, siblings: list[Person]) -> bool:
    born = sorted((one.born.middle, one.id) for one in (child, *siblings) if one.born)
    near = [
        (later - earlier).days for (earlier, first), (later, second) in pairwise(born) if child.id in {first, second}
    ]
    return bool(near) and min(near) >= GAP * 365


def _adult_difficulty(look: Look, child: Person) -> str:
    """What lies with the grown-ups, in words; empty where nothing is known."""
    caring = next((tie for tie in look.family.ties_of(child.id) if tie.kind == "caretaker" and tie.a == child.id), None)
    if caring is not None:
        return f"takes care of {look.name(caring.b)}"
    for parent in look.family.parents_of(child.id):
        if parent.dead:
            return f"{parent.short_name} has died"
        marks = [mark.name for mark in parent.health if mark.status == "active"]
        if marks:
            return f"{parent.short_name} has a difficulty ({', '.join(marks)})"
        if not look.family.homes_of(parent.id, look.today):
            return f"it is not known where {parent.short_name} lives"
    flag = next((one for one in look.family.harm_flags if child.id in one.to), None)
    return "harm is flagged" if flag is not None else ""


def _order(look: Look, child: Person, why: str, place: str) -> Pattern:
    return Pattern(
        "G-ORDER",
        f"{child.short_name}: {place}",
        f"Shown because {why}.",
        (child.id,),
        (f"Which jobs come with being {place}? Who looks after {look.name(child.id)}?",),
    )


def living_elsewhere(look: Look) -> Iterator[Pattern]:
    """G-REMOVED: a brother or sister adopted, in care, or with kin, away from a child in focus."""
    found: dict[str, list[str]] = defaultdict(list)
    for child in look.born_children:
        with_child = {one.id for one in look.family.living_with(child.id, look.today)}
        for sibling in look.family.siblings_of(child.id):
            if sibling.id not in with_child and not sibling.dead and _elsewhere(look, sibling):
                found[sibling.id].append(child.id)
    for sibling_id, children in found.items():
        name = look.name(sibling_id)
        parents = look.names(
            one.id for one in look.family.parents_of(sibling_id, _BY_BIRTH) if one.alive_at(look.today)
        )
        yield Pattern(
            "G-REMOVED",
            f"{name} lives elsewhere",
            f"Shown because {name} grows up apart from {look.names(children)}.",
            (sibling_id, *children),
            (
                f"What {'does' if len(children) == 1 else 'do'} {look.names(children)} know of {name}?",
                f"What {'do' if ' and ' in parents else 'does'} {parents} need to grieve?"
                if parents
                else "Who grieves?",
            ),
        )


def _elsewhere(look: Look, sibling: Person) -> bool:
    by_parentage = any(link.kind in AWAY and link.until is None for link in look.family.parentages_of(sibling.id))
    return by_parentage or any(status.code in IN_CARE and status.until is None for status in sibling.statuses)


def names_handed_on(look: Look) -> Iterator[Pattern]:
    """G-NAME: the same given or middle name in two generations of one line; the family name is not looked at."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for person in look.family.persons:
        if person.kind == "person":
            words = re.sub(r"\(.*?\)", "", person.name).split()
            for given in words[:-1] if len(words) > 1 else words:
                bearers[name_key(given)].append(person.id)
    for given, people in bearers.items():
        for group in look.lines(people):
            youngest = group[-1]
            yield Pattern(
                "G-NAME",
                f"The name {given.title()}",
                f"Shown because {look.names(group)} bear the name {given.title()}.",
                group,
                (f"Who chose {look.name(youngest)}'s name? What does the name ask of its bearer?",),
            )
