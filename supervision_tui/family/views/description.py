"""A family in plain words, for reading on a terminal or aloud: who is in it, where they live, what is between them.

What is kept from somebody is counted and not told, unless it is asked for; homes that are not safe to record are never
named. Two who are no couple (:mod:`supervision_tui.family.model.couples`) are parents of their children and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from supervision_tui.family.dates import age_in_words, as_day, date_in_words
from supervision_tui.family.kinship import kin
from supervision_tui.family.model.couples import children_together, is_couple, with_ending
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.households import Household
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Union
from supervision_tui.family.shorthand.tie import viewer_in_words
from supervision_tui.family.views.hidden_content import UNNAMED_HOME, count_hidden, without_hidden
from supervision_tui.family.views.unnamed import name_by_kinship

UNION_WORDS = {
    "married": "married", "civil_partnership": "in a civil partnership", "cohabiting": "living together",
    "engaged": "engaged", "committed": "partners", "brief": "together for a short time", "secret": "together in secret",
    "forced": "not by choice", "parents_only": "parents together", "unknown": "together",
}  # fmt: skip
ENDING_WORDS = {
    "separation": "separated", "divorce": "divorced", "annulment": "annulled", "death": "until death",
    "lost": "parted against their will", "unknown": "ended",
}  # fmt: skip


def describe_family(family: Family, on: date | str, *, hidden: bool = False) -> str:
    """*family* in plain words, ages as on *on*, with what is kept from somebody where *hidden*."""
    on, whole = as_day(on), family
    family = name_by_kinship(family if hidden else without_hidden(family))
    parts = [_heading(family), _children(family, on), _homes(family, on), _others(family, on), _unions(family)]
    parts += [_ties(family), _events(family), _world(family, on), _care(whole, hidden=hidden)]
    return "\n\n".join(part for part in parts if part) + "\n"


def person_in_words(person: Person, on: date) -> str:
    """A name with what places it: ``Abel Yonas (14)``, ``Ivy (6 weeks)``, ``Haile Woldu (died June 1999)``."""
    if person.dead:
        return f"{person.name} (died{f' {date_in_words(person.died)}' if person.died else ''})"
    if person.kind == "unborn":
        due = f" (due {date_in_words(person.due)})" if person.due and str(person.due) not in person.name else ""
        return f"{person.name}{due}"
    age = age_in_words(person.born, on)
    return f"{person.name} ({age})" if age else str(person.name)


def worker_changes_in_words(family: Family, on: date) -> str:
    """How often a worker changed in the year before *on*, with where and when; "" where nobody noted a change."""
    changes = {str(resource.name): resource.worker_changes(on) for resource in family.resources}
    changes = {name: days for name, days in changes.items() if days}
    if not changes:
        return ""
    total = sum(len(days) for days in changes.values())
    where = "; ".join(f"{name} {', '.join(map(str, days))}" for name, days in changes.items())
    return f"Workers changed {'once' if total == 1 else f'{total} times'} in a year: {where}"


def _heading(family: Family) -> str:
    lines = [f"{family.title} ({family.id})"]
    lines += [f"Why we are involved: {family.referral}"] if family.referral else []
    lines += [f"The team asks: {family.team_question}"] if family.team_question else []
    return "\n".join(lines)


def _children(family: Family, on: date) -> str:
    lines = []
    for child in family.focus_children():
        parents = ", ".join(
            f"{person.name} ({kin(family, child.id, person.id).words})" for person in family.parents_of(child.id)
        )
        carers = ", ".join(
            f"{person.name} ({kin(family, child.id, person.id).words})" for person in family.carers_of(child.id)
        )
        parts = [f"parents: {parents}" if parents else "parents not known", f"cared for by: {carers}" if carers else ""]
        lines.append(f"  {person_in_words(child, on)}. {'; '.join(phrase for phrase in parts if phrase)}.")
    return "\n".join(["Children in focus", *lines]) if lines else ""


def _homes(family: Family, on: date) -> str:
    lines = []
    for household in family.households:
        there = [member for member in household.members if member.until is None]
        if not there:
            continue
        people = [
            person_in_words(family.person(member.person), on) + (" part of the time" if member.part_time else "")
            for member in there
        ]
        lines.append(f"  {_home_name(household)}: {', '.join(people)}.")
    return "\n".join(["Homes", *lines]) if lines else ""


def _home_name(household: Household) -> str:
    return household.name if household.safe_to_record else UNNAMED_HOME


def _others(family: Family, on: date) -> str:
    without = [person_in_words(person, on) for person in family.persons if not family.homes_of(person.id)]
    return f"No home known, or no longer living: {', '.join(without)}." if without else ""


def _unions(family: Family) -> str:
    lines = []
    for union in (with_ending(family, union) for union in family.unions):
        names = " and ".join(family.person(person_id).name for person_id in union.partners)
        since = f" since {date_in_words(union.since)}" if union.since else ""
        ending = (
            f"; {ENDING_WORDS[union.ended]}{f' {date_in_words(union.until)}' if union.until else ''}"
            if union.ended
            else ""
        )
        ending += "; together again" if union.together_again else ""
        if is_couple(family, union):
            lines.append(f"  {names}: {UNION_WORDS[union.kind]}{since}{ending}.")
        elif children := _children_of_both(family, union):
            lines.append(f"  {names}: parents of {children}.")
    return "\n".join(["Couples and parents", *lines]) if lines else ""


def _children_of_both(family: Family, union: Union) -> str:
    """The children of both, or "" where they have none together."""
    shared = [child.short_name for child in children_together(family, union.partners[0], union.partners[-1])]
    return " and ".join(filter(None, [", ".join(shared[:-1]), *shared[-1:]]))


def _ties(family: Family) -> str:
    lines = []
    for tie in family.ties:
        words = f' ("{tie.words}")' if tie.words else ""
        since = f", since {date_in_words(tie.since)}" if tie.since else ""
        first, second = family.person(tie.a).name, family.person(tie.b).name
        middle = f" - {tie.catalogue.words} - " if tie.directed else " and "
        end = "" if tie.directed else f": {tie.catalogue.words}"
        view = f", as {viewer_in_words(family, tie.perspective)} sees it" if tie.perspective else ""
        lines.append(f"  {first}{middle}{second}{end}{words}{since}{view}.")
    return "\n".join(["What is between them", *lines]) if lines else ""


def _events(family: Family) -> str:
    dated = sorted(family.events, key=lambda event: event.date.earliest if event.date else date.max)
    lines = [
        f"  {date_in_words(event.date) if event.date else 'no date'}: {_short_names(family, event.who)}: {event.what}."
        for event in dated
    ]
    return "\n".join(["What happened", *lines]) if lines else ""


def _short_names(family: Family, ids: Iterable[str]) -> str:
    return ", ".join(person.short_name for person in family.index.people(ids))


def _world(family: Family, on: date) -> str:
    names = [f"{resource.name}{f' ({resource.safety})' if resource.safety else ''}" for resource in family.resources]
    strengths = [strength.words for strength in family.strengths]
    lines = [f"The world round them: {', '.join(names)}."] if names else []
    lines += [f"{changes}."] if (changes := worker_changes_in_words(family, on)) else []
    lines += [f"What holds: {', '.join(strengths)}."] if strengths else []
    lines += [f"What worries us: {'; '.join(str(worry.words) for worry in family.worries)}."] if family.worries else []
    return "\n".join(lines)


def _care(family: Family, *, hidden: bool) -> str:
    lines = [
        f"Harm is flagged ({flag.kind.replace('_', ' ')}), by {viewer_in_words(family, flag.by)}."
        for flag in family.harm_flags
    ]
    if hidden:
        lines += [
            f"Kept from some people: {family.person(fact.about).name}: {fact.fact}." for fact in family.hidden_facts
        ]
    elif hidden_count := count_hidden(family):
        lines.append(f"Kept from some people, and not told here: {hidden_count}.")
    if family.safe_record:
        lines.append("Safe record: check who could read before anything is written, posted or shown.")
    return "\n".join(lines)
