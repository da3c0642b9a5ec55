"""Pairing this notebook with somebody else's, step by step; each step is kept, so that it can be gone on with."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.parcels import (
    CARD_BYTES,
    CardRefusedError,
    Contact,
    PairingWords,
    ParcelError,
    PendingPairing,
    card_of,
    show_words,
    type_words,
    with_card,
)
from supervision_tui.text import Line
from supervision_tui.vault import DocumentNotFoundError
from supervision_tui.whole_files import keep

if TYPE_CHECKING:
    from supervision_tui.workspace.workspace import Workspace


class ContactNotFoundError(ParcelError):
    """Nobody of that name or id is paired with this notebook, or several are."""


def pair_by_showing(workspace: Workspace, name: str) -> tuple[PendingPairing, PairingWords]:
    """Begin a pairing with *name*; the words are shown this once, to be told by voice.

    Raises:
        ParcelError: no name is given.
        VaultError: it could not be kept.
    """
    pending, words = show_words(_named(name), _now())
    workspace.pending_pairings.put(pending, pending.id)
    return pending, words


def pair_by_typing(workspace: Workspace, name: str, typed: str) -> PendingPairing:
    """Begin a pairing with *name* by the words that they show.

    Raises:
        WrongPairingWordsError: a word is misspelt or missing.
        ParcelError: no name is given.
        VaultError: it could not be kept.
    """
    pending = type_words(_named(name), typed, _now())
    workspace.pending_pairings.put(pending, pending.id)
    return pending


def write_card(pending: PendingPairing, path: Path, *, force: bool = False) -> None:
    """Write this side's card; it holds no name and no word.

    Raises:
        OSError: it could not be written.
    """
    keep(lambda: card_of(pending), path, force=force, locked=True)


def take_card(workspace: Workspace, path: Path) -> Contact:
    """Finish the pairing that the card in the file at *path* belongs to; words and private half are forgotten.

    Raises:
        CardRefusedError: it fits no pairing that waits here; all go on waiting.
        OSError: the file cannot be read.
        VaultError: it could not be kept; the pairing goes on waiting.
    """
    card = _read(path)
    waiting = pending_pairings(workspace)
    if not waiting:
        raise CardRefusedError(
            "No pairing waits for a card here. Where the two of you are paired already, nothing has to be done; "
            "otherwise begin with the sixteen words. Nothing was changed."
        )
    refusals = []
    for pending in waiting:
        try:
            contact = with_card(pending, card, _now())
        except CardRefusedError as refusal:
            refusals.append(refusal)
            continue
        workspace.contacts.put(contact, contact.id)
        _forget(workspace, pending)
        return contact
    own = (refusal for refusal in refusals if "does not open" not in str(refusal))
    raise next(own, refusals[0])


def paired_on(contact: Contact) -> str:
    """The day of a pairing, in words."""
    return day_in_words(contact.paired.astimezone().date())


def paired_sentence(contact: Contact) -> str:
    """What is so once the other side's card was taken, and what their side still needs."""
    return (
        f"Your notebook is paired with {contact.name}'s. Theirs is paired with yours once they have taken your card "
        "too: keep that file until then, it cannot be made again. The words are forgotten."
    )


def pending_pairings(workspace: Workspace) -> list[PendingPairing]:
    """Pairings that wait for a card, the newest first; what a stop left behind of finished ones is forgotten."""
    waiting = []
    for pending in workspace.pending_pairings.all():
        if workspace.contacts.has(pending.id):
            with contextlib.suppress(DocumentNotFoundError):
                _forget(workspace, pending)
        else:
            waiting.append(pending)
    return waiting


def find_contact(workspace: Workspace, called: str) -> Contact:
    """The contact of that id or name.

    Raises:
        ContactNotFoundError: there is none, or several bear that name; says which ids they have.
    """
    everybody = workspace.contacts.all()
    wanted = called.strip().casefold()
    found = [contact for contact in everybody if contact.id == called.strip()]
    found = found or [contact for contact in everybody if contact.name.casefold() == wanted]
    found = found or workspace.contacts.called(called)
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(f"{contact.id} (paired {paired_on(contact)})" for contact in found)
        raise ContactNotFoundError(f"Several contacts are called {called}: {ids}. Say which, by the id.")
    waits = any(pending.name.casefold() == wanted for pending in workspace.pending_pairings.all())
    more = " A pairing with them waits for their card." if waits else " 'contact pair' begins."
    raise ContactNotFoundError(f"Nobody called '{called}' is paired with this notebook.{more}")


def drop_contact(workspace: Workspace, ident: str) -> str:
    """Forget a contact, or a pairing that waits, with its keys; the name it had.

    Raises:
        DocumentNotFoundError: there is neither.
        VaultError: it could not be dropped.
    """
    contact = workspace.contacts.find(ident)
    if contact is not None:
        workspace.contacts.drop(ident, "the pairing was dropped")
        return str(contact.name)
    pending = workspace.pending_pairings.get(ident)
    _forget(workspace, pending)
    return str(pending.name)


def _forget(workspace: Workspace, pending: PendingPairing) -> None:
    workspace.pending_pairings.drop(pending.id, "the pairing is over")


def _named(name: str) -> Line:
    line = Line(name)
    if not line:
        raise ParcelError("Say with whom this notebook is paired: the name as you call them. Nothing was changed.")
    return line


def _read(path: Path) -> bytes:
    """No more of the file than a card has, and one byte that tells a longer one."""
    with path.open("rb") as file:
        return file.read(CARD_BYTES + 1)


def _now() -> datetime:
    return datetime.now(UTC)
