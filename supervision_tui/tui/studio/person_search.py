"""Somebody of a family by the first letters of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.family import Family


def begins(family: Family, line: str) -> str:
    """The id of the first person whose name begins so, or a later part of it.

    Raises:
        ValueError: nobody's does.
    """
    low = line.strip().casefold()
    people = [(person.name.casefold(), person.id) for person in family.persons if low]
    found = [person for name, person in people if name.startswith(low)]
    found += [person for name, person in people if any(part.startswith(low) for part in name.split()[1:])]
    if found:
        return found[0]
    message = f"Nobody's name begins with '{line.strip()[:40]}'."
    raise ValueError(message)
