"""How long nobody has touched the keys. Time spent asleep counts: a closed lid is an absence."""

from __future__ import annotations

import time
from collections.abc import Callable

WARN_BEFORE = 60.0
"""Seconds before locking at which it is announced."""


def suspend_aware_clock() -> float:
    """A clock that nobody can set and that goes on while the computer sleeps, where the system has one."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class IdleTimer:
    """Watches the time since the last key.

    Args:
        clock: gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = suspend_aware_clock) -> None:
        self._clock = clock
        self._last = clock()
        self._told = False

    def touched(self) -> None:
        """Somebody is there."""
        self._last = self._clock()
        self._told = False

    @property
    def seconds(self) -> float:
        """Since somebody was there."""
        return self._clock() - self._last

    def over(self, minutes: int) -> bool:
        """Whether nobody has been there for *minutes*."""
        return self.seconds >= minutes * 60

    def warning_due(self, minutes: int) -> bool:
        """Whether it is time to announce it: true once per absence."""
        if self._told or self.seconds < minutes * 60 - WARN_BEFORE:
            return False
        self._told = True
        return True
