"""The program on a screen without a terminal, on a demonstration vault."""

from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.app_services import gc_scheduler, locking, unsaved_input
from supervision_tui.tui.app_services.gc_scheduler import GarbageCollection
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.terminal import key_queue
from supervision_tui.vault import Cost
from tests.patience import PATIENCE
from tests.tui import driving
from tests.tui.textual_internals import paint_at_rest, share_parsed_styles


@pytest.fixture(autouse=True, scope="session")
def _nothing_is_done_twice():
    """Style sheets are parsed once in a run; a screen is painted when it has come to rest, and left when it has."""
    with pytest.MonkeyPatch.context() as patch:
        share_parsed_styles(patch)
        paint_at_rest(patch)
        driving.end_when_finished(patch)
        yield


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setattr(Pilot, "press", driving.press)
    monkeypatch.setattr(Cost.STANDARD, "_value_", Cost.FAST.value)  # how dear a guess is, is no affair of a screen
    for waits in (key_queue, unsaved_input):  # a busy machine is no screen that does not answer
        monkeypatch.setattr(waits, "TIMEOUT", PATIENCE)
    # all that a test run holds would be looked through each time
    monkeypatch.setattr(GarbageCollection, "begin", lambda _: None)
    monkeypatch.setattr(gc_scheduler, "LOOK_EVERY", 3_600.0)
    monkeypatch.setattr(locking, "forget", lambda: None)
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))


@pytest.fixture
def wait():
    """Wait for a named condition of a screen that is ready, never for time: ``await wait(pilot, condition)``."""
    return driving.wait


@pytest.fixture
def demo(wait):
    """The demonstration, open on Today: ``async with demo((80, 24)) as pilot``."""

    @asynccontextmanager
    async def opened(size=(120, 40)):
        app = SupervisionApp(Path(), demo=True)
        async with app.run_test(size=size) as pilot:
            await wait(pilot, lambda: driving.named(pilot) == "TodayScreen" and app.focused is not None)
            await wait(pilot, lambda: app.screen.query_one("#start OptionList").option_count > 0)
            yield pilot

    return opened


@pytest.fixture
def in_session(demo, wait):
    """A group supervision of family V2, just begun."""

    @asynccontextmanager
    async def opened(size=(120, 40)):
        async with demo(size) as pilot:
            workspace = pilot.app.workspace
            controller = workspace.begin(workspace.formats["T2"], "V2", workspace.me)
            pilot.app.push_screen(screen("session", controller))
            del workspace, controller  # a test looks whether the program lets go of them when it locks
            await wait(pilot, lambda: driving.named(pilot) == "SessionScreen")
            await wait(pilot, lambda: pilot.app.screen.current is not None)
            yield pilot

    return opened
