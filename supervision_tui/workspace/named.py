"""People of a family from a line of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.edits.changes import EditRefused

if TYPE_CHECKING:
    from supervision_tui.family import Family


def people_named(family: Family, line: str) -> tuple[str, ...]:
    """The ids of those named in *line*, with commas between the names.

    Raises:
        EditRefused: a name is nobody's on the drawing, or that of several people.
    """
    who = []
    for name in filter(None, (one.strip() for one in line.split(","))):
        named = family.named(name)
        if len(named) != 1:
            several = "is the name of several people" if named else "is nobody's name on the drawing"
            message = f"'{name[:40]}' {several}. Write whole names with commas between them. Nothing was changed."
            raise EditRefused(message)
        who.append(named[0].id)
    return tuple(dict.fromkeys(who))
