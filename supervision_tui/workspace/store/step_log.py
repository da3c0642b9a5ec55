"""What became of steps outside sessions: done, part, not needed, a new day; and steps that were agreed between two.

Each change is read like a short closed session in which it was said, so that everything that looks at steps sees it.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import ClassVar

from pydantic import AwareDatetime, BaseModel, ConfigDict

from supervision_tui.days import weekday_in_words
from supervision_tui.practice import Destination
from supervision_tui.session import Action, SessionStatus
from supervision_tui.session.carry_over import IN_WORDS, OUTCOME_WORDS, STEP
from supervision_tui.session.due_days import read_due_day
from supervision_tui.session.model import ActionState
from supervision_tui.text import Line, SafeText
from supervision_tui.workspace.store.repository import Repository, Store
from supervision_tui.workspace.store.search import OPEN_TO_SEARCH
from supervision_tui.workspace.store.session_index import DocumentIndex, EntryExcerpt, SessionSummary

NO_DAY = frozenset({"no day", "none", "no"})
"""Said where a step has no day."""
TITLE = "What became of steps"
"""What lists and searches call the steps that were noted outside sessions."""
NO_FAMILY = "no-family"
"""The id of the document with the steps that belong to no family."""
WORDS_OF = {state: words for words, state in IN_WORDS.items()}
"""What can become of a step, in the words in which a session says it."""


class StepChangeError(ValueError):
    """A step cannot be changed so; the message says why."""


class StepChange(BaseModel):
    """One thing that was noted about a step.

    *state* and *why* say what became of it; *action* is the step with its new day, or one that was agreed outside a
    session.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    step: str
    at: datetime
    by: Line
    destination: Destination = Destination.CHILD_FILE
    state: ActionState = "open"
    why: SafeText = SafeText()
    action: Action | None = None

    @property
    def in_words(self) -> str:
        """What was noted, without the step's own words: "done, because she rang" or "new day: 4 December"."""
        if self.action is None:
            return _in_words(self.state, self.why, None)
        return _in_words("open", self.why, self.action.due, agreed=self.is_agreed)

    @property
    def is_agreed(self) -> bool:
        """Whether the step itself was agreed so, outside a session."""
        return self.action is not None and self.action.at == self.at

    @property
    def for_others(self) -> StepNote | None:
        """What another notebook is told of it; of a step that was agreed the step itself tells everything."""
        if self.is_agreed:
            return None
        due = self.action.due if self.action else None
        return StepNote(step=self.step, at=self.at, state=self.state, why=self.why, due=due)


class StepNote(BaseModel):
    """What was noted about a step, as another notebook is told: what became of it and why, or its new day; not by whom.

    *state* is "open" where it was given another day: *due*, or none.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    step: str
    at: AwareDatetime
    state: ActionState = "open"
    why: SafeText = SafeText()
    due: date | None = None

    @property
    def in_words(self) -> str:
        """As :attr:`StepChange.in_words`."""
        return _in_words(self.state, self.why, self.due)


class StepHistory(BaseModel):
    """Everything that was noted about the step of an *id*, the oldest first, as another notebook is told."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    id: str
    notes: tuple[StepNote, ...] = ()


