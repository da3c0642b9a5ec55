"""The records of a workspace."""

from __future__ import annotations

from typing import ClassVar

from supervision_tui.practice import Destination
from supervision_tui.records import Record
from supervision_tui.workspace.shelves import Shelf


class Records(Shelf[Record]):
    """Records, each a document."""

    kind: ClassVar[str] = "record"
    model = Record

    def title_of(self, document: Record) -> str:
        """The record's title."""
        return document.title

    def words_of(self, document: Record) -> str:
        """The whole record as plain text: a record is there to be found and read."""
        return document.render("txt")

    def working_space(self, family_id: str) -> list[Record]:
        """What sessions added to the working space of a family, newest first."""
        return [
            record
            for record in self.all()
            if record.destination is Destination.FAMILY_WORK and record.subject == family_id
        ]
