"""Turns the answers of a form into what it writes: a note with parts, an idea to test, a next step or a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from supervision_tui.people import UNCLEAR, Directory
from supervision_tui.practice import SessionTemplate
from supervision_tui.practice.library import FieldPart
from supervision_tui.session.carry_over import STEP
from supervision_tui.session.child_choice import ALL, ChildMissingError, children_of, read_written
from supervision_tui.session.due_days import read_due_day
from supervision_tui.session.fields import SessionItem, Slot, must_choose
from supervision_tui.session.model import Action, Decision, Entry, EvidenceSource, Hypothesis, Session
from supervision_tui.text import Line, SafeText


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


class ChildNotChosenError(PartMissingError):
    """Nobody has said for which children something is."""

    def __init__(self, part: FieldPart) -> None:
        ValueError.__init__(self, f"{part.label}? Choose one child, several, or all of them.")
        self.part = part.id


class ChildRemovedError(PartMissingError):
    """A child who was chosen is no longer in the family."""

    def __init__(self, name: str) -> None:
        ValueError.__init__(self, f"{name} is no longer in this family: choose again.")
        self.part = "child"


class DecisionMakerMissingError(PartMissingError):
    """A decision was written, and nobody holds the accountable manager's role."""

    def __init__(self, role: str) -> None:
        ValueError.__init__(
            self,
            f"A decision needs the {role.lower()} here, and nobody has that role yet. These words stay as a draft: "
            "give the role in the first stage, or write a next step, such as asking for the decision.",
        )
        self.part = "decided_by"


class NamesakeError(PartMissingError):
    """A name that was typed may mean several people of the list."""

    def __init__(self, name: str, labels: Sequence[str], part: str) -> None:
        ValueError.__init__(self, namesake_question(name, labels))
        self.part = part


def namesake_question(name: str, labels: Sequence[str]) -> str:
    """The sentence that asks who is meant by a *name* that all of these people bear."""
    return f"More than one person here is called {name}: {', '.join(labels)}. Write the one that is meant."


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a form wrote: the *item*, the *collection* of the session that it belongs to, and the step in *words*."""

    words: str
    collection: str
    item: SessionItem
    new: bool


def filled_form(  # noqa: PLR0917 - the session, the form and its answers
    session: Session, template: SessionTemplate, slot: Slot, values: Mapping[str, str], now: datetime, item_id: str = ""
) -> FilledForm:
    """The item that *values* make in *slot*; *item_id* names the one that is changed, if one is.

    Raises:
        PartMissingError: a part that is needed is empty, or holds no number where one is asked for.
        ChildNotChosenError: it is for a child's file, and nobody has said for which children.
        DecisionMakerMissingError: a decision, and nobody holds the accountable manager's role.
    """
    given = _checked(slot.field.parts, values)
    if slot.field.id.startswith(STEP) and not item_id:  # what became of a step is said once in a session
        item_id = next((entry.id for entry in session.entries_in(slot.field.id)), "")
    collection = _COLLECTIONS.get(slot.field.kind, "entries")
    manager = template.role("manager") if collection == "decisions" else None
    if manager is not None and not session.seat("manager"):
        raise DecisionMakerMissingError(manager.title)
    whom = _whom(given.pop("child", SafeText()), slot, session)
    known: dict[str, Any] = {"destination": slot.field.destination, **_as_it_was(session, collection, item_id)}
    known |= {"id": item_id or next_id(session), "stage": slot.stage, "at": now}
    item: SessionItem
    if collection == "hypotheses":
        item, words = Hypothesis.model_validate({**known, **given}), "wrote an idea"
    elif collection == "actions":
        due = read_due_day(given.get("when", ""), now.date()).day
        item, words = Action.model_validate({**known, **given, **whom, "due": due}), "wrote a next step"
    elif collection == "decisions":
        item, words = Decision.model_validate({**known, **given, **whom}), "wrote a decision"
    else:
        item, words = form_entry(slot, given, {**known, **whom}), "filled in a form"
    return FilledForm(words, collection, item, new=not item_id)


_COLLECTIONS = {"hypothesis": "hypotheses", "action": "actions", "decision": "decisions"}
"""Where in a session the items of a kind of field stand; notes with parts are entries."""


def with_person(item: SessionItem, directory: Directory) -> SessionItem:
    """*item* with the id of the person whom a step's owner, or the one who decides, means.

    Raises:
        NamesakeError: several people may be meant.
    """
    if not isinstance(item, Action | Decision):
        return item
    part = "owner" if isinstance(item, Action) else "decided_by"
    name = str(getattr(item, part))
    shown, person = directory.resolve(name)
    if person == UNCLEAR:
        raise NamesakeError(name, directory.labels_for(name), part)
    return item.model_copy(update={part: Line(shown), f"{part}_id": person})


def next_id(session: Session) -> str:
    """The id of the next thing that is written in *session*; ids are never used twice."""
    return f"{session.id}.{session.number + 1}"


def _as_it_was(session: Session, collection: str, item_id: str) -> dict[str, Any]:
    if collection == "entries":
        return {}
    return next((dict(item) for item in getattr(session, collection) if item.id == item_id), {})


def form_entry(slot: Slot, given: dict[str, SafeText], known: dict[str, Any]) -> Entry:
    """A note with several parts: its text reads them as lines."""
    lines = [f"{_begun(part)}{given[part.id]}" for part in slot.field.parts if given.get(part.id)]
    text = SafeText("\n".join(lines))
    source = _source(given.get("known", ""))
    return Entry.model_validate({**known, "field": slot.field.id, "text": text, "source": source, "parts": given})


def child_fields(children: tuple[str, ...], session: Session) -> dict[str, Any]:
    """*children* as an entry, a step or a decision holds them: one, several, or all of the session's."""
    if len(children) == 1:
        return {"child": children[0], "children": ()}
    every = set(children) >= set(session.children)
    return {"child": None, "children": () if every else children}


