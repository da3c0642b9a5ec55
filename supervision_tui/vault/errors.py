# ruff: noqa: N818 - each name says in plain words what happened; callers catch VaultError
"""What can go wrong with a vault, each a class of its own and each a full sentence for the person at the screen.

Every message says what happened, what is safe, and what to do now. None carries a word out of a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.vault.storage.documents import Document, Kept


class VaultError(Exception):
    """Anything the vault refuses or could not do; its text is a sentence for the person."""


class WeakPassphrase(VaultError):
    """A new passphrase is too short or too common."""


class WrongPassphrase(VaultError):
    """The passphrase opens none of this vault's locks; nothing was changed."""


class TooSoon(VaultError):
    """Too many wrong passphrases in a row: the next one may be tried only after *seconds*; nothing was tried."""

    def __init__(self, message: str, *, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class WrongRecoveryWords(VaultError):
    """The recovery words are misspelt, miscounted or belong to another vault."""


class NotAVault(VaultError):
    """There is no vault in this folder, or what is there was not made by this program."""


class VaultExists(VaultError):
    """Something stands where a new vault was to be made."""


class VaultDamaged(VaultError):
    """A part of the vault cannot be read; nothing was changed."""


class VaultEmpty(VaultDamaged):
    """The file of records is there but has no content."""


class VaultCutShort(VaultDamaged):
    """The file of records ends too early."""


class VaultPlain(VaultDamaged):
    """The file of records is an ordinary, unencrypted database."""


class VaultSwapped(VaultDamaged):
    """The file of records belongs to another vault or is no vault at all."""


class VaultRolledBack(VaultError):
    """An older copy stands where newer records were seen before."""


class VaultNewer(VaultError):
    """The vault was written by a newer version of the program."""


class VaultBusy(VaultError):
    """Another program has the vault open."""


class VaultReadOnly(VaultError):
    """The vault is open for reading only, so nothing can be saved."""


class VaultClosed(VaultError):
    """The vault was closed or locked; it has to be opened again."""


class NotSaved(VaultError):
    """The disk did not take a save; what was saved before is unharmed."""


class DiskFull(NotSaved):
    """There is no room for a save."""


class NotFound(VaultError):
    """There is no such document or version."""


class OnHold(VaultError):
    """A document is on hold and must not be deleted."""


class PrivateLocked(VaultError):
    """A private entry can be read or written only with its author's own key."""


class Conflict(VaultError):
    """Somebody saved the same document in between; both texts are kept.

    Attributes:
        theirs: the document as it stands now; None when it was deleted, or is private and locked.
        mine: the text that was to be saved.
        kept: where that text is kept until someone has looked at both.
    """

    def __init__(self, message: str, *, theirs: Document | None, mine: str, kept: Kept) -> None:
        super().__init__(message)
        self.theirs = theirs
        self.mine = mine
        self.kept = kept
