"""Noticing that the terminal went away without a word.

A closed window sends a hang-up signal, but not to a process without a controlling terminal (inside some containers and
service managers). It would then wait for keys for ever, with the vault open.
"""

from __future__ import annotations

import contextlib
import select
import sys
from typing import IO

EVERY = 2.0
"""Seconds between two looks."""


def is_hung_up() -> bool:
    """Whether standard input was hung up; always false where the platform cannot tell (Windows)."""
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False
    poll = select.poll()
    try:
        poll.register(sys.__stdin__.fileno(), select.POLLHUP)
        return any(seen & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, seen in poll.poll(0))
    except (ValueError, OSError):
        return False


class LastingOutput:
    """The terminal's *file*, which takes words also when the terminal has gone: they are dropped.

    Textual writes from a thread of its own through a queue of thirty. An error would end that thread, and the program
    would wait for ever, with the vault open, for room in a queue that nobody empties.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, words: str) -> int:
        """Write *words*; how many were taken."""
        with contextlib.suppress(OSError, ValueError):
            return self._file.write(words)
        return len(words)

    def flush(self) -> None:
        """Send what was written, if anybody is there."""
        with contextlib.suppress(OSError, ValueError):
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._file.isatty()
