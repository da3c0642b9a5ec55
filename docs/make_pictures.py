"""Draw the pictures of the README and the docs from the running program: ``python3 dev.py pictures``.

The program runs on its demonstration vault with invented families; nothing is drawn by hand.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.pilot import Pilot

from supervision_tui.family import load_family
from supervision_tui.genogram import Drawing, Options, lay_out, render_file
from supervision_tui.resources import content_folder
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.workspace.store.sessions import Sessions

PICTURES = Path(__file__).parent / "pictures"
SIZE = (120, 36)
ROLES = ("Lee", "Sofia", "the others", "Jo", "Sam", "Sam", "Priya")
IDEAS = (
    "I was struck that the cooking comes up in every story.",
    "I wonder who would be relieved, and who lost, if Robin stopped.",
)
_REMOTE = re.compile(r',\s*url\("https?://[^)]*\)[^,;]*|<!--.*?-->', re.DOTALL)


class Clock:
    """A clock that the pictures can set: the session on them is half an hour old."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 3, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time that was set."""
        return self.now


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait until *condition* holds."""
    while not condition():
        await pilot.pause(0.02)
    await pilot.pause(0.2)


def keep(app: SupervisionApp, name: str) -> None:
    """Write what is on the screen as ``pictures/<name>.svg``, without fonts from elsewhere."""
    picture = app.export_screenshot(title="supervision")
    (PICTURES / f"{name}.svg").write_text(_REMOTE.sub("", picture), encoding="utf-8")


async def main() -> None:
    """Walk through a group supervision and keep a picture of each place."""
    PICTURES.mkdir(exist_ok=True)
    clock = Clock()
    app = SupervisionApp(Path(), demo=True)
    with patch.object(Sessions, "now", staticmethod(clock)):
        async with app.run_test(size=SIZE) as pilot:
            await until(pilot, lambda: type(app.screen).__name__ == "TodayScreen")
            keep(app, "today")
            await pilot.press("enter")
            await until(pilot, lambda: bool(app.screen.query("#which")))
            await pilot.press("enter")
            await until(pilot, lambda: type(app.screen).__name__ == "SessionScreen")
            await _hold(pilot, clock, app.screen)
            keep(app, "session")
            await pilot.press("f2")
            await until(pilot, lambda: bool(app.screen.query("GenogramView")))
            keep(app, "genogram-in-the-room")
    family = load_family(content_folder("templates/families") / "carter-okafor.yaml")
    (PICTURES / "genogram.svg").write_bytes(render_file(Drawing(family, lay_out(family), Options()), ".svg"))


async def _hold(pilot: Pilot[None], clock: Clock, screen: Any) -> None:
    """Give the roles and go to the reflecting conversation with two ideas in it."""
    for name in ROLES:
        await pilot.press(*name, "enter")
    for minutes, stage in ((5, "story"), (8, "interview"), (12, "pause"), (2, "reflecting")):
        clock.now += timedelta(minutes=minutes)
        await pilot.press("f6")
        await until(pilot, lambda stage=stage: screen.editor.stage.id == stage)  # type: ignore[misc] # bound now
    for idea in IDEAS:
        await pilot.press(*idea, "enter")
    clock.now += timedelta(minutes=7)
    screen.show_time()
    await pilot.press(*"I wonder what ")
    await until(pilot, lambda: screen.query_one("NoteBox").text.startswith("I wonder what"))


if __name__ == "__main__":
    asyncio.run(main())
