"""Private entries: sealed to their author's own key, so that opening the vault does not open them.

Each author has an X25519 key pair (Bernstein 2006). Entries are locked with the public half (NaCl sealed box), so they
can be saved at any time; the private half is wrapped by the author's own passphrase, or lies in a file in the author's
state folder on this machine and in no backup. Others who open the vault, or restore it, see that an entry exists,
by whom and when, and nothing more. Honest limit: losing the own passphrase, or the machine that holds the file, loses
the entries.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from supervision_tui.vault.disk import private_files
from supervision_tui.vault.errors import PrivateLockedError, VaultDamagedError, VaultError, WrongPassphraseError
from supervision_tui.vault.keys import wrapping
from supervision_tui.vault.keys.key_file import Argon
from supervision_tui.vault.storage import revisions, statements
from supervision_tui.vault.storage.rows import author_key_row

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Database, Transaction


class PrivateKeys:
    """The authors' own keys of one open vault; ``vault.private``."""

    def __init__(self, database: Database, device: Path, check: Callable[[str], None], now: Callable[[], str]) -> None:
        self._database = database
        self._device = device
        self._check = check
        self._now = now
        self._open: dict[str, bytes] = {}

    def exists(self, author: str) -> bool:
        """Whether *author* has an own key."""
        with self._database.reading() as transaction:
            return _row(transaction, author) is not None

    def is_open(self, author: str) -> bool:
        """Whether *author*'s private entries can be read now; a key held on this machine opens by itself."""
        return author in self._open or self._open_from_device(author)

    def create(self, author: str, passphrase: str, cost: wrapping.Cost = wrapping.Cost.STANDARD) -> None:
        """Give *author* an own key behind an own *passphrase*, and open it.

        Raises:
            WeakPassphraseError: the passphrase is too short or too common.
            VaultError: there is one already.
        """
        self._check(passphrase)
        argon = Argon.new(cost)
        secret, public = _new_pair()
        wrapped = {"argon": argon.model_dump(), "box": wrapping.wrap(argon.key(passphrase), secret)}
        self._store(author, public, json.dumps(wrapped))
        self._open[author] = secret

    def create_on_this_device(self, author: str) -> None:
        """Give *author* an own key that lies in a file on this machine only, and open it.

        Raises:
            VaultError: there is one already, or the file cannot be written.
        """
        if self.exists(author):
            raise VaultError(_HAS_KEY)
        if self._secret_here(author) is not None:
            raise VaultError(_KEY_GONE)
        secret, public = _new_pair()
        path = self._file(author)
        try:
            private_files.make_private_folder(path.parent)
            private_files.write_whole(path, secret)
        except OSError:
            message = f"The key for private entries could not be written to {path.parent}. Nothing was changed."
            raise VaultError(f"{message} {_OTHER_STATE}") from None
        self._store(author, public, json.dumps({"device": True}))
        self._open[author] = secret

    def open(self, author: str, passphrase: str) -> None:
        """Open *author*'s private entries until the vault is closed or :meth:`forget` is called.

        Raises:
            WrongPassphraseError: it does not open them.
            PrivateLockedError: there is no own key, or it lies on another machine.
        """
        with self._database.reading() as transaction:
            row = _row(transaction, author)
        if row is None:
            raise PrivateLockedError(_NO_KEY)
        wrapped = json.loads(row[1])
        if "argon" not in wrapped:
            if self._open_from_device(author):
                return
            raise PrivateLockedError(_OTHER_MACHINE)
        secret = wrapping.unwrap(Argon.model_validate(wrapped["argon"]).key(passphrase), wrapped["box"])
        if secret is None:
            message = "This is not the passphrase of your private entries. Nothing was changed. Try again."
            raise WrongPassphraseError(message)
        self._open[author] = secret
        if _public_of(secret) == row[0]:
            self._note_public(author, row[0])

    def change_passphrase(self, author: str, old: str, new: str, cost: wrapping.Cost = wrapping.Cost.STANDARD) -> None:
        """Put *new* in the place of *old*; a key held on this machine moves behind *new* (*old* is not asked for).

        Raises:
            WrongPassphraseError: *old* does not open the entries.
            WeakPassphraseError: *new* is too short or too common.
        """
        self._check(new)
        self.open(author, old)
        argon = Argon.new(cost)
        wrapped = {"argon": argon.model_dump(), "box": wrapping.wrap(argon.key(new), self._open[author])}
        with self._database.writing() as transaction:
            _refuse_unsealed(transaction)
            transaction.execute(statements.WRAP_AUTHOR_KEY, (json.dumps(wrapped), author))
            revisions.seal_keys(transaction)
        self._file(author).unlink(missing_ok=True)

    def forget(self) -> None:
        """Drop every opened key."""
        self._open.clear()

    def seal(self, transaction: Transaction, author: str, label: str, words: bytes) -> bytes:
        """*words* locked for *author*; *label* (kind and id) is locked in with them.

        Raises:
            PrivateLockedError: the author has no own key yet.
        """
        row = _row(transaction, author)
        if row is None:
            raise PrivateLockedError(_NO_KEY)
        if self._known_public(author) not in {None, row[0]}:
            raise PrivateLockedError(_KEY_CHANGED)
        _refuse_unsealed(transaction)
        return bytes(SealedBox(PublicKey(row[0])).encrypt(_labelled(label) + words))

    def unseal(self, author: str, label: str, box: bytes) -> bytes:
        """The words in *box*.

        Raises:
            PrivateLockedError: the author's key is not open.
            VaultDamagedError: the box is damaged or stands in the place of another entry.
        """
        if not self.is_open(author):
            message = "This entry is private: it opens only with its author's own key."
            raise PrivateLockedError(message)
        try:
            opened = bytes(SealedBox(PrivateKey(self._open[author])).decrypt(box))
        except CryptoError:
            opened = b""
        mark = _labelled(label)
        if not opened.startswith(mark):
            message = "This private entry is damaged or stands in another's place. Restore it from a backup."
            raise VaultDamagedError(message)
        return opened[len(mark) :]

    def warnings(self) -> list[str]:
        """A sentence for each key that this machine knows otherwise than the vault has it."""
        with self._database.reading() as transaction:
            rows = list(map(author_key_row, transaction.rows(statements.AUTHOR_KEYS)))
        changed = [row.author for row in rows if self._known_public(row.author) not in {None, row.public}]
        return [_KEY_CHANGED_OF.format(author=author) for author in changed]

    def _known_public(self, author: str) -> bytes | None:
        """The public half of *author*'s key as this machine knows it: from its own secret half, or as noted here."""
        secret = self._open.get(author) or self._secret_here(author)
        if secret is not None:
            return _public_of(secret)
        try:
            return self._file(author).with_suffix(".public").read_bytes()
        except OSError:
            return None

    def _note_public(self, author: str, public: bytes) -> None:
        """Note the public half here, so that another one in its place is noticed before anything is locked with it."""
        path = self._file(author).with_suffix(".public")
        with contextlib.suppress(OSError):
            private_files.make_private_folder(path.parent)
            private_files.write_whole(path, public, durable=False)

    def _store(self, author: str, public: bytes, wrapped: str) -> None:
        self._note_public(author, public)
        with self._database.writing() as transaction:
            if _row(transaction, author) is not None:
                raise VaultError(_HAS_KEY)
            _refuse_unsealed(transaction)
            transaction.execute(statements.ADD_AUTHOR_KEY, (author, public, wrapped, self._now()))
            revisions.seal_keys(transaction)

    def _file(self, author: str) -> Path:
        return self._device / f"{hashlib.sha256(author.encode()).hexdigest()[:32]}.key"

    def _secret_here(self, author: str) -> bytes | None:
        """The secret half that lies on this machine, if it does."""
        try:
            secret = self._file(author).read_bytes()
        except OSError:
            return None
        return secret if len(secret) == wrapping.KEY_BYTES else None

    def _open_from_device(self, author: str) -> bool:
        secret = self._secret_here(author)
        if secret is None:
            return False
        self._open[author] = secret
        return True


