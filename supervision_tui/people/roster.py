"""Everybody of a notebook's team, with what was agreed, when supervision was last held, and what they learnt.

A roster is one frozen whole: every change gives another, so a step is undone by taking the one before.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Literal, Self, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field

from supervision_tui.days import day_in_words, weekday_in_words
from supervision_tui.people.agreement import Agreement
from supervision_tui.people.directory import Directory
from supervision_tui.people.practitioner import Id, Practitioner
from supervision_tui.people.rhythm import Due, Rhythm, next_due
from supervision_tui.people.team import Membership, Pod, Team
from supervision_tui.text import SafeText
from supervision_tui.text_folding import name_key

ItemT = TypeVar("ItemT", bound=Practitioner | Agreement | Team)


LearningKind = Literal[
    "", "course", "shadowing", "joint visit", "observation", "reading", "teaching", "pod", "feedback",
    "compliment or complaint", "practice review", "work in another team", "somebody's lived experience",
]  # fmt: skip
"""Kinds of learning: more than courses (Swindon 2022, principle 8; Telford & Wrekin 2022)."""
LEARNING_KINDS: tuple[LearningKind, ...] = get_args(LearningKind)[1:]


class CompletedSupervision(BaseModel):
    """Supervision that took place: with whom, *on* which day, for how many minutes."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    practitioner: Id
    on: date
    minutes: int | None = Field(default=None, ge=1, le=600)


class MissedSupervision(BaseModel):
    """Supervision that was planned *on* a day and did not take place: *why*, and the *new_day*, if there is one."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    practitioner: Id
    on: date
    why: SafeText
    new_day: date | None = None

    @property
    def in_words(self) -> str:
        """What happened and what follows, for a list."""
        follows = f"new day {weekday_in_words(self.new_day)}" if self.new_day else "no new day yet"
        return f"supervision of {day_in_words(self.on)} did not take place ({self.why}); {follows}"


class Learning(BaseModel):
    """A piece of learning for a person's own professional record; it names nobody from a family.

    Source: Social Work England, two pieces a year, one with a peer (content specification 7.1).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    practitioner: Id
    on: date
    words: SafeText
    with_a_peer: bool = False
    kind: LearningKind = ""

    @property
    def ways(self) -> str:
        """How it was learnt, in words to stand behind a day: its kind, and whether with a peer."""
        return "".join(f", {way}" for way in (self.kind, "with a peer" if self.with_a_peer else "") if way)


