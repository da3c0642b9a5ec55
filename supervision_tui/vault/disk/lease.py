"""One program at a time: who has a vault open for writing.

The operating system's own lock on ``in-use.lock`` is the lease, so a program that dies gives it back at once. Programs
that agree to write side by side (short commands) share it. The file's text only says who; it never decides.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from supervision_tui.days import moment_in_words
from supervision_tui.vault.errors import VaultBusyError, VaultReadOnlyError

NAME = "in-use.lock"
_LOCK_AT = 1 << 30
_PAUSE = 0.05


class Lease:
    """The right to write to a vault; give it back with :meth:`release`.

    Attributes:
        warning: a sentence when the disk cannot lock, else empty.
    """

    def __init__(self, lock_file: IO[bytes] | None, warning: str = "") -> None:
        self._lock_file = lock_file
        self.warning = warning

    @classmethod
    def take(cls, folder: Path, *, alone: bool, wait: float = 0.0) -> Lease:
        """Take the lease of the vault in *folder*.

        Args:
            folder: the vault.
            alone: keep everyone else from writing; else share with others who do not ask to be alone.
            wait: seconds to wait for it.

        Raises:
            VaultBusyError: another program has it; says which, as far as known.
            VaultReadOnlyError: the folder cannot be written to.
        """
        try:
            lock_file = _open(folder / NAME)
        except OSError:
            message = (
                "The vault's folder cannot be written to. Open it for reading only, or copy it to a writable disk."
            )
            raise VaultReadOnlyError(message) from None
        until = time.monotonic() + wait
        while True:
            try:
                _lock(lock_file, alone=alone)
            except (BlockingIOError, PermissionError):
                if time.monotonic() < until:
                    time.sleep(_PAUSE)
                    continue
                holder = _holder_in_words(lock_file)
                lock_file.close()
                message = (
                    f"This vault is open in another window or program{holder}. Nothing was changed. "
                    "Close it there first, or open it here for reading only."
                )
                raise VaultBusyError(message) from None
            except OSError:
                return cls(
                    lock_file, "This disk cannot lock files, so make sure that only one program has the vault open."
                )
            return cls(lock_file)

    def write_holder(self) -> None:
        """Write down who holds the lease, for the next one to read."""
        if self._lock_file is None:
            return
        holder = {
            "process": os.getpid(),
            "machine": socket.gethostname(),
            "since": datetime.now(UTC).isoformat("T", "seconds"),
        }
        with contextlib.suppress(OSError):
            self._lock_file.seek(0)
            self._lock_file.truncate()
            self._lock_file.write(json.dumps(holder).encode())
            self._lock_file.flush()

    def release(self) -> None:
        """Give the lease back; doing so twice does nothing."""
        lock_file, self._lock_file = self._lock_file, None
        if lock_file is not None:
            lock_file.close()


def _open(path: Path) -> IO[bytes]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0), 0o600)
    return os.fdopen(handle, "r+b", buffering=0)


def _holder_in_words(lock_file: IO[bytes]) -> str:
    """What the holder wrote about itself, in words, or nothing."""
    try:
        lock_file.seek(0)
        holder = json.loads(lock_file.read(1000))
        since = datetime.fromisoformat(holder["since"]).astimezone()
        return f" (process {int(holder['process'])} on {str(holder['machine'])[:60]!a}, since {moment_in_words(since)})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(lock_file: IO[bytes], *, alone: bool) -> None:  # noqa: ARG001 - Windows has no shared byte lock
        lock_file.seek(_LOCK_AT)
        msvcrt.locking(lock_file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(lock_file: IO[bytes], *, alone: bool) -> None:
        fcntl.flock(lock_file.fileno(), (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
