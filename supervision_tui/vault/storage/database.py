"""The encrypted database: connections, transactions, and what its errors mean in words.

SQLCipher with a raw 256-bit key (no derivation per connection), write-ahead log with a full sync at every commit,
nothing temporary on disk, freed pages overwritten; on macOS the drive's own cache is flushed too (``fullfsync``).
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from supervision_tui.vault.errors import (
    DiskFullError,
    NotSavedError,
    VaultBusyError,
    VaultClosedError,
    VaultDamagedError,
    VaultError,
    VaultReadOnlyError,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_WAIT = 30.0
_CLOSING_WAIT = 10.0
_COUNTS = ("SELECT count(*) FROM document", "SELECT count(*) FROM revision")
_MEANINGS: tuple[tuple[str, type[VaultError], str], ...] = (
    (
        "disk is full",
        DiskFullError,
        "The disk is full, so this could not be saved. What was saved before is safe. Make room and try again.",
    ),
    (
        "disk i/o",
        NotSavedError,
        "The disk did not take this, so it is not saved. What was saved before is safe. Check the disk and try again.",
    ),
    (
        "readonly",
        VaultReadOnlyError,
        "The vault cannot be written to here, so this is not saved. What was saved before is safe.",
    ),
    (
        "unable to open",
        NotSavedError,
        "The vault's files cannot be reached. What was saved before is safe. Check that the disk is still there.",
    ),
    ("locked", VaultBusyError, "Another program is busy with this vault. Nothing was changed. Try again in a moment."),
    ("malformed", VaultDamagedError, ""),
    ("not a database", VaultDamagedError, ""),
    ("corrupt", VaultDamagedError, ""),
)
_DAMAGED = (
    "A part of the vault's records cannot be read. It is now open for reading only, so that nothing gets worse. "
    "Run “vault check” to see which documents it touches, and restore from a backup."
)


def connect(path: Path, key: bytes, salt: str, *, mode: str = "rw", immutable: bool = False) -> driver.Connection:
    """One connection to the encrypted file at *path*.

    Args:
        path: the file; made only with *mode* ``rwc``.
        key: the raw 32-byte key.
        salt: the file's 16-byte salt in hexadecimal.
        mode: ``ro``, ``rw`` or ``rwc`` (SQLite URI).
        immutable: nobody can write to the disk that the file is on.
    """
    uri = f"{path.resolve().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
    connection = driver.connect(uri, uri=True, check_same_thread=False, timeout=_WAIT, isolation_level=None)
    for pragma in (
        "cipher_log_level=NONE",
        f"key=\"x'{key.hex()}{salt}'\"",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "secure_delete=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "synchronous=FULL",
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def meaning(error: Exception) -> VaultError:
    """The vault error, with its sentence, that a driver's *error* stands for."""
    text = str(getattr(error, "orig", error)).lower()
    for part, kind, sentence in _MEANINGS:
        if part in text:
            return kind(sentence or _DAMAGED)
    return VaultError("The vault's database refused this, so it was not done. What was saved before is safe.")


