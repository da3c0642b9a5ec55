"""About which child a prompt may be asked: from which age to which, and only where the family's data say that it is so.

Nothing is presumed: where an age or a fact is not known, a prompt that needs it is not offered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from supervision_tui.family import Family, Person
from supervision_tui.family.kinship import kin_of
from supervision_tui.practice.library import Condition, Prompt

IN_CARE = frozenset({"CO", "ICO", "EPO", "PP", "S20", "LAC", "CIC", "FC", "K", "RES", "SEC", "PO", "CSO", "KCO"})
"""Status codes of a child who lives in the care of an authority, or away from the parents by its doing."""
TALKS_FROM = 4
"""Years; before, a child is understood by what it does."""
EXPLOITATION = frozenset({"exploitation", "criminal_exploitation", "sexual_exploitation", "modern_slavery"})


def is_allowed(prompt: Prompt, family: Family, child: Person, today: date, *, youngest: int = 0) -> bool:
    """Whether *prompt* may be asked of or about *child* on *today*; *youngest* is the least age in years."""
    least, most = max(prompt.from_age, youngest), prompt.to_age
    if least or most is not None:
        ages = child.ages_at(today)
        if ages is None or ages[0] < least or (most is not None and ages[1] > most):
            return False
    return all(_CONDITIONS[condition](family, child, today) for condition in prompt.only_if)


def is_in_care(child: Person, today: date) -> bool:
    """Whether *child* lives in an authority's care on *today*, by the statuses that the family's data hold."""
    return _in_care(None, child, today)


def _in_care(_family: Family | None, child: Person, today: date) -> bool:
    now = (status for status in child.statuses if status.until is None or not status.until.certainly_by(today))
    return any(status.code in IN_CARE for status in now)


def _was_missing(family: Family, child: Person, _today: date) -> bool:
    return any(event.theme == "missing" and child.id in event.who for event in family.events)


def _exploited(family: Family, child: Person, _today: date) -> bool:
    flagged = any(flag.kind in EXPLOITATION and child.id in flag.to for flag in family.harm_flags)
    return flagged or any(event.theme == "exploitation" and child.id in event.who for event in family.events)


def _disabled(_family: Family, child: Person, _today: date) -> bool:
    areas = {"physical", "learning", "neurodivergence", "communication", "sensory"}
    return any(mark.area in areas and mark.status in {"active", "suspected"} for mark in child.health)


def _came_from_elsewhere(family: Family, child: Person, _today: date) -> bool:
    return bool(child.migration) or any(event.theme == "migration" and child.id in event.who for event in family.events)


def _bereaved(family: Family, child: Person, _today: date) -> bool:
    kin = {kinship.other for kinship in kin_of(family, child.id)}
    return any(person.dead and person.kind != "loss" and person.id in kin for person in family.persons)


def _parents_separated(family: Family, child: Person, today: date) -> bool:
    homes = [
        {home.id for home, _ in family.homes_of(parent.id)}
        for parent in family.parents_of(child.id)
        if parent.alive_at(today) and not parent.dead
    ]
    return len(homes) > 1 and all(homes) and not set.intersection(*homes)


def _two_homes(family: Family, child: Person, _today: date) -> bool:
    return len(family.homes_of(child.id)) > 1


def _shares_a_home(family: Family, child: Person, _today: date) -> bool:
    return any(not person.dead and person.human for person in family.living_with(child.id))


def _few_words(_family: Family | None, child: Person, today: date) -> bool:
    ages = child.ages_at(today)
    without = any(mark.area == "communication" and mark.status in {"active", "suspected"} for mark in child.health)
    return without or (ages is not None and ages[1] < TALKS_FROM)


_CONDITIONS: Mapping[Condition, Callable[[Family, Person, date], bool]] = {
    "in care": _in_care,
    "was missing": _was_missing,
    "exploited": _exploited,
    "disabled": _disabled,
    "came from elsewhere": _came_from_elsewhere,
    "bereaved": _bereaved,
    "parents separated": _parents_separated,
    "two homes": _two_homes,
    "shares a home": _shares_a_home,
    "few words": _few_words,
}
