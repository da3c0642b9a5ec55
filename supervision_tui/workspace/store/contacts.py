"""The people whose notebooks are paired with this one, and pairings that wait for a card."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from supervision_tui.parcels import Contact, PendingPairing
from supervision_tui.text import Line
from supervision_tui.workspace.store.repository import Repository

_ID_SHOWN = 6


class Contacts(Repository[Contact]):
    """Contacts, each a document under an id of its own: two people of one name are two."""

    kind: ClassVar[str] = "contact"
    model = Contact

    def all(self) -> list[Contact]:
        """Every contact; those of one name bear the beginning of their id too, wherever they are shown."""
        everybody = super().all()
        names = Counter(contact.name.casefold() for contact in everybody)
        return [
            contact if names[contact.name.casefold()] == 1 else _told_apart(contact, contact.name)
            for contact in everybody
        ]

    def called(self, name: str) -> list[Contact]:
        """The contacts who were paired under *name*, told apart where there are several."""
        paired = {contact.id: contact.name.casefold() for contact in super().all()}
        return [contact for contact in self.all() if paired[contact.id] == name.strip().casefold()]


def _told_apart(contact: Contact, name: str) -> Contact:
    return contact.model_copy(update={"name": Line(f"{name} ({contact.id[:_ID_SHOWN]})")})


class PendingPairings(Repository[PendingPairing]):
    """Pairings that wait, each under the id that its contact will have; deleted, every version, once they are made."""

    kind: ClassVar[str] = "pairing"
    model = PendingPairing
