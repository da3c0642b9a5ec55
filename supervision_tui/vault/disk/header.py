"""A look at ``records.db`` before any database engine touches it.

An engine that opens an empty file sees a new database, and one that cannot decrypt says only "not a database". Reading
the first bytes ourselves tells empty, short, plain and foreign files apart (SQLite file format, section 1.3: an
unencrypted file starts with ``SQLite format 3``; SQLCipher puts its 16-byte salt there).
"""

from __future__ import annotations

from pathlib import Path

from supervision_tui.vault.errors import (
    VaultDamagedError,
    VaultEmptyError,
    VaultSwappedError,
    VaultTruncatedError,
    VaultUnencryptedError,
)

NAME = "records.db"
PAGE = 4096
_PLAIN = b"SQLite format 3\0"
_SALT = 16
_SAFE = "Nothing was changed. Do not make a new vault in its place: restore from a backup, or ask for help first."


def check(path: Path, salt: bytes) -> None:
    """Refuse a file that cannot be this vault's records; *salt* is what the key file expects at its start.

    Do not call while this process has the same file open elsewhere: closing it would drop the engine's locks.

    Raises:
        VaultDamagedError: missing or unreadable; a subclass for empty, cut short, plain, and another vault's file.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as source:
            start = source.read(_SALT)
    except OSError:
        message = f"The vault's file {path.name} is missing or cannot be read. {_SAFE}"
        raise VaultDamagedError(message) from None
    if not size:
        message = f"The vault's file {path.name} is empty, though it held records before. {_SAFE}"
        raise VaultEmptyError(message)
    if start == _PLAIN:
        message = f"{path.name} is an unencrypted database, not this vault's records. {_SAFE}"
        raise VaultUnencryptedError(message)
    if size < PAGE:
        message = f"The vault's file {path.name} ends after {size} bytes: most of it is gone. {_SAFE}"
        raise VaultTruncatedError(message)
    if start != salt:
        message = f"{path.name} does not belong to this vault: its first bytes are another's. {_SAFE}"
        raise VaultSwappedError(message)
