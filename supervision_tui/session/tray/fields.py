"""Fields for what was jotted and placed where the format has none of its own, and every field that a stage then has."""

from __future__ import annotations

from supervision_tui.practice import Destination, SessionTemplate, Stage
from supervision_tui.practice.library import PARTS, Field
from supervision_tui.session.carry_over import carried_slots
from supervision_tui.session.fields import Slot, items_in
from supervision_tui.session.model import Draft, Entry, Session
from supervision_tui.session.stage_fields import fields, slots
from supervision_tui.text import Line

PRIVATE_NOTES = Field("private_notes", "Yours alone", Destination.PRIVATE, hint="nobody's file")
"""What somebody notes for themselves in any stage."""
FOR_PRESENTER = Field(
    "for_presenter",
    "For the one who brought this",
    Destination.SUPERVISION_RECORD,
    hint="about the work; no names of the family",
    heading="Said to the one who brought this",
)
"""What a group says to the worker: it belongs to that worker's record."""
FACTS = Field(
    "facts",
    "New facts, and who saw or said so",
    Destination.CHILD_FILE,
    hint="what was seen or said, by whom, when",
    heading="What is new, and who says so",
)
IDEAS = Field("hypotheses", "Ideas to test", Destination.FAMILY_WORK, kind="hypothesis", parts=PARTS["hypothesis"])
STEPS = Field(
    "actions", "Next steps", Destination.CHILD_FILE, kind="action", parts=PARTS["action"], heading="What happens next"
)
OF_THE_TRAY = (FACTS, IDEAS, STEPS, FOR_PRESENTER, PRIVATE_NOTES)
"""Fields that a format need not name: a stage has each of them as soon as something was placed there."""


def session_slots(stage: Stage, template: SessionTemplate, session: Session) -> tuple[Slot, ...]:
    """Everything that can be filled in *stage*: what looks back, its own fields, and those that the tray brought."""
    own = (*carried_slots(stage, template, session), *slots(stage, template, session.children))
    return (*own, *_brought(stage, template, session))


def former_slots(stage: Stage, template: SessionTemplate, session: Session) -> tuple[Slot, ...]:
    """Fields that an earlier build asked for in *stage* and this format does not, while words stand or wait in them.

    They keep the destination that was said when the words were written. A record tells them as "Also written".
    """
    known = {field.id for other in template.stages for field in fields(other, template)}
    known |= {slot.field.id for slot in carried_slots(stage, template, session)}
    known |= {field.id for field in OF_THE_TRAY}
    words: tuple[Entry | Draft, ...] = (*session.entries, *(draft for draft in session.drafts if not draft.id))
    items = [item for item in words if item.stage == stage.id and item.field not in known]
    lost = {(item.field, item.child): item.destination for item in items if item.destination is not Destination.NONE}
    return tuple(
        Slot(stage.id, _former_field(ident, destination, per_child=child is not None), child)
        for (ident, child), destination in lost.items()
    )


def _former_field(ident: str, destination: Destination, *, per_child: bool) -> Field:
    """The field *ident*, which is known by its id alone."""
    whose = ", {child}" if per_child else ""
    label = f"{ident.replace('_', ' ').capitalize()}{whose} (from an earlier version)"
    return Field(ident, label, destination, per_child=per_child)


def presenter_of(session: Session) -> Line:
    """The worker who brought the family, by the role that was given; empty where nobody has it."""
    return session.seat("presenter") or session.seat("lead")


def asked_in(template: SessionTemplate, field: Field) -> bool:
    """Whether some stage of *template* asks for what *field* asks for."""
    return any(
        other.id == field.id or (field.kind != "notes" and other.kind == field.kind)
        for stage in template.stages
        for other in fields(stage, template)
    )


def _brought(stage: Stage, template: SessionTemplate, session: Session) -> tuple[Slot, ...]:
    """Fields of the tray with something in them that was placed, or begun, in *stage*."""
    return tuple(
        slot
        for field in OF_THE_TRAY
        if _holds(session, slot := Slot(stage.id, field)) and not asked_in(template, field)
    )


def _holds(session: Session, slot: Slot) -> bool:
    begun = any((draft.stage, draft.field) == (slot.stage, slot.field.id) for draft in session.drafts)
    return begun or any(item.stage == slot.stage for item in items_in(session, slot))
