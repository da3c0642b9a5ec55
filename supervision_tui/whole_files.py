"""Files written whole or not at all: for their owner only, on the disk at once, never over another unasked."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from supervision_tui.text import MARK, clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PRIVATE_FILE = 0o600
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
VAULT_FILES = ("keys.json", "records.db")
"""Files that tell the folder of a vault."""


def error_in_words(error: BaseException) -> str:
    """What an *error* says to a person: for a file what is wrong with it and what to do, without a number."""
    if not isinstance(error, OSError) or error.errno is None:
        return str(error)
    name = clean(str(error.filename))[:200] if error.filename else "the file"
    if isinstance(error, FileNotFoundError):
        return f"There is no file '{name}'. Look at its path and name, then try again."
    if isinstance(error, IsADirectoryError):
        return f"'{name}' is a folder. Name a file in it."
    if isinstance(error, PermissionError):
        return (
            f"'{name}' may not be opened from your account. Choose another place, or ask who looks after this computer."
        )
    return f"'{name}' could not be used: {error.strerror}. Nothing was changed. Look at the disk, then try again."


class FileExistsAlreadyError(FileExistsError):
    """A file of that name is there already."""


class TargetRefusedError(OSError):
    """A file must not be written there, whatever its content: the name could steer a terminal, or it is a vault."""


class LinkedFolderError(TargetRefusedError):
    """The folder to write to is a link to another one; *folder* is where it leads."""

    def __init__(self, message: str, folder: Path) -> None:
        super().__init__(message)
        self.folder = folder


def check_target(path: Path, *, force: bool = False) -> None:
    """Refuse to write a file in clear to *path* where that would surprise; *force* allows a folder that is a link.

    Raises:
        TargetRefusedError: the name holds characters that could steer a terminal, or the folder is a vault's own.
        LinkedFolderError: the folder is a link, and *force* is not given.
    """
    check_name(path)
    _refuse_in_vault(path.parent)
    if path.parent.is_symlink() and not force:
        folder = path.parent.resolve()
        raise LinkedFolderError(
            f"The folder '{path.parent}' is a link to '{folder}'. Nothing was written. If that is where it should go, "
            "give that folder's own name.",
            folder,
        )


def check_name(path: Path) -> None:
    """Refuse a new file or folder at *path* where its own name, or that of a new folder over it, could steer.

    Raises:
        TargetRefusedError: a name holds characters that could steer a terminal.
    """
    for new in (path, *(folder for folder in path.parents if not folder.exists())):
        if "\n" in new.name or (MARK in clean(new.name) and MARK not in new.name):
            raise TargetRefusedError(
                f"The name '{new.name}' holds characters that could steer a terminal. Nothing was written. "
                "Choose another name."
            )


def make_folder(folder: Path) -> None:
    """Make *folder*, for files in clear, with those over it; only its owner may look into it.

    Raises:
        TargetRefusedError: see :func:`check_name`, or it is inside a vault's own folder; nothing was made.
        OSError: the disk refused.
    """
    check_name(folder)
    _refuse_in_vault(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def _refuse_in_vault(folder: Path) -> None:
    if is_in_vault(folder):
        raise TargetRefusedError(
            f"'{folder}' is inside a notebook's own folder, where everything is locked; a file in clear does not "
            "belong there. Nothing was written. Choose another folder."
        )


def is_in_vault(folder: Path) -> bool:
    """Whether *folder*, with every link followed, is a vault's own folder or inside one."""
    real = folder.resolve()
    return any(all((parent / name).exists() for name in VAULT_FILES) for parent in (real, *real.parents))


_clear_files_refused = ""


def refuse_clear_files(why: str) -> None:
    """From now on files that anybody can read are refused, and *why* is said; "" allows them again."""
    global _clear_files_refused  # noqa: PLW0603 - one rule for the whole program, set when it starts
    _clear_files_refused = why


def keep(make: Callable[[], bytes], path: Path, *, force: bool = False, locked: bool = False) -> None:
    """Write what *make* gives to *path*; a file that is there stays as it is unless *force*.

    *locked* says that nobody can read the file without a key of its own.

    Raises:
        TargetRefusedError: see :func:`check_target` and :func:`refuse_clear_files`; nothing was made.
        FileExistsAlreadyError: the file is there and *force* is not given; nothing was made.
        OSError: it cannot be written, as a sentence; what was there is unchanged.
    """
    if _clear_files_refused and not locked:
        raise TargetRefusedError(_clear_files_refused)
    check_target(path, force=force)
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
    folder, name = os.path.split(path)  # words, not paths: this is part of every save
    beside = os.path.join(folder, f".{name}.{os.urandom(4).hex()}")  # noqa: PTH118 - see above
    handle = os.open(beside, _FRESH, PRIVATE_FILE)
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            if durable:
                os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(beside, path)  # noqa: PTH105 - see above
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)  # noqa: PTH108 - see above
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
