"""The studio: a full repaint of the drawing, a selection, an edit among 60 people, a key to its picture at 30 people.

The peer of the painting is a bare static text of the same size in the same run.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from benchmarks.__main__ import main
from benchmarks._random_families import as_family
from benchmarks.session_keys import key, until
from benchmarks.table import Row
from supervision_tui.family import Family
from supervision_tui.family.edits.changes import Add
from supervision_tui.family.model.persons import Person
from supervision_tui.genogram import Scene, lay_out, terminal_scene
from supervision_tui.text import Line
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.studio.screen import StudioScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView

WIDE, HIGH = 400, 200
TIMES = 20
PAINT_MS, SELECT_MS, EDIT_MS, KEY_MS = 30.0, 5.0, 120.0, 33.0


def run() -> list[Row]:
    """Painting, selecting, editing, walking."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SUPERVISION_TUI_HOME"] = os.environ["SUPERVISION_TUI_STATE"] = home
        scene = _large()
        painted, selected, plain = asyncio.run(_painting(scene))
        edited = asyncio.run(_editing(_of(60)))
        walked = asyncio.run(_walking(_of(30)))
    words = "a bare text of the same size"
    cells = f"{WIDE} x {HIGH} cells"
    return [
        Row(f"repaint of {cells}", words, painted, plain, "ms", f"< {PAINT_MS:.0f} ms", painted < PAINT_MS),
        Row("somebody else selected", words, selected, plain, "ms", f"< {SELECT_MS:.0f} ms", selected < SELECT_MS),
        Row("an edit among 60 people on the screen", "", edited, 0, "ms", f"< {EDIT_MS:.0f} ms", edited < EDIT_MS),
        Row("an arrow key at 30 people, painted", "", walked, 0, "ms", f"< {KEY_MS:.0f} ms", walked < KEY_MS),
    ]


def _of(people: int) -> Family:
    """A random family of about *people*."""
    return next(found for found in map(as_family, range(500)) if abs(len(found.persons) - people) <= 1)


def _large() -> Scene:
    """A drawing that fills the whole of a very large window: one of 60 people, again and again."""
    family = _of(60)
    scene = terminal_scene(family, lay_out(family))
    across, down = -(-WIDE // scene.width), -(-HIGH // scene.height)
    rows = tuple(row * across for row in scene.rows) * down
    return replace(scene, rows=rows, width=scene.width * across, height=scene.height * down)


class _Drawing(App[None]):
    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene = scene

    def compose(self) -> ComposeResult:
        yield GenogramView(self.scene, selected=next(iter(self.scene.regions)))


class _Words(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(Content("\n".join("words " * (WIDE // 6) for _ in range(HIGH))))


async def _painting(scene: Scene) -> tuple[float, float, float]:
    """Milliseconds of a repaint, of a selection, and of a repaint of a bare text."""
    app = _Drawing(scene)
    async with app.run_test(size=(WIDE, HIGH)) as pilot:
        view = app.query_one(GenogramView)
        await pilot.pause()
        painted = [_lines(view, forget=view.notify_style_update) for _ in range(TIMES)]
        people, selected = list(scene.regions), []
        for number in range(TIMES):
            start = time.perf_counter()
            before, view.selected = view.selected, people[number % len(people)]
            for person in (before, view.selected):
                at = scene.regions[person]
                view.render_lines(Region(0, at.y, WIDE, at.height))
            selected.append((time.perf_counter() - start) * 1000)
    bare = _Words()
    async with bare.run_test(size=(WIDE, HIGH)) as pilot:
        text = bare.query_one(Static)
        await pilot.pause()
        plain = [_lines(text, forget=text.refresh) for _ in range(TIMES)]
    return statistics.median(painted), statistics.median(selected), statistics.median(plain)


def _lines(widget: Any, forget: Any) -> float:
    """Milliseconds to render every line of *widget* once nothing is remembered."""
    forget()
    widget._styles_cache.clear()  # noqa: SLF001 - what the framework remembers would be measured instead
    start = time.perf_counter()
    widget.render_lines(Region(0, 0, WIDE, HIGH))
    return (time.perf_counter() - start) * 1000


async def _in_studio(app: SupervisionApp, family: Family) -> StudioScreen:
    await until(lambda: type(app.screen).__name__ == "TodayScreen" and app.focused is not None)
    app.workspace.families.submit(family, family.id)
    app.workspace.writer.flush(60)
    screen = StudioScreen(app.workspace.family_editor(family.id))
    app.push_screen(screen)
    await _then(lambda: bool(screen.query(GenogramView)))
    await asyncio.sleep(0.5)
    return screen


async def _then(condition: Callable[[], bool]) -> None:
    """Wait until *condition* holds, leaving room to the thread that lays out."""
    while not condition():
        pause = asyncio.sleep(0.001)
        await pause


async def _editing(family: Family) -> float:
    """Milliseconds from an edit said to the drawing with it on the screen (median)."""
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)):
        screen = await _in_studio(app, family)
        view = screen.query_one(GenogramView)
        found = []
        for number in range(TIMES):
            before = view.scene
            drawn = asyncio.Event()
            start = time.perf_counter()
            screen.editor.apply(Add(Person(id=f"new{number}", name=Line("Ada"))))
            screen.draw()
            await _then(lambda before=before: view.scene is not before)  # type: ignore[misc]
            view.call_after_refresh(drawn.set)
            await drawn.wait()
            found.append((time.perf_counter() - start) * 1000)
            await asyncio.sleep(0.1)
    return statistics.median(found)


async def _walking(family: Family) -> float:
    """Milliseconds from an arrow key to its picture (median)."""
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)):
        screen = await _in_studio(app, family)
        view = screen.query_one(GenogramView)
        middle = sorted(view.scene.regions, key=lambda one: (view.scene.regions[one].y, view.scene.regions[one].x))
        found = []
        for number in range(TIMES):
            view.selected = before = middle[len(middle) // 2 - 1]
            await asyncio.sleep(0.1)
            start = time.perf_counter()
            await key(app, ("left", "right")[number % 2], lambda before=before: view.selected != before)  # type: ignore[misc]
            found.append((time.perf_counter() - start) * 1000)
    return statistics.median(found)


if __name__ == "__main__":
    sys.exit(main(["studio"]))
