"""Writing in a session: notes, answers, ideas, steps and decisions, each with undo and redo."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar, get_args

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.practice.library.session_templates import SessionTemplate
from supervision_tui.session import activities
from supervision_tui.session.carry_over import STEP, carried_slots
from supervision_tui.session.due_dates import day_meant
from supervision_tui.session.fields import FieldPart, Slot
from supervision_tui.session.model import (
    Action,
    AskedQuestion,
    Decision,
    Draft,
    Entry,
    EvidenceSource,
    Hypothesis,
    HypothesisStatus,
    Seat,
    Session,
    StatusChange,
)
from supervision_tui.session.reclassify import moved
from supervision_tui.text import Line, SafeText

ThingT = TypeVar("ThingT", bound=Entry | Hypothesis | Action | Decision)

NO_STEP = ("drafts", "families", "chosen", "at_family")
"""Parts of a session that taking a step back leaves as they are."""
MOST_STEPS = 500
"""Steps that can be taken back."""


class PartMissingError(ValueError):
    """A part that is needed is empty; *part* is its id."""

    def __init__(self, label: str, part: str) -> None:
        super().__init__(f"Please fill in: {label}")
        self.part = part


class NumberExpectedError(PartMissingError):
    """A part that asks for a number between two others holds something else."""

    def __init__(self, label: str, part: str, bounds: tuple[int, int]) -> None:
        ValueError.__init__(self, f"{label}: please give a whole number from {bounds[0]} to {bounds[1]}.")
        self.part = part


class ChoiceExpectedError(PartMissingError):
    """A part that offers a few answers holds something else."""

    def __init__(self, part: FieldPart) -> None:
        ValueError.__init__(self, f"{part.label}: please write one of these: {', '.join(part.among)}.")
        self.part = part.id


class DecisionMakerMissingError(PartMissingError):
    """A decision was written, and nobody holds the accountable manager's role."""

    def __init__(self, role: str) -> None:
        ValueError.__init__(
            self,
            f"A decision needs the {role.lower()} here, and nobody has that role yet. These words stay as a draft: "
            "give the role in the first stage, or write a next step, such as asking for the decision.",
        )
        self.part = "decided_by"


