"""From a key to the picture of it in a session, beside a bare Textual text area in the same run."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import TextArea

from benchmarks.__main__ import main
from benchmarks.table import Row
from supervision_tui.tui.app import SupervisionApp

LIMIT_MS = 50.0
NOTES = 40
KEYS = "we wonder what robin would want to add to all of this now"


class Bare(App[None]):
    """A text area and nothing else."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield TextArea(id="box")


def run() -> list[Row]:
    """Typing, keeping a note, and going to another stage."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SUPERVISION_TUI_HOME"] = home
        figures = asyncio.run(_ours())
        peer = statistics.median(asyncio.run(bare()))
    return [
        Row(what, "key in a bare text area (median)", figure, peer, "ms", "95th percentile < 50 ms", figure < LIMIT_MS)
        for what, figure in figures.items()
    ]


async def _ours() -> dict[str, float]:
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(lambda: type(app.screen).__name__ == "TodayScreen" and app.focused is not None)
        await pilot.press("enter")
        await until(lambda: bool(app.screen.query("#which")))
        await pilot.press("enter")
        await until(lambda: type(app.screen).__name__ == "SessionScreen")
        screen: Any = app.screen
        stages: list[float] = []
        for _ in range(4):
            await asyncio.sleep(0.3)  # as people do: the questions of the stage have come by then
            here = screen.editor.stage.id
            stages.append(await key(app, "f6", lambda here=here: screen.editor.stage.id != here))  # type: ignore[misc]
        kept = []
        box = screen.query_one("NoteBox")
        written = await typed(app, box, KEYS * 4)
        for number in range(NOTES):
            box.insert("words ")
            kept.append(
                await key(app, "enter", lambda number=number: len(screen.editor.session.entries) > number)  # type: ignore[misc]
            )
        return {
            "a letter in a session (p95)": p95(written),
            "a note kept (p95)": p95(kept),
            "another stage (worst of 4)": max(stages),
        }


async def bare() -> list[float]:
    """Milliseconds of every key in a bare text area."""
    app = Bare()
    async with app.run_test(size=(120, 40)):
        box = app.query_one(TextArea)
        box.focus()
        return await typed(app, box, KEYS * 2)


async def typed(app: App[None], box: TextArea, words: str) -> list[float]:
    """Milliseconds from every letter of *words* until it stands in *box*."""
    found = []
    for letter in words:
        before = len(box.text)
        found.append(await key(app, letter, lambda before=before: len(box.text) > before))  # type: ignore[misc]
    return found


async def key(app: App[None], name: str, answered: Callable[[], bool]) -> float:
    """Milliseconds from key *name* until what it does has been drawn."""
    drawn = asyncio.Event()
    start = time.perf_counter()
    app.post_message(Key("space" if name == " " else name, name if len(name) == 1 else None))
    await until(answered)
    app.screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return (time.perf_counter() - start) * 1000


async def until(condition: Callable[[], bool]) -> None:
    """Let the program run until *condition* holds."""
    pause: Awaitable[None]
    while not condition():
        pause = asyncio.sleep(0)
        await pause


def p95(figures: list[float]) -> float:
    """The 95th percentile."""
    return sorted(figures)[int(len(figures) * 0.95)]


if __name__ == "__main__":
    sys.exit(main(["session_keys"]))
