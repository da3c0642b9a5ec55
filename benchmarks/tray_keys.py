"""Keys in a session, a jot and the tray, in a meeting of eight families with 500 notes: CPU time until each is drawn.

All 450 notes stand in one stage of one family, which is the worst that eight families can do.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.events import Key

from benchmarks._meeting_script import SIXTH
from benchmarks._steady import SteadyClock
from benchmarks.session_keys import p95
from benchmarks.table import Row
from supervision_tui.practice import Destination
from supervision_tui.session.tray.jotting import jot
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.navigation import screen

LIMIT_MS = 50.0
NOTES, LINES = 450, 50
WINDOWS = ("f9", "f3", "f7", "escape", "f1", "f12", "f8")
"""Keys that open a window or a list over the stage."""
WARMING, OPENINGS = 1, 4
ON_THE_STAGE = 3
"""Screens on the stack when the session is in front."""
CLOCK = SteadyClock()
LOOK_AGAIN = 0.002
"""Seconds between two looks whether a key was answered."""
PAINTED = 0.3
"""Seconds until a line that was put into the box at once has been painted, and for whom it is has been read."""
WORDS = "perhaps robin cooks so that nobody sees the empty fridge at home"
LINE = "Zuri and Robin were seen by Ms Ward at nursery on day {number}, and Amina rings her by Friday"


def run() -> list[Row]:
    """A letter in a jot, a line kept, the tray opened, and every key in it."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SUPERVISION_TUI_HOME"] = home
        figures = asyncio.run(_measured(Path(home)))
    what = "eight families, 500 notes"
    return [
        Row(f"{name} (p95, CPU)", what, figure, LIMIT_MS, "ms", "95th percentile < 50 ms", figure < LIMIT_MS)
        for name, figure in figures.items()
    ]


async def _measured(home: Path) -> dict[str, float]:
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(lambda: type(app.screen).__name__ == "TodayScreen" and app.focused is not None)
        controller = _meeting(app, home)
        app.push_screen(screen("session", controller))
        await until(lambda: type(app.screen).__name__ == "SessionScreen" and app.focused is not None)
        await pilot.pause(1.0)  # the other families are read beside the keys meanwhile
        session: Any = app.screen
        box, stage_list = session.query_one("#box"), session.query_one("#stage_list")
        await _windows(app, pilot, WARMING)  # what is imported at a first opening comes once in a meeting
        figures = {"a letter on the stage": p95([await _letter(app, box, sign) for sign in WORDS])}
        box.load_text("")
        kept = []
        for number in range(20):
            box.insert(LINE.format(number=number))
            await pilot.pause(PAINTED)
            kept.append(await _key(app, "enter", lambda: not box.text or len(app.screen_stack) > ON_THE_STAGE))
            if len(app.screen_stack) > ON_THE_STAGE:  # for whom: it names two children
                await pilot.press("enter")
                await until(lambda: app.screen is session)
        figures["a line kept"] = p95(kept)
        figures["another field"] = p95([await _other(app, "tab", lambda: session.current) for _ in range(12)])
        await pilot.press("up")
        await until(lambda: app.focused is stage_list)
        figures["another line of the stage"] = p95(
            [await _other(app, "up", lambda: stage_list.highlighted) for _ in range(40)]
        )
        await pilot.press("escape")
        await until(lambda: app.focused is box)
        moves = [await _other(app, name, lambda: session.editor.stage.id) for name in ("f6", "f6", "f5", "f5")]
        figures["another stage"] = max(moves)
        figures |= await _windows(app, pilot, OPENINGS)
        return figures | await _jot_and_tray(app, pilot)


async def _windows(app: SupervisionApp, pilot: Any, times: int) -> dict[str, float]:
    """Every window of the stage opened and left again."""
    session = app.screen
    opened, left = [], []
    for name in WINDOWS * times:
        opened.append(await _key(app, name, lambda: app.screen is not session and app.screen.is_mounted))
        await pilot.pause(0.2)
        left.append(await _key(app, "escape", lambda: app.screen is session))
        await pilot.pause(0.2)
    return {"a window opened": p95(opened), "back on the stage": p95(left)}


