"""Noticing that the terminal went away without a word.

A closed window sends a hang-up signal, but not to a process without a controlling terminal (inside some containers and
service managers). It would then wait for keys for ever, with the vault open.
"""

from __future__ import annotations

import select
import sys

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
