"""The families of a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from supervision_tui.family import Family
from supervision_tui.workspace.shelves import Shelf

if TYPE_CHECKING:
    from supervision_tui.genogram import Layout


class Families(Shelf[Family]):
    """Families, each a document."""

    kind: ClassVar[str] = "family"
    model = Family

    def title_of(self, document: Family) -> str:
        """The family's title."""
        return document.title

    def words_of(self, document: Family) -> str:
        """Its title and the names in it: the working space may be searched by those who work with the family."""
        return " ".join([document.title, *(person.name for person in document.persons)])

    def bring_in(self, path: Path) -> Family:
        """Read the family file at *path* and keep it.

        Raises:
            FileProblems: it is not a family file, with a sentence for each thing found.
            FamilyThere: a family of that id is here already; the one here stays as it is.
        """
        family = Family.load(path)
        if any(heading.id == family.id for heading in self.headings()):
            message = (
                f"A family called {family.id} is here already, and it was left as it is. "
                "To bring in another version, give the family in the file another id."
            )
            raise FamilyThere(message)
        self.put(family, family.id)
        return family


class Layouts(Shelf["Layout"]):
    """Where everybody stood when a family was drawn last, so that the next drawing is the same."""

    kind: ClassVar[str] = "layout"

    @property
    def model(self) -> type[Layout]:  # type: ignore[override]  # loaded when it is first needed: it brings the solvers
        """A layout."""
        from supervision_tui.genogram import Layout  # noqa: PLC0415 - as above

        return Layout

    def title_of(self, document: Layout) -> str:
        """It has no title: it holds places, and no word."""
        del document
        return "places of a drawing"


class FamilyThere(ValueError):  # noqa: N818 - a sentence for a person
    """A family of that id is in the vault already."""
