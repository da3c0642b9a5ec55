"""Four megabytes kept back on the disk, given up when it is full so that the last words can still be saved."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from supervision_tui.vault.disk import private_files

NAME = "reserve"
SIZE = 4 << 20
_ONLY_ABOVE = 100 << 20


def keep(folder: Path) -> None:
    """Make the reserve where it is missing and there is plenty of room; it holds only noughts."""
    path = folder / NAME
    with contextlib.suppress(OSError):
        if path.exists() or shutil.disk_usage(folder).free < _ONLY_ABOVE:
            return
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, private_files.PRIVATE_FILE)
        with os.fdopen(handle, "wb") as out:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(out.fileno(), 0, SIZE)
            else:
                out.write(bytes(SIZE))


def give_up(folder: Path) -> bool:
    """Free the reserve; false when there was none."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True
