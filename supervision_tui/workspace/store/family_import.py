"""A family file before it is kept: what was read from it, what was not understood, and whether it can stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.family import formats, load_family
from supervision_tui.family.formats import GEDCOM_SUFFIXES

if TYPE_CHECKING:
    from supervision_tui.family import Family

SHOWN = 3
"""Remarks that are told at once; all can be read."""
COUNTED = (
    ("persons", "person", "people"),
    ("unions", "couple", "couples"),
    ("parentages", "child with parents", "children with parents"),
    ("households", "home", "homes"),
    ("ties", "tie", "ties"),
    ("events", "event", "events"),
    ("resources", "service or place", "services and places"),
    ("groups", "group", "groups"),
    ("harm_flags", "flag of harm", "flags of harm"),
    ("hidden_facts", "fact kept from somebody", "facts kept from somebody"),
)
"""Field of a family, and what one and several of it are called."""


class FamilyExistsError(ValueError):
    """A family of that id is in the vault already."""


@dataclass(frozen=True, slots=True)
class FamilyImport:
    """A family that was read from a file and is not kept yet.

    Attributes:
        family: as it was read.
        file: the name of the file.
        remarks: what was not understood or could not be carried, a line each.
        already_here: a family of that id is here already.
    """

    family: Family
    file: str
    remarks: tuple[str, ...] = ()
    already_here: bool = False

    @property
    def counts(self) -> str:
        """How much of everything was read, as one line."""
        found = []
        for field, one, several in COUNTED:
            number = len(getattr(self.family, field))
            if number:
                found.append(f"{number} {one if number == 1 else several}")
        return ", ".join(found) or "nobody yet"

    @property
    def refusal(self) -> str:
        """Why it cannot be kept, or nothing."""
        if not self.already_here:
            return ""
        return (
            f"A family called {self.family.id} is here already, and it was left as it is. "
            "To bring in another version, give the family in the file another id."
        )

    def words(self) -> Iterator[str]:
        """What a person should know before it is kept, a line each."""
        yield f"{self.family.title}, read from {self.file}; nothing is kept yet."
        yield f"It holds {self.counts}."
        children = ", ".join(one.name for one in self.family.focus_children())
        if children:
            yield f"The work is about {children}."
        if not self.remarks:
            yield "Everything in the file was understood."
        else:
            many = len(self.remarks)
            need = "thing needs" if many == 1 else "things need"
            yield f"{many} {need} a look (not understood, not carried, or odd):"
            yield from (f"  {one}" for one in self.remarks[:SHOWN])
            if many > SHOWN:
                yield f"  and {many - SHOWN} more."
        if self.already_here:
            yield self.refusal


def read_file(path: Path, ids: frozenset[str]) -> FamilyImport:
    """What stands in the family file at *path* (YAML, JSON or GEDCOM); *ids* are the families that are here.

    Raises:
        FileFormatError, GedcomFormatError: it is not a family file, with a sentence for each thing found.
        OSError: it cannot be read.
    """
    if path.suffix.lower() not in GEDCOM_SUFFIXES:
        family = load_family(path)
        return FamilyImport(family, path.name, already_here=family.id in ids)
    imported = formats.read_gedcom(path)
    told = tuple(str(imported.report).split("\n")) if imported.report.remarks else ()
    return FamilyImport(imported.family, path.name, told, imported.family.id in ids)
