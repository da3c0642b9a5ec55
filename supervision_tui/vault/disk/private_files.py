"""Files and folders of the vault: for their owner only, and swept of what an interrupted writing left."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from supervision_tui.whole_files import PRIVATE_FILE, sync_folder, write_whole

PRIVATE_FOLDER = 0o700
CHOOSE_ANOTHER = "Choose a folder in which you can write, or ask whoever looks after your computer."
"""What to do about a folder that refuses."""


def make_private_folder(folder: Path) -> None:
    """Make *folder* and its parents; the folder itself is for its owner only, whatever the umask."""
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    folder.chmod(PRIVATE_FOLDER)


def remove_leftovers(folder: Path, name: str) -> None:
    """Remove what an interrupted :func:`write_whole` of *name* left in *folder*; never *name* itself."""
    with contextlib.suppress(OSError):
        for leftover in folder.glob(f".{name}.????????"):
            leftover.unlink()


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


def state_folder() -> Path:
    """Where notes about vaults stand: ``SUPERVISION_TUI_STATE``, else the system's place for a program's state."""
    configured = os.environ.get("SUPERVISION_TUI_STATE")
    if configured:
        return Path(configured)
    from platformdirs import user_state_path  # noqa: PLC0415 - only without the environment variable

    return user_state_path("supervision-tui", appauthor=False)


__all__ = [
    "CHOOSE_ANOTHER",
    "PRIVATE_FILE",
    "PRIVATE_FOLDER",
    "close_to_others",
    "make_private_folder",
    "remove_leftovers",
    "state_folder",
    "sync_file",
    "sync_folder",
    "write_whole",
]
