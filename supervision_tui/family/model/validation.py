"""What cannot be so in a family, each as a sentence with the place it stands at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from supervision_tui.family.model.family import Family
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.references import Problem, reference_problems


def find_problems(family: Family) -> tuple[Problem, ...]:
    """What cannot be so: someone missing, an id twice, an own ancestor, a death before a birth."""
    return (*reference_problems(family), *sense_problems(family))


def sense_problems(family: Family) -> tuple[Problem, ...]:
    """Two homes for one child, somebody their own ancestor, days in an impossible order.

    Empty while somebody is missing: the references are mended first.
    """
    if reference_problems(family):
        return ()
    return (*_two_homes(family), *_loops(family), *_lives(family), *_births(family), *_spans(family))


OLD = 110
"""Years from which a life without a death is asked about."""


def old_age_questions(family: Family, today: date) -> tuple[Problem, ...]:
    """People who would be older than nearly anybody is, and of whom no death is recorded: to be asked, not refused."""
    return tuple(
        Problem(
            ("persons", at, "born"),
            f"{person.name} would be {ages[0]} or older on {today.isoformat()} (born {person.born}), and no death is "
            "recorded. Have they died, or is the year another?",
        )
        for at, person in enumerate(family.persons)
        if not person.dead and person.human and (ages := person.ages_at(today)) is not None and ages[0] >= OLD
    )


def _two_homes(family: Family) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, link in enumerate(family.parentages):
        if link.home and link.child in seen:
            yield Problem(
                ("parentages", at),
                f"{_name(family, link.child)} hangs from two parentages. Write 'home: false' for all but one of them.",
            )
        if link.home:
            seen.add(link.child)


def _loops(family: Family) -> Iterator[Problem]:
    """Parentages that make somebody their own ancestor, one for each loop (Kahn 1962: what remains is in a loop)."""
    lasting = [(at, link) for at, link in enumerate(family.parentages) if link.lasting]
    in_loops = _in_loops([link for _, link in lasting])
    reported: set[str] = set()
    for at, link in lasting:
        back = next((parent for parent in link.parents if parent in in_loops), None)
        if link.child in in_loops and back is not None and not {link.child, back} & reported:
            reported |= in_loops
            yield Problem(
                ("parentages", at),
                f"{_name(family, link.child)} would be their own ancestor, by way of {_name(family, back)}. "
                "One of the parentages between them cannot be so.",
            )


def _in_loops(links: list[Parentage]) -> set[str]:
    """People in a loop of descent, or on the way from one loop to another."""
    up: dict[str, set[str]] = {}
    down: dict[str, set[str]] = {}
    for link in links:
        up.setdefault(link.child, set()).update(link.parents)
        down.setdefault(link.child, set())
        for parent in link.parents:
            down.setdefault(parent, set()).add(link.child)
            up.setdefault(parent, set())
    return _without_ends(down, up, _without_ends(up, down, set(up)))


def _without_ends(ahead: dict[str, set[str]], behind: dict[str, set[str]], people: set[str]) -> set[str]:
    """*people* without those who have nobody *ahead*, repeated until everybody who remains has somebody."""
    number = {person: len(ahead[person] & people) for person in people}
    ends = [person for person, count in number.items() if not count]
    removed: set[str] = set()
    while ends:
        person = ends.pop()
        removed.add(person)
        for other in behind[person] & people:
            number[other] -= 1
            if not number[other]:
                ends.append(other)
    return people - removed


def _lives(family: Family) -> Iterator[Problem]:
    for at, person in enumerate(family.persons):
        if person.born and person.died and person.died.certainly_before(person.born):
            yield Problem(
                ("persons", at, "died"),
                f"{person.name} died ({person.died}) before being born ({person.born}). "
                "One of the two dates cannot be so.",
            )


def _births(family: Family) -> Iterator[Problem]:
    for at, link in enumerate(family.parentages):
        child = family.person(link.child)
        if link.kind != "birth" or child.born is None:
            continue
        for parent in family.index.people(link.parents):
            if parent.born is not None and child.born.certainly_before(parent.born):
                yield Problem(
                    ("parentages", at),
                    f"{child.name} was born ({child.born}) before the parent {parent.name} ({parent.born}). "
                    "One of the two dates, or the parentage, cannot be so.",
                )


SPANS = (
    ("unions", "since", "until"),
    ("parentages", "since", "until"),
    ("ties", "since", "until"),
    ("events", "date", "until"),
)


def _spans(family: Family) -> Iterator[Problem]:
    for field, first, last in SPANS:
        for at, part in enumerate(getattr(family, field)):
            start, end = getattr(part, first), getattr(part, last)
            if start is not None and end is not None and end.certainly_before(start):
                yield Problem((field, at, last), f"This ends ({end}) before it begins ({start}).")


def _name(family: Family, person_id: str) -> str:
    return str(family.person(person_id).name)
