"""A team with its members over time, and the pods it meets in."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from supervision_tui.people.practitioner import Id
from supervision_tui.text import Line


class Membership(BaseModel):
    """One practitioner in one team or pod for a time, with the supervisor they have there."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    practitioner: Id
    supervisor: Id | None = None
    since: date | None = None
    until: date | None = None

    def at(self, day: date) -> bool:
        """Whether it holds on *day*."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise ValueError("This membership ends before it begins. One of the two days cannot be so.")
        if self.supervisor == self.practitioner:
            raise ValueError("Nobody can be their own supervisor. Name another, or leave it out.")
        return self


class Pod(BaseModel):
    """A small group of a team that reflects together; it keeps no family record (content.md, T5)."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    id: Id
    name: Line
    members: tuple[Membership, ...] = ()
    facilitators: tuple[Id, ...] = ()

    def at(self, day: date) -> tuple[str, ...]:
        """Ids of those who belong to it on *day*."""
        return tuple(member.practitioner for member in self.members if member.at(day))

    def facilitators_after(self, last: str) -> tuple[str, ...]:
        """Those who facilitate, in the order of their turn after *last*; from the first where *last* is not one."""
        at = self.facilitators.index(last) + 1 if last in self.facilitators else 0
        return (*self.facilitators[at:], *self.facilitators[:at])


class Team(BaseModel):
    """A team: its members and pods."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    id: Id
    name: Line
    members: tuple[Membership, ...] = ()
    pods: tuple[Pod, ...] = ()

    def at(self, day: date) -> tuple[str, ...]:
        """Ids of those who belong to the team on *day*, each once."""
        return tuple(dict.fromkeys(member.practitioner for member in self.members if member.at(day)))

    def supervisor_of(self, practitioner: str, day: date) -> str | None:
        """Who supervises this practitioner on *day*; of several the latest."""
        found = [
            member
            for member in self.members
            if member.practitioner == practitioner and member.supervisor and member.at(day)
        ]
        return max(found, key=lambda membership: membership.since or date.min).supervisor if found else None

    @model_validator(mode="after")
    def _no_rings(self) -> Self:
        """Two who supervise each other at the same time are told at once: nobody would be answerable."""
        for member in self.members:
            for other in self.members:
                crossed = member.supervisor == other.practitioner and other.supervisor == member.practitioner
                if crossed and _overlap(member, other):
                    raise ValueError("Two people supervise each other at the same time. Change one of the two.")
        return self


def _overlap(member: Membership, other: Membership) -> bool:
    first = max(member.since or date.min, other.since or date.min)
    return first <= min(member.until or date.max, other.until or date.max)
