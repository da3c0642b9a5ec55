"""Ids for parts that came without one: made from what the part is, the same every time the file is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from supervision_tui.family.shape import Part

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
