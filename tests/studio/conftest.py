"""The same doors as the tests of the screens, and one into the studio."""

from contextlib import asynccontextmanager

import pytest

from supervision_tui.tui.studio.screen import StudioScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.workspace import open_demo
from tests.tui.conftest import _home, _nothing_is_done_twice, demo, in_session, wait

__all__ = ["_home", "_nothing_is_done_twice", "demo", "in_session", "in_studio", "wait"]


@pytest.fixture
def in_studio(demo, wait):
    """The studio on a new, empty family."""

    @asynccontextmanager
    async def opened(size=(80, 24), family=""):
        async with demo(size) as pilot:
            workspace = pilot.app.workspace
            name = family or workspace.new_family("The Harpers").id
            pilot.app.push_screen(StudioScreen(workspace.family_editor(name)))
            await wait(pilot, lambda: isinstance(pilot.app.screen, StudioScreen))
            if family:
                await wait(pilot, lambda: bool(pilot.app.screen.query(GenogramView)))
            yield pilot

    return opened


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))
    workspace = open_demo()
    yield workspace
    workspace.close()


@pytest.fixture
def family_editor(workspace):
    return workspace.family_editor(workspace.new_family("The Harpers").id)
