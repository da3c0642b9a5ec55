"""What stands in a stage's fields, for whichever screen shows it."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_tui.session.fields import Slot
from supervision_tui.session.model import Action, Decision, Entry, Hypothesis, Session

Thing = Entry | Hypothesis | Action | Decision
"""Something that was written in a field."""


def label_of(slot: Slot, names: Mapping[str, str]) -> str:
    """The words of a field, with the child's name where it is asked for one."""
    return slot.field.label.replace("{child}", names.get(slot.child or "", "the child"))


def things_in(session: Session, slot: Slot) -> list[Thing]:
    """What was written in *slot*, in the order in which it was written."""
    if slot.field.kind == "hypothesis":
        return list(session.hypotheses)
    if slot.field.kind == "action":
        return list(session.actions)
    if slot.field.kind == "decision":
        return list(session.decisions)
    return list(session.entries_in(slot.field.id, slot.child))
