"""Making a vault: built beside its place, then moved there whole, so that half a vault never exists."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from supervision_tui.vault import backups
from supervision_tui.vault.disk import header, private_files
from supervision_tui.vault.disk.lease import NAME as LOCK
from supervision_tui.vault.keys import key_file as key_files
from supervision_tui.vault.keys import passphrase_policy, wrapping
from supervision_tui.vault.keys.key_file import Argon, KeyFile, KeySlot
from supervision_tui.vault.keys.recovery_words import RecoveryWords
from supervision_tui.vault.storage import database as engine
from supervision_tui.vault.storage import revisions, schema, statements


def create_files(folder: Path, words: str, cost: wrapping.Cost) -> tuple[bytes, RecoveryWords]:
    """Make a vault in *folder*, which must not exist or be empty, opened by the passphrase *words*.

    Returns the data key (so that it need not be derived again to open) and the recovery words.

    Raises:
        WeakPassphraseError: *words* are too short or too common.
        VaultExistsError: something is in the folder already.
        NotSavedError: the disk refused; nothing is left behind.
    """
    passphrase_policy.check(words)
    recovery = RecoveryWords.new()
    with backups.built_beside(folder) as building:
        data_key = _write_all(building, words, recovery, cost)
    return data_key, recovery


def _write_all(folder: Path, words: str, recovery: RecoveryWords, cost: wrapping.Cost) -> bytes:
    """Write every file of the vault into *folder*; returns its data key."""
    data_key = wrapping.new_key()
    argon = Argon.new(cost)
    slots = (
        KeySlot(kind="passphrase", argon=argon, box=wrapping.wrap(argon.key(words), data_key)),
        KeySlot(kind="recovery", box=wrapping.wrap(recovery.key(), data_key)),
    )
    fresh = key_files.new(secrets.token_hex(16), secrets.token_hex(16), secrets.token_hex(16))
    key_file = KeyFile.model_validate({**fresh, "slots": slots}).sealed(data_key)
    _database(folder / header.NAME, key_file, data_key)
    (folder / LOCK).touch(private_files.PRIVATE_FILE)
    key_files.write(folder, key_file)
    return data_key


def _database(path: Path, key_file: KeyFile, data_key: bytes) -> None:
    """An empty database of today's schema, closed again, all of it in its main file."""
    key = wrapping.database_key(data_key)
    path.touch(private_files.PRIVATE_FILE, exist_ok=False)
    with engine.in_words(), contextlib.closing(engine.connect(path, key, key_file.salt, mode="rw")) as first:
        first.execute("PRAGMA journal_mode=WAL").fetchall()
    database = engine.Database(path, key, key_file.salt, head_key=wrapping.head_key(data_key))
    try:
        with database.writing() as transaction:
            schema.create(transaction)
            for fact in (("vault", key_file.vault), ("instance", key_file.instance)):
                transaction.execute(statements.SET_FACT, fact)
            revisions.seal_keys(transaction)
        database.shrink_log()
    finally:
        database.close()
    private_files.sync_file(path)
