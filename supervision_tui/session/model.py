"""A session as data: frozen, whole in JSON, and free of any clock or disk of its own.

A family is named by reference; children by their ids in it. Words with the destination ``none`` are never part of it.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from supervision_tui.practice.destinations import Destination
from supervision_tui.text import Line, SafeText


class SessionStatus(StrEnum):
    """How far a session is."""

    OPEN = "open"
    CLOSED = "closed"
    ENDED_EARLY = "ended_early"


class Piece(BaseModel):
    """A frozen part of a session."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Piece):
    """Something that was written down.

    *field* is the activity's field, *stage* the stage, *child* the person id of the one child that it is about (``None``
    for all of them), *author* empty where a stage keeps ideas without names.
    """

    id: str
    field: str
    stage: str
    text: SafeText
    at: datetime
    destination: Destination
    author: Line = Line()
    child: str | None = None
    about: tuple[str, ...] = ()
    source: Literal["", "seen", "told", "reported", "assumed"] = ""


class Change(Piece):
    """A dated step in the life of a hypothesis: its new state and why."""

    at: datetime
    status: str
    because: SafeText = SafeText()


class Hypothesis(Piece):
    """An idea to test, never a finding (Selvini Palazzoli, Boscolo, Cecchin & Prata 1980; Cecchin 1987)."""

    id: str
    stage: str
    statement: SafeText
    at: datetime
    makes_sense: SafeText = SafeText()
    child_inside: SafeText = SafeText()
    why_now: SafeText = SafeText()
    would_fit: SafeText = SafeText()
    would_drop: SafeText = SafeText()
    about: tuple[str, ...] = ()
    status: Literal["idea", "tested", "growing", "fading", "dropped", "shared"] = "idea"
    history: tuple[Change, ...] = ()


class Action(Piece):
    """A next step: what, who, by when, for which child, and how anyone will know that it is done.

    *when* keeps the words as typed; *due* is the day they mean, where they name one.
    """

    id: str
    stage: str
    what: SafeText
    owner: Line
    when: Line = Line()
    due: date | None = None
    child: str | None = None
    done_when: SafeText = SafeText()
    destination: Destination = Destination.CHILD_FILE
    state: Literal["open", "done", "part", "not_done", "not_needed"] = "open"
    at: datetime


class Decision(Piece):
    """A decision with its reason, who made it, and how the family will be told."""

    id: str
    stage: str
    what: SafeText
    because: SafeText
    considered: SafeText = SafeText()
    decided_by: Line
    family_told: SafeText
    destination: Destination = Destination.CHILD_FILE
    at: datetime


class AskedQuestion(Piece):
    """A question that was kept for a visit, or passed over."""

    prompt_id: str
    text: SafeText
    stage: str
    kept: bool
    about: tuple[str, ...] = ()
    destination: Destination = Destination.FAMILY_WORK


class Seat(Piece):
    """Who holds a role."""

    role: str
    name: Line = Line()


class StageTime(Piece):
    """The time of one stage: *used* in seconds, *extra* in minutes, and why it was skipped, if it was."""

    used: float = 0.0
    extra: int = 0
    skipped: SafeText | None = None
    visited: bool = False


class Draft(Piece):
    """Words being typed right now, so that a killed process loses at most the last second of them."""

    stage: str
    field: str
    child: str | None = None
    text: SafeText
    destination: Destination
    rewriting: str = ""


class Session(Piece):
    """A session as it stands."""

    id: str
    template_id: str
    status: SessionStatus = SessionStatus.OPEN
    started: datetime
    touched: datetime
    ended: datetime | None = None
    facilitator: Line
    family_id: str | None = None
    family_ref: Line = Line()
    children: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()
    stage: str
    since: datetime | None = None
    times: dict[str, StageTime] = {}
    entries: tuple[Entry, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    drafts: tuple[Draft, ...] = ()
    overridden: tuple[str, ...] = ()
    number: int = 0

    def apart(self) -> tuple[Self, PrivatePart]:
        """This session without what is private to its author, and that private part."""
        private = tuple(entry for entry in self.entries if entry.destination is Destination.PRIVATE)
        drafts = tuple(draft for draft in self.drafts if draft.destination is Destination.PRIVATE)
        shared = self.model_copy(
            update={
                "entries": tuple(entry for entry in self.entries if entry.destination is not Destination.PRIVATE),
                "drafts": tuple(draft for draft in self.drafts if draft.destination is not Destination.PRIVATE),
            }
        )
        return shared, PrivatePart(entries=private, drafts=drafts)

    def joined(self, private: PrivatePart) -> Self:
        """This session with its author's private part again."""
        return self.model_copy(
            update={"entries": (*self.entries, *private.entries), "drafts": (*self.drafts, *private.drafts)}
        )

    def seat(self, role: str) -> Line:
        """Who holds *role*; empty when nobody does."""
        return next((seat.name for seat in self.seats if seat.role == role), Line())

    def entries_in(self, field: str, child: str | None = None) -> tuple[Entry, ...]:
        """What was written in *field* about *child*."""
        return tuple(entry for entry in self.entries if entry.field == field and entry.child == child)


class PrivatePart(Piece):
    """What a session holds for its author's eyes only."""

    entries: tuple[Entry, ...] = ()
    drafts: tuple[Draft, ...] = ()
