"""The families of a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from supervision_tui.family import Family
from supervision_tui.workspace.shelves import Shelf


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


class FamilyThere(ValueError):  # noqa: N818 - a sentence for a person
    """A family of that id is in the vault already."""
