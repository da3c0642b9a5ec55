"""Everybody of a notebook's team, with what was agreed, when supervision was last held, and what they learnt.

A roster is one frozen whole: every change gives another, so a step is undone by taking the one before.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from supervision_tui.people.agreement import Agreement
from supervision_tui.people.practitioner import Id, Practitioner
from supervision_tui.people.rhythm import Due, Rhythm, next_due
from supervision_tui.people.team import Membership, Pod, Team
from supervision_tui.text import SafeText
from supervision_tui.text_folding import name_key

Kept = TypeVar("Kept", bound=Practitioner | Agreement | Team)


class Held(BaseModel):
    """Supervision that took place: with whom, *on* which day, for how many minutes."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    practitioner: Id
    on: date
    minutes: int | None = Field(default=None, ge=1, le=600)


class Learning(BaseModel):
    """A piece of learning for a person's own professional record; it names nobody from a family.

    Source: Social Work England, two pieces a year, one with a peer (content specification 7.1).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    practitioner: Id
    on: date
    words: SafeText
    with_a_peer: bool = False


class Roster(BaseModel):
    """The people of a notebook."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    practitioners: tuple[Practitioner, ...] = ()
    teams: tuple[Team, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    held: tuple[Held, ...] = ()
    learning: tuple[Learning, ...] = ()

    def person(self, ident: str) -> Practitioner | None:
        """The practitioner called *ident*."""
        return next((one for one in self.practitioners if one.id == ident), None)

    def named(self, words: str) -> Practitioner | None:
        """The one practitioner whose name begins with *words*, or a part of it; ``None`` where it is unclear."""
        sought = name_key(words)
        names = [(practitioner, name_key(practitioner.name)) for practitioner in self.practitioners]
        whole = [practitioner for practitioner, name in names if name == sought]
        parts = [practitioner for practitioner, name in names if any(part.startswith(sought) for part in name.split())]
        begun = [practitioner for practitioner, name in names if name.startswith(sought)]
        for found in (whole, begun, parts):
            if sought and len(found) == 1:
                return found[0]
        return None

    def name_of(self, ident: str | None) -> str:
        """The name of the practitioner called *ident*, or nothing."""
        found = self.person(ident) if ident else None
        return str(found.name) if found else ""

    def free_id(self, name: str) -> str:
        """A short id made of *name* that nobody here has yet."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "someone"
        taken = {one.id for one in self.practitioners} | {one.id for one in self.agreements}
        taken |= {group.id for _, group, _ in self.groups()}
        return next(each for each in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if each not in taken)

    def with_practitioner(self, one: Practitioner) -> Self:
        """This with *one*, in the place of whoever had that id."""
        return self.model_copy(update={"practitioners": _put(self.practitioners, one)})

    def with_agreement(self, one: Agreement) -> Self:
        """This with the agreement *one*, in the place of that of the same id."""
        return self.model_copy(update={"agreements": _put(self.agreements, one)})

    def with_team(self, one: Team) -> Self:
        """This with the team *one*, in the place of that of the same id."""
        return self.model_copy(update={"teams": _put(self.teams, one)})

    def with_held(self, one: Held) -> Self:
        """This, with a supervision that took place; the same day for the same person counts once."""
        others = (each for each in self.held if (each.practitioner, each.on) != (one.practitioner, one.on))
        return self.model_copy(update={"held": tuple(sorted((*others, one), key=lambda each: each.on))})

    def with_learning(self, one: Learning) -> Self:
        """This with a piece of learning."""
        return self.model_copy(update={"learning": (*self.learning, one)})

    def agreement_of(self, practitioner: str, today: date) -> Agreement | None:
        """What holds for this practitioner today; of several the latest."""
        found = [one for one in self.agreements if one.practitioner == practitioner and one.holds(today)]
        return max(found, key=lambda one: one.since, default=None)

    def last_held(self, practitioner: str, today: date) -> date | None:
        """The day of this practitioner's last supervision up to today."""
        return max((one.on for one in self.held if one.practitioner == practitioner and one.on <= today), default=None)

    def due(self, practitioner: Practitioner, today: date, usual: Rhythm) -> Due:
        """When this practitioner's next supervision is due, by their agreement or else by the *usual* rhythm."""
        agreement = self.agreement_of(practitioner.id, today)
        rhythm = agreement.rhythm if agreement else usual
        first = practitioner.since or (agreement.since if agreement else None)
        return next_due(rhythm, today, self.last_held(practitioner.id, today), first)

    def supervised(self, today: date) -> tuple[Practitioner, ...]:
        """Those who are to have supervision: at work today, and neither guests nor only supervisors of others."""
        return tuple(
            one
            for one in self.practitioners
            if one.here(today) and (one.role not in {"other", "consultant", "clinician"} or self._agreed(one.id, today))
        )

    def _agreed(self, practitioner: str, today: date) -> bool:
        return self.agreement_of(practitioner, today) is not None

    def groups(self) -> tuple[tuple[str, Team | Pod, tuple[Membership, ...]], ...]:
        """Every team, and after it its pods: (what it is, the group, its memberships)."""
        found: list[tuple[str, Team | Pod, tuple[Membership, ...]]] = []
        for team in self.teams:
            found.append(("team", team, team.members))
            found += [("pod", pod, pod.members) for pod in team.pods]
        return tuple(found)


def _put(kept: tuple[Kept, ...], one: Kept) -> tuple[Kept, ...]:
    found = [one if each.id == one.id else each for each in kept]
    return tuple(found) if one in found else (*kept, one)
