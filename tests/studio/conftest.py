"""The same doors as the tests of the screens, and one into the studio."""

from contextlib import asynccontextmanager

import pytest

from supervision_tui.tui.studio.screen import StudioScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.studio.telling import drawn_text
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
def in_list(in_studio, wait):
    """A list beside a drawing, opened from the genogram with Robin selected: ``in_list("o", EcomapScreen)``."""

    def opener(key, kind):
        @asynccontextmanager
        async def opened(size=(80, 24), family="V2"):
            async with in_studio(size, family) as pilot:
                await wait(pilot, lambda: bool(pilot.app.screen.selected))
                pilot.app.screen.selected = "robin"
                await pilot.press(key)
                await wait(pilot, lambda: isinstance(pilot.app.screen, kind) and drawn_text(pilot))
                yield pilot

        return opened

    return opener


@pytest.fixture
def workspace(demo_workspace):
    return demo_workspace


@pytest.fixture
def family_editor(workspace):
    return workspace.family_editor(workspace.new_family("The Harpers").id)