class SessionEditing:
    """The session in hand, the steps that led to it, and every way of writing in it."""

    def __init__(self, session: Session, template: SessionTemplate) -> None:
        self.session = session
        self.template = template
        self._before: list[tuple[Session, str]] = []
        self._after: list[tuple[Session, str]] = []

    def step(self, words: str, now: datetime, base: Session | None = None, **changed: Any) -> None:
        """Take a step: remember where we stood, then change the session (*base* where it was prepared already)."""
        self._before.append((self.session, words))
        del self._before[:-MOST_STEPS]
        self._after.clear()
        touched = max(now, self.session.touched)
        self.session = (base or self.session).model_copy(update={**changed, "touched": touched})

    def forget_steps(self) -> None:
        """Nothing before this can be taken back."""
        self._before.clear()
        self._after.clear()

    def undo(self) -> str:
        """Take the last step back; returns what it was, or nothing."""
        return self._swap(self._before, self._after)

    def redo(self) -> str:
        """Take the step again that was taken back last."""
        return self._swap(self._after, self._before)

    def _swap(self, source: list[tuple[Session, str]], target: list[tuple[Session, str]]) -> str:
        if not source:
            return ""
        session, words = source.pop()
        target.append((self.session, words))
        # ids are never used twice, and what is being typed stays
        kept = {
            "number": max(self.session.number, session.number),
            **{name: getattr(self.session, name) for name in NO_STEP},
        }
        self.session = session.model_copy(update=kept)
        return words

    def slots(self) -> tuple[Slot, ...]:
        """Everything that can be filled in the present stage."""
        stage = self.template.stage(self.session.stage)
        own = activities.slots(stage, self.template, self.session.children)
        return (*carried_slots(stage, self.template, self.session), *own)

    def write(
        self, slot: Slot, text: str, now: datetime, *, author: str = "", source: EvidenceSource = ""
    ) -> Entry | None:
        """Keep *text* in *slot*; an answer of one line takes the place of the one before. Empty words keep nothing.

        *source* tells how we know it, where it is a fact.

        Raises:
            ValueError: the slot's words are not written down at all.
        """
        words = SafeText(text.strip())
        if slot.field.destination is Destination.NONE:
            raise ValueError("Nothing is written down here.")
        if slot.field.kind == "seat":
            self.seat(slot.field.id, Line(words), now)
            return None
        old = self.session.entries_in(slot.field.id, slot.child) if slot.field.kind == "line" else ()
        if not words:
            if old:
                self.take_back(old[0].id, now)
            return None
        stage = self.template.stage(slot.stage)
        entry = Entry(
            id=old[0].id if old else self._new_id(),
            field=slot.field.id,
            stage=stage.id,
            text=words,
            at=now,
            destination=slot.field.destination,
            author=Line() if stage.unattributed else Line(author),
            child=slot.child,
            source=source,
        )
        others = tuple(each for each in self.session.entries if each.id != entry.id)
        entries = (*others, entry) if not old else self._replaced(entry)
        self.step("wrote a note", now, entries=entries, number=self.session.number + (0 if old else 1))
        return entry

    def rewrite(self, entry_id: str, text: str, now: datetime) -> None:
        """Change the words of an entry; empty words take it back."""
        words = SafeText(text.strip())
        entry = next((each for each in self.session.entries if each.id == entry_id), None)
        if entry is None:
            return
        if not words:
            self.take_back(entry_id, now)
        elif words != entry.text:
            self.step("changed a note", now, entries=self._replaced(entry.model_copy(update={"text": words})))

    def take_back(self, thing_id: str, now: datetime) -> None:
        """Remove an entry, idea, step or decision."""
        changed: dict[str, Any] = {
            name: kept
            for name in ("entries", "hypotheses", "actions", "decisions")
            if len(kept := tuple(each for each in getattr(self.session, name) if each.id != thing_id))
            < len(getattr(self.session, name))
        }
        if changed:
            self.step("took a note back", now, None, **changed)

    def seat(self, role: str, name: Line, now: datetime) -> None:
        """Give *role* to the person called *name*."""
        seats = tuple(seat for seat in self.session.seats if seat.role != role)
        self.step("gave a role", now, seats=(*seats, Seat(role=role, name=name)))

    def fill(self, slot: Slot, values: Mapping[str, str], now: datetime, *, thing_id: str = "") -> None:
        """Keep a form: a hypothesis, an action or a decision; *thing_id* names the one that is changed.

        Raises:
            PartMissingError: a part that is needed is empty, or holds no number where one is asked for.
        """
        given = _checked(slot.field.parts, values)
        if slot.field.id.startswith(STEP) and not thing_id:  # what became of a step is said once in a session
            thing_id = next((each.id for each in self.session.entries_in(slot.field.id)), "")
        base = {"id": thing_id or self._new_id(), "stage": slot.stage, "at": now}
        number = self.session.number + (0 if thing_id else 1)
        to = slot.field.destination
        child = given.pop("child", SafeText()) or slot.child
        if slot.field.kind == "form":
            self._fill_form(slot, given, {**base, "child": child}, number)
        elif slot.field.kind == "hypothesis":
            idea = Hypothesis.model_validate({"destination": to, **self._old("hypotheses", thing_id), **base, **given})
            self.step("wrote an idea", now, hypotheses=_put(self.session.hypotheses, idea), number=number)
        elif slot.field.kind == "action":
            due = day_meant(given.get("when", ""), now.date())
            old = {"destination": to, **self._old("actions", thing_id)}
            action = Action.model_validate({**old, **base, **given, "child": child, "due": due})
            self.step("wrote a next step", now, actions=_put(self.session.actions, action), number=number)
        else:
            manager = self.template.role("manager")
            if manager is not None and not self.session.seat("manager"):
                raise DecisionMakerMissingError(manager.title)
            decision = Decision.model_validate(
                {"destination": to, **self._old("decisions", thing_id), **base, **given, "child": child}
            )
            self.step("wrote a decision", now, decisions=_put(self.session.decisions, decision), number=number)

    def _fill_form(self, slot: Slot, given: dict[str, SafeText], base: dict[str, Any], number: int) -> None:
        """A note with several parts: its text reads them as lines."""
        lines = [f"{_begun(part)}{given[part.id]}" for part in slot.field.parts if given.get(part.id)]
        entry = Entry(
            **base,
            field=slot.field.id,
            destination=slot.field.destination,
            text=SafeText("\n".join(lines)),
            source=_source(given.get("known", "")),
            parts=given,
        )
        self.step("filled in a form", base["at"], entries=_put(self.session.entries, entry), number=number)

    def values(self, slot: Slot, thing_id: str) -> dict[str, str]:
        """The words that stand in the parts of *slot*'s form for the thing called *thing_id*."""
        for name in ("entries", "hypotheses", "actions", "decisions"):
            for thing in getattr(self.session, name):
                if thing.id == thing_id:
                    held = {**dict(thing), **thing.parts} if isinstance(thing, Entry) else dict(thing)
                    return {part.id: str(held.get(part.id) or "") for part in slot.field.parts}
        return {}

    def set_hypothesis_status(self, idea_id: str, status: HypothesisStatus, because: str, now: datetime) -> None:
        """Let an idea grow, fade or go, with the reason; what it was before stays in its history.

        Raises:
            PartMissingError: there is no reason.
        """
        why = SafeText(because.strip())
        if not why:
            raise PartMissingError("What did you see or hear?", "because")
        for idea in self.session.hypotheses:
            if idea.id == idea_id:
                history = (*idea.history, StatusChange(at=now, status=status, because=why))
                new = idea.model_copy(update={"status": status, "history": history})
                self.step("weighed an idea", now, hypotheses=_put(self.session.hypotheses, new))

    def set_source(self, entry_id: str, source: EvidenceSource, now: datetime) -> None:
        """Say how we know what a note says."""
        for entry in self.session.entries:
            if entry.id == entry_id and entry.source != source:
                new = entry.model_copy(update={"source": source})
                self.step("said how we know it", now, entries=self._replaced(new))

    def move(self, thing_id: str, destination: Destination, now: datetime, *, previewed: bool = False) -> None:
        """Let an entry or an idea belong to *destination* instead.

        Raises:
            PreviewRequiredError: more people could read it there; move it again with *previewed* once it was read.
            ReclassifyError: it may not go there at all.
        """
        for name in ("entries", "hypotheses"):
            things = getattr(self.session, name)
            for thing in things:
                if thing.id == thing_id and thing.destination is not destination:
                    new = moved(thing, destination, self.template, previewed=previewed)
                    self.step("moved a note", now, None, **{name: _put(things, new)})

    def ask(self, question: AskedQuestion, now: datetime) -> None:
        """Keep a question for the visit, or note that it was passed over; the same one is noted once.

        Whoever prepares alone keeps it to themselves; a format without a family keeps none.
        """
        if self.template.family == "none":
            return
        if self.template.people[1] == 1:
            question = question.model_copy(update={"destination": Destination.PRIVATE})
        others = tuple(each for each in self.session.questions if each.prompt_id != question.prompt_id)
        self.step("kept a question" if question.kept else "passed a question over", now, questions=(*others, question))

    def draft(self, slot: Slot, text: str, now: datetime, *, rewriting: str = "") -> None:
        """Note what is being typed, so that it survives the process; no step, and nothing where nothing is written."""
        if slot.field.destination is Destination.NONE:
            return
        others = tuple(each for each in self.session.drafts if (each.field, each.child) != (slot.field.id, slot.child))
        new: tuple[Draft, ...] = ()
        if text:
            new = (
                Draft(
                    stage=slot.stage,
                    field=slot.field.id,
                    child=slot.child,
                    text=SafeText(text),
                    destination=slot.field.destination,
                    rewriting=rewriting,
                ),
            )
        if new or len(others) < len(self.session.drafts):
            touched = max(now, self.session.touched)
            self.session = self.session.model_copy(update={"drafts": (*others, *new), "touched": touched})

    def drafted(self, slot: Slot) -> Draft | None:
        """What was being typed in *slot*."""
        for each in self.session.drafts:
            if (each.field, each.child) == (slot.field.id, slot.child):
                return each
        return None

    def _new_id(self) -> str:
        return f"{self.session.id}.{self.session.number + 1}"

    def _replaced(self, entry: Entry) -> tuple[Entry, ...]:
        return tuple(entry if each.id == entry.id else each for each in self.session.entries)

    def _old(self, name: str, thing_id: str) -> dict[str, Any]:
        for each in getattr(self.session, name):
            if each.id == thing_id:
                found: dict[str, Any] = dict(each)
                return found
        return {}


