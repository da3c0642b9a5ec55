"""Opening a vault: keys, lease, header, schema, and whether the newest records are still there."""

from __future__ import annotations

from pathlib import Path

from supervision_tui.vault.connection import connect
from supervision_tui.vault.disk import header, open_registry
from supervision_tui.vault.disk.lease import Lease
from supervision_tui.vault.errors import (
    WrongPassphraseError,
    WrongRecoveryWordsError,
)
from supervision_tui.vault.keys import key_file as key_files
from supervision_tui.vault.keys import wrapping
from supervision_tui.vault.keys.key_file import KeyFile
from supervision_tui.vault.keys.rate_limit import RateLimitedKey
from supervision_tui.vault.keys.recovery_words import RecoveryWords
from supervision_tui.vault.open_vault import DataKey, OpenOptions, OpenVault

_WRONG = (
    "This passphrase does not open the vault. Nothing was changed. Check capital letters and the keyboard; try again."
)


def by_passphrase(passphrase: str) -> DataKey:
    """The data key behind *passphrase*."""

    def get(key_file: KeyFile) -> bytes:
        slot = key_file.slot("passphrase")
        if slot is None or slot.argon is None:
            message = "No passphrase opens this vault. Use its recovery words."
            raise WrongPassphraseError(message)
        data_key = wrapping.unwrap(slot.argon.key(passphrase), slot.box)
        if data_key is None or len(data_key) != wrapping.KEY_BYTES:
            raise WrongPassphraseError(_WRONG)
        return data_key

    return get


def rate_limited(passphrase: str, state: Path | None = None) -> RateLimitedKey:
    """As :func:`by_passphrase`, each failure counted in the *state* folder and followed by a growing wait."""
    return RateLimitedKey(by_passphrase(passphrase), state)


def by_recovery_words(typed: str) -> DataKey:
    """The data key behind the recovery words as *typed*."""

    def get(key_file: KeyFile) -> bytes:
        words = RecoveryWords.read(typed)
        slot = key_file.slot("recovery")
        data_key = wrapping.unwrap(words.key(), slot.box) if slot else None
        if data_key is None or len(data_key) != wrapping.KEY_BYTES:
            message = (
                "These recovery words are well written but belong to another vault, or were replaced by newer ones."
            )
            raise WrongRecoveryWordsError(message)
        return data_key

    return get


def open_vault(folder: Path, unlock: DataKey, options: OpenOptions) -> OpenVault:
    """Open the vault in *folder*; every refusal is an exception of its own and leaves the files as they are.

    Raises:
        NotAVaultError, VaultBusyError, VaultReadOnlyError, WrongPassphraseError, WrongRecoveryWordsError,
        VaultNewerError, VaultRolledBackError,
        VaultDamagedError and its subclasses: see each one.
    """
    key_file, warning = key_files.read(folder)
    lease = None if options.read_only else Lease.take(folder, alone=options.alone, wait=options.wait)
    try:
        if options.of_a_copy or not open_registry.is_open_here(folder):
            header.check(folder / options.records, bytes.fromhex(key_file.salt))
        data_key = unlock(key_file)
        opened = connect(folder, key_file, data_key, options, lease)
    except BaseException:
        if lease:
            lease.release()
        raise
    if warning:
        opened.warnings.append(warning)
    opened.seal_held = key_file.seal_holds(data_key)
    if not opened.seal_held:
        opened.warnings.append(
            "The vault's key file was changed by something other than this program. Run “vault check”."
        )
    if lease:
        lease.write_holder()
        if lease.warning:
            opened.warnings.append(lease.warning)
    open_registry.note_opened(folder)
    return opened
