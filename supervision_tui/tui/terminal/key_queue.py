"""Keys and pasted words one after another: each reaches the widget with the focus once those before it were answered.

The framework hands a key to the field that has the focus when it comes. Of keys that come together, the first may move
the focus on: the rest would be for the field before, or for a screen that is not in front any more.

A key that comes while every widget rests goes on at once, as nearly all do; only one that comes sooner waits, and a
message goes after the key before it to learn when that was answered. Measured: such a message after every key was a
fifth of what a letter cost.
"""

from __future__ import annotations

import time
from collections import deque
from typing import Any

from textual._queue import Queue
from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.message_pump import MessagePump
from textual.timer import Timer
from textual.widget import Widget

ROUNDS = 3
"""How often a message follows a key up to the application: what its answer set going has then been done as well."""
POLL_INTERVAL = 0.05
"""Seconds between two checks that the widget which got the key is still there; if not, the present screen gets it."""
TIMEOUT = 2.0
"""Seconds after which the keys that wait go on all the same."""


def _rests(node: MessagePump) -> bool:
    """Whether *node* waits for its next message, or is closed and waits for none."""
    queue: Queue[Message | None] = node._message_queue  # noqa: SLF001 - the framework tells it nowhere else
    return node._closed or (queue.empty() and bool(queue.ready_event._waiters))  # noqa: SLF001 - as above


class KeyQueueApp(App[None]):
    """An application in which no key overtakes another."""

    class Answered(Message):
        """All that was asked before this was answered, up to here."""

        bubble = True
        verbose = True

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self._waiting_keys: deque[Event] = deque()
        self._number = 0
        self._rounds = ROUNDS
        self._asked: Widget | None = None
        self._since = 0.0
        self._look: Timer | None = None

    async def on_event(self, event: Event) -> None:
        """Hand a key on if it is its turn, or let it wait; one that comes back when no screen is left is dropped."""
        if isinstance(event, Key | Paste) and not self._screen_stack:  # the program ends
            event.stop()
        elif not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._waiting_keys or self._answering:
            self._waiting_keys.append(event)
        elif self._asked is None or (self.message_queue_size == 0 and self._widgets_rest):
            await self._hand_on(event)
        else:
            self._waiting_keys.append(event)
            self._ask()

    @property
    def keys_under_way(self) -> bool:
        """Whether there is a key that is being answered, or waits. Asked from outside the application's own answers."""
        return bool(self._waiting_keys) or self._answering or (self._is_recent and not self._all_rest)

    @property
    def _answering(self) -> bool:
        """Whether the answer to a key is waited for, and has not been for too long."""
        return self._rounds < ROUNDS and time.monotonic() - self._since <= TIMEOUT

    @property
    def _is_recent(self) -> bool:
        """Whether the last key came so short a time ago that its answer may be under way."""
        return self._asked is not None and time.monotonic() - self._since <= TIMEOUT

    @property
    def _all_rest(self) -> bool:
        return _rests(self) and self._widgets_rest

    @property
    def _widgets_rest(self) -> bool:
        """Whether every widget and screen waits for its next message: whatever was asked has been answered."""
        return all(_rests(node) for node in self._registry)

    @property
    def _asked_is_gone(self) -> bool:
        """Whether the widget that got the key is closed, or behind another screen, which may still be opening."""
        asked = self._asked
        return asked is None or not asked.is_attached or asked.screen not in self._screen_stack[-1:]

    async def _hand_on(self, event: Event) -> None:
        self._since = time.monotonic()
        await super().on_event(event)
        self._asked = self._in_hand

    @property
    def _in_hand(self) -> Widget | None:
        """The widget that has the focus by now, or the screen in front; none while the program ends."""
        return next((screen.focused or screen for screen in self._screen_stack[-1:]), None)

    def _ask(self) -> None:
        """Have it known when the key before was answered, for those that wait."""
        self._number += 1
        self._rounds = 0
        if self._look is None:
            self._look = self.set_interval(POLL_INTERVAL, self._next)
        self._follow()

    def _follow(self) -> None:
        """Send a message after the key, to the widget that got it; where that is gone, to the one in hand."""
        if self._asked_is_gone:
            self._asked = self._in_hand
        if self._asked is None or not self._asked.post_message(self.Answered(self._number)):
            self._rounds = ROUNDS

    async def on_key_queue_app_answered(self, event: Answered) -> None:
        """Once more round, or the next key."""
        if event.number != self._number or self._rounds >= ROUNDS:
            return
        self._rounds += 1
        if self._rounds < ROUNDS:
            self._asked = self._in_hand  # the key may have moved the focus
            self._follow()
        else:
            await self._next()

    async def _next(self) -> None:
        """Hand on what waits, unless somebody is asked already; ask anew where they are gone."""
        if self._answering and self._screen_stack and self._asked_is_gone:
            self._follow()
        while self._waiting_keys and not self._answering:
            await self._hand_on(self._waiting_keys.popleft())
            if self._waiting_keys:
                self._ask()
        if self._look is not None and not (self._waiting_keys or self._answering):
            self._look.stop()
            self._look = None
