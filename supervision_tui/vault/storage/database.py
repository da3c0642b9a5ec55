"""The encrypted database: connections, transactions, and what its errors mean in words.

SQLCipher with a raw 256-bit key (no derivation per connection), write-ahead log with a full sync at every commit,
nothing temporary on disk, freed pages overwritten; on macOS the drive's own cache is flushed too (``fullfsync``).
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from supervision_tui.vault.errors import (
    DiskFullError,
    NotSavedError,
    VaultBusyError,
    VaultClosedError,
    VaultDamagedError,
    VaultError,
    VaultReadOnlyError,
)
from supervision_tui.vault.storage import statements

_WAIT = 30.0
_CLOSING_WAIT = 10.0
_KEPT_OPEN = 3
"""Connections that stay open between two uses."""
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
    text = str(error).lower()
    for part, kind, sentence in _MEANINGS:
        if part in text:
            return kind(sentence or _DAMAGED)
    return VaultError("The vault's database refused this, so it was not done. What was saved before is safe.")


@contextmanager
def in_words() -> Iterator[None]:
    """Whatever the driver refuses within the block is raised as a vault error, with its sentence."""
    try:
        yield
    except driver.Error as error:
        raise meaning(error) from None


class Transaction:
    """What can be said to the database inside one transaction.

    Attributes:
        raw: the driver's own connection.
        head_key: seals the newest line of the history; empty where nothing is added.
    """

    __slots__ = ("execute", "head_key", "raw")

    def __init__(self, raw: driver.Connection, head_key: bytes) -> None:
        self.raw = raw
        self.head_key = head_key
        self.execute = raw.execute

    def rows(self, statement: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Every row that a statement of ``statements`` gives."""
        found: list[tuple[Any, ...]] = self.execute(statement, parameters).fetchall()
        return found

    def first(self, statement: str, parameters: tuple[object, ...] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        found: tuple[Any, ...] | None = self.execute(statement, parameters).fetchone()
        return found

    def scalar(self, statement: str, parameters: tuple[object, ...] = ()) -> Any:
        """The first value of the first row, or None."""
        found = self.first(statement, parameters)
        return found[0] if found else None


class Database:
    """The open database of one vault; safe to use from several threads.

    Attributes:
        read_only: true when opened so, or after damage was met.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        salt: str,
        *,
        head_key: bytes = b"",
        read_only: bool = False,
        immutable: bool = False,
    ) -> None:
        self.read_only = read_only
        self._path = path
        self._name = os.fspath(path)
        self._file = path.stat().st_ino
        self._key = bytearray(key)
        self._salt = salt
        self._head_key = bytearray(head_key)
        self._opened_read_only = read_only
        self._immutable = immutable
        self._closed = False
        self._marks_log = self._log_marked = False
        self._in_use = 0
        self._idle = threading.Condition()
        self._one_writer = threading.Lock()
        self._kept_open: list[driver.Connection] = []

    @property
    def head_key(self) -> bytes:
        """The key that seals the newest line of the history."""
        return bytes(self._head_key)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction inside one consistent snapshot.

        Raises:
            VaultError: what went wrong, in words.
        """
        with self._used(), self._translated(), self._connection() as raw, _transaction(raw, "BEGIN"):
            yield Transaction(raw, b"")

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """The one writing transaction; on the disk when the block has ended.

        Raises:
            VaultReadOnlyError: the vault is open for reading only.
            VaultError: what went wrong, in words; nothing of the block was saved.
        """
        if self.read_only:
            message = "The vault is open for reading only, so this is not saved. What was saved before is safe."
            raise VaultReadOnlyError(message)
        with self._used(), self._one_writer, self._translated():
            self._refuse_if_gone()
            if self._marks_log and not self._log_marked:
                self._mark_log()
            with self._connection() as raw, _transaction(raw, "BEGIN IMMEDIATE"):
                yield Transaction(raw, bytes(self._head_key))
            self._refuse_if_gone()

    @contextmanager
    def raw_connection(self) -> Iterator[driver.Connection]:
        """The driver's own connection, for checkpoints, backups and integrity checks."""
        with self._used(), self._translated(), self._connection() as raw:
            yield raw

    def shrink_log(self) -> None:
        """Move the write-ahead log into the database and empty it, where no reader is in the way."""
        with self.raw_connection() as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def use_log(self, *, allowed: bool) -> None:
        """Use the write-ahead log where *allowed*, else the rollback journal (network disks, synced folders)."""
        self._marks_log = allowed
        wanted = "wal" if allowed else "delete"
        with self.raw_connection() as raw:
            if raw.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
                raw.execute(f"PRAGMA journal_mode={wanted}").fetchall()

    def _mark_log(self) -> None:
        """Note in the file itself, before the first save, that the newest words stand in the log beside it.

        Closing takes the mark away; a file that bears it and has no log was copied without it.
        """
        with self._connection() as raw:
            with _transaction(raw, "BEGIN IMMEDIATE"):
                raw.execute(statements.SET_FACT, (statements.LOG_IN_USE, "yes"))
            raw.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
        self._log_marked = True

    def _unmark_log(self) -> None:
        with contextlib.suppress(driver.Error), self._connection() as raw, _transaction(raw, "BEGIN IMMEDIATE"):
            raw.execute(statements.DROP_FACT, (statements.LOG_IN_USE,))

    def damaged_pages(self) -> list[str]:
        """What is wrong with pages of the file, a line each; empty when every page is what was written.

        A page that was half written when the power went stands whole in the log beside the file: it is put in its
        place first, where the file may be written to.
        """
        lines = self._pages_that_fail()
        if lines and not self.read_only:
            self.shrink_log()
            lines = self._pages_that_fail()
        return lines

    def _pages_that_fail(self) -> list[str]:
        with self.raw_connection() as raw:
            return [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check").fetchall()]

    def copy_to(self, path: Path) -> None:
        """Copy everything, as it is at one moment, into the empty file *path* under the same key.

        Raises:
            VaultError: what went wrong, in words; of the file *path* too.
        """
        with in_words(), contextlib.closing(connect(path, bytes(self._key), self._salt)) as target:
            with self.raw_connection() as raw:
                raw.backup(target)
            target.execute(statements.DROP_FACT, (statements.LOG_IN_USE,))

    def compare_with(self, path: Path) -> tuple[int, int]:
        """Open the copy at *path*, read all of it, and count its documents and lines of history.

        Raises:
            VaultDamagedError: it is not what was written.
        """
        copy = Database(path, bytes(self._key), self._salt)
        try:
            wrong = copy.damaged_pages()
            with copy.reading() as transaction:
                documents, lines = _counts(transaction)
                sound = transaction.scalar("PRAGMA quick_check(1)")
        finally:
            copy.close()
        if wrong or sound != "ok":
            raise VaultDamagedError(
                "The copy did not come out right, so it was not kept. The vault itself was not changed."
            )
        return documents, lines

    def set_instance(self, instance: str) -> tuple[int, int]:
        """Note that this is the copy called *instance*; counts documents and lines of history."""
        with self.writing() as transaction:
            transaction.execute(statements.SET_FACT, ("instance", instance))
            documents, lines = _counts(transaction)
        self.shrink_log()
        return documents, lines

    def close(self) -> None:
        """Wait for work under way, close every connection and drop the keys."""
        if self._log_marked and not self._closed and not self.read_only:
            self._unmark_log()
        with self._idle:
            self._closed = True
            self._idle.wait_for(lambda: self._in_use == 0, timeout=_CLOSING_WAIT)
            kept_open, self._kept_open = self._kept_open, []
        for raw in kept_open:
            raw.close()
        for key in (self._key, self._head_key):
            key[:] = bytes(len(key))

    @contextmanager
    def _connection(self) -> Iterator[driver.Connection]:
        """One connection for this use; a few stay open between two uses."""
        with self._idle:
            raw = self._kept_open.pop() if self._kept_open else None
        if raw is None:
            raw = self._connect()
        try:
            yield raw
        finally:
            with self._idle:
                keep = not self._closed and len(self._kept_open) < _KEPT_OPEN and not raw.in_transaction
                if keep:
                    self._kept_open.append(raw)
            if not keep:
                raw.close()

    def _connect(self) -> driver.Connection:
        mode = "ro" if self._immutable else "rw"
        raw = connect(self._path, bytes(self._key), self._salt, mode=mode, immutable=self._immutable)
        if self._opened_read_only:
            raw.execute("PRAGMA query_only=ON")
        return raw

    def _refuse_if_gone(self) -> None:
        """Stop when the file was moved, deleted or replaced: what is written then goes nowhere that can be found."""
        with contextlib.suppress(OSError):
            if os.stat(self._name).st_ino == self._file:  # noqa: PTH116 - twice in every save
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
        except driver.Error as error:
            meant = meaning(error)
            if isinstance(meant, VaultDamagedError):
                self.read_only = True
            raise meant from None


_CLOSED = "The vault is locked. Everything saved is safe; open it again to go on."


@contextmanager
def _transaction(raw: driver.Connection, begin: str) -> Iterator[None]:
    """Begin, and end with a commit, or as if nothing had been said where something went wrong."""
    raw.execute(begin)
    try:
        yield
        raw.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(driver.Error):
            if raw.in_transaction:
                raw.execute("ROLLBACK")
        raise


def _counts(transaction: Transaction) -> tuple[int, int]:
    """How many documents and lines of history there are."""
    return int(transaction.scalar(statements.COUNT_DOCUMENTS)), int(transaction.scalar(statements.COUNT_LINES))
