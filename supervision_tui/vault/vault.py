"""An open vault: the one object that the floors above hold. Safe to use from several threads."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from supervision_tui.vault import backups, creation, opening
from supervision_tui.vault.backups import BackupFolder, BackupReport
from supervision_tui.vault.credentials import Credentials
from supervision_tui.vault.disk import filesystem, open_registry, private_files, sync_conflicts
from supervision_tui.vault.document_store import DocumentStore
from supervision_tui.vault.documents import IntegrityFinding
from supervision_tui.vault.errors import VaultError
from supervision_tui.vault.keys import os_keyring
from supervision_tui.vault.keys.recovery_words import RecoveryWords
from supervision_tui.vault.keys.wrapping import Cost
from supervision_tui.vault.open_vault import OpenOptions, OpenVault
from supervision_tui.vault.storage.author_keys import PrivateKeys


class Vault:
    """A vault that has been opened. Use :meth:`create`, :meth:`open` or :meth:`open_with_recovery`; then :meth:`close`.

    Attributes:
        folder: the vault's folder.
        warnings: sentences to show after opening (a network disk, a damaged second copy ...).
        documents: saves, reads, searches and deletes documents.
        backups: copies of the vault.
        credentials: the passphrase, the recovery words, the operating system's keyring.
        private: the authors' own keys for sealed entries.
    """

    def __init__(self, opened: OpenVault) -> None:
        from supervision_tui.vault.keys import passphrase_policy  # noqa: PLC0415 - reads two word lists

        self.folder = opened.folder
        self.warnings = tuple(opened.warnings)
        self._opened = opened
        self._closed = False
        device = (opened.options.state or private_files.state_folder()) / "own-keys" / opened.key_file.vault
        self.private = PrivateKeys(
            opened.database, device, passphrase_policy.check, lambda: _now().isoformat("T", "seconds")
        )
        with contextlib.suppress(VaultError):  # damage was met: what can be read is read all the same
            self.warnings = (*self.warnings, *self.private.warnings())
        self.documents = DocumentStore(opened, self.private, _now)
        self.backups = BackupFolder(opened)
        self.credentials = Credentials(opened)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, *, cost: Cost = Cost.STANDARD, state: Path | None = None
    ) -> tuple[Self, RecoveryWords]:
        """Make a vault in *folder* (absent or empty) and open it; the recovery words are shown this once.

        Raises:
            WeakPassphraseError, VaultExistsError, NotSavedError: see each one.
        """
        data_key, words = creation.create_files(folder, passphrase, cost)
        return cls(opening.open_vault(folder, lambda _: data_key, OpenOptions(state=state))), words

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
        """Open the vault in *folder*; the options are those of :class:`supervision_tui.vault.open_vault.OpenOptions`.

        A synchroniser's copy of a vault's records, named in the place of its folder, is opened for reading only.

        Raises:
            WrongPassphraseError: nothing was changed.
            TooManyAttemptsError: too many wrong ones came before; says how long to wait.
            NotAVaultError, VaultBusyError, VaultReadOnlyError: see each one.
            VaultNewerError, VaultRolledBackError, VaultDamagedError: see each one.
        """
        options = OpenOptions(read_only, alone, wait, accept_older, state)
        if sync_conflicts.is_conflict_copy(folder):
            options, folder = replace(options, read_only=True, records=folder.name), folder.parent
        data_key = opening.rate_limited(passphrase, state)
        opened = opening.open_vault(folder, data_key, options)
        if data_key.notice:
            opened.warnings.append(data_key.notice)
        return cls(opened)

    @classmethod
    def open_with_recovery(
        cls, folder: Path, words: str, *, read_only: bool = False, state: Path | None = None
    ) -> Self:
        """Open with the recovery *words* as typed.

        Raises:
            WrongRecoveryWordsError: names the word at fault, or says that they belong to another vault.
        """
        options = OpenOptions(read_only=read_only, state=state)
        return cls(opening.open_vault(folder, opening.by_recovery_words(words), options))

    @classmethod
    def open_from_os_keyring(cls, folder: Path, *, read_only: bool = False, state: Path | None = None) -> Self:
        """Open through the operating system's keyring (see ``Credentials.add_to_os_keyring``).

        Raises:
            WrongPassphraseError: it is not in the keyring; ask for the passphrase.
        """
        return cls(opening.open_vault(folder, os_keyring.data_key, OpenOptions(read_only=read_only, state=state)))

    @staticmethod
    def restore(backup: Path, target: Path, passphrase: str) -> BackupReport:
        """Make a vault in *target* (absent or empty) from a backup; the backup is only read.

        Raises:
            WrongPassphraseError, VaultDamagedError, VaultExistsError, NotSavedError: nothing was made.
        """
        return backups.restore(backup, target, opening.rate_limited(passphrase))

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: opened so, or damage was met since."""
        return self._opened.database.read_only

    def space_warning(self) -> str:
        """A sentence when the disk is nearly full, else ""."""
        return filesystem.space_warning(self.folder)

    def check(self) -> list[IntegrityFinding]:
        """Read everything and compare it with its hashes; an empty list says that all is well."""
        from supervision_tui.vault.integrity_check import check  # noqa: PLC0415 - only on request

        findings = check(self._opened)
        with contextlib.suppress(VaultError):  # a damaged page holds the keys: told already
            findings = [*(IntegrityFinding(words, grave=True) for words in self.private.warnings()), *findings]
        return findings

    def close(self) -> None:
        """Finish work under way, close the files, drop the keys, give the lease back. Closing twice does nothing."""
        if self._closed:
            return
        self._closed = True
        if not self.read_only:
            with contextlib.suppress(VaultError):
                self.documents.purge_deleted_words()
        self.private.forget()
        self._opened.database.close()
        open_registry.note_closed(self.folder)
        if self._opened.lease:
            self._opened.lease.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _now() -> datetime:
    return datetime.now(UTC)
