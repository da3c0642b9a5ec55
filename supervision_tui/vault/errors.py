"""What can go wrong with a vault, each a class of its own and each a full sentence for the person at the screen.

Every message says what happened, what is safe, and what to do now. None carries a word out of a document. ::

    VaultError
    ├── WeakPassphraseError, WrongPassphraseError, TooManyAttemptsError, WrongRecoveryWordsError
    ├── NotAVaultError, VaultExistsError
    ├── VaultDamagedError
    │   └── VaultEmptyError, VaultTruncatedError, VaultUnencryptedError, VaultSwappedError
    ├── VaultRolledBackError, VaultNewerError
    ├── VaultBusyError, VaultReadOnlyError, VaultClosedError
    ├── NotSavedError
    │   └── DiskFullError
    └── DocumentNotFoundError, OnHoldError, PrivateLockedError, ConflictError
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.vault.documents import ConflictCopy, StoredDocument


class VaultError(Exception):
    """Anything the vault refuses or could not do; its text is a sentence for the person."""


class WeakPassphraseError(VaultError):
    """A new passphrase is too short or too common."""


class WrongPassphraseError(VaultError):
    """The passphrase opens none of this vault's locks; nothing was changed."""


class TooManyAttemptsError(VaultError):
    """Too many wrong passphrases in a row: the next one may be tried only after *seconds*; nothing was tried."""

    def __init__(self, message: str, *, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class WrongRecoveryWordsError(VaultError):
    """The recovery words are misspelt, miscounted or belong to another vault."""


class NotAVaultError(VaultError):
    """There is no vault in this folder, or what is there was not made by this program."""


class VaultExistsError(VaultError):
    """Something stands where a new vault was to be made."""


class VaultDamagedError(VaultError):
    """A part of the vault cannot be read; nothing was changed."""


class VaultEmptyError(VaultDamagedError):
    """The file of records is there but has no content."""


class VaultTruncatedError(VaultDamagedError):
    """The file of records ends too early."""


class VaultUnencryptedError(VaultDamagedError):
    """The file of records is an ordinary, unencrypted database."""


class VaultSwappedError(VaultDamagedError):
    """The file of records belongs to another vault or is no vault at all."""


class VaultRolledBackError(VaultError):
    """An older copy stands where newer records were seen before."""


class VaultNewerError(VaultError):
    """The vault was written by a newer version of the program."""


class VaultBusyError(VaultError):
    """Another program has the vault open."""


class VaultReadOnlyError(VaultError):
    """The vault is open for reading only, so nothing can be saved."""


class VaultClosedError(VaultError):
    """The vault was closed or locked; it has to be opened again."""


class NotSavedError(VaultError):
    """The disk did not take a save; what was saved before is unharmed."""


class DiskFullError(NotSavedError):
    """There is no room for a save."""


class DocumentNotFoundError(VaultError):
    """There is no such document or version."""


class OnHoldError(VaultError):
    """A document is on hold and must not be deleted."""


class PrivateLockedError(VaultError):
    """A private entry can be read or written only with its author's own key."""


class ConflictError(VaultError):
    """Somebody saved the same document in between; both texts are kept.

    Attributes:
        theirs: the document as it stands now; None when it was deleted, or is private and locked.
        mine: the text that was to be saved.
        conflict: that text as it is kept until someone has looked at both.
    """

    def __init__(self, message: str, *, theirs: StoredDocument | None, mine: str, conflict: ConflictCopy) -> None:
        super().__init__(message)
        self.theirs = theirs
        self.mine = mine
        self.conflict = conflict
