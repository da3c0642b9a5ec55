"""What ships with the program, read once in a run: both are frozen, so every test may have the same."""

import functools
from pathlib import Path

from supervision_tui import family as families
from supervision_tui import practice

__all__ = ["load_family", "load_library"]


@functools.cache
def _family(path, _changed):
    return families.load_family(path)


def load_family(path):
    """The family in the file at *path*, parsed anew only where the file has changed."""
    path = Path(path)
    return _family(path, path.stat().st_mtime_ns)


@functools.cache
def load_library():
    """The shipped library."""
    return practice.load_library()
