"""The people of a workspace: one document, kept whole, with the steps of this sitting that can be taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from supervision_tui import records
from supervision_tui.people import (
    OWNER_ID,
    CompletedSupervision,
    Directory,
    Due,
    Practitioner,
    Rhythm,
    Roster,
    Step,
    all_settled,
    settled,
)
from supervision_tui.session.model import FACILITATOR
from supervision_tui.workspace.store.repository import Repository, Store
from supervision_tui.workspace.store.settings import Owner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from supervision_tui.family import Family
    from supervision_tui.practice import Framework
    from supervision_tui.session import Seat
    from supervision_tui.workspace.store.session_index import SessionIndex

ONE_TO_ONE = "T6"
"""The format of one-to-one supervision (content specification 1, T6)."""
DECIDERS = ("manager", "supervisor", "consultant")
"""Roles of those who may be the accountable manager of a session, the likeliest first."""
MOST_STEPS = 50
"""Steps that can be taken back."""
A_MONTH = 31
"""Days in a framework's rhythm that mean "once a month"."""


class People(Repository[Roster]):
    """The one document of people."""

    kind: ClassVar[str] = "people"
    model = Roster
    ID: ClassVar[str] = "people"

    def __init__(self, store: Store, summaries: SessionIndex, owner: Callable[[], Owner] | None = None) -> None:
        super().__init__(store)
        self._owner = owner or (lambda: Owner(name=store.author))
        self._directory: tuple[Roster, Owner, Directory] | None = None
        self._summaries = summaries
        self._roster: Roster | None = None
        self._first_day: date | None = None
        self._steps: list[tuple[str, Roster]] = []

    @property
    def roster(self) -> Roster:
        """Everybody, as it stands."""
        if self._roster is None:
            self._roster = self.find(self.ID) or Roster()
        return self._roster

    @property
    def directory(self) -> Directory:
        """Who is who, by id and by name, with the owner among them."""
        roster, owner = self.roster, self._owner()
        if self._directory is None or self._directory[0] is not roster or self._directory[1] is not owner:
            self._directory = (roster, owner, roster.directory(owner.name, owner.person))
        return self._directory[2]

    @property
    def owner_on_the_list(self) -> Practitioner | None:
        """The person whose notebook it is, where they stand on the list of people."""
        return self.roster.person(self._owner().person)

    @property
    def worker_names(self) -> tuple[str, ...]:
        """The name of everybody who works here, the owner first: none of them is a name of a family by mistake."""
        return (str(self._owner().name), *(str(person.name) for person in self.roster.practitioners))

    @property
    def roster_with_sessions(self) -> Roster:
        """As :attr:`roster`, with the one-to-one supervisions that were held in this notebook among those noted."""
        found = self._with_days_noted(self.roster)
        for summary in self._summaries.all():
            if summary.template_id == ONE_TO_ONE and summary.closed and not summary.family_id:
                seats = (seat for seat in summary.seats if seat.role == "presenter")
                person = next((who for seat in seats if (who := self._practitioner(seat))), None)
                if person is not None and found.last_supervision(person.id, summary.day) != summary.day:
                    found = found.with_supervision(CompletedSupervision(practitioner=person.id, on=summary.day))
        return found

    def _with_days_noted(self, roster: Roster) -> Roster:
        """*roster*; those who were listed before that day was kept are counted from the first day of the list."""
        if all(person.noted or person.since for person in roster.practitioners):
            return roster
        if self._first_day is None:
            history = self._vault.documents.history(self.kind, self.ID)
            self._first_day = history[0].saved_at.astimezone().date() if history else self._today()
        people = tuple(
            person if person.noted else person.model_copy(update={"noted": self._first_day})
            for person in roster.practitioners
        )
        return roster.model_copy(update={"practitioners": people})

    def eligible_holders(self, names: Iterable[str], roles: Sequence[str]) -> list[str]:
        """Those of *names* who may hold a role that is kept for these *roles* of practitioners, the fittest first.

        Within one role of practitioners their order stays. A role that is kept for nobody is for all; where it is kept,
        somebody who is not on the list of people is not proposed.
        """
        if not roles:
            return list(names)
        found = (
            (name, self.roster.person(self.directory.resolve(name)[0]) or self.roster.named(name)) for name in names
        )
        fitting = [(roles.index(person.role), name) for name, person in found if person and person.role in roles]
        return [name for _, name in sorted(fitting, key=lambda pair: pair[0])]

    def pod_facilitators(self, here: Iterable[str], template_id: str) -> list[str]:
        """Who facilitates the pod of those who are *here*, by name, whose turn it is first; empty where none is known.

        The pod is the one that has most of them; of several alike, and where nobody is here yet, there has to be one
        only. The turn goes on from who facilitated the last closed session of *template_id*.
        """
        people = {person.id for name in here if (person := self.roster.named(name)) is not None}
        pods = {pod: len(people.intersection(pod.at(self._today()))) for pod in self.roster.pods if pod.facilitators}
        nearest = [pod for pod, number in pods.items() if number == max(pods.values())]
        if len(nearest) != 1:
            return []
        closed = (summary for summary in self._summaries.all() if summary.closed and summary.template_id == template_id)
        seats = (
            seat
            for summary in sorted(closed, key=lambda session: session.started, reverse=True)
            for seat in summary.seats
            if seat.role == FACILITATOR
        )
        held = (person.id for seat in seats if (person := self._practitioner(seat)) is not None)
        last = next((person for person in held if person in nearest[0].facilitators), "")
        turn = (self.roster.person(person) for person in nearest[0].facilitators_after(last))
        return [str(person.name) for person in turn if person is not None and person.here(self._today())]

    def _practitioner(self, seat: Seat) -> Practitioner | None:
        """Whose seat it is, where it is somebody of the list: by id, else by a name that is clear."""
        if seat.person:
            person = self._owner().person if seat.person == OWNER_ID else seat.person
            return self.roster.person(person)
        return self.roster.named(seat.name)

    def decision_makers(self, today: date) -> dict[str, str]:
        """Who may be asked to decide, by name: the managers of the team first; each name with the role."""
        here = [person for person in self.roster.practitioners if person.role in DECIDERS and person.here(today)]
        here.sort(key=lambda person: DECIDERS.index(person.role))
        shown = [(self.directory.shown(person.id), person.role) for person in here]
        return {name: name if f"({role})" in name else f"{name}, {role}" for name, role in shown}

    def change(self, after: Roster, what: str) -> None:
        """Keep *after*; *what* names the step for taking it back.

        Raises:
            VaultError: it could not be kept; everything stays as it was.
        """
        before = self.roster
        listed = {person.id for person in before.practitioners}
        people = tuple(
            person if person.id in listed or person.noted else person.model_copy(update={"noted": self._today()})
            for person in settled(before.practitioners, after.practitioners, self._unlisted_owner())
        )
        after = after.model_copy(update={"practitioners": people})
        self.put(after, self.ID)
        self._roster = after
        self._steps = [*self._steps, (what, before)][-MOST_STEPS:]

    @staticmethod
    def _today() -> date:
        return datetime.now().astimezone().date()

    def _unlisted_owner(self) -> str:
        owner = self._owner()
        return "" if owner.person else str(owner.name)

    def settle_names(self, owner_is: str) -> None:
        """Note under which names everybody stood until now; *owner_is* is the owner's id on the list, or "".

        Raises:
            VaultError: it could not be kept.
        """
        owner = "" if owner_is else str(self._owner().name)
        people = all_settled(self.roster.practitioners, owner)
        if people != self.roster.practitioners:
            after = self.roster.model_copy(update={"practitioners": people})
            self.put(after, self.ID)
            self._roster = after

    def undo(self) -> str:
        """Take the last step back; what it was, or "" when there is none.

        Raises:
            VaultError: it could not be kept.
        """
        if not self._steps:
            return ""
        what, before = self._steps[-1]
        self.put(before, self.ID)
        self._roster = before
        self._steps.pop()
        return what

    def due(self, practitioner: Practitioner, framework: Framework, today: date) -> Due:
        """When *practitioner* is due for supervision: by their agreement, or else by the *framework*."""
        return self.roster_with_sessions.due(practitioner, today, rhythm_of(framework, practitioner))


def rhythm_of(framework: Framework, practitioner: Practitioner) -> Rhythm:
    """How often the *framework* asks for supervision of this practitioner; closer together for the newly qualified."""
    rhythm = framework.rhythm
    usual = Step() if rhythm.every_days == A_MONTH else Step(every_days=rhythm.every_days)
    if practitioner.stage != "newly_qualified":
        return Rhythm(steps=(usual,))
    if not rhythm.first_year:
        return Rhythm.newly_qualified()
    first = (Step(until_week=part.until_weeks, every_days=part.every_days) for part in rhythm.first_year)
    return Rhythm(steps=(*first, usual))


def family_names_in(words: str, families: Iterable[Family]) -> tuple[str, ...]:
    """Names in *words* of people in *families*: learning is written without them."""
    return tuple(dict.fromkeys(name for family in families for name in records.names_in(words, family)))