async def _jot_and_tray(app: SupervisionApp, pilot: Any) -> dict[str, float]:
    figures: dict[str, float] = {}
    opened = [await _key(app, "f4", lambda: type(app.screen).__name__ == "JotScreen" and app.focused is not None)]
    box: Any = app.focused
    figures["a jot opened"] = max(opened)
    figures["a letter in a jot"] = p95([await _letter(app, box, sign) for sign in WORDS])
    kept = []
    for number in range(20):
        box.insert(LINE.format(number=number))
        await pilot.pause(PAINTED)
        kept.append(await _key(app, "enter", lambda: not box.text))
    figures["a jot kept"] = p95(kept)
    await pilot.press("f4")
    await until(lambda: type(app.screen).__name__ == "SessionScreen")
    figures["the tray opened"] = await _key(app, "f8", lambda: type(app.screen).__name__ == "TrayScreen")
    tray: Any = app.screen
    await pilot.pause(1.0)
    lines = tray.query_one("#tray_lines")
    figures["another line of the tray"] = p95([await _other(app, "down", lambda: lines.highlighted) for _ in range(29)])
    digits = [await _key(app, str(number % 6 + 1), lambda: True) for number in range(20)]
    figures["a digit in the tray"] = p95(digits)
    figures["a line placed"] = p95([await _other(app, "i", lambda: tray.desk.placed) for _ in range(14)])
    return figures


def _meeting(app: SupervisionApp, home: Path) -> Any:
    """A unit meeting of eight families; 500 notes and lines stand in the part in front."""
    workspace = app.workspace
    for number in range(6, 9):
        path = home / f"family{number}.yaml"
        path.write_text(SIXTH.replace("V6", f"V{number}"), encoding="utf-8")
        workspace.import_family(str(path))
    families = [heading.id for heading in workspace.families.headings()]
    controller = workspace.begin_meeting(workspace.formats["T1"], families, workspace.me)
    controller.choose(families)
    controller.go_to("clarify", "V2")
    slots = [slot for slot in controller.editor.slots() if slot.field.destination is not Destination.NONE]
    for number in range(NOTES):
        slot = slots[number % len(slots)]
        whom = "" if slot.child or slot.field.destination is not Destination.CHILD_FILE else "*"
        controller.editor.write(slot, LINE.format(number=number), controller.now(), whom=whom)
    for number in range(LINES):
        jot(controller.editor, LINE.format(number=number), controller.now())
    controller.save()
    return controller


async def _letter(app: SupervisionApp, box: Any, sign: str) -> float:
    before = len(box.text)
    return await _key(app, sign, lambda: len(box.text) > before)


async def _other(app: SupervisionApp, name: str, state: Callable[[], object]) -> float:
    """CPU milliseconds from key *name* until *state* is another one, and drawn."""
    before = state()
    return await _key(app, name, lambda: state() != before)


async def _key(app: SupervisionApp, name: str, answered: Callable[[], bool]) -> float:
    """CPU milliseconds of a quiet machine from key *name* until what it does has been drawn."""
    drawn = asyncio.Event()
    with CLOCK:
        app.post_message(Key("space" if name == " " else name, name if len(name) == 1 else None))
        await until(answered)
        app.screen.call_after_refresh(drawn.set)
        await drawn.wait()
    return CLOCK.figure


async def until(condition: Callable[[], bool]) -> None:
    """Let the program run until *condition* holds, without spending time on asking."""
    while not condition():  # noqa: ASYNC110 - the program has no event for a key that is answered
        await asyncio.sleep(LOOK_AGAIN)


if __name__ == "__main__":
    for row in run():
        print(row)
