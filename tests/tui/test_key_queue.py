"""Keys that come together, faster than any screen changes, each reach whoever they are for."""

import asyncio
from types import SimpleNamespace
from typing import ClassVar

import pytest
from textual import on
from textual.app import ComposeResult
from textual.events import Key, Paste
from textual.screen import Screen
from textual.widgets import Input, Static

from supervision_tui.tui.terminal import key_queue
from supervision_tui.tui.terminal.key_queue import KeyQueueApp
from tests.patience import PATIENCE
from tests.tui import driving


class Further(Screen):
    """A field on a screen that is opened by a key; Enter leads back."""

    def compose(self) -> ComposeResult:
        yield Input(id="further")

    @on(Input.Submitted)
    def _back(self) -> None:
        self.app.said.append(self.query_one(Input).value)
        self.dismiss()


class Opening(Further):
    """As that one, but long in opening."""

    async def on_mount(self) -> None:
        await asyncio.sleep(0.1)


class Slow(Static, can_focus=True):
    """Somebody who thinks about every key until they are told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = asyncio.Event()

    async def on_key(self) -> None:
        await self.go_on.wait()


class Fields(KeyQueueApp):
    """Two fields; Enter in the first goes to the second, in the second opens a screen. F6 is for nobody special."""

    said: ClassVar[list[str]] = []
    opens: ClassVar[type[Screen]] = Further

    def compose(self) -> ComposeResult:
        yield Input(id="first")
        yield Input(id="second")
        yield Slow()

    @on(Input.Submitted, "#first")
    def _on(self) -> None:
        self.screen.set_focus(self.query_one("#second"))

    @on(Input.Submitted, "#second")
    def _open(self) -> None:
        self.push_screen(self.opens())

    def key_f6(self) -> None:
        self.screen.set_focus(self.query_one("#second"))


def type_at_once(app, words):
    for letter in words:
        app.post_message(Key({"\r": "enter", "6": "f6"}.get(letter, letter), letter if letter.isalpha() else None))


async def come_true(condition):
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.005)


@pytest.fixture(autouse=True)
def _nothing_said():
    Fields.said = []


async def test_words_go_on_in_the_field_that_enter_leads_to():
    app = Fields()
    async with app.run_test():
        type_at_once(app, "ab\rcd")
        await come_true(lambda: app.query_one("#second").value == "cd")
        assert app.query_one("#first").value == "ab"


async def test_words_and_enter_reach_a_screen_that_opens_only_then_and_the_rest_comes_back():
    app = Fields()
    async with app.run_test():
        type_at_once(app, "ab6cd\refgh\rij")
        await come_true(lambda: app.said == ["efgh"] and app.query_one("#second").value == "cdij")
        assert app.query_one("#first").value == "ab"


async def test_not_a_letter_is_lost_on_a_screen_that_is_long_in_opening(monkeypatch):
    monkeypatch.setattr(key_queue, "POLL_INTERVAL", 0.001)
    monkeypatch.setattr(Fields, "opens", Opening)
    app = Fields()
    async with app.run_test():
        type_at_once(app, "6\refgh\rij")
        await come_true(lambda: app.said == ["efgh"] and app.query_one("#second").value == "ij")


async def test_pasted_words_wait_for_their_turn_as_well():
    app = Fields()
    async with app.run_test():
        type_at_once(app, "ab\rc")
        app.post_message(Paste("pasted"))
        type_at_once(app, "d")
        await come_true(lambda: app.query_one("#second").value == "cpastedd")


async def test_a_key_that_comes_while_everything_rests_goes_on_at_once_and_no_message_follows_it():
    app = Fields()
    asked = []
    async with app.run_test() as pilot:
        await driving.settled(pilot)
        app._ask = lambda: asked.append("an answer")  # nobody would hand on a key that waited
        for words in ("a", "ab", "abc"):
            type_at_once(app, words[-1])
            await come_true(lambda words=words: app.query_one("#first").value == words and not app.keys_under_way)
        assert asked == []


async def test_a_key_waits_for_a_screen_that_something_else_is_opening_just_now(monkeypatch):
    monkeypatch.setattr(key_queue, "POLL_INTERVAL", 0.001)
    app = Fields()
    async with app.run_test():
        type_at_once(app, "a")
        await come_true(lambda: app.query_one("#first").value == "a" and not app.keys_under_way)
        app.push_screen(Opening())  # as a timer or the mouse does
        type_at_once(app, "bc\r")
        await come_true(lambda: app.said == ["bc"])
        await come_true(lambda: bool(app.query("#first")))
        assert app.query_one("#first").value == "a"


async def test_who_takes_long_holds_nobody_up_for_more_than_a_moment(monkeypatch):
    clock = SimpleNamespace(monotonic=lambda: 1.0)
    monkeypatch.setattr(key_queue, "time", clock)
    app = Fields()
    async with app.run_test():
        slow = app.query_one(Slow)
        app.screen.set_focus(slow)
        type_at_once(app, "a")
        await come_true(lambda: app.keys_under_way)
        app.screen.set_focus(app.query_one("#second"))
        type_at_once(app, "cd")
        await come_true(lambda: len(app._waiting_keys) == 2)
        assert app.query_one("#second").value == ""
        clock.monotonic = lambda: 1.1 + key_queue.TIMEOUT
        await come_true(lambda: app.query_one("#second").value == "cd")
        assert not slow.go_on.is_set()
        slow.go_on.set()
        await come_true(lambda: not app.keys_under_way)


async def test_a_key_that_is_answered_only_after_the_last_screen_has_gone_ends_quietly():
    app = Fields()
    async with app.run_test():
        app.screen.set_focus(app.query_one(Slow))
    assert not app.screen_stack
    await app.on_event(Key("a", "a"))
    await app.on_event(Key("escape", None))
    assert not app.keys_under_way
