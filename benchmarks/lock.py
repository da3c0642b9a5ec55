"""From Ctrl+L to a picture without a word of the session, beside a bare Textual application that changes its screen."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.events import Key
from textual.screen import Screen

from benchmarks.__main__ import main
from benchmarks.table import Row
from supervision_tui.tui.app import SupervisionApp

LIMIT_MS = 100.0
BACK_MS = 1000.0
TIMES = 12


def run() -> list[Row]:
    """Two rows: hidden, and taken up again."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SUPERVISION_TUI_HOME"] = home
        hidden, back = asyncio.run(_ours())
        bare = asyncio.run(_bare())
    peer = "a bare screen (median)"
    worst, usual = max(hidden), statistics.median(back)
    return [
        Row("hidden after Ctrl+L (worst of 12)", peer, worst, bare, "ms", "< 100 ms", worst < LIMIT_MS),
        Row("unlocked, at the same stage (median)", peer, usual, bare, "ms", "< 1 s", usual < BACK_MS),
    ]


async def _ours() -> tuple[list[float], list[float]]:
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await _until(lambda: type(app.screen).__name__ == "TodayScreen" and app.focused is not None)
        await pilot.press("enter")
        await _until(lambda: bool(app.screen.query("#which")))
        await pilot.press("enter")
        hidden, back = [], []
        for number in range(TIMES):
            await _until(lambda: type(app.screen).__name__ == "SessionScreen" and app.screen.is_mounted)
            await pilot.press(*f"words {number}")
            await asyncio.sleep(0.3)  # as people do
            hidden.append(await _drawn(app, lambda: app.post_message(Key("ctrl+l", None)), "UnlockScreen"))
            await _until(lambda: app.lock.locked is not None and app.lock.locked.done.is_set())
            back.append(await _drawn(app, lambda: app.post_message(Key("enter", None)), "SessionScreen"))
        return hidden, back


async def _bare() -> float:
    app = App[None]()
    async with app.run_test(size=(120, 40)):
        times = []
        for _ in range(TIMES):
            screen: Screen[Any] = Screen()
            times.append(await _drawn(app, lambda screen=screen: app.push_screen(screen), "Screen"))  # type: ignore[misc]
            app.pop_screen()
        return statistics.median(times)


async def _drawn(app: App[Any], act: Callable[[], object], wanted: str) -> float:
    """Milliseconds from *act* until a screen of the class *wanted* has been drawn."""
    drawn = asyncio.Event()
    start = time.perf_counter()
    act()
    await _until(lambda: type(app.screen).__name__ == wanted)
    app.screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return (time.perf_counter() - start) * 1000


async def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        pause = asyncio.sleep(0)
        await pause


if __name__ == "__main__":
    sys.exit(main(["lock"]))