class Database:
    """The open database of one vault; safe to use from several threads.

    Attributes:
        read_only: true when opened so, or after damage was met.
    """

    def __init__(self, path: Path, key: bytes, salt: str, *, read_only: bool = False, immutable: bool = False) -> None:
        self.read_only = read_only
        self._path = path
        self._file = path.stat().st_ino
        self._key = bytearray(key)
        self._salt = salt
        self._closed = False
        self._in_use = 0
        self._idle = threading.Condition()
        self._one_writer = threading.Lock()
        mode = "ro" if immutable else "rw"

        def creator() -> driver.Connection:
            connection = connect(path, bytes(self._key), salt, mode=mode, immutable=immutable)
            if read_only:
                connection.execute("PRAGMA query_only=ON")
            return connection

        self._engine: Engine = create_engine(
            "sqlite+pysqlite://",
            creator=creator,
            module=driver,
            poolclass=QueuePool,
            pool_size=3,
            max_overflow=20,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection inside one consistent snapshot.

        Raises:
            VaultError: what went wrong, in words.
        """
        with self._used(), self._translated(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection inside the one writing transaction; on the disk when the block has ended.

        Raises:
            VaultReadOnlyError: the vault is open for reading only.
            VaultError: what went wrong, in words; nothing of the block was saved.
        """
        if self.read_only:
            message = "The vault is open for reading only, so this is not saved. What was saved before is safe."
            raise VaultReadOnlyError(message)
        with self._used(), self._one_writer, self._translated():
            self._refuse_if_gone()
            with self._engine.connect() as bare:
                connection = bare.execution_options(writing=True)
                with connection.begin():
                    yield connection
            self._refuse_if_gone()

    @contextmanager
    def raw_connection(self) -> Iterator[driver.Connection]:
        """The driver's own connection, for checkpoints, backups and integrity checks."""
        with self._used(), self._translated(), self._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            if raw is None:
                raise VaultClosedError(_CLOSED)
            yield raw

    def shrink_log(self) -> None:
        """Move the write-ahead log into the database and empty it, where no reader is in the way."""
        with self.raw_connection() as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def use_log(self, *, allowed: bool) -> None:
        """Use the write-ahead log where *allowed*, else the rollback journal (network disks, synced folders)."""
        wanted = "wal" if allowed else "delete"
        with self.raw_connection() as raw:
            if raw.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
                raw.execute(f"PRAGMA journal_mode={wanted}").fetchall()

    def damaged_pages(self) -> list[str]:
        """What is wrong with pages of the file, a line each; empty when every page is what was written."""
        with self.raw_connection() as raw:
            return [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check").fetchall()]

    def copy_to(self, path: Path) -> None:
        """Copy everything, as it is at one moment, into the empty file *path* under the same key."""
        target = connect(path, bytes(self._key), self._salt)
        try:
            with self.raw_connection() as raw:
                raw.backup(target)
        finally:
            target.close()

    def compare_with(self, path: Path) -> tuple[int, int]:
        """Open the copy at *path*, read all of it, and count its documents and lines of history.

        Raises:
            VaultDamagedError: it is not what was written.
        """
        copy = Database(path, bytes(self._key), self._salt)
        try:
            wrong = copy.damaged_pages()
            with copy.reading() as connection:
                documents, lines = (int(connection.exec_driver_sql(count).scalar_one()) for count in _COUNTS)
                sound = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        finally:
            copy.close()
        if wrong or sound != "ok":
            raise VaultDamagedError(
                "The copy did not come out right, so it was not kept. The vault itself was not changed."
            )
        return documents, lines

    def set_instance(self, instance: str) -> tuple[int, int]:
        """Note that this is the copy called *instance*; counts documents and lines of history."""
        with self.writing() as connection:
            connection.exec_driver_sql("UPDATE meta SET value = ? WHERE name = 'instance'", (instance,))
            documents, lines = (int(connection.exec_driver_sql(count).scalar_one()) for count in _COUNTS)
        self.shrink_log()
        return documents, lines

    def close(self) -> None:
        """Wait for work under way, close every connection and drop the key."""
        with self._idle:
            self._closed = True
            self._idle.wait_for(lambda: self._in_use == 0, timeout=_CLOSING_WAIT)
        self._engine.dispose()
        self._key[:] = bytes(len(self._key))

    def _refuse_if_gone(self) -> None:
        """Stop when the file was moved, deleted or replaced: what is written then goes nowhere that can be found."""
        with contextlib.suppress(OSError):
            if self._path.stat().st_ino == self._file:
                return
        message = (
            "The vault's files are not in their place any more, so this is not saved. "
            "Put the folder or the disk back, and save again."
        )
        raise NotSavedError(message)

    @contextmanager
    def _used(self) -> Iterator[None]:
        with self._idle:
            if self._closed:
                raise VaultClosedError(_CLOSED)
            self._in_use += 1
        try:
            yield
        finally:
            with self._idle:
                self._in_use -= 1
                self._idle.notify_all()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, driver.Error) as error:
            meant = meaning(error)
            if isinstance(meant, VaultDamagedError):
                self.read_only = True
            raise meant from None


_CLOSED = "The vault is locked. Everything saved is safe; open it again to go on."


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