class StepChanges(BaseModel):
    """Everything that was noted about the steps of one family, the oldest first."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    changes: tuple[StepChange, ...] = ()


class StepLog(Repository[StepChanges]):
    """What was noted about steps outside sessions, under the id of their family."""

    kind: ClassVar[str] = "steps"
    model = StepChanges

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._index = DocumentIndex(store.vault, self.kind, StepChanges)
        self.noted_now: list[tuple[str, StepChange]] = []
        """The family's id and what was noted, of everything noted in this sitting, the newest last."""

    def title_of(self, document: StepChanges) -> str:
        """The words that a list shows; never a name."""
        del document
        return TITLE

    def words_of(self, document: StepChanges) -> str:
        """What was noted, as the steps of a session are found."""
        open_to_search = (change for change in document.changes if change.destination in OPEN_TO_SEARCH)
        return "\n".join(text for change in open_to_search for text in _words_of(change))

    def refresh_search_words(self) -> None:
        """Save what an earlier program kept without the words by which it is found, once, as it is.

        Raises:
            VaultError: it could not be kept.
        """
        for heading in self.headings():
            if not heading.title and (noted := self.find(heading.id)) is not None:
                self.put(noted, heading.id)

    def changes(self, family_id: str) -> tuple[StepChange, ...]:
        """Everything that was noted about the steps of that family outside sessions, the oldest first."""
        return (self.find(family_id or NO_FAMILY) or StepChanges()).changes

    def note_outcome(self, family_id: str, action: Action, state: ActionState, why: str, *, at: datetime) -> None:
        """Keep what became of a step; what is not finished needs a word why.

        Raises:
            StepChangeError: "part" or "not done" is given without a reason, or nothing became of it.
            VaultError: it could not be kept.
        """
        reason = SafeText(why.strip())
        if state not in WORDS_OF:
            raise StepChangeError(f"What became of it? One of: {', '.join(IN_WORDS)}. Nothing was changed.")
        if state != "done" and not reason:
            raise StepChangeError("Please say why, in a few words. Nothing was changed.")
        change = StepChange(
            step=action.id, at=at, by=self._author, destination=action.destination, state=state, why=reason
        )
        self._add(family_id, change)

    def note_day(self, family_id: str, action: Action, when: str, why: str, *, at: datetime) -> date:
        """Give a step another day, in words; the day that they mean.

        Raises:
            StepChangeError: the words name no day, or two.
            VaultError: it could not be kept.
        """
        due = due_day_of(when, at.astimezone().date())
        moved = action.model_copy(update={"when": Line(when), "due": due})
        change = StepChange(
            step=action.id, at=at, by=self._author, destination=action.destination, why=SafeText(why), action=moved
        )
        self._add(family_id, change)
        return due

    def note_new(self, family_id: str, action: Action, *, at: datetime) -> None:
        """Keep a step that was agreed outside a session.

        Raises:
            VaultError: it could not be kept.
        """
        change = StepChange(step=action.id, at=at, by=self._author, destination=action.destination, action=action)
        self._add(family_id, change)

    def take_back(self, family_id: str, step_id: str = "") -> StepChange | None:
        """Take back what was noted last about a step of that family, or about that one step; what it was, or ``None``.

        Raises:
            VaultError: it could not be kept.
        """
        of_step = [change for change in self.changes(family_id) if not step_id or change.step == step_id]
        return self._without(family_id, of_step[-1]) if of_step else None

    def take_back_newest(self, family_id: str | None = None) -> StepChange | None:
        """Take back what was noted last in this sitting, of that family if one is given; what it was, or ``None``.

        Raises:
            VaultError: it could not be kept.
        """
        mine = [noted for noted in self.noted_now if family_id is None or noted[0] == family_id]
        if not mine:
            return None
        self.noted_now.remove(mine[-1])
        return self._without(*mine[-1])

    def _without(self, family_id: str, change: StepChange) -> StepChange | None:
        """Keep everything but *change*, which is given back; ``None`` where it is no longer there."""
        before = list(self.changes(family_id))
        if change not in before:
            return None
        del before[len(before) - 1 - before[::-1].index(change)]
        self.put(StepChanges(changes=tuple(before)), family_id or NO_FAMILY)
        self.noted_now = [noted for noted in self.noted_now if noted != (family_id, change)]
        return change

    def families_of(self, step_id: str) -> list[str]:
        """The ids of the families of whose steps the one of that id was noted about; "" for steps of no family."""
        return [
            "" if ident == NO_FAMILY else ident
            for ident, noted in self._index.by_id().items()
            if any(change.step == step_id for change in noted.changes)
        ]

    def of_step(self, family_id: str, step_id: str) -> tuple[StepChange, ...]:
        """What was noted about one step outside sessions, the oldest first."""
        return tuple(change for change in self.changes(family_id) if change.step == step_id)

    def summaries(self) -> list[SessionSummary]:
        """Each change as lists of steps take it: like a closed session in which it was said."""
        return [
            _summary(family_id, number, change)
            for family_id, noted in self._index.by_id().items()
            for number, change in enumerate(noted.changes, 1)
        ]

    def _add(self, family_id: str, change: StepChange) -> None:
        ident = family_id or NO_FAMILY
        before = self.find(ident) or StepChanges()
        self.put(StepChanges(changes=(*before.changes, change)), ident)
        self.noted_now.append((family_id, change))


def due_day_of(words: str, today: date) -> date:
    """The one day that *words* mean as one by which something is due.

    Raises:
        StepChangeError: they name none, or something is to be asked about first.
    """
    reading = read_due_day(words, today)
    if reading.day is None or reading.ask or reading.others:
        why = reading.ask or f"'{words[:40]}' is not read as a day. Write it as 4/12/2026, or in 2 weeks."
        raise StepChangeError(f"{why} Nothing was changed.")
    return reading.day


def agreed_step(what: str, who: str, when: str, children: Sequence[str], *, at: datetime) -> Action:
    """A step that was agreed outside a session, for the *children* of these ids; *when* in words, "no day" for none.

    Raises:
        StepChangeError: it has no words, or *when* names no day.
    """
    if not what.strip():
        raise StepChangeError("Please say in a few words what is to be done. Nothing was changed.")
    due = None if when.strip().casefold() in NO_DAY else due_day_of(when, at.astimezone().date())
    return Action(
        id=f"step-{secrets.token_hex(4)}",
        stage="",
        what=SafeText(what.strip()),
        owner=Line(who),
        when=Line("" if due is None else when),
        due=due,
        child=children[0] if len(children) == 1 else None,
        children=tuple(children) if len(children) > 1 else (),
        at=at,
    )


def _in_words(state: ActionState, why: SafeText, due: date | None, *, agreed: bool = False) -> str:
    because = f": {why}" if why else ""
    if state != "open":
        return f"{OUTCOME_WORDS[state]}{because}"
    day = f"by {weekday_in_words(due)}" if due else "no day"
    return f"{'agreed, ' if agreed else 'a new day, '}{day}{because}"


def _words_of(change: StepChange) -> Iterator[str]:
    if change.action is not None:
        yield f"{change.action.what} {change.action.owner}"
    if change.why:
        yield str(change.why)


def outcome_entry(
    step: str, state: ActionState, why: SafeText, destination: Destination = Destination.CHILD_FILE
) -> EntryExcerpt:
    """What became of the step of that id and *why*, as a session has it."""
    parts = {"state": SafeText(WORDS_OF.get(state, "")), "why": why}
    return EntryExcerpt(field=f"{STEP}{step}", destination=destination, parts=parts)


def _summary(ident: str, number: int, change: StepChange) -> SessionSummary:
    unchanged = change.action is None
    entry = outcome_entry(change.step, change.state, change.why, change.destination)
    return SessionSummary(
        id=f"steps-{ident}-{number}",
        template_id="",
        status=SessionStatus.CLOSED,
        started=change.at,
        ended=change.at,
        family_id=None if ident == NO_FAMILY else ident,
        family_ref=Line("" if ident == NO_FAMILY else ident),
        entries=(entry,) if unchanged else (),
        actions=() if change.action is None else (change.action,),
    )
