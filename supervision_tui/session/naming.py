"""What a child is called in prompts, fields and records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.family import Family


def called(family: Family | None, person_id: str | None) -> str:
    """The first name of a person; ``the baby`` before birth, ``the child`` without a name."""
    person = family.find(person_id) if family and person_id else None
    if person is not None and person.kind == "unborn":
        return "the baby"
    return person.name.split(" ")[0] if person is not None and person.name else "the child"
