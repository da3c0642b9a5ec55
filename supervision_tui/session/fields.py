"""What people can fill in a stage, as data: the screen and the plain terminal draw any stage from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.model import Action, Decision, Entry, Hypothesis, Session

if TYPE_CHECKING:
    from supervision_tui.family import Family

Kind = Literal["notes", "line", "seat", "form", "hypothesis", "decision", "action"]
"""Many notes; one answer; who holds a role; a note with several parts; or one of the things that live longer."""


@dataclass(frozen=True, slots=True)
class FieldPart:
    """One line of a form.

    *needed* parts must not be empty; *choose* offers the children; *bounds* are the least and the most of a number;
    *among* are the words of which one is the answer, whole or its first letters;
    *begins* is how a record begins the line with what was answered; without it the label stands before a colon.
    """

    id: str
    label: str
    hint: str = ""
    needed: bool = False
    choose: Literal["", "child"] = ""
    begins: str | None = None
    bounds: tuple[int, int] | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill: what is asked, where it belongs, and an example of an answer.

    ``{child}`` in *label* stands for the child's name where the field is asked for each child. *heading* is how a
    record names what was answered; without one it takes the label.
    *needed* fields must have an answer before the session can close.
    """

    id: str
    label: str
    destination: Destination
    kind: Kind = "notes"
    hint: str = ""
    per_child: bool = False
    needed: bool = False
    parts: tuple[FieldPart, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a *stage*, for one child where it is asked for each.

    Words typed in it belong to it, wherever the session has gone on to meanwhile.
    """

    stage: str
    field: Field
    child: str | None = None

    @property
    def key(self) -> str:
        """An id for lists."""
        return f"{self.stage}:{self.field.id}@{self.child or ''}"


SessionItem = Entry | Hypothesis | Action | Decision
"""Something that was written in a field."""


def label_of(slot: Slot, names: Mapping[str, str]) -> str:
    """The words of a field, with the child's name where it is asked for one."""
    return slot.field.label.replace("{child}", names.get(slot.child or "", "the child"))


def items_in(session: Session, slot: Slot) -> list[SessionItem]:
    """What was written in *slot*, in the order in which it was written."""
    if slot.field.kind == "hypothesis":
        return list(session.hypotheses)
    if slot.field.kind == "action":
        return list(session.actions)
    if slot.field.kind == "decision":
        return list(session.decisions)
    return list(session.entries_in(slot.field.id, slot.child))


def item_lines(item: SessionItem, names: Mapping[str, str]) -> tuple[str, str]:
    """*item* in short, and what belongs below it (or nothing); *names*: of the children, by id."""
    if isinstance(item, Entry):
        return f"{item.text}{f' ({item.source})' if item.source else ''}", ""
    if isinstance(item, Hypothesis):
        status = "" if item.status == "idea" else f" [{item.status}]"
        return f"{item.statement}{status}", f"for the child: {item.child_inside}"
    if isinstance(item, Action):
        child = f" · for {names.get(item.child, 'the child')}" if item.child else ""
        return f"{item.what}  ({item.owner}, {item.when}{child})", ""
    return str(item.what), f"because {item.because}"


def first_name(family: Family | None, person_id: str | None) -> str:
    """The first name of a person; ``the baby`` before birth, ``the child`` without a name."""
    person = family.find(person_id) if family and person_id else None
    if person is not None and person.kind == "unborn":
        return "the baby"
    return person.name.split(" ")[0] if person is not None and person.name else "the child"
