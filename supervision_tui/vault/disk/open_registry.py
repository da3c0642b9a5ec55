"""Which vaults this process has open.

Closing any handle on a file drops every POSIX lock that the process holds on it (SQLite, "How To Corrupt An SQLite
Database File", section 2.2), so nothing else here may open and close the files of a vault that is open.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

_open: Counter[Path] = Counter()


def note_opened(folder: Path) -> None:
    """Note that this process has opened the vault in *folder* once more."""
    _open[folder.resolve()] += 1


def note_closed(folder: Path) -> None:
    """Note that this process has closed the vault in *folder* once."""
    _open[folder.resolve()] -= 1


def is_open_here(folder: Path) -> bool:
    """Whether this process has the vault in *folder* open."""
    return _open[folder.resolve()] > 0
