"""An open vault: the one object that the floors above hold. Safe to use from several threads."""

from __future__ import annotations

import builtins
import contextlib
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from supervision_tui.vault import backups, creation, opening
from supervision_tui.vault.backups import BackupReport
from supervision_tui.vault.disk import filesystem
from supervision_tui.vault.errors import VaultError
from supervision_tui.vault.keys import credentials, os_keyring
from supervision_tui.vault.keys.recovery_words import RecoveryWords
from supervision_tui.vault.keys.wrapping import Cost
from supervision_tui.vault.opening import Opened, Way
from supervision_tui.vault.storage.documents import Document, Due, Finding, Heading, Hit, Kept, Removed, Revision, Save


class Vault:
    """A vault that has been opened. Use :meth:`create`, :meth:`open` or :meth:`open_with_recovery`; then :meth:`close`.

    Attributes:
        folder: where it stands.
        warnings: sentences to show after opening (a network disk, a damaged second copy ...).
        private: the authors' own keys for sealed entries.
    """

    def __init__(self, opened: Opened) -> None:
        from supervision_tui.vault.document_store import Shelf  # noqa: PLC0415 - as above
        from supervision_tui.vault.keys import passphrase_policy as passphrase  # noqa: PLC0415 - reads two word lists
        from supervision_tui.vault.storage.author_keys import PrivateKeys  # noqa: PLC0415 - SQLAlchemy, loaded while opening
        from supervision_tui.vault.storage.rollback_guard import state_folder  # noqa: PLC0415 - platformdirs

        self.folder = opened.folder
        self.warnings = tuple(opened.warnings)
        self._opened = opened
        self._closed = False
        device = (opened.way.state or state_folder()) / "own-keys" / opened.key_file.vault
        self.private = PrivateKeys(opened.database, device, passphrase.check, lambda: _now().isoformat("T", "seconds"))
        self._shelf = Shelf(opened, self.private, _now)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, *, cost: Cost = Cost.STANDARD, state: Path | None = None
    ) -> tuple[Self, RecoveryWords]:
        """Make a vault in *folder* (absent or empty) and open it; the recovery words are shown this once.

        Raises:
            WeakPassphraseError, VaultExistsError, NotSavedError: see each one.
        """
        data_key, words = creation.make(folder, passphrase, cost)
        return cls(opening.open_vault(folder, lambda _: data_key, Way(state=state))), words

    @classmethod
    def open(
        cls,
        folder: Path,
        passphrase: str,
        *,
        read_only: bool = False,
        alone: bool = True,
        wait: float = 0.0,
        accept_older: bool = False,
        state: Path | None = None,
    ) -> Self:
        """Open the vault in *folder*; what the options mean stands at :class:`supervision_tui.vault.opening.Way`.

        Raises:
            WrongPassphraseError: nothing was changed.
            TooManyAttemptsError: too many wrong ones came before; say how long to wait.
            NotAVaultError, VaultBusyError, VaultReadOnlyError: see each one.
            VaultNewerError, VaultRolledBackError, VaultDamagedError: see each one.
        """
        way = Way(read_only, alone, wait, accept_older, state)
        asked = opening.asked_for(passphrase, state)
        opened = opening.open_vault(folder, asked, way)
        if asked.notice:
            opened.warnings.append(asked.notice)
        return cls(opened)

    @classmethod
    def open_with_recovery(
        cls, folder: Path, words: str, *, read_only: bool = False, state: Path | None = None
    ) -> Self:
        """Open with the recovery *words* as typed.

        Raises:
            WrongRecoveryWordsError: names the word at fault, or says that they belong to another vault.
        """
        way = Way(read_only=read_only, state=state)
        return cls(opening.open_vault(folder, opening.by_recovery_words(words), way))

    @classmethod
    def open_remembered(cls, folder: Path, *, read_only: bool = False, state: Path | None = None) -> Self:
        """Open through this computer's key store (see :meth:`remember_here`).

        Raises:
            WrongPassphraseError: it is not in the key store; ask for the passphrase.
        """
        return cls(opening.open_vault(folder, os_keyring.data_key, Way(read_only=read_only, state=state)))

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: opened so, or damage was met since."""
        return self._opened.database.read_only

    def put(
        self,
        kind: str,
        id: str,  # noqa: A002 - the word that everyone uses for it
        body: str,
        *,
        author: str,
        base: int | None,
        title: str = "",
        search: str = "",
        sealed: bool = False,
        draft: bool = False,
    ) -> Document:
        """Save a document; when this returns, it is on the disk.

        Saving what is there already adds nothing.

        Args:
            kind: what sort of document, a short word of the caller's.
            id: which one; goes into the history for good, so it must not tell a name.
            body: the text, usually JSON.
            author: who saves.
            base: the version that the text was made from; None or 0 for a new document.
            title: for lists; encrypted like all else, but not private to the author.
            search: the words that a search may find it by; give none to keep it out of every search.
            sealed: private to *author* (see ``private``): title and body are locked with the author's own key.
            draft: an autosave; its text may go once a later one of the same author is there (one in two minutes stays).

        Raises:
            ConflictError: someone else saved in between; both texts are kept.
            PrivateLockedError: *sealed* without an own key, or another author's private entry.
            NotSavedError, VaultReadOnlyError, VaultDamagedError, VaultClosedError: see each one.
        """
        return self.save(Save(kind, id, body, author, base or 0, title, search, sealed, draft))

    def save(self, save: Save) -> Document:
        """:meth:`put` with everything in one object."""
        return self._shelf.put(save)

    def get(self, kind: str, id: str, version: int | None = None) -> Document:  # noqa: A002 - as in put
        """A document as it stands, or an earlier *version* of it.

        Raises:
            DocumentNotFoundError: there is none, or that version's text was an autosave in between.
            PrivateLockedError: it is private and its author's key is not open.
        """
        return self._shelf.get(kind, id, version)

    def bodies(self, kind: str, ids: Collection[str]) -> dict[str, tuple[int, str]]:
        """Version and body of each open document of a *kind* among *ids*, in one look; private and missing ones not."""
        return self._shelf.bodies(kind, ids)

    def version(self, kind: str, id: str) -> int:  # noqa: A002 - as in put
        """The version at which a document stands; 0 when there is none."""
        return self._shelf.version(kind, id)

    def list(self, kind: str) -> builtins.list[Heading]:
        """All documents of a *kind*, newest first; private ones only while their author's key is open."""
        return self._shelf.headings(kind)

    def kinds(self) -> builtins.list[str]:
        """Every kind of which there is a document now, by the alphabet."""
        return self._shelf.kinds()

    def history(self, kind: str, id: str) -> builtins.list[Revision]:  # noqa: A002 - as in put
        """Every line of a document's history, oldest first; also of a deleted one."""
        return self._shelf.history(kind, id)

    def kept(self) -> builtins.list[Kept]:
        """Texts that lost a race and wait for someone to look at both; body None while private and locked."""
        return self._shelf.kept()

    def settle(self, kept: Kept, *, author: str) -> None:
        """Drop a kept text after someone has looked at both (having saved what they wanted of it)."""
        self._shelf.settle(kept, author)

    def delete(self, kind: str, id: str, *, author: str, reason: str) -> Removed:  # noqa: A002 - as in put
        """Delete a document with all its versions; a line stays that says who, when and why (*reason*: no names).

        The search finds it no more at once; its words leave the index's own pages with :meth:`tidy`.

        Raises:
            DocumentNotFoundError: there is none.
            NotSavedError, VaultReadOnlyError: nothing was deleted.
        """
        return self._shelf.delete(kind, id, author, reason)

    def search(self, words: str, *, kinds: Iterable[str] | None = None, limit: int = 50) -> builtins.list[Hit]:
        """Documents in which every one of *words* begins a word, best first; any text is safe to search for."""
        return self._shelf.search(words, tuple(kinds) if kinds is not None else None, limit)

    def set_due(
        self,
        kind: str,
        id: str,  # noqa: A002 - as in put
        day: date | None,
        *,
        author: str,
        why: str,
    ) -> None:
        """Note the *day* that a document should go (None: no day any more) and *why*. Nothing goes by itself.

        Raises:
            DocumentNotFoundError: there is no such document.
        """
        self._shelf.set_due(kind, id, day, author, why)

    def hold(self, kind: str, id: str, *, author: str, reason: str) -> None:  # noqa: A002 - as in put
        """Forbid deleting a document until :meth:`release`; *reason* is shown to who tries (no names).

        Raises:
            DocumentNotFoundError: there is no such document.
            ValueError: no reason is given.
        """
        if not reason.strip():
            message = "Say in a few words why this is put on hold."
            raise ValueError(message)
        self._shelf.hold(kind, id, author, reason.strip())

    def release(self, kind: str, id: str, *, author: str, reason: str) -> None:  # noqa: A002 - as in put
        """End a hold, and say why.

        Raises:
            DocumentNotFoundError: there is no such document.
        """
        self._shelf.release(kind, id, author, reason)

    def going(self, by: date | None = None) -> builtins.list[Due]:
        """What has a day to go (up to *by*, if given), earliest first; without *by*, also what is only held."""
        return self._shelf.going(by)

    def backup(self, target: Path) -> BackupReport:
        """Copy the vault, in use as it is, to the folder *target* (absent or empty), and open the copy to check it.

        Raises:
            VaultExistsError, NotSavedError, VaultDamagedError: no copy is left behind.
        """
        return backups.make(self._opened.database, self._opened.key_file, target)

    def backup_dated(self, folder: Path | None = None) -> BackupReport:
        """A copy named by the time in *folder* (default: ``backups`` in the vault); old ones go by rotation.

        Raises:
            NotSavedError, VaultDamagedError: no copy is left behind, and no old one was removed.
        """
        return backups.make_dated(
            self._opened.database, self._opened.key_file, folder or backups.folder_of(self.folder)
        )

    def renew_backups(self, folder: Path | None = None) -> BackupReport:
        """One copy of today in the place of all in *folder*, so that nothing deleted is left in any of them.

        Raises:
            NotSavedError, VaultDamagedError: no copy is left behind, and no old one was removed.
        """
        return backups.renew(self._opened.database, self._opened.key_file, folder or backups.folder_of(self.folder))

    @staticmethod
    def restore(backup: Path, target: Path, passphrase: str) -> BackupReport:
        """Make a vault in *target* (absent or empty) from a copy; the copy is only read.

        Raises:
            WrongPassphraseError, VaultDamagedError, VaultExistsError, NotSavedError: nothing was made.
        """
        return backups.restore(backup, target, opening.asked_for(passphrase))

    def change_passphrase(self, old: str, new: str, *, cost: Cost = Cost.STANDARD) -> None:
        """Put *new* in the place of *old*; records are not touched. Backups made before still open with *old*.

        Raises:
            WrongPassphraseError, WeakPassphraseError, NotSavedError: *old* still opens the vault.
        """
        credentials.set_passphrase(self._opened, self._proof(old), new, cost)

    def recover(self, words: str, new: str, *, cost: Cost = Cost.STANDARD) -> None:
        """Let the passphrase *new* open the vault on the strength of the recovery *words*.

        Raises:
            WrongRecoveryWordsError, WeakPassphraseError, NotSavedError: nothing was changed.
        """
        credentials.set_passphrase(self._opened, opening.by_recovery_words(words), new, cost)

    def renew_recovery_words(self, passphrase: str) -> RecoveryWords:
        """Fresh recovery words, to be shown this once; the earlier ones open nothing any more.

        Raises:
            WrongPassphraseError, NotSavedError: the earlier words still hold.
        """
        return credentials.renew_recovery_words(self._opened, self._proof(passphrase))

    def remember_here(self, passphrase: str) -> None:
        """Let this computer's key store open the vault (any program of the same log-in can read it: say so first).

        Raises:
            WrongPassphraseError, NotSavedError, VaultError: nothing was changed.
        """
        credentials.remember_here(self._opened, self._proof(passphrase))

    def forget_here(self, passphrase: str) -> None:
        """Close the way in through this computer's key store.

        Raises:
            WrongPassphraseError, NotSavedError: it is still open.
        """
        credentials.forget_here(self._opened, self._proof(passphrase))

    def prove(self, passphrase: str) -> None:
        """See that *passphrase* opens this vault, which is open already: somebody comes back to a locked screen.

        Raises:
            WrongPassphraseError, TooManyAttemptsError: it stays locked.
        """
        self._proof(passphrase)(self._opened.key_file)

    def _proof(self, passphrase: str) -> opening.DataKey:
        return opening.asked_for(passphrase, self._opened.way.state)

    def space_warning(self) -> str:
        """A sentence when the disk is nearly full, else ""."""
        return filesystem.space_warning(self.folder)

    def check(self) -> builtins.list[Finding]:
        """Read everything and compare it with its hashes; an empty list says that all is well."""
        from supervision_tui.vault.integrity_check import check  # noqa: PLC0415 - only on request

        return check(self._opened)

    def tidy(self) -> None:
        """Take the words of deleted documents out of the search index for good; :meth:`close` does so too.

        Raises:
            NotSavedError, VaultReadOnlyError: it is still to be done.
        """
        self._shelf.tidy()

    def close(self) -> None:
        """Finish work under way, close the files, drop the keys, give the lease back. Twice is free of effect."""
        if self._closed:
            return
        self._closed = True
        if not self.read_only:
            with contextlib.suppress(VaultError):
                self.tidy()
        self.private.forget()
        self._opened.database.close()
        opening.closed(self.folder)
        if self._opened.lease:
            self._opened.lease.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _now() -> datetime:
    return datetime.now(UTC)
