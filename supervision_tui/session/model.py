"""A session as data: frozen, whole in JSON, and free of any clock or disk of its own.

A family is named by reference; children by their ids in it. Words with the destination ``none`` are never part of it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field

from supervision_tui.days import weekday_in_words
from supervision_tui.practice import Destination
from supervision_tui.practice.library import FrozenModel
from supervision_tui.text import Line, SafeText

PersonId = Annotated[str, Field(max_length=64, exclude_if=lambda ident: not ident)]
"""The id of a practitioner beside the name they were written under; not stored where nobody of the list is meant."""


class SessionStatus(StrEnum):
    """How far a session is."""

    OPEN = "open"
    CLOSED = "closed"
    ENDED_EARLY = "ended_early"


EvidenceSource = Literal["", "seen", "told", "reported", "assumed"]
"""How we know something: seen by a worker, told by the person, reported by somebody else, or assumed so far."""


STALE_AFTER = timedelta(weeks=8)
"""How long an idea may rest before it is asked about again."""


class Entry(FrozenModel):
    """Something that was written down.

    *field* is the activity's field, *stage* the stage, *child* the person id of the one child that it is about
    (``None`` for all of them, or for several, whose ids are in *children*), *author* empty where a stage keeps ideas
    without names, *source* how we know it. Where the field is a form, *parts* hold its answers by part and *text*
    reads them as lines.
    """

    id: str
    field: str
    stage: str
    text: SafeText
    at: datetime
    destination: Destination
    author: Line = Line()
    author_id: PersonId = ""
    child: str | None = None
    children: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    source: EvidenceSource = ""
    parts: dict[str, SafeText] = Field(default_factory=dict)

    def model_post_init(self, _context: object) -> None:
        """Share with other notes which fields were given: a set for each takes more memory than its words."""
        given = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN_FIELDS.setdefault(frozenset(given), given))


_GIVEN_FIELDS: dict[frozenset[str], set[str]] = {}
"""The sets of fields that notes were made with, each once."""
HypothesisStatus = Literal["idea", "tested", "growing", "fading", "dropped", "shared"]
"""How a hypothesis stands."""


class StatusChange(FrozenModel):
    """A dated step in the life of a hypothesis: its new state and why."""

    at: datetime
    status: HypothesisStatus
    because: SafeText = SafeText()


class Hypothesis(FrozenModel):
    """An idea to test, never a finding (Selvini Palazzoli, Boscolo, Cecchin & Prata 1980; Cecchin 1987).

    *about* are the people whom it links, *level* the context that it looks at, *rival_of* the idea that it answers.
    """

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
    level: Line = Line()
    rival_of: str = ""
    destination: Destination = Destination.FAMILY_WORK
    status: HypothesisStatus = "idea"
    history: tuple[StatusChange, ...] = ()

    def stale(self, now: datetime) -> bool:
        """Whether nobody has looked at it for eight weeks, though it is still alive."""
        last = self.history[-1].at if self.history else self.at
        return self.status != "dropped" and now - last >= STALE_AFTER


ActionState = Literal["open", "done", "part", "not_done", "not_needed"]
"""What became of a step: nothing said yet, done, done in part, not done, or no longer needed."""


class Action(FrozenModel):
    """A next step: what, who, by when, for which child or *children*, what limits it, how anyone will know it is done.

    *when* keeps the words as typed; *due* is the day they mean, where they name one.
    """

    id: str
    stage: str
    what: SafeText
    owner: Line
    owner_id: PersonId = ""
    when: Line = Line()
    due: date | None = None
    child: str | None = None
    children: tuple[str, ...] = ()
    done_when: SafeText = SafeText()
    constraint: SafeText = SafeText()
    serves: Line = Line()
    destination: Destination = Destination.CHILD_FILE
    state: ActionState = "open"
    at: datetime

    @property
    def who(self) -> str:
        """Who does it, in words: a step may be kept before anybody has it."""
        return self.owner or "nobody yet"

    @property
    def by_when(self) -> str:
        """By when: the day that was meant, since "Friday" misleads a week later; where none was, the words typed."""
        return weekday_in_words(self.due) if self.due else self.when or "no day"


class Carried(FrozenModel):
    """A step agreed in the earlier session *session_id*, *since* when, met again.

    *discussed* counts the sessions that met it before and found that nothing had moved.
    """

    action: Action
    session_id: str
    since: datetime
    discussed: int = 0


class Decision(FrozenModel):
    """A decision with its reason, who made it, how the family will be told, and in words for the child."""

    id: str
    stage: str
    what: SafeText
    because: SafeText
    considered: SafeText = SafeText()
    decided_by: Line
    decided_by_id: PersonId = ""
    family_told: SafeText
    child_words: SafeText = SafeText()
    child: str | None = None
    children: tuple[str, ...] = ()
    destination: Destination = Destination.CHILD_FILE
    at: datetime


class AskedQuestion(FrozenModel):
    """A question that was kept for a visit, or passed over; *asked* once it was, with what came back.

    One that is *for_session* stands among the questions of every stage.
    """

    prompt_id: str
    text: SafeText
    stage: str
    kept: bool
    about: tuple[str, ...] = ()
    destination: Destination = Destination.FAMILY_WORK
    asked: bool = False
    came_back: SafeText = SafeText()
    for_session: bool = False


FACILITATOR = "facilitator"
"""The role of who holds the time and the order of a session."""
ALSO = "also."
"""How the seat begins of somebody who is there without a role; its name says as what: "Noor, student"."""


class Seat(FrozenModel):
    """Who holds a role: the *name* as it is shown, the *person* where it is somebody on the list of people."""

    role: str
    name: Line = Line()
    person: PersonId = ""


class StageTime(FrozenModel):
    """The time of one stage: *used* in seconds, *extra* in minutes, and why it was skipped, if it was."""

    used: float = 0.0
    extra: int = 0
    skipped: SafeText | None = None
    visited: bool = False


class Draft(FrozenModel):
    """Words being typed right now, so that a killed process loses at most the last second of them.

    A form that was begun and not finished has an *id*: it waits, under its own name, until it is opened again.
    *rewriting* is the id of what it changes.
    """

    stage: str
    field: str
    child: str | None = None
    text: SafeText
    destination: Destination
    rewriting: str = ""
    id: str = ""


TrayMark = Literal["", "idea", "fact", "question", "step", "decision", "for_presenter", "private"]
"""What a line in the tray is meant as; nothing where nobody has said so yet."""


class TrayLine(FrozenModel):
    """A line that was jotted down: it belongs to nobody's file until it is placed.

    *mark*: what it is meant as. *placed*: the id of what it became, or of the form's draft that it waits in. Its
    *destination* is ``none``, or ``private`` once it was placed as something private. Where what it became is gone
    again, by undo, the line waits again.
    """

    id: str
    text: SafeText
    at: datetime
    mark: TrayMark = ""
    placed: str = ""
    thrown_away: bool = False
    destination: Destination = Destination.NONE


class Session(FrozenModel):
    """A session as it stands; *follows* is the id of the one that it looks back on.

    A meeting about several families holds their ids in *families*, those thought about in depth in *chosen*, and whose
    part is in hand in *at_family*; each family's part is a session of its own that names its *meeting*.
    *carried* are steps agreed in earlier sessions about the family, *opened_on* the first words rehearsed last time.
    *tray* holds lines that were jotted down and belong to no file yet.
    """

    id: str
    template_id: str
    status: SessionStatus = SessionStatus.OPEN
    started: datetime
    touched: datetime
    ended: datetime | None = None
    facilitator: Line
    facilitator_id: PersonId = ""
    family_id: str | None = None
    family_ref: Line = Line()
    children: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()
    stage: str
    since: datetime | None = None
    times: dict[str, StageTime] = Field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    drafts: tuple[Draft, ...] = ()
    tray: tuple[TrayLine, ...] = ()
    overridden: tuple[str, ...] = ()
    number: int = 0
    follows: str | None = None
    meeting: str | None = None
    families: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    at_family: str = ""
    carried: tuple[Carried, ...] = ()
    opened_on: SafeText = SafeText()

    def split_private(self) -> tuple[Self, PrivatePart]:
        """This session without what is private to its author, and that private part."""
        private = {name: _of(getattr(self, name), private=True) for name in PRIVATE_TOO}
        shared = {name: _of(getattr(self, name), private=False) for name in PRIVATE_TOO}
        return self.model_copy(update=shared), PrivatePart.model_validate(private)

    def private_part(self) -> PrivatePart:
        """What is private to its author."""
        return PrivatePart.model_validate({name: _of(getattr(self, name), private=True) for name in PRIVATE_TOO})

    def joined(self, private: PrivatePart) -> Self:
        """This session with its author's private part again, in the order in which things were written."""
        both = {name: _in_order((*getattr(self, name), *getattr(private, name))) for name in PRIVATE_TOO}
        return self.model_copy(update=both)

    def seat(self, role: str) -> Line:
        """Who holds *role*; empty when nobody does."""
        return next((seat.name for seat in self.seats if seat.role == role), Line())

    @property
    def presenter_id(self) -> str:
        """The id of whose work is looked at: who presents, or else who leads."""
        seat = next((seat for seat in self.seats if seat.role == "presenter" and seat.name), None)
        return seat.person if seat else self.facilitator_id

    @property
    def anything(self) -> bool:
        """Whether anything was written, or anybody given a role; what was taken over untouched does not count."""
        written = (name for name in PRIVATE_TOO if name != "hypotheses")
        return (
            any(getattr(self, name) for name in written)
            or any(self.looked_at(idea) for idea in self.hypotheses)
            or any(seat.name for seat in self.seats)
        )

    def looked_at(self, idea: Hypothesis) -> bool:
        """Whether *idea* was written or weighed in this session, not only taken over from an earlier one."""
        last = idea.history[-1].at if idea.history else idea.at
        return max(last, idea.at) >= self.started

    @property
    def private_entry_count(self) -> int:
        """How many things in it are private to their author."""
        _, private = self.split_private()
        return sum(len(getattr(private, name)) for name in PRIVATE_TOO if name not in {"drafts", "tray"})

    def kept_in(self, stage: str) -> int:
        """How many notes, ideas, steps and decisions were kept in *stage* (an id)."""
        ideas, steps = (item.stage for item in self.hypotheses), (item.stage for item in self.actions)
        notes, decisions = (item.stage for item in self.entries), (item.stage for item in self.decisions)
        return [*notes, *ideas, *steps, *decisions].count(stage)

    def entries_in(self, field: str, child: str | None = None) -> tuple[Entry, ...]:
        """What was written in *field*: all of it, or what is about *child*, alone, with others, or with all of them."""

        def meant(entry: Entry) -> bool:
            return child in {None, entry.child} or (entry.child is None and child in (entry.children or (child,)))

        return tuple(entry for entry in self.entries if entry.field == field and meant(entry))


class PrivatePart(FrozenModel):
    """What a session holds for its author's eyes only."""

    entries: tuple[Entry, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    drafts: tuple[Draft, ...] = ()
    tray: tuple[TrayLine, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing private."""
        return not any(getattr(self, name) for name in PRIVATE_TOO)


PRIVATE_TOO = ("entries", "hypotheses", "actions", "decisions", "questions", "drafts", "tray")
"""What may be private: the parts of a session whose things name their destination."""

Thing = Entry | Hypothesis | Action | Decision | AskedQuestion | Draft | TrayLine


def _of(things: tuple[Thing, ...], *, private: bool) -> tuple[Thing, ...]:
    return tuple(thing for thing in things if (thing.destination is Destination.PRIVATE) is private)


def _in_order(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """*things* by the number that ends their id; those without one, such as drafts, keep their place."""

    def number(thing: Thing) -> int:
        last = str(getattr(thing, "id", "")).rpartition(".")[2]
        return int(last) if last.isascii() and last.isdigit() else 0

    return tuple(sorted(things, key=number))