class Roster(BaseModel):
    """The people of a notebook."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    practitioners: tuple[Practitioner, ...] = ()
    teams: tuple[Team, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    held: tuple[CompletedSupervision, ...] = ()
    learning: tuple[Learning, ...] = ()
    missed: tuple[MissedSupervision, ...] = ()

    def person(self, ident: str) -> Practitioner | None:
        """The practitioner called *ident*."""
        return next((practitioner for practitioner in self.practitioners if practitioner.id == ident), None)

    def directory(self, owner: str = "", owner_is: str = "") -> Directory:
        """Who is who by id and name; *owner* is the name of whose notebook it is, *owner_is* their id here, or ""."""

        def group_of(ident: str) -> str:
            belongs = (group for _, group, members in self.groups() if ident in {row.practitioner for row in members})
            return next((str(group.name) for group in belongs), "")

        return Directory(self.practitioners, owner=owner, owner_is=owner_is, group_of=group_of)

    def named(self, words: str) -> Practitioner | None:
        """The one practitioner whose name begins with *words*, or a part of it; ``None`` where it is unclear."""
        if len(meant := self.directory().ids_for(words)) == 1:
            return self.person(meant[0])
        sought = name_key(words)
        names = [(practitioner, name_key(practitioner.name)) for practitioner in self.practitioners]
        whole = [practitioner for practitioner, name in names if name == sought]
        parts = [practitioner for practitioner, name in names if any(part.startswith(sought) for part in name.split())]
        begun = [practitioner for practitioner, name in names if name.startswith(sought)]
        for matches in (whole, begun, parts):
            if sought and len(matches) == 1:
                return matches[0]
        return None

    def name_of(self, ident: str | None) -> str:
        """How the practitioner of that id is shown, or nothing; two of one name are told apart."""
        return self.directory().shown(ident) if ident else ""

    def free_id(self, name: str) -> str:
        """A short id made of *name* that nobody here has yet."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "someone"
        taken = {practitioner.id for practitioner in self.practitioners} | {
            agreement.id for agreement in self.agreements
        }
        taken |= {group.id for _, group, _ in self.groups()}
        return next(
            candidate for candidate in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if candidate not in taken
        )

    def with_practitioner(self, practitioner: Practitioner) -> Self:
        """This with *practitioner*, in the place of the one with that id."""
        return self.model_copy(update={"practitioners": _put(self.practitioners, practitioner)})

    def with_agreement(self, agreement: Agreement) -> Self:
        """This with *agreement*, in the place of the one with that id."""
        return self.model_copy(update={"agreements": _put(self.agreements, agreement)})

    def with_team(self, team: Team) -> Self:
        """This with *team*, in the place of the one with that id."""
        return self.model_copy(update={"teams": _put(self.teams, team)})

    def with_supervision(self, session: CompletedSupervision) -> Self:
        """This, with a supervision that took place; the same day for the same person counts once."""
        others = (other for other in self.held if (other.practitioner, other.on) != (session.practitioner, session.on))
        return self.model_copy(
            update={"held": tuple(sorted((*others, session), key=lambda supervision: supervision.on))}
        )

    def with_missed(self, missed: MissedSupervision) -> Self:
        """This, with a supervision that did not take place; the same day for the same person stands once."""
        others = (other for other in self.missed if (other.practitioner, other.on) != (missed.practitioner, missed.on))
        return self.model_copy(update={"missed": tuple(sorted((*others, missed), key=lambda missed: missed.on))})

    def missed_since(self, practitioner: str, today: date) -> MissedSupervision | None:
        """The supervision that did not take place last, unless one has taken place since."""
        last = self.last_supervision(practitioner, today) or date.min
        found = [missed for missed in self.missed if missed.practitioner == practitioner and missed.on > last]
        return found[-1] if found else None

    def with_learning(self, learning: Learning) -> Self:
        """This with a piece of learning."""
        return self.model_copy(update={"learning": (*self.learning, learning)})

    def agreement_of(self, practitioner: str, today: date) -> Agreement | None:
        """What holds for this practitioner today; of several the latest."""
        found = [
            agreement
            for agreement in self.agreements
            if agreement.practitioner == practitioner and agreement.holds(today)
        ]
        return max(found, key=lambda agreement: agreement.since, default=None)

    def last_supervision(self, practitioner: str, today: date) -> date | None:
        """The day of this practitioner's last supervision up to today."""
        return max(
            (
                supervision.on
                for supervision in self.held
                if supervision.practitioner == practitioner and supervision.on <= today
            ),
            default=None,
        )

    def due(self, practitioner: Practitioner, today: date, usual: Rhythm) -> Due:
        """When this practitioner's next supervision is due, by their agreement or else by the *usual* rhythm."""
        agreement = self.agreement_of(practitioner.id, today)
        rhythm = agreement.rhythm if agreement else usual
        joined = (member.since for _, _, members in self.groups() for member in members
                  if member.practitioner == practitioner.id and member.since)  # fmt: skip
        first = practitioner.since or (agreement.since if agreement else None) or min(joined, default=None)
        first = first or practitioner.noted
        return next_due(rhythm, today, self.last_supervision(practitioner.id, today), first)

    def supervised(self, today: date) -> tuple[Practitioner, ...]:
        """Those who are to have supervision: at work today, and no guests; supervisors, consultants, managers too.

        Clinicians have it elsewhere, unless it is agreed here.
        """
        return tuple(
            practitioner
            for practitioner in self.practitioners
            if practitioner.here(today)
            and (practitioner.role not in {"other", "clinician"} or self._agreed(practitioner.id, today))
        )

    def _agreed(self, practitioner: str, today: date) -> bool:
        return self.agreement_of(practitioner, today) is not None

    @property
    def pods(self) -> tuple[Pod, ...]:
        """Every pod of every team."""
        return tuple(pod for team in self.teams for pod in team.pods)

    def groups(self) -> tuple[tuple[str, Team | Pod, tuple[Membership, ...]], ...]:
        """Every team, and after it its pods: (what it is, the group, its memberships)."""
        found: list[tuple[str, Team | Pod, tuple[Membership, ...]]] = []
        for team in self.teams:
            found.append(("team", team, team.members))
            found += [("pod", pod, pod.members) for pod in team.pods]
        return tuple(found)


def _put(items: tuple[ItemT, ...], new: ItemT) -> tuple[ItemT, ...]:
    found = [new if item.id == new.id else item for item in items]
    return tuple(found) if new in found else (*items, new)
