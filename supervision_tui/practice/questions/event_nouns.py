"""What happened, as a noun that fits after 'before' and 'since'; only what may be said to a family by name.

Abuse, suicide, a lost pregnancy, what someone told: these are never put into a question by a program.
"""

from __future__ import annotations

from datetime import date

from supervision_tui.family import Event, Family, PartialDate, Person
from supervision_tui.practice.questions.family_scope import FamilyScope
from supervision_tui.practice.questions.wording import possessive

_NOUNS = {
    "birth": "{whose} birth",
    "death": "{whose} death",
    "separation": "the separation",
    "move": "the move",
    "migration": "the journey here",
    "leaving_home": "the day {who} left home",
    "care_entry": "the day {who} came into care",
    "job_loss": "the day {who} lost work",
    "work": "{whose} new work",
    "exclusion": "the day {who} was excluded from school",
    "reunion": "the day {who} came back",
    "recovery": "{whose} recovery",
    "prison": "the day {who} went to prison",
}
_TEAM_ONLY = frozenset({"recovery", "prison"})
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
YOUNGEST_TO_REMEMBER = 3
"""Years; somebody who was younger has no before."""
_LOOKS_BACK = 12
"""Years; what is longer ago is for the genogram's own questions."""


def events(scope: FamilyScope) -> list[tuple[Event, str]]:
    """Dated events near the child that the child lived through, newest first, each with its noun."""
    near = {
        scope.child.id,
        *(voice.id for voice in scope.voices),
        *(parent.id for parent in scope.parents_of(scope.child)),
    }
    near |= {ancestor.id for ancestor in scope.ancestors}
    found = [(event, noun) for event in scope.family.events if near & set(event.who) and (noun := _noun(scope, event))]
    recent = [pair for pair in found if _recent(pair[0].date, scope.today) and _lived_through(scope, pair[0].date)]
    return sorted(recent, key=lambda pair: pair[0].date.latest if pair[0].date else date.min, reverse=True)


def month_or_year(when: PartialDate) -> str:
    """*when* as it is said: ``May 2016``, ``2016``; empty where the year is not sure."""
    if when.month is not None and when.year is not None:
        return f"{_MONTHS[when.month - 1]} {when.year}"
    return str(when.year) if when.year is not None else ""


def _recent(when: PartialDate | None, today: date) -> bool:
    return when is not None and when.certainly_by(today) and today.year - when.latest.year <= _LOOKS_BACK


def _lived_through(scope: FamilyScope, when: PartialDate | None) -> bool:
    """Whether the child was surely old enough then to have a before and an after."""
    ages = scope.child.ages_at(when) if when else None
    return ages is not None and ages[0] >= YOUNGEST_TO_REMEMBER


def noun_of(family: Family, event: Event) -> str:
    """*event* as a noun; empty where there is none that may be put into a question."""
    pattern = _NOUNS.get(event.theme)
    who = family.find(event.who[0]) if event.who else None
    if pattern is None or who is None:
        return ""
    return pattern.format(who=who.short_name, whose=possessive(who.short_name))


def _noun(scope: FamilyScope, event: Event) -> str:
    if scope.facing and (event.hidden_from or event.theme in _TEAM_ONLY):
        return ""
    who = scope.family.find(event.who[0]) if event.who else None
    return noun_of(scope.family, event) if who is not None and _sayable(scope, event, who) else ""


def _sayable(scope: FamilyScope, event: Event, who: Person) -> bool:
    """Whether *who* may be named; a death is said of the dead, everything else of the living."""
    if event.theme == "death":
        return who.dead and who.human and not (scope.facing and who.hidden_from)
    return who.id == scope.child.id or bool(scope.living([who]))
