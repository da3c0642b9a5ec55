"""The people whose notebooks are paired with this one, and pairings that wait for a card."""

from __future__ import annotations

from typing import ClassVar

from supervision_tui.parcels import Contact, PendingPairing
from supervision_tui.workspace.store.repository import Repository


class Contacts(Repository[Contact]):
    """Contacts, each a document under an id of its own: two people of one name are two."""

    kind: ClassVar[str] = "contact"
    model = Contact


class PendingPairings(Repository[PendingPairing]):
    """Pairings that wait, each under the id that its contact will have; deleted, every version, once they are made."""

    kind: ClassVar[str] = "pairing"
    model = PendingPairing