_NO_KEY = "Private entries need their author's own key first. Make one, then write; nothing was saved in the open."
_KEY_CHANGED = (
    "The key for these private entries in the vault is not the one that this machine knows: something other than this "
    "program changed it, and whoever did could read what you write now. Nothing was saved. Run “vault check”, and "
    "restore the vault from a backup made before."
)
_KEY_CHANGED_OF = (
    "The key for the private entries of {author} is not the one that this machine knows: something other than this "
    "program changed it. Nothing more is locked with it. Restore the vault from a backup made before."
)
_KEYS_UNSEALED = (
    "The keys for private entries in this vault are not those that this program put there: something else changed "
    "them, and whoever did could read what you write now. Nothing was saved. Run “vault check”, and restore the vault "
    "from a backup made before."
)
_KEY_GONE = (
    "The key for these private entries was taken out of the vault, though this machine still holds its other half. "
    "Nothing was changed. Restore the vault from a backup made before."
)
_OTHER_STATE = "Set SUPERVISION_TUI_STATE to a folder of your own, or ask whoever looks after your computer."
_HAS_KEY = "There is a key for this author's private entries already. Nothing was changed."
_OTHER_MACHINE = "The key of these private entries lies on the machine where they were first written."


def _labelled(label: str) -> bytes:
    return hashlib.sha256(label.encode()).digest()


def _new_pair() -> tuple[bytes, bytes]:
    pair = PrivateKey.generate()
    return bytes(pair), bytes(pair.public_key)


def _public_of(secret: bytes) -> bytes:
    return bytes(PrivateKey(secret).public_key)


def _refuse_unsealed(transaction: Transaction) -> None:
    """Stop where the keys are not those that this program sealed: nothing is locked with a stranger's key."""
    if not revisions.keys_seal_holds(transaction, transaction.head_key):
        raise PrivateLockedError(_KEYS_UNSEALED)


def _row(transaction: Transaction, author: str) -> tuple[bytes, str] | None:
    row = transaction.first(statements.AUTHOR_KEY, (author,))
    if row is None:
        return None
    key = author_key_row(row)
    return key.public, key.wrapped
