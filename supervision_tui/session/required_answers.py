"""What a session still needs before it can close: the questions that may not stay empty."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_tui.practice import SessionTemplate
from supervision_tui.session.fields import Slot
from supervision_tui.session.model import Session
from supervision_tui.session.stage_fields import slots


@dataclass(frozen=True, slots=True)
class MissingAnswer:
    """Something that has no answer yet, and the stage where it is asked."""

    stage: str
    slot: Slot


def missing_answers(session: Session, template: SessionTemplate) -> tuple[MissingAnswer, ...]:
    """Every needed field without an answer, in the order of the stages; an empty tuple when the session may close."""
    found = []
    for stage in template.stages:
        for slot in slots(stage, template, session.children):
            if slot.field.kind == "seat":
                if slot.field.id == "presenter" and not session.seat("presenter"):
                    found.append(MissingAnswer(stage.id, slot))
            elif slot.field.needed and not _answered(session, slot):
                found.append(MissingAnswer(stage.id, slot))
    return tuple(found)


def _answered(session: Session, slot: Slot) -> bool:
    things = {"hypothesis": session.hypotheses, "action": session.actions, "decision": session.decisions}
    return bool(things.get(slot.field.kind) or session.entries_in(slot.field.id, slot.child))