def note_children(session: Session, slot: Slot, whom: str) -> dict[str, Any]:
    """For which children a note in *slot* is, as an entry holds them; *whom* is the answer, as a form has it.

    Raises:
        ChildMissingError: it goes to the file of a child, and nobody has said of which.
    """
    if not must_choose(slot, session):
        return {"child": slot.child, "children": slot.children}
    children = read_written(whom, session.children)
    if not children:
        raise ChildMissingError
    return child_fields(children, session)


def _whom(answer: str, slot: Slot, session: Session) -> dict[str, Any]:
    """For whom a form is, by its *answer*; where it does not ask, for whom its slot is.

    Raises:
        ChildNotChosenError: several children are in the session, and the answer names none, or one who is not in it.
    """
    part = next((part for part in slot.field.parts if part.choose == "child"), None)
    if part is None or len(session.children) < 2:  # noqa: PLR2004 - one child, or none: nobody else can be meant
        return {"child": slot.child or next(iter(session.children if part else ()), None), "children": slot.children}
    children = read_written(answer, session.children)
    if not children:
        raise ChildNotChosenError(part)
    return child_fields(children, session)


def form_values(session: Session, slot: Slot, item_id: str) -> dict[str, str]:
    """The words that stand in the parts of *slot*'s form for the item called *item_id*; nothing where there is none."""
    for collection in ("entries", *_COLLECTIONS.values()):
        for item in getattr(session, collection):
            if item.id == item_id:
                written = {**dict(item), **item.parts} if isinstance(item, Entry) else dict(item)
                if not isinstance(item, Hypothesis):
                    written["child"] = ",".join(children_of(item)) or ALL
                return {part.id: str(written.get(part.id) or "") for part in slot.field.parts}
    return {}


def _checked(parts: tuple[FieldPart, ...], values: Mapping[str, str]) -> dict[str, SafeText]:
    given = {name: SafeText(text.strip()) for name, text in values.items()}
    for part in parts:
        words = given.get(part.id, SafeText())
        if part.needed and not words:
            raise PartMissingError(part.label, part.id)
        if part.bounds and words and not (words.isdecimal() and part.bounds[0] <= int(words) <= part.bounds[1]):
            raise NumberExpectedError(part.label, part.id, part.bounds)
        if part.among and words:
            meant = [answer for answer in part.among if answer.startswith(words.casefold())]
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
