"""Changing the ways in of an open vault: each change wraps the same data key again and writes the key file twice."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from supervision_tui.vault.errors import NotSavedError, VaultDamagedError
from supervision_tui.vault.keys import key_file as keyfile
from supervision_tui.vault.keys import os_keyring, passphrase_policy, wrapping
from supervision_tui.vault.keys.key_file import Argon, KeyFile, Slot
from supervision_tui.vault.keys.recovery_words import RecoveryWords
from supervision_tui.vault.opening import DataKey, Opened


def set_passphrase(opened: Opened, proof: DataKey, new: str, cost: wrapping.Cost) -> None:
    """Let the passphrase *new* open the vault, and no earlier one.

    Args:
        opened: the vault.
        proof: the data key behind what the person has just typed.
        new: the passphrase from now on.
        cost: how dear a guess is to be.

    Raises:
        WeakPassphraseError, WrongPassphraseError, WrongRecoveryWordsError, NotSavedError: everything is as before.
    """
    passphrase_policy.check(new)

    def change(key_file: KeyFile, data_key: bytes) -> KeyFile:
        argon = Argon.new(cost)
        return key_file.with_slot(Slot(kind="passphrase", argon=argon, box=wrapping.wrap(argon.key(new), data_key)))

    _rewrite(opened, proof, change)


def renew_recovery_words(opened: Opened, proof: DataKey) -> RecoveryWords:
    """Fresh recovery words; the earlier ones open nothing any more.

    Raises:
        WrongPassphraseError, NotSavedError: the earlier words still hold.
    """
    words = RecoveryWords.new()
    _rewrite(
        opened,
        proof,
        lambda key_file, key: key_file.with_slot(Slot(kind="recovery", box=wrapping.wrap(words.key(), key))),
    )
    return words


def remember_here(opened: Opened, proof: DataKey) -> None:
    """Let the operating system's key store open the vault too (see ``keystore`` for what that means).

    Raises:
        WrongPassphraseError, NotSavedError, VaultError: nothing was changed.
    """
    _rewrite(opened, proof, lambda key_file, key: key_file.with_slot(os_keyring.put(key_file.vault, key)))


def forget_here(opened: Opened, proof: DataKey) -> None:
    """Close the way in through the key store.

    Raises:
        WrongPassphraseError, NotSavedError: it is still open.
    """
    _rewrite(opened, proof, lambda key_file, _key: key_file.without_slot("keystore"))
    os_keyring.drop(opened.key_file.vault)


def _rewrite(opened: Opened, proof: DataKey, change: Callable[[KeyFile, bytes], KeyFile]) -> None:
    """Write the key file as *change* makes it, after reading back that the result is sound."""
    opened.refuse_if_read_only()
    data_key = proof(opened.key_file)
    fresh = change(opened.key_file, data_key).sealed(data_key)
    try:
        keyfile.write(opened.folder, fresh)
    except OSError:
        with contextlib.suppress(OSError):
            keyfile.write(opened.folder, opened.key_file)
        message = "The key file could not be written. What opened the vault before still does. Check the disk."
        raise NotSavedError(message) from None
    found, warning = keyfile.read(opened.folder)
    if warning or found != fresh or not found.seal_holds(data_key):
        message = "The key file did not come out as it was written. Do not close the vault; make a backup now."
        raise VaultDamagedError(message)
    opened.key_file = fresh
    opened.seal_held = True
