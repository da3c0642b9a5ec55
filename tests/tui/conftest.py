"""The program on a screen without a terminal, on a demonstration vault."""

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.app_services.gc_scheduler import Tidying


async def _soon(min_sleep=0.0, max_sleep=0.0):
    """Keys follow one another as fast as somebody types ahead; the pilot waits for the screen after the last one."""
    await asyncio.sleep(0.002)


async def _pressed(pilot, *keys, press=Pilot.press):
    """Press keys, and wait until the program has taken the last of them."""
    await press(pilot, *keys)
    while getattr(pilot.app, "keys_under_way", False):  # noqa: ASYNC110 - nobody tells of it
        await asyncio.sleep(0.001)


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setattr("textual.app.wait_for_idle", _soon)
    monkeypatch.setattr(Pilot, "press", _pressed)
    monkeypatch.setattr(Tidying, "begin", lambda _: None)  # all that a test run holds would be looked through each time
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))


@pytest.fixture
def wait():
    """Wait for a named condition, never for time."""

    async def until(pilot, condition, tries=1500):
        await pilot.pause()
        for _ in range(tries):
            if condition():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"never came true; the screen is {type(pilot.app.screen).__name__}")

    return until


@pytest.fixture
def demo(wait):
    """The demonstration, open on Today: ``async with demo((80, 24)) as pilot``."""

    @asynccontextmanager
    async def opened(size=(120, 40)):
        app = SupervisionApp(Path(), demo=True)
        async with app.run_test(size=size) as pilot:
            await wait(pilot, lambda: type(app.screen).__name__ == "TodayScreen" and app.focused is not None)
            yield pilot

    return opened


@pytest.fixture
def in_session(demo, wait):
    """A group supervision of family V2, just begun."""

    @asynccontextmanager
    async def opened(size=(120, 40)):
        async with demo(size) as pilot:
            start = pilot.app.screen.query_one("#start OptionList")
            start.focus()
            start.highlighted = start.get_option_index("T2")
            await pilot.press("enter")
            await wait(pilot, lambda: bool(pilot.app.screen.query("#which")))
            which = pilot.app.screen.query_one("#which")
            which.highlighted = which.get_option_index("V2")
            await pilot.press("enter")
            await wait(pilot, lambda: type(pilot.app.screen).__name__ == "SessionScreen")
            await wait(pilot, lambda: pilot.app.screen.current is not None)
            yield pilot

    return opened
