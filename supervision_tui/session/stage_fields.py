"""Which fields a stage has: those that its activity brings, those that its template names, and the roles to give."""

from __future__ import annotations

from dataclasses import replace

from supervision_tui.practice import Destination, SessionTemplate, Stage
from supervision_tui.practice.library import ACTIVITIES, PARTS, Field, FieldPart, Kind, RecordField
from supervision_tui.session.fields import Slot

_KINDS: dict[str, Kind] = {"scale": "form", "module": "form", "feedback": "form", "theme": "form"}
"""Kinds of a template that are forms here."""

_OF_A_FAMILY = {Destination.CHILD_FILE, Destination.FAMILY_WORK}


def slots(stage: Stage, template: SessionTemplate, children: tuple[str, ...]) -> tuple[Slot, ...]:
    """Everything that can be filled in *stage*, in order; what is asked for each child, once a child."""
    found = [Slot(stage.id, field) for field in _seats(stage, template)]
    for field in fields(stage, template):
        found += [Slot(stage.id, field, child) for child in children] if field.per_child else [Slot(stage.id, field)]
    return tuple(found)


def fields(stage: Stage, template: SessionTemplate) -> tuple[Field, ...]:
    """The fields of *stage*: those that its template names, and those that its activity brings.

    A person who works alone keeps what the activity brings private until they move it (content specification T7). A
    format without a family has no field about one, and a family's part of a meeting has no other.
    """
    named = tuple(_from_record(record) for record in stage.records)
    taken = {field.id for field in named} | {field.kind for field in named if field.kind in PARTS}
    brought = tuple(_alone(field) if template.people[1] == 1 else field for field in _brought(stage.activity))
    both = (*(field for field in brought if field.id not in taken and field.kind not in taken), *named)
    if template.family in {"one", "several"}:
        return both
    theirs = template.family == "part"
    return tuple(field for field in both if (field.destination in _OF_A_FAMILY) is theirs)


def _brought(activity: str) -> tuple[Field, ...]:
    return ACTIVITIES[activity].fields if activity in ACTIVITIES else ()


def _seats(stage: Stage, template: SessionTemplate) -> tuple[Field, ...]:
    """The roles to give, in the first stage of a format for more than one person.

    A family's part of a meeting gives its roles in the first stage that is the family's own.
    """
    first = template.stages[0]
    if template.roles and all(role.each_family for role in template.roles):
        first = next(stage for stage in template.stages if stage.phase == "family")
    if stage.id != first.id or template.people[1] == 1:
        return ()
    to = Destination.SUPERVISION_RECORD
    return tuple(Field(role.id, role.title, to, kind="seat", hint=role.does) for role in template.roles)


def _from_record(record: RecordField) -> Field:
    return Field(
        record.id,
        record.label,
        record.to,
        kind=_KINDS.get(record.kind, record.kind),  # type: ignore[arg-type]  # what is not in _KINDS is the same in both
        hint=record.hint,
        per_child=record.per_child,
        needed=record.needed,
        parts=_parts_of(record),
        heading=str(record.heading),
        unborn=str(record.unborn),
    )


def _parts_of(record: RecordField) -> tuple[FieldPart, ...]:
    """The lines of the form of *record*; what it says of a scale stands beside the number."""
    parts = PARTS.get(record.kind, ())
    if record.kind != "scale" or not record.hint:
        return parts
    return (replace(parts[0], hint=str(record.hint)), *parts[1:])


def _alone(field: Field) -> Field:
    """The same field, private where it would go to the working space."""
    return replace(field, destination=Destination.PRIVATE) if field.destination is Destination.FAMILY_WORK else field
