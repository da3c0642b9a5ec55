"""Files written whole or not at all: for their owner only, on the disk at once, never over another unasked."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PRIVATE_FILE = 0o600


class FileExistsAlreadyError(FileExistsError):
    """A file of that name is there already."""


def keep(make: Callable[[], bytes], path: Path, *, force: bool = False) -> None:
    """Write what *make* gives to *path*; a file that is there stays as it is unless *force*.

    Raises:
        FileExistsAlreadyError: the file is there and *force* is not given; nothing was made.
        OSError: it cannot be written, as a sentence; what was there is unchanged.
    """
    if path.exists() and not force:
        raise FileExistsAlreadyError(
            f"There is a file '{path}' already, and it was left as it is. Choose another name."
        )
    content = make()
    try:
        write_whole(path, content)
    except OSError as problem:
        raise type(problem)(f"'{path}' could not be written: {problem.strerror}. Nothing was changed.") from None


def write_whole(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Replace *path* by *content* so that a reader ever sees the old or the new bytes, never a mixture.

    Args:
        path: the file; its folder must exist.
        content: all of the new bytes.
        durable: wait until the disk has both the bytes and the name.

    Raises:
        OSError: the disk refused; the old file is unharmed.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            if durable:
                os.fsync(out.fileno())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    if durable:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in *folder* on the disk (POSIX; Windows does so by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
