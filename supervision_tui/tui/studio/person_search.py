"""Somebody of a family by the first letters of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.family import Family


def find_by_prefix(family: Family, line: str) -> str:
    """The id of the first person whose name begins with *line*, or a later part of whose name does.

    Raises:
        ValueError: nobody's name does.
    """
    prefix = name_key(line)
    names = [(name_key(person.name), person.id) for person in family.persons if prefix]
    matches = [person_id for name, person_id in names if name.startswith(prefix)]
    matches += [person_id for name, person_id in names if any(part.startswith(prefix) for part in name.split()[1:])]
    if matches:
        return matches[0]
    message = f"Nobody's name begins with '{line.strip()[:40]}'."
    raise ValueError(message)
