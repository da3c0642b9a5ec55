"""A family looked at from one day: the same few questions that every rule asks, answered once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.dates.span import moved
from supervision_tui.family.model.couples import with_couples_only
from supervision_tui.family.model.events import Event
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.persons import Person

ADULT = 18
"""Years."""

YOUNGEST_ASKED = 4
"""Years; nobody younger is put down as someone who is asked."""

RECENT_LOSS = 30
"""Years after which a death is no longer looked for in a parent's line."""


class PatternContext:
    """*family* on the day *today*; *children* are those in focus who may be alive, else everybody under 18."""

    def __init__(self, family: Family, today: date) -> None:
        """Keep both; everything else is worked out when first asked for. Two who are no couple are parents only."""
        self.family = with_couples_only(family)
        self.today = today
        self._near: dict[str, dict[str, int]] = {}

    # -- people ------------------------------------------------------------------------------------------------

    @cached_property
    def children(self) -> tuple[Person, ...]:
        """Children in focus, born or expected."""
        focus = self.family.focus_children()
        chosen = focus or tuple(
            person for person in self.family.persons if person.kind == "person" and self.is_child(person)
        )
        return tuple(child for child in chosen if not child.dead)

    @cached_property
    def born_children(self) -> tuple[Person, ...]:
        """Those of them who are born."""
        return tuple(person for person in self.children if person.kind == "person" and person.alive_at(self.today))

    def is_child(self, person: Person, at: PartialDate | None = None) -> bool:
        """Whether surely under 18, today or *at* another time."""
        ages = person.ages_at(at or self.today)
        return ages is not None and ages[1] < ADULT

    def is_adult(self, person: Person) -> bool:
        """Whether a living human being who may be 18 or older: someone without a birth date is taken for an adult."""
        ages = person.ages_at(self.today)
        return person.human and person.alive_at(self.today) and (ages is None or ages[1] >= ADULT)

    @cached_property
    def parents(self) -> tuple[Person, ...]:
        """Parents of the children, by birth or adoption."""
        ids = [parent.id for child in self.children for parent in self.family.parents_of(child.id)]
        return self.family.index.people(ids)

    def can_be_asked(self, person_id: str) -> bool:
        """Whether this person was born and is surely old enough to be asked; where no birth is known, they are."""
        person = self.family.person(person_id)
        ages = person.ages_at(self.today)
        return person.kind != "unborn" and (ages is None or ages[0] >= YOUNGEST_ASKED)

    def names(self, ids: Iterable[str]) -> str:
        """Short names in a sentence: ``Abel, Rahwa and Natan``."""
        found = [str(self.family.person(person_id).short_name) for person_id in ids]
        return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""

    def name(self, person_id: str) -> str:
        """The short name."""
        return str(self.family.person(person_id).short_name)

    def children_with(self, parent: Person) -> tuple[str, ...]:
        """Children in focus whose parent this is beyond doubt: a doubted link is never put into words unasked."""
        sure = {
            link.child
            for link in self.family.index.down.get(parent.id, ())
            if link.lasting and not (link.doubted and parent.id in (link.doubted_parents or link.parents))
        }
        return tuple(person.id for person in self.children if person.id in sure)

    # -- descent -------------------------------------------------------------------------------------------------

    def ancestors(self, person_id: str, furthest: int = 4) -> dict[str, int]:
        """Ancestors by birth and adoption with how many generations up; nobody twice."""
        found: dict[str, int] = {}
        queue = deque([(person_id, 0)])
        while queue:
            current, up = queue.popleft()
            if up >= furthest:
                continue
            for parent in self.family.parents_of(current):
                if parent.id not in found and parent.id != person_id:
                    found[parent.id] = up + 1
                    queue.append((parent.id, up + 1))
        return found

    @cached_property
    def _ancestors(self) -> dict[str, dict[str, int]]:
        return {person.id: self.ancestors(person.id) for person in self.family.persons}

    def in_line(self, person_id: str, other: str) -> int:
        """Generations between the two where one descends from the other, else 0."""
        return self._ancestors[person_id].get(other, 0) or self._ancestors[other].get(person_id, 0)

    def lines(self, people: Sequence[str]) -> list[tuple[str, ...]]:
        """Groups of two or more of *people* joined by descent through one another, oldest generation first."""
        left, groups = list(dict.fromkeys(people)), []
        while left:
            group, queue = [left[0]], [left.pop(0)]
            while queue:
                person_id = queue.pop()
                joined = [other for other in left if self.in_line(person_id, other)]
                left = [other for other in left if other not in joined]
                group += joined
                queue += joined
            if len(group) > 1:
                groups.append(
                    tuple(sorted(group, key=lambda member_id: (-self.height(member_id, group), group.index(member_id))))
                )
        return groups

    def height(self, person_id: str, group: Iterable[str]) -> int:
        """How many generations this person stands above the lowest of *group* who descends from them."""
        return max((self._ancestors[other].get(person_id, 0) for other in group), default=0)

    def generations(self, group: Sequence[str]) -> int:
        """How many generations *group*, one line of descent, reaches over: the longest chain of it."""
        below: dict[str, int] = {}
        for person_id in sorted(group, key=lambda member_id: self.height(member_id, group)):
            own = [below.get(other, 1) for other in group if person_id in self._ancestors[other]]
            below[person_id] = 1 + max(own, default=0)
        return max(below.values(), default=0)

    def closeness(self, person_id: str, other: str) -> int:
        """Steps between two, parent to child and partner to partner; 100 where more than four apart."""
        if person_id not in self._near:
            self._near[person_id] = self._steps_from(person_id)
        return self._near[person_id].get(other, 100)

    @cached_property
    def _next_to(self) -> dict[str, set[str]]:
        """Parents, children and partners of each person, by any lasting link or union."""
        found: dict[str, set[str]] = {person.id: set() for person in self.family.persons}
        for link in self.family.parentages:
            for parent in link.parents if link.lasting else ():
                found[parent].add(link.child)
                found[link.child].add(parent)
        for union in self.family.unions:
            for person_id in union.partners:
                found[person_id].update(other for other in union.partners if other != person_id)
        return found

    def _steps_from(self, person_id: str, furthest: int = 4) -> dict[str, int]:
        steps = {person_id: 0}
        queue = deque([person_id])
        while queue:
            current = queue.popleft()
            if steps[current] == furthest:
                break
            for other in self._next_to[current]:
                if other not in steps:
                    steps[other] = steps[current] + 1
                    queue.append(other)
        return steps

    # -- days ------------------------------------------------------------------------------------------------------

    def months_ago(self, months: int) -> date:
        """The day so many months before today."""
        return moved(self.today, -months)

    def since(self, day: date, *, kinds: frozenset[str] | None = None) -> frozenset[str]:
        """Everyone whom we met on or after *day*, by these kinds of contact."""
        return frozenset(
            person_id
            for contact in self.family.contacts
            if (kinds is None or contact.kind in kinds) and (contact.date is None or contact.date.latest >= day)
            for person_id in contact.who
        )

    @cached_property
    def contacted_people(self) -> frozenset[str]:
        """Everyone with whom any contact of ours is recorded."""
        return self.since(date.min)

    def age_at(self, person: Person, when: PartialDate) -> int | None:
        """The age at an event, where the dates leave one or two in a row (then the one in the middle of the bounds)."""
        ages = person.ages_at(when)
        if ages is None or ages[1] - ages[0] > 1 or person.born is None:
            return None
        if ages[0] == ages[1]:
            return ages[0]
        days = (when.middle - person.born.middle) / timedelta(days=1)
        return max(int(days / 365.25), 0)

    def lived_by(self, event: Event) -> tuple[Person, ...]:
        """Those whom an event befell and who lived on: not the one who died of it."""
        return tuple(
            person
            for person in self.family.index.people(event.who)
            if not (event.theme in {"death", "suicide"} and person.dead and _same_time(person.died, event.date))
        )


def _same_time(died: PartialDate | None, when: PartialDate | None) -> bool:
    return died is None or when is None or (died.earliest <= when.latest and when.earliest <= died.latest)