def _put(things: tuple[ThingT, ...], thing: ThingT) -> tuple[ThingT, ...]:
    if any(each.id == thing.id for each in things):
        return tuple(thing if each.id == thing.id else each for each in things)
    return (*things, thing)


def _checked(parts: tuple[FieldPart, ...], values: Mapping[str, str]) -> dict[str, SafeText]:
    given = {name: SafeText(text.strip()) for name, text in values.items()}
    for part in parts:
        words = given.get(part.id, SafeText())
        if part.needed and not words:
            raise PartMissingError(part.label, part.id)
        if part.bounds and words and not (words.isdecimal() and part.bounds[0] <= int(words) <= part.bounds[1]):
            raise NumberExpectedError(part.label, part.id, part.bounds)
        if part.among and words:
            meant = [one for one in part.among if one.startswith(words.casefold())]
            if not meant:
                raise ChoiceExpectedError(part)
            given[part.id] = SafeText(meant[0])
    return given


def _begun(part: FieldPart) -> str:
    if part.begins is not None:
        return part.begins
    return f"{part.label} " if part.label.endswith("?") else f"{part.label}: "


def _source(known: str) -> EvidenceSource:
    """How we know something, from words that say so, such as "told by school"."""
    first = known.split(" ", 1)[0].strip(",.:;").casefold()
    return next((source for source in get_args(EvidenceSource) if source and source == first), "")
