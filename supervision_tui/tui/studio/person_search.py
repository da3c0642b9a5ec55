"""Somebody of a family by the first letters of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.recognition import begins_like, people_called
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.family import Family


def find_by_prefix(family: Family, line: str) -> str:
    """The id of the first person whose name begins with *line*, a later part of whose name does, or who is called so.

    That is: surname first, with an initial, by a short form of the name, or with one slip of the hand.

    Raises:
        ValueError: nobody's name does.
    """
    prefix = name_key(line)
    matches = [person.id for person in family.persons if prefix and name_key(person.name).startswith(prefix)]
    matches += [person.id for person in family.persons if begins_like(f"{person.name} {person.called}", line)]
    matches += [person.id for person in people_called(family, line)]
    if matches:
        return matches[0]
    message = f"Nobody's name begins with '{line.strip()[:40]}'."
    raise ValueError(message)
