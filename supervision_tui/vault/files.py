"""Files as the vault writes them: for their owner only, whole or not at all, on the disk before anyone is told."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_private_folder(folder: Path) -> None:
    """Make *folder* and its parents; the folder itself is for its owner only, whatever the umask."""
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    folder.chmod(PRIVATE_FOLDER)


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


def sweep(folder: Path, name: str) -> None:
    """Remove what an interrupted :func:`write_whole` of *name* left in *folder*; never *name* itself."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f".{name}.????????"):
            left.unlink()


def sync_folder(folder: Path) -> None:
    """Put the names in *folder* on the disk (POSIX; Windows does so by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Put the bytes of *path* on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def close_to_others(path: Path) -> None:
    """Take every right on *path* from everyone but its owner, where it is a file of ours."""
    with contextlib.suppress(OSError):
        if path.is_file() and not path.is_symlink():
            path.chmod(PRIVATE_FILE)
