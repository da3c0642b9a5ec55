"""Driving the program on a screen without a terminal: keys are pressed, and the screen is waited for until it is ready.

A test never asks a screen that is not there yet: after every key, and before every condition counts, the screen in
front is mounted with all that stands in it, filled, drawn, its line of keys too, and every message is answered.
"""

import asyncio
import contextlib
import re
import time
import unicodedata

from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.events import Key
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.pilot import WaitForScreenTimeout
from textual.widgets.option_list import OptionDoesNotExist

from supervision_tui.tui.widgets.keys import Keys
from tests.patience import PATIENCE
from tests.tui.textual_internals import paint, painted

LONGER, MOST = 1.5, 0.1
"""A test that waits for the disk or a clock looks less and less often, so as not to take the time it waits for."""
NOT_THERE_YET = (NoMatches, OptionDoesNotExist, ScreenStackError)
"""What a condition raises that asks for a widget or a choice before it is there."""


def key_event(key):
    """The event that a terminal sends for *key*: a character, or the name of a key."""
    if len(key) > 1:
        return Key(key, " " if key == "space" else None)
    name = key if key.isalnum() else unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
    return Key(KEY_NAME_REPLACEMENTS.get(name, name), key)


def _in_front(app):
    """The screen in front and all that stands in it, from the outside inwards; nothing while there is none."""
    try:
        return tuple(app.screen.walk_children(with_self=True))
    except ScreenStackError:
        return ()


def _missing(app, widgets, drawn=True):
    """What is missing until all *widgets* are there, keys are answered and, where *drawn*, their line is drawn."""
    if not widgets:
        return "a screen"
    if getattr(app, "keys_under_way", False):
        return "an answer to a key"
    if waited_for := [widget for widget in widgets if not widget.is_mounted]:
        return f"{waited_for[0]} is not mounted"
    if drawn and any(keys.size and not keys.line for keys in widgets if isinstance(keys, Keys)):
        return "the line of keys"
    return ""


def _at_rest(app, before=None, drawn=True):
    """Whether the screen in front is ready, its widgets are those of *before*, and no message waits for any of them."""
    widgets = _in_front(app)
    return (
        not _missing(app, widgets, drawn)
        and before in {None, widgets}
        and not any(node.message_queue_size for node in (app, *widgets))
    )


async def answered(pilot):
    """One round: every widget of the screen in front has answered what it had been asked until now."""
    await pilot.pause(0)


async def settled(pilot, end=None):
    """Wait until the screen in front is ready, every message is answered, and that has changed nothing."""
    app = pilot.app
    end = end or time.monotonic() + PATIENCE
    look_again = 0.001
    while app.is_running:
        before = _in_front(app)
        with contextlib.suppress(WaitForScreenTimeout, ScreenStackError):
            await answered(pilot)
            if _at_rest(app, before, drawn=False):  # what changes at once again is not painted
                paint(app)
                if _at_rest(app, before):
                    return
        if time.monotonic() > end:
            widgets = _in_front(app)
            raise AssertionError(
                f"never ready: {widgets[:1]} waits for {_missing(app, widgets) or 'an end of messages'}"
            )
        await asyncio.sleep(look_again)
        look_again = min(look_again * LONGER, MOST / 4)


async def press(pilot, *keys):
    """Press *keys* as somebody who types ahead does; then the screen that they lead to is ready."""
    for key in keys:
        pilot.app.post_message(key_event(key))
    await asyncio.sleep(0)
    await settled(pilot)


async def wait(pilot, condition):
    """Wait until *condition* is true of a screen that is ready; never for time."""
    end = time.monotonic() + PATIENCE
    asked_too_soon = None
    look_again = 0.005
    while True:
        paint(pilot.app)
        if not _at_rest(pilot.app):
            await settled(pilot, end)
        try:
            if condition():
                return
            asked_too_soon = None
        except NOT_THERE_YET as trouble:
            asked_too_soon = trouble
        if time.monotonic() > end or not pilot.app.is_running:
            screen = _in_front(pilot.app)[:1]
            raise AssertionError(f"never came true; the screen is {screen}") from asked_too_soon
        await asyncio.sleep(look_again)
        look_again = min(look_again * LONGER, MOST)


async def finished(pilot):
    """Wait until the screen in front is ready, and no work that a screen set going is still under way."""
    end = time.monotonic() + PATIENCE
    while pilot.app.is_running:
        await settled(pilot, end)
        under_way = [worker for worker in pilot.app.workers if not worker.is_finished]
        if not under_way:
            return
        assert time.monotonic() < end, f"never finished: {under_way}"
        await asyncio.sleep(MOST / 10)


def end_when_finished(monkeypatch):
    """A run of an application that a test leaves ends when its work is done: closing it meets no key half answered.

    A test that fails leaves at once.
    """
    run_test = App.run_test

    @contextlib.asynccontextmanager
    async def run_until_finished(app, **how):
        async with run_test(app, **how) as pilot:
            yield pilot
            await finished(pilot)

    monkeypatch.setattr(App, "run_test", run_until_finished)


def named(pilot):
    """The name of the screen in front."""
    return type(pilot.app.screen).__name__


def in_one_line(app):
    """What is painted, as one line without frames: words that a narrow window breaks can be looked for in it."""
    return " ".join(re.sub(r"[│─╭╮╰╯┃━┏┓┗┛]", " ", painted(app)).split())
