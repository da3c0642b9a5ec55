"""Connecting to a vault's records: the schema, the key file that belongs to them, whether the newest are there."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from supervision_tui.vault import derived_state, migrate
from supervision_tui.vault.disk import disk_reserve, filesystem, header, private_files, sync_conflicts
from supervision_tui.vault.disk.lease import Lease
from supervision_tui.vault.errors import (
    VaultDamagedError,
    VaultNewerError,
    VaultReadOnlyError,
    VaultRolledBackError,
    VaultSwappedError,
)
from supervision_tui.vault.keys import key_file as key_files
from supervision_tui.vault.keys import wrapping
from supervision_tui.vault.keys.key_file import KeyFile
from supervision_tui.vault.open_vault import OpenOptions, OpenVault
from supervision_tui.vault.storage import revisions, schema, statements
from supervision_tui.vault.storage.database import Database
from supervision_tui.vault.storage.rollback_guard import ChainHead, LastSeenHead


def connect(folder: Path, key_file: KeyFile, data_key: bytes, options: OpenOptions, lease: Lease | None) -> OpenVault:
    """The vault in *folder* behind its *data_key*, with what is there compared with what should be.

    Raises:
        VaultDamagedError, VaultSwappedError, VaultNewerError, VaultRolledBackError, VaultReadOnlyError: it is not as it
            should be; nothing was changed.
    """
    path = folder / options.records
    database = Database(
        path,
        wrapping.database_key(data_key),
        key_file.salt,
        head_key=wrapping.head_key(data_key),
        read_only=options.read_only,
        immutable=options.read_only and _cannot_change(path),
    )
    without_log = not path.with_name(f"{path.name}-wal").exists()
    last_seen = LastSeenHead(key_file.instance, options.state)
    try:
        before = last_seen.recall()  # first: others may be saving, and the database is never behind what is remembered
        number = _schema_number(database)
        try:
            newest = _belonging(database, key_file)
            _refuse_older(newest, before, database, options)
            if not options.read_only and before != newest:
                last_seen.remember(newest)
            known = _copied_without_log(database) if without_log and before != newest else []
            known += _under_two_names(path, database)
            warnings = [*known, *_made_ready(folder, database, key_file, number, options)]
            if _is_current(database) or _was_lowered(database):
                warnings += [*_foreign(database), *_unsealed(database, options)]
        except VaultDamagedError as error:
            if isinstance(error, VaultSwappedError):
                raise
            database.read_only = True
            warnings = [str(error)]
    except BaseException:
        database.close()
        raise
    for name in (header.NAME, f"{header.NAME}-wal", f"{header.NAME}-shm"):
        if not options.read_only:
            private_files.close_to_others(folder / name)
    return OpenVault(folder, database, key_file, last_seen, options, lease, warnings=warnings)


COPIED_WITHOUT_LOG = (
    "This is an old copy: the file was copied while the notebook was open, without the log beside it, so what was "
    "saved last before that is missing here. Look for the whole folder, or for a backup, before you go on with it."
)
_READING_ONLY = "It is open for reading only, so that nothing gets worse. Restore a backup beside it."
TWO_NAMES = (
    "The file “{name}” has a second name somewhere else on this disk (a hard link), so a save here would change what "
    "stands there, and two programs could write into it at once. It is open for reading only. Make a backup in a new "
    "folder and go on with a notebook made of that."
)
NEWER = (
    "This notebook was used by a newer version of the program. It is open for reading only, so that nothing of it is "
    "lost; what this version does not know is not shown. Update the program to write in it."
)


def _schema_number(database: Database) -> int:
    """Which schema the records have; reading it proves that the key fits the file. A newer one is only read.

    Raises:
        VaultNewerError: a newer one, which this program cannot read.
        VaultDamagedError: the very first page cannot be read.
    """
    try:
        with database.reading() as transaction:
            number, readable = schema.version_of(transaction), schema.readable_from(transaction)
    except VaultDamagedError:
        message = (
            "The passphrase is right, but the vault's records cannot be read: the file is damaged or is "
            "another vault's. Nothing was changed. Restore from a backup."
        )
        raise VaultDamagedError(message) from None
    if number > schema.CURRENT:
        if readable > schema.CURRENT:
            message = "This vault was used by a newer version of the program. Nothing was changed. Update the program."
            raise VaultNewerError(message)
        database.read_only = True
    return number


def _cannot_change(path: Path) -> bool:
    """Whether nothing can change under a reader: nobody can write there, or nobody writes to a copy.

    Raises:
        VaultReadOnlyError: newer records wait in the log, which only a writable disk can bring in.
    """
    log = path.with_name(f"{path.name}-wal")
    waiting = log.exists() and log.stat().st_size
    if os.access(path.parent, os.W_OK):
        return path.name != header.NAME and not waiting
    if waiting:
        message = (
            "The newest records wait in a log that this read-only disk cannot take in. Copy the folder, open the copy."
        )
        raise VaultReadOnlyError(message)
    return True


def _belonging(database: Database, key_file: KeyFile) -> ChainHead:
    """The newest line, from records that belong to *key_file*.

    Raises:
        VaultSwappedError: they belong to another copy of the vault.
        VaultDamagedError: they cannot be read here; other parts may be.
    """
    with database.reading() as transaction:
        facts = dict(transaction.rows(statements.FACTS))
        newest = revisions.head(transaction)
    if (facts.get("vault"), facts.get("instance")) != (key_file.vault, key_file.instance):
        message = "The key file and the records belong to different copies of this vault. Nothing was changed."
        raise VaultSwappedError(message)
    return newest


def _made_ready(folder: Path, database: Database, key_file: KeyFile, number: int, options: OpenOptions) -> list[str]:
    """Bring the tables up to date, choose the journal for the place, keep a reserve; what the person should know."""
    if options.of_a_copy:
        return [
            f"This is the copy “{options.records}”. It is open for reading only; the notebook's own file is another."
        ]
    location = filesystem.examine(folder)
    warnings = location.warnings()
    if number > schema.CURRENT:
        return [*warnings, NEWER]
    if conflict := sync_conflicts.conflict_warning(folder):
        warnings.append(conflict)
    if number < schema.CURRENT and not _was_lowered(database):
        before = migrate.upgrade(folder, database, key_file)
        warnings.append(f"This vault was brought up to date. As it was before, it is kept in {before}.")
    if not options.read_only:
        if options.alone:
            database.use_log(allowed=location.safe_for_log)
            for name in (key_files.NAME, key_files.SECOND):
                private_files.remove_leftovers(folder, name)
        disk_reserve.keep(folder)
    if space := filesystem.space_warning(folder):
        warnings.append(space)
    return warnings


def _foreign(database: Database) -> list[str]:
    """A sentence where something stands in the database that is not ours; it is then open for reading only.

    A trigger could change one text while another is saved, so nothing is saved beside it.
    """
    with database.reading() as transaction:
        foreign = derived_state.foreign_objects(transaction)
    if not foreign:
        return []
    database.read_only = True
    return [f"{derived_state.FOREIGN.format(names=', '.join(foreign))} {_READING_ONLY}"]


def _unsealed(database: Database, options: OpenOptions) -> list[str]:
    """A sentence where the newest line is not the one that this program sealed; reading each line is for the check.

    A save would seal what something else wrote, so the records are then open for reading only, until somebody who
    knows why goes on with them; the history tells of that.
    """
    with database.reading() as transaction:
        holds = revisions.seal_holds(transaction, database.head_key) and revisions.begins_with_the_first_line(
            transaction
        )
        sealed = revisions.keys_sealed(transaction)
        keys_hold = revisions.keys_seal_holds(transaction, database.head_key)
    if not holds:
        if options.accept_older and not database.read_only:
            with database.writing() as transaction:
                revisions.append(transaction, revisions.accepted_line(datetime.now(UTC)))
            return []
        database.read_only = True
        return [f"{derived_state.SEAL_BROKEN} {_READING_ONLY} Run “vault check” to see what was changed."]
    if not keys_hold:
        return [f"{derived_state.KEYS_CHANGED} Run “vault check”, and restore from a backup."]
    if not sealed and not database.read_only:
        with database.writing() as transaction:
            revisions.seal_keys(transaction)
    return []


def _is_current(database: Database) -> bool:
    """Whether the tables are those of this program's own schema."""
    with database.reading() as transaction:
        return schema.version_of(transaction) == schema.CURRENT


