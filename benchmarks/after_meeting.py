"""From the close to everything confirmed and filed, after a meeting of eight families: keys, and the program's time.

What a person reads is not measured, and is the larger part: the time here is what they wait for.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks._meeting_script import SIXTH
from benchmarks.table import Row
from supervision_tui.practice import Destination
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.navigation import screen
from tests.tui import driving

FAMILIES = 8
MOST_SECONDS = 120.0
MOST_KEYS = 60.0
"""Keys beyond words: seven or eight for each family."""


def run() -> list[Row]:
    """Keys and seconds."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SUPERVISION_TUI_HOME"] = home
        keys, seconds, undone = asyncio.run(_measured(Path(home)))
    what = f"{FAMILIES} families: close, write, confirm, file"
    return [
        Row(f"{what}: keys", "", float(keys), MOST_KEYS, "", f"≤ {MOST_KEYS:.0f}", keys <= MOST_KEYS),
        Row(f"{what}: waiting", "", seconds, MOST_SECONDS, "s", "under two minutes", seconds < MOST_SECONDS),
        Row("records that are not confirmed, or not filed", "", float(undone), 0.0, "", "0", not undone),
    ]


async def _measured(home: Path) -> tuple[int, float, int]:
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        after = _Afterwards(app, pilot)
        await after.until(lambda: after.named("TodayScreen") and app.focused is not None)
        controller = _held(app, home)
        session: Any = screen("session", controller)
        app.push_screen(session)
        await after.until(lambda: app.screen is session and app.focused is not None)
        start = time.perf_counter()
        await after.close_and_write()
        await after.confirm_and_file()
        seconds = time.perf_counter() - start
        records = [app.workspace.records.get(row.record.id) for row in after.queue.rows]
        undone = [
            record
            for record in records
            if record.confirmed is None or (record.filed is None and record.destination is Destination.CHILD_FILE)
        ]
        return after.keys, seconds, len(undone)


class _Afterwards:
    """Somebody who closes a meeting, and confirms and files what it left."""

    def __init__(self, app: SupervisionApp, pilot: Any) -> None:
        self.app, self.pilot = app, pilot
        self.keys = 0
        self.queue: Any = None

    def named(self, name: str) -> bool:
        """Whether the screen of that name is in front."""
        return type(self.app.screen).__name__ == name

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for *condition*."""
        await driving.wait(self.pilot, condition)

    async def press(self, *names: str) -> None:
        """Press keys, and count them."""
        self.keys += len(names)
        await driving.press(self.pilot, *names)

    async def close_and_write(self) -> None:
        """End here, look at each thing, write."""
        await self.press("escape", "c")
        await self.until(lambda: self.named("CloseSessionScreen"))
        close: Any = self.app.screen
        await self.until(lambda: close.read_over)
        while close.to_look_at:
            await self.press("l")
        await self.press("w")
        await self.until(lambda: self.named("ChooseScreen"))
        await self.press("enter")
        await self.until(lambda: self.named("WaitingRecordsScreen"))

    async def confirm_and_file(self) -> None:
        """Confirm all that is clean at once, then each other; file the children's."""
        queue: Any = self.app.screen
        self.queue = queue.queue
        await self.until(lambda: len(self.queue.to_look_at) == len(self.queue.rows))
        await self.press("m", "c")
        await self._confirmed("manager")
        while self._waiting("confirm"):
            before = len(self._waiting("confirm"))
            await self.press("c")
            await self._confirmed("")
            if len(self._waiting("confirm")) == before:
                break
        await self.press("home", "m", "f")
        await self.until(lambda: self.named("FormScreen"))
        await driving.press(self.pilot, *"LCS")  # words, not counted
        await self.press("enter")
        await self.until(lambda: self.named("WaitingRecordsScreen"))

    async def _confirmed(self, role: str) -> None:
        """Answer what is asked before records are confirmed: as whom."""
        await self.until(lambda: self.named("ChooseScreen"))
        if not role:
            await self.press("down")
        await self.press("enter")
        await self.until(lambda: not self.named("ChooseScreen"))
        if self.named("FormScreen"):
            await driving.press(self.pilot, *role)
            await self.press("enter")
            await self.until(lambda: self.named("WaitingRecordsScreen"))

    def _waiting(self, standing: str) -> list[Any]:
        return [row for row in self.queue.rows if self.queue.standing(row) == standing]


def _held(app: SupervisionApp, home: Path) -> Any:
    """A meeting of eight families in its last stage: a fact and a step for a child of each."""
    workspace = app.workspace
    for number in range(6, FAMILIES + 1):
        path = home / f"family{number}.yaml"
        path.write_text(SIXTH.replace("V6", f"V{number}"), encoding="utf-8")
        workspace.import_family(str(path))
    families = [heading.id for heading in workspace.families.headings()]
    controller = workspace.begin_meeting(workspace.formats["T1"], families, workspace.me)
    controller.choose(families)
    for family in families:
        child, name = next(iter(controller.part_about(family).names.items()))
        for stage in ("clarify", "next"):
            controller.go_to(stage, family, override=True)
            for slot in controller.editor.slots():
                if slot.field.id == "facts":
                    words = f"{name} was late for school on two days (school, 24 Nov)"
                    controller.editor.write(slot, words, controller.now(), whom=child)
                elif slot.field.kind == "action":
                    step = {"what": "Visit at home", "owner": "Lee", "when": "in 2 weeks", "child": child}
                    controller.editor.fill(slot, step, controller.now())
    controller.go_to("close", "", override=True)
    controller.save()
    return controller


if __name__ == "__main__":
    for row in run():
        print(row)
