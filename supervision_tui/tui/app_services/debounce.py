"""Something done soon, once, however often it is asked for: saving while people type, searching while they look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer


class Debouncer:
    """Does *act* no later than *seconds* after it was first asked for; further asking until then changes nothing.

    Somebody who never rests is served as well: what they typed waits no longer than anybody's.

    Args:
        host: whose timer it is; it ends with them.
    """

    def __init__(self, host: MessagePump, seconds: float, act: Callable[[], None]) -> None:
        self._host = host
        self._seconds = seconds
        self._act = act
        self._timer: Timer | None = None

    def ask(self) -> None:
        """Have it done soon."""
        if self._timer is None:
            self._timer = self._host.set_timer(self._seconds, self._do)

    def _do(self) -> None:
        self._timer = None
        self._act()