def _was_lowered(database: Database) -> bool:
    """Whether the tables are of this program's own schema, though their number says that they are older."""
    with database.reading() as transaction:
        return schema.was_lowered(transaction)


def _copied_without_log(database: Database) -> list[str]:
    """A sentence where the newest words stand in a log that was not copied along.

    Only said where no log is there, and this machine does not know the newest line as its last: a program that ended
    without closing leaves the mark, and nothing is missing.
    """
    with database.reading() as transaction:
        marked = transaction.first(statements.FACT, (statements.LOG_IN_USE,)) is not None
    return [COPIED_WITHOUT_LOG] if marked else []


def _under_two_names(path: Path, database: Database) -> list[str]:
    """A sentence where the records have another name elsewhere; they are then open for reading only.

    Each name has a log of its own, and the lock is the folder's: two programs would destroy the file between them
    ("How to corrupt an SQLite database file", 2.5).
    """
    if database.read_only or path.stat().st_nlink <= 1:
        return []
    database.read_only = True
    return [TWO_NAMES.format(name=path.name)]


def _refuse_older(newest: ChainHead, before: ChainHead | None, database: Database, options: OpenOptions) -> None:
    """Refuse an older copy in the place of a newer one, or another history, unless the person has accepted it."""
    if before is None or before == newest or options.accept_older or options.of_a_copy:
        return
    if before.seq > newest.seq:
        missing = f"{before.seq - newest.seq} saved changes that were made on this machine are missing"
        raise VaultRolledBackError(_OLDER.format(what="An older copy of this vault stands here", missing=missing))
    if before.seq and _hash_at(database, before.seq) != before.hash:
        missing = "its history is not the one that was last seen on this machine"
        raise VaultRolledBackError(_OLDER.format(what="Another copy of this vault stands here", missing=missing))


def _hash_at(database: Database, seq: int) -> str:
    with database.reading() as transaction:
        row = revisions.at_seq(transaction, seq)
    return row.hash if row else ""


_OLDER = "{what}: {missing}. Nothing was changed. Look for the newer copy or a backup before you go on with this one."
