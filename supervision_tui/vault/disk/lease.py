"""One program at a time: who has a vault open for writing.

The operating system's own locks are the lease, so a program that dies gives it back at once: one on the vault's folder,
which cannot be deleted from under a program, and one on ``in-use.lock``: former versions look at that one, and Windows,
where a folder cannot be locked, does not let go while it is open. Programs that agree to write side by side (short
commands) share them. The file's text only says who; it never decides.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
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

    def __init__(self, lock_file: IO[bytes] | None, folder: int | None, warning: str = "") -> None:
        self._lock_file = lock_file
        self._folder = folder
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
        handle = _open_folder(folder)
        lease = cls(lock_file, handle)
        until = time.monotonic() + wait
        while True:
            try:
                _lock_folder(handle, alone=alone)
                _lock(lock_file.fileno(), alone=alone)
            except (BlockingIOError, PermissionError):
                if time.monotonic() < until:
                    time.sleep(_PAUSE)
                    continue
                holder = _holder_in_words(lock_file)
                lease.release()
                message = (
                    f"This vault is open in another window or program{holder}. Nothing was changed. "
                    "Close it there first, or open it here for reading only."
                )
                raise VaultBusyError(message) from None
            except OSError:
                lease.warning = "This disk cannot lock files, so make sure that only one program has the vault open."
            return lease

    def write_holder(self) -> None:
        """Write down who holds the lease, for the next one to read."""
        if self._lock_file is None:
            return
        holder = {
            "process": os.getpid(),
            "machine": platform.node(),
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
        handle, self._folder = self._folder, None
        if handle is not None:
            os.close(handle)


def _open(path: Path) -> IO[bytes]:
    """The lock file, made where it is missing; nothing is written into a file that has another name too."""
    with contextlib.suppress(OSError):
        if path.lstat().st_nlink > 1:
            path.unlink()
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


def _lock_folder(handle: int | None, *, alone: bool) -> None:
    """Lock the folder itself where that is possible; else the lock of the file has to do."""
    if handle is not None:
        try:
            _lock(handle, alone=alone)
        except BlockingIOError:
            raise
        except OSError:
            return


if sys.platform == "win32":
    import msvcrt

    def _open_folder(_folder: Path) -> int | None:
        return None

    def _lock(handle: int, *, alone: bool) -> None:  # noqa: ARG001 - Windows has no shared byte lock
        os.lseek(handle, _LOCK_AT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _open_folder(folder: Path) -> int | None:
        """A handle on the folder itself, or None where it cannot be had."""
        try:
            return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError:
            return None

    def _lock(handle: int, *, alone: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
