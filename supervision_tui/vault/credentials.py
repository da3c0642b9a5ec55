"""Changing the ways into an open vault: each change wraps the same data key again and writes the key file twice."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from supervision_tui.vault import opening
from supervision_tui.vault.errors import NotSavedError, VaultDamagedError
from supervision_tui.vault.keys import key_file as key_files
from supervision_tui.vault.keys import os_keyring, passphrase_policy, wrapping
from supervision_tui.vault.keys.key_file import Argon, KeyFile, KeySlot
from supervision_tui.vault.keys.recovery_words import RecoveryWords
from supervision_tui.vault.open_vault import DataKey, OpenVault


class Credentials:
    """What opens one vault: its passphrase, its recovery words, and the operating system's keyring if asked for."""

    def __init__(self, opened: OpenVault) -> None:
        self._opened = opened

    def verify_passphrase(self, passphrase: str) -> None:
        """Check that *passphrase* opens this vault, which is open already: somebody returns to a locked screen.

        Raises:
            WrongPassphraseError, TooManyAttemptsError: it stays locked.
        """
        self._proof(passphrase)(self._opened.key_file)

    def change_passphrase(self, old: str, new: str, *, cost: wrapping.Cost = wrapping.Cost.STANDARD) -> None:
        """Put *new* in the place of *old*; records are not touched. Backups made before still open with *old*.

        Raises:
            WrongPassphraseError, WeakPassphraseError, NotSavedError: *old* still opens the vault.
        """
        self._set_passphrase(self._proof(old), new, cost)

    def recover(self, words: str, new: str, *, cost: wrapping.Cost = wrapping.Cost.STANDARD) -> None:
        """Let the passphrase *new* open the vault on the strength of the recovery *words*.

        Raises:
            WrongRecoveryWordsError, WeakPassphraseError, NotSavedError: nothing was changed.
        """
        self._set_passphrase(opening.by_recovery_words(words), new, cost)

    def renew_recovery_words(self, passphrase: str) -> RecoveryWords:
        """Fresh recovery words, to be shown this once; the earlier ones open nothing any more.

        Raises:
            WrongPassphraseError, NotSavedError: the earlier words still open the vault.
        """
        words = RecoveryWords.new()
        self._rewrite(
            self._proof(passphrase),
            lambda key_file, key: key_file.with_slot(KeySlot(kind="recovery", box=wrapping.wrap(words.key(), key))),
        )
        return words

    def add_to_os_keyring(self, passphrase: str) -> None:
        """Let this computer's keyring open the vault (any program of the same log-in can read it: say so first).

        Raises:
            WrongPassphraseError, NotSavedError, VaultError: nothing was changed.
        """
        self._rewrite(
            self._proof(passphrase),
            lambda key_file, key: key_file.with_slot(os_keyring.put(key_file.vault, key)),
        )

    def remove_from_os_keyring(self, passphrase: str) -> None:
        """Close the way in through this computer's keyring.

        Raises:
            WrongPassphraseError, NotSavedError: it is still open.
        """
        self._rewrite(self._proof(passphrase), lambda key_file, _key: key_file.without_slot("keystore"))
        os_keyring.drop(self._opened.key_file.vault)

    def _proof(self, passphrase: str) -> DataKey:
        """The data key behind *passphrase*, with wrong ones counted."""
        return opening.rate_limited(passphrase, self._opened.options.state)

    def _set_passphrase(self, proof: DataKey, new: str, cost: wrapping.Cost) -> None:
        """Let the passphrase *new* open the vault, and no earlier one, once *proof* has given the data key."""
        passphrase_policy.check(new)

        def change(key_file: KeyFile, data_key: bytes) -> KeyFile:
            argon = Argon.new(cost)
            return key_file.with_slot(
                KeySlot(kind="passphrase", argon=argon, box=wrapping.wrap(argon.key(new), data_key))
            )

        self._rewrite(proof, change)

    def _rewrite(self, proof: DataKey, change: Callable[[KeyFile, bytes], KeyFile]) -> None:
        """Write the key file as *change* makes it, and read back that the result is sound."""
        opened = self._opened
        opened.refuse_if_read_only()
        data_key = proof(opened.key_file)
        fresh = change(opened.key_file, data_key).sealed(data_key)
        try:
            key_files.write(opened.folder, fresh)
        except OSError:
            with contextlib.suppress(OSError):
                key_files.write(opened.folder, opened.key_file)
            message = "The key file could not be written. What opened the vault before still does. Check the disk."
            raise NotSavedError(message) from None
        written, warning = key_files.read(opened.folder)
        if warning or written != fresh or not written.seal_holds(data_key):
            message = "The key file did not come out as it was written. Do not close the vault; make a backup now."
            raise VaultDamagedError(message)
        opened.key_file = fresh
        opened.seal_held = True
