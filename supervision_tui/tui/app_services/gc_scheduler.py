"""Python's collector looks through everything when nobody is typing, never between a key and its answer.

Measured: with a session open one look takes 70 ms, and it fell on every thirtieth key or so.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.tui.app_services.idle_lock import IdleTimer

LOOK_EVERY = 1.0
"""Seconds between two looks at whether anybody is typing."""
REST = 3.0
"""Seconds without a key after which nobody is expected to press one just now."""
YOUNG = (2_000, 20, 1_000)
"""The young are looked through as they come; all things only after forty million, if nobody ever rests."""


class GarbageCollection:
    """Takes away what is no longer used, at rest.

    Args:
        idle: knows when the last key came.
    """

    def __init__(self, idle: IdleTimer) -> None:
        self._idle = idle
        self._at_rest = True
        self._begun = False

    def begin(self) -> None:
        """The notebook is open: from now on everything is looked through at rest only, the first time too."""
        gc.set_threshold(*YOUNG)
        self._at_rest, self._begun = False, True

    def look(self) -> None:
        """Once in every rest, look through everything; what is there at the first one, the library above all, stays."""
        resting = self._idle.seconds >= REST
        if resting and not self._at_rest:
            gc.collect()
            if self._begun:
                gc.freeze()
                self._begun = False
        self._at_rest = resting
