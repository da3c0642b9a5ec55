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
    for part in parts:
        if part.id:
            named.append(part)
            continue
        part_id = _free(stem(part)[: LONGEST_ID - 6], taken)
        taken.add(part_id)
        named.append(part.model_copy(update={"id": part_id}))
    return tuple(named)


def _free(stem: str, taken: set[str]) -> str:
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
