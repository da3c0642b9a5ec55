"""The families of a workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from supervision_tui import genogram, records
from supervision_tui.family import Family
from supervision_tui.family.formats import Progress, no_progress
from supervision_tui.workspace.store.family_import import FamilyExistsError, FamilyImport, read_file
from supervision_tui.workspace.store.repository import Repository

if TYPE_CHECKING:
    from supervision_tui.genogram import Layout
from supervision_tui.practice import Destination
from supervision_tui.records import Record


class Families(Repository[Family]):
    """Families, each a document."""

    kind: ClassVar[str] = "family"
    model = Family

    def title_of(self, document: Family) -> str:
        """The family's title."""
        return document.title

    def words_of(self, document: Family) -> str:
        """Its title and the names in it, without people who are kept from somebody: a hit is a line on a screen."""
        seen = (person for person in document.persons if not (person.secret or person.hidden_from))
        return " ".join([document.title, *(person.name for person in seen)])

    def preview_file(self, path: Path, progress: Progress = no_progress, letters: str = "") -> FamilyImport:
        """Read the family file at *path* without keeping it; see :func:`read_file` for what it may refuse."""
        return read_file(path, frozenset(heading.id for heading in self.headings()), progress, letters)

    def keep_import(self, brought: FamilyImport) -> Family:
        """Keep a family that was read from a file.

        Raises:
            FamilyExistsError: a family of that id is here already; the one here stays as it is.
        """
        if any(heading.id == brought.family.id for heading in self.headings()):
            raise FamilyExistsError(replace(brought, already_here=True).refusal)
        self.put(brought.family, brought.family.id)
        return brought.family

    def import_file(self, path: Path) -> Family:
        """Read and keep at once, where nobody has to be asked: the families that come with the program."""
        return self.keep_import(self.preview_file(path))


class Layouts(Repository["Layout"]):
    """Where everybody stood when a family was drawn last, so that the next drawing is the same."""

    kind: ClassVar[str] = "layout"

    @property
    def model(self) -> type[genogram.Layout]:  # type: ignore[override]  # loaded when it is first needed: it brings the solvers
        """A layout."""
        return genogram.Layout

    def title_of(self, document: Layout) -> str:
        """The same for all: a layout holds places, and no word."""
        del document
        return "places of a drawing"


def family_short_title(title: str) -> str:
    """What a list calls a family: its *title* up to the dash that an explanation follows ("Haile - a long journey")."""
    for dash in (" - ", " – ", " — "):
        title = title.partition(dash)[0]
    return title.strip()


class Records(Repository[Record]):
    """Records, each a document."""

    kind: ClassVar[str] = "record"
    model = Record

    def title_of(self, document: Record) -> str:
        """The record's title."""
        return document.title

    def words_of(self, document: Record) -> str:
        """The whole record as plain text: a record is there to be found and read."""
        return records.render_record(document, "txt")

    def working_space(self, family_id: str) -> list[Record]:
        """What sessions added to the working space of a family, newest first."""
        return [
            record
            for record in self.all()
            if record.destination is Destination.FAMILY_WORK and record.subject == family_id
        ]
