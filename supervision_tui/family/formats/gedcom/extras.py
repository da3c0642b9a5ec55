"""Our parts as GEDCOM extension lines and back: every field a line, from the models themselves.

A person's id is written as a pointer, words as they are, lists as repeated lines, parts of parts one level down. In
version 7 the tags are declared in the header (SCHMA); before, they are what that standard calls user-defined tags.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping

from pydantic import BaseModel

from supervision_tui.family.formats.claims import Plain
from supervision_tui.family.formats.gedcom.lines import pointer
from supervision_tui.family.formats.gedcom.written_lines import WrittenLine
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.references import PERSON_FIELDS

RECORDS: dict[str, str] = {
    "parentages": "_PARENTAGE", "households": "_HOUSEHOLD", "ties": "_TIE", "events": "_EVENT", "contacts": "_CONTACT",
    "quotes": "_QUOTE", "resources": "_RESOURCE", "cultures": "_CULTURE", "groups": "_GROUP", "harm_flags": "_HARM",
    "hidden_facts": "_HIDDEN", "strengths": "_STRENGTH", "worries": "_WORRY", "hypotheses": "_IDEA",
}  # fmt: skip
"""Field of a family to the tag of its records."""

FAMILY, PERSON, UNION = "_FAMILY", "_PERSON", "_UNION"
TAGS = (FAMILY, PERSON, UNION, *RECORDS.values())
URI = "urn:supervision-tui:gedcom:"
"""What SCHMA says our tags mean; followed by the tag in small letters."""


def tag_of(field: str) -> str:
    """The tag of a field: ``show_child`` is ``_SHOW_CHILD``."""
    return f"_{field.upper()}"


def add_fields(record: WrittenLine, fields: Plain, people: Mapping[str, str]) -> None:
    """A line below *record* for each thing that *fields* say; *people* gives a person's cross-reference by id."""
    for field, value in fields.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                add_fields(record.add(tag_of(field)), item, people)
            elif isinstance(item, bool):
                record.add(tag_of(field), "true" if item else "false")
            elif item is not None:
                target = people.get(item, "") if field in PERSON_FIELDS else ""
                record.add(tag_of(field), "" if target else str(item), target)


def fields_of(node: Node, model: type[BaseModel], people: Mapping[str, str]) -> Plain:
    """The fields that the lines below *node* say, for validation as *model*; unknown tags are passed over."""
    found: Plain = {}
    for field, info in model.model_fields.items():
        lines = node.every(tag_of(field))
        if not lines:
            continue
        inner = _model_in(info.annotation)
        values: list[typing.Any] = [
            fields_of(line, inner, people) if inner is not None else _value(field, line.value, people) for line in lines
        ]
        found[field] = values if _is_list(info.annotation) else values[0]
    return found


def _value(field: str, value: str, people: Mapping[str, str]) -> str:
    return people.get(pointer(value), value) if field in PERSON_FIELDS else value


def _is_list(annotation: object) -> bool:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated or origin in {types.UnionType, typing.Union}:
        return any(_is_list(argument) for argument in typing.get_args(annotation))
    return origin is tuple


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in typing.get_args(annotation) if (found := _model_in(argument)) is not None), None)


def part_model(field: str) -> type[BaseModel]:
    """The model of the parts in a field of a family."""
    found = _model_in(Family.model_fields[field].annotation)
    if found is None:
        message = f"{field} holds no parts"
        raise TypeError(message)
    return found
