"""The one who leads edits the session: every act is a step to a new frozen session, and each can be taken back.

The editor touches no disk and reads no clock; *now* is always given.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self, TypeVar

from supervision_tui.people import NOBODY, Directory
from supervision_tui.practice import Destination, SessionTemplate, Stage
from supervision_tui.session.clock import Clock, StageLine, agenda_at, clock_at, stop_clock, time_of
from supervision_tui.session.drafts import draft_in, with_draft
from supervision_tui.session.fields import SessionItem, Slot, must_choose
from supervision_tui.session.form_filling import filled_form, form_values, next_id, note_children, with_person
from supervision_tui.session.history import EditHistory
from supervision_tui.session.mapping_kind import reword_for_mapping
from supervision_tui.session.model import (
    FACILITATOR,
    AskedQuestion,
    Draft,
    Entry,
    EvidenceSource,
    Session,
    SessionStatus,
    StageTime,
)
from supervision_tui.session.present_names import author_fields, seat_of
from supervision_tui.session.reclassify import moved
from supervision_tui.session.stages import StageLockedError, why_locked
from supervision_tui.session.tray.fields import former_slots, session_slots
from supervision_tui.session.tray.state import without_item
from supervision_tui.text import Line, SafeText

ItemT = TypeVar("ItemT", bound=SessionItem)


class SessionEditor:
    """A session in the hands of the person who leads it: the session, its format, and the steps that led here.

    Args:
        session: as it stands.
        template: the format that it follows.
        directory: who is on the list of people: whom names mean that are typed.
    """

    def __init__(self, session: Session, template: SessionTemplate, directory: Directory = NOBODY) -> None:
        self.session = session
        self._template = template
        self._history = EditHistory()
        self.directory = directory

    @property
    def template(self) -> SessionTemplate:
        """The format that it follows, in the words of the map that was chosen."""
        return reword_for_mapping(self._template, self.session)

    @classmethod
    def start(
        cls,
        template: SessionTemplate,
        *,
        session_id: str,
        facilitator: str,
        now: datetime,
        family_id: str | None = None,
        children: tuple[str, ...] = (),
        follows: str | None = None,
        meeting: str | None = None,
        directory: Directory = NOBODY,
    ) -> Self:
        """Begin at the first stage."""
        first = template.stages[0].id
        leads, leads_id = directory.resolve(facilitator)
        session = Session(
            id=session_id,
            template_id=template.id,
            started=now,
            touched=now,
            since=now,
            facilitator=Line(leads),
            facilitator_id=leads_id,
            family_id=family_id,
            family_ref=Line(family_id or ""),
            children=children,
            stage=first,
            times={first: StageTime(visited=True)},
            follows=follows,
            meeting=meeting,
        )
        editor = cls(session, template, directory)
        first_role = "presenter" if template.people[1] == 1 else FACILITATOR
        if template.role(first_role):
            editor.seat(first_role, Line(leads), now)
            editor.forget_steps()
        return editor

    @classmethod
    def resume(cls, session: Session, template: SessionTemplate, now: datetime, directory: Directory = NOBODY) -> Self:
        """Go on with a session that was left or cut off: the time it lay still does not count."""
        editor = cls(session, template, directory)
        left = session if session.since is None else editor.stopped(max(session.since, session.touched))
        editor.session = left.model_copy(update={"since": now, "touched": now})
        return editor

    def step(self, words: str, now: datetime, base: Session | None = None, **changed: Any) -> None:
        """Take a step: remember where we stood, then change the session (*base* where it was prepared already)."""
        self._history.remember(self.session, words)
        touched = max(now, self.session.touched)
        self.session = (base or self.session).model_copy(update={**changed, "touched": touched})

    def forget_steps(self) -> None:
        """Nothing before this can be taken back."""
        self._history.forget()

    def steps_to_undo(self, most: int, *, with_words: bool = True) -> tuple[str, ...]:
        """What :meth:`undo` would take back, the newest first; *with_words* of notes unless they are private."""
        return self._history.steps(self.session, most, with_words=with_words)

    def undo(self, adding: str = "") -> str:
        """Take the last step back, or only one that put *adding* (an id) there; returns what it was, or nothing."""
        self.session, words = self._history.undo(self.session, adding)
        return words

    def redo(self) -> str:
        """Take the step again that was taken back last; returns what it was, or nothing."""
        self.session, words = self._history.redo(self.session)
        return words

    @property
    def stage(self) -> Stage:
        """The stage we are in."""
        return self.template.stage(self.session.stage)

    @property
    def number(self) -> int:
        """Its number, from 1."""
        return self.template.stages.index(self.stage) + 1

    @property
    def following(self) -> Stage | None:
        """The stage after this one, if there is one."""
        at = self.number
        return self.template.stages[at] if at < len(self.template.stages) else None

    def clock(self, now: datetime) -> Clock:
        """The clock at *now*."""
        return clock_at(self.session, self.template, now)

    def agenda(self, now: datetime) -> tuple[StageLine, ...]:
        """Every stage with its state."""
        return agenda_at(self.session, self.template, now)

    def next(self, now: datetime) -> None:
        """Go to the following stage.

        Raises:
            StageLockedError: it waits for another stage.
        """
        if self.following is not None:
            self.go(self.following.id, now)

    def back(self, now: datetime) -> None:
        """Go to the stage before."""
        if self.number > 1:
            self.go(self.template.stages[self.number - 2].id, now)

    def go(self, stage_id: str, now: datetime, *, override: bool = False) -> None:
        """Go to any stage.

        Raises:
            StageLockedError: it waits for another stage, and *override* is not given.
        """
        reason = self.blocked(stage_id)
        if reason and not override:
            raise StageLockedError(reason)
        stopped = self.stopped(now)
        time = time_of(stopped, stage_id).model_copy(update={"visited": True, "skipped": None})
        changed: dict[str, object] = {
            "stage": stage_id,
            "since": None if self.session.since is None else now,
            "times": {**stopped.times, stage_id: time},
        }
        if reason:
            changed["overridden"] = (*self.session.overridden, stage_id)
        self.step(f"went to {self.template.stage(stage_id).title}", now, stopped, **changed)

    def blocked(self, stage_id: str) -> str:
        """Why *stage_id* cannot be gone to yet, as a sentence; empty when it can."""
        return why_locked(self.session, self.template, stage_id)

    def skip(self, reason: str, now: datetime) -> None:
        """Leave this stage out, with a *reason*, and go on.

        Raises:
            StageLockedError: the following stage waits for another one.
        """
        here, following = self.session.stage, self.following
        if following is None:
            return
        self.next(now)
        self.leave_out(here, reason)

    def leave_out(self, stage_id: str, reason: str) -> None:
        """Note that a stage was left out, and why."""
        time = time_of(self.session, stage_id).model_copy(update={"skipped": SafeText(reason)})
        self.session = self.session.model_copy(update={"times": {**self.session.times, stage_id: time}})

    def more_time(self, minutes: int, now: datetime, *, lender: str = "") -> None:
        """Give this stage *minutes* more: from the later stage *lender* (an id), or from the end."""
        words = f"gave {minutes} more minutes"
        times = self.session.times
        for stage, more in ((self.session.stage, minutes), (lender, -minutes)):
            if stage:
                time = time_of(self.session, stage)
                times = {**times, stage: time.model_copy(update={"extra": time.extra + more})}
        self.step(f"{words}, from {self.template.stage(lender).title}" if lender else words, now, times=times)

    def pause_clock(self, now: datetime) -> None:
        """Stop the clock."""
        if self.session.since is not None:
            self.step("paused", now, self.stopped(now), since=None)

    def restart_clock(self, now: datetime) -> None:
        """Let the clock run again."""
        if self.session.since is None:
            self.step("went on", now, since=now)

    def ended(self, now: datetime, *, early: bool = False) -> Session:
        """The session as it is once closed: the clock stops, drafts and what is private go.

        Words that belong to nobody's file are not in it; people who want to keep theirs copy them first.
        """
        status = SessionStatus.ENDED_EARLY if early else SessionStatus.CLOSED
        shared, _ = self.stopped(now).split_private()
        changes = {"since": None, "ended": now, "touched": now, "status": status, "drafts": (), "tray": ()}
        return shared.model_copy(update=changes)

    def stopped(self, now: datetime) -> Session:
        """The session with the running stage's time added up to *now*."""
        return stop_clock(self.session, now)

    def slots(self) -> tuple[Slot, ...]:
        """Everything that can be filled in the present stage."""
        of = (self.template.stage(self.session.stage), self.template, self.session)
        return (*session_slots(*of), *former_slots(*of))

    def write(
        self,
        slot: Slot,
        text: str,
        now: datetime,
        *,
        author: str = "",
        source: EvidenceSource = "",
        whom: str = "",
    ) -> Entry | None:
        """Keep *text* in *slot*; an answer of one line takes the place of the one before. Empty words keep nothing.

        *source* tells how we know a fact; *whom* for which children it is, as a form has it.

        Raises:
            ValueError: the slot's words are not written down at all.
            ChildMissingError: they go to the file of a child, and nobody has said of which.
        """
        words = SafeText(text.strip())
        if slot.field.destination is Destination.NONE:
            raise ValueError("Nothing is written down here.")
        if slot.field.kind == "seat":
            self.seat(slot.field.id, Line(words), now)
            return None
        children = note_children(self.session, slot, whom) if words else {}
        old = self.answers(slot, whom) if slot.field.kind == "line" else ()
        if not words:
            if old:
                self.take_back(old[0].id, now)
            return None
        stage = self.template.stage(slot.stage)
        entry = Entry(
            id=old[0].id if old else next_id(self.session),
            field=slot.field.id,
            stage=stage.id,
            text=words,
            at=now,
            destination=slot.field.destination,
            **author_fields("" if stage.unattributed else author, self.directory),
            source=source,
            **children,
        )
        entries = self._replaced(entry) if old else (*self.session.entries, entry)
        self.step("wrote a note", now, entries=entries, number=self.session.number + (0 if old else 1))
        return entry

    def answers(self, slot: Slot, whom: str = "") -> tuple[Entry, ...]:
        """What was written in *slot*; where it is for children that are chosen, only what is for those of *whom*."""
        found = self.session.entries_in(slot.field.id, slot.child)
        if not (whom and must_choose(slot, self.session)):
            return found
        wanted = note_children(self.session, slot, whom)
        return tuple(entry for entry in found if wanted.items() <= dict(entry).items())

    def rewrite(self, entry_id: str, text: str, now: datetime) -> None:
        """Change the words of an entry; empty words take it back."""
        words = SafeText(text.strip())
        entry = next((entry for entry in self.session.entries if entry.id == entry_id), None)
        if entry is None:
            return
        if not words:
            self.take_back(entry_id, now)
        elif words != entry.text:
            self.step("changed a note", now, entries=self._replaced(entry.model_copy(update={"text": words})))

    def take_back(self, item_id: str, now: datetime) -> None:
        """Remove an entry, idea, step or decision."""
        changed: dict[str, Any] = {
            name: remaining
            for name in ("entries", "hypotheses", "actions", "decisions")
            if len(remaining := tuple(item for item in getattr(self.session, name) if item.id != item_id))
            < len(getattr(self.session, name))
        }
        if changed:
            self.step("took a note back", now, without_item(self.session, item_id), **changed)

    def seat(self, role: str, name: Line, now: datetime) -> None:
        """Give *role* to the person called *name*."""
        seats = tuple(seat for seat in self.session.seats if seat.role != role)
        self.step("gave a role", now, seats=(*seats, seat_of(role, name, self.directory)))

    def fill(self, slot: Slot, values: Mapping[str, str], now: datetime, *, item_id: str = "") -> None:
        """Keep a form: a note with parts, an idea, a next step or a decision; *item_id* names the one that is changed.

        Raises:
            PartMissingError: a part that is needed is empty, or holds no number where one is asked for.
            NamesakeError: a name in it may mean several people.
        """
        filled = filled_form(self.session, self.template, slot, values, now, item_id)
        items = _put(getattr(self.session, filled.collection), with_person(filled.item, self.directory))
        number = self.session.number + (1 if filled.new else 0)
        self.step(filled.words, now, None, **{filled.collection: items, "number": number})

    def values(self, slot: Slot, item_id: str) -> dict[str, str]:
        """The words that stand in the parts of *slot*'s form for the item called *item_id*."""
        return form_values(self.session, slot, item_id)

    def set_source(self, entry_id: str, source: EvidenceSource, now: datetime) -> None:
        """Say how we know what a note says."""
        for entry in self.session.entries:
            if entry.id == entry_id and entry.source != source:
                new = entry.model_copy(update={"source": source})
                self.step("said how we know it", now, entries=self._replaced(new))

    def move(self, item_id: str, destination: Destination, now: datetime, *, previewed: bool = False) -> None:
        """Let an entry or an idea belong to *destination* instead.

        Raises:
            PreviewRequiredError: more people could read it there; move it again with *previewed* once it was read.
            ReclassifyError: it may not go there at all.
        """
        for name in ("entries", "hypotheses"):
            items = getattr(self.session, name)
            for item in items:
                if item.id == item_id and item.destination is not destination:
                    new = moved(item, destination, self.template, previewed=previewed)
                    self.step("moved a note", now, None, **{name: _put(items, new)})

    def ask(self, question: AskedQuestion, now: datetime) -> None:
        """Keep a question for the visit, or note that it was passed over; the same one is noted once.

        In a session of one person it stays private; a format without a family keeps none.
        """
        if self.template.family == "none":
            return
        if self.template.people[1] == 1:
            question = question.model_copy(update={"destination": Destination.PRIVATE})
        others = tuple(other for other in self.session.questions if other.prompt_id != question.prompt_id)
        self.step("kept a question" if question.kept else "passed a question over", now, questions=(*others, question))

    def draft(self, slot: Slot, text: str, now: datetime, *, rewriting: str = "", draft_id: str = "") -> None:
        """Note what is being typed, so that it survives the process; no step, and nothing where nothing is written.

        *draft_id* names a form that waits unfinished; without one it is the line in the box of *slot*.
        """
        self.session = with_draft(self.session, slot, text, now, rewriting=rewriting, draft_id=draft_id)

    def drafted(self, slot: Slot, draft_id: str = "") -> Draft | None:
        """What was being typed in *slot*, or in the form of that id."""
        return draft_in(self.session, slot, draft_id)

    def _replaced(self, entry: Entry) -> tuple[Entry, ...]:
        return tuple(entry if other.id == entry.id else other for other in self.session.entries)


def _put(items: tuple[ItemT, ...], item: ItemT) -> tuple[ItemT, ...]:
    if any(other.id == item.id for other in items):
        return tuple(item if other.id == item.id else other for other in items)
    return (*items, item)
