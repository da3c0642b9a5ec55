"""The places of a stage that can be filled in, each for all children or for one, and what was written in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.practice.library import Field
from supervision_tui.session.model import Action, Decision, Entry, Hypothesis, Session

if TYPE_CHECKING:
    from supervision_tui.family import Family


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
