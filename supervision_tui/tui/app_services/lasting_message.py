"""A message that is shown for at least a moment, however long the computer was busy or asleep.

Textual starts a timer with the seconds that a message has left. When they ran out between its last look and the timer,
the seconds are below zero, and a timer of less than no time never comes to its end: the program would stand still.
"""

from __future__ import annotations

from textual.notifications import Notification

LEAST = 0.05
"""Seconds for which a message is shown at least."""


class LastingMessage(Notification):
    """A notification whose time left is never below :data:`LEAST` seconds; it expires when its time is over."""

    @property
    def time_left(self) -> float:
        """Seconds until it goes."""
        return max(super().time_left, LEAST)

    @property
    def has_expired(self) -> bool:
        """Whether its time is over."""
        return super().time_left <= 0
