"""What every part of a family has in common: it never changes in place, and it says no to a field it does not know.

The modules of parts say their types as they are, without ``from __future__ import annotations``: pydantic would compile
the text of each one when it is loaded, which is a fifth of the time that loading them takes.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
"""A short name for a part of a family inside its file: ``robin``, ``H1``, ``union-2``."""

OwnId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{0,64}$")]
"""An id that may be left out in a file; :class:`~supervision_tui.family.model.family.Family` then gives one."""


class FrozenModel(BaseModel):
    """A frozen part of a family; a change is a new part."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    def replaced(self, **fields: object) -> Self:
        """This part with some fields exchanged, checked again.

        Raises:
            pydantic.ValidationError: the result would not be one.
        """
        return type(self).model_validate({**{name: getattr(self, name) for name in type(self).model_fields}, **fields})

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Only the id: what is printed in a traceback or a log must not tell about people."""
        if "id" in type(self).model_fields:
            yield "id", getattr(self, "id", "")


class Part(FrozenModel):
    """A part that has an id among its like; a family gives one to those that come without (see ``naming.py``)."""

    id: OwnId = ""


PartT = TypeVar("PartT", bound=Part)

LONGEST_ID = 64


def with_ids(parts: Iterable[PartT], stem: Callable[[PartT], str]) -> tuple[PartT, ...]:
    """*parts* with an id each: those that have one keep it, the others get *stem* of them, numbered where taken."""
    parts = tuple(parts)
    taken = {part.id for part in parts if part.id}
    if all(part.id for part in parts):
        return parts
    named = []
    last: dict[str, int] = {}
    for part in parts:
        if part.id:
            named.append(part)
            continue
        wanted = part_id = stem(part)[: LONGEST_ID - 8]
        while part_id in taken:
            last[wanted] = last.get(wanted, 1) + 1
            part_id = f"{wanted}-{last[wanted]}"
        taken.add(part_id)
        named.append(part.model_copy(update={"id": part_id}))
    return tuple(named)
