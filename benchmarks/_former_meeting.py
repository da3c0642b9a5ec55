"""Plays the script of a meeting through the build of November (6867ee2): a program of its own, with that build's code.

It knows that build's names and nothing of this one's. Every line goes to its field by that build's keys: F5 and F6 to
the stage of the family, Tab to the field, Enter, and what a form forces. Something private has no place there and is
left out. Prints one line of JSON: keys beyond the words, letters of the words, letters typed again or forced, and how
many things had no place.
"""

from __future__ import annotations

import asyncio
import json
import os
import runpy
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from textual.events import Paste

SCRIPT = runpy.run_path(str(Path(__file__).with_name("_meeting_script.py")), run_name="meeting_script")
"""The same script, read from its file: that build has a package of benchmarks of its own."""
ALL, MEETING, SIXTH = SCRIPT["ALL"], SCRIPT["MEETING"], SCRIPT["SIXTH"]

STAGE = {"fact": "clarify", "idea": "ideas", "question": "missing_view", "step": "next", "decision": "next"}
FIELD = {
    "fact": "facts", "idea": "hypotheses", "question": "missing_question", "step": "actions", "decision": "decisions",
    "for_presenter": "takeaway",
}  # fmt: skip
MOST_PAUSES = 200
"""How often a window that is on its way is waited for."""
FORCED = "x"
"""What somebody types into a part that is needed and that nobody has said anything about."""


class FormerPlayer:
    """Somebody who writes down the meeting with the former build."""

    def __init__(self, pilot: Any, meeting: Any) -> None:
        self.pilot, self.meeting = pilot, meeting
        self.keys = self.letters = self.again = self.no_place = 0

    @property
    def app(self) -> Any:
        """The program."""
        return self.pilot.app

    async def press(self, *keys: str) -> None:
        """Press *keys*, each counted."""
        for key in keys:
            self.keys += 1
            await self.pilot.press(key)

    async def say(self, words: str, *, again: bool = False) -> None:
        """Type *words*; those that were said already count as typed again."""
        if again:
            self.again += len(words)
        else:
            self.letters += len(words)
        self.app.focused.post_message(Paste(words))
        await self.pilot.pause()

    async def go(self, stage: str, family: str) -> None:
        """Walk there with F5 and F6; a stage that waits for another is asked about."""
        steps = [(step.stage, step.family) for step in self.meeting._steps]  # noqa: SLF001 - it has no public list
        wanted = steps.index((stage, family))
        while (at := self.meeting._at) != wanted:  # noqa: SLF001 - as above
            await self.press("f6" if wanted > at else "f5")
            if type(self.app.screen).__name__ == "ChooseScreen":
                await self.press("down", "enter")

    async def to_field(self, field: str, child: str | None = None) -> None:
        """Tab to a field of the stage."""
        screen = self.app.screen
        for _ in range(40):
            if screen.current.field.id == field and (child is None or screen.current.child == child):
                return
            await self.press("tab")
        message = f"no field {field} of {child} in {self.meeting.runner.session.stage}"
        raise AssertionError(message)

    async def write(self, saying: Any, family: str) -> None:
        """One thing that was said."""
        if saying.kind == "private":
            self.no_place += 1
            return
        if saying.kind == "for_presenter":
            await self.go("close", "")
        else:
            await self.go(STAGE[saying.kind], saying.family or family)
        session = self.meeting.runner.session
        if saying.kind == "fact":
            children = session.children if saying.whom == ALL else saying.whom
            for number, child in enumerate(children):
                await self.to_field(FIELD["fact"], child)
                await self.say(saying.words, again=number > 0)
                await self.press("enter")
            return
        await self.to_field(FIELD[saying.kind])
        await self.say(saying.words)
        await self.press("enter")
        if saying.kind in {"idea", "step", "decision"}:
            await self.fill(saying, len(session.children))

    async def answered(self, form: Any, part: str) -> None:
        """Wait until Enter has led from *part* of *form* to another, or closed the form."""
        for _ in range(MOST_PAUSES):
            focused = self.app.focused
            if self.app.screen is not form or (focused is not None and focused.id != part):
                return
            await self.pilot.pause(0.02)

    async def fill(self, saying: Any, children: int) -> None:
        """The form that Enter opened: each part in turn, until the last Enter keeps it."""
        for _ in range(MOST_PAUSES):
            if type(self.app.screen).__name__ == "FormScreen" and self.app.focused is not None:
                break
            await self.pilot.pause(0.02)
        form = self.app.screen
        if type(form).__name__ != "FormScreen":
            message = f"no form for {saying.words}: {type(form).__name__}"
            raise AssertionError(message)
        name = saying.words.split(" ", 1)[0]
        when = saying.words.rpartition(" by ")[2]
        more = dict(zip(("because", "family_told"), saying.more, strict=False))
        for _ in range(30):
            if self.app.screen is not form:
                return
            part = self.app.focused.id
            value = self.app.focused.value
            if not value and part in more:
                await self.say(more[part])
            elif not value and part in {"owner", "when", "decided_by"}:
                await self.say({"owner": name, "when": when, "decided_by": "Dee Harrow"}[part], again=True)
            elif not value and part == "child" and saying.whom != ALL and children > 1:
                await self.say(self.meeting.names[saying.whom[0]], again=True)
            elif not value and part in {"child_inside", "would_fit", "would_drop"}:
                await self.say(FORCED, again=True)
            await self.press("enter")
            await self.answered(form, part)
        message = f"the form for {saying.words} was never kept"
        raise AssertionError(message)


async def play() -> dict[str, int]:
    """The whole meeting."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUPERVISION_TUI_HOME"] = folder
        sixth = Path(folder) / "sixth.yaml"
        sixth.write_text(SIXTH, encoding="utf-8")
        app = import_module("supervision_tui.tui.app").SupervisionApp(Path(), demo=True)
        async with app.run_test(size=(80, 24)) as pilot:
            for _ in range(200):
                await pilot.pause(0.05)
                if type(app.screen).__name__ == "TodayScreen":
                    break
            desk = app.desk
            desk.bring_in_family(str(sixth))
            families = [family for family, _ in MEETING]
            meeting = desk.begin_meeting(desk.formats["T1"], families, desk.me)
            meeting.choose(families)
            for family in families:  # set up, not counted: a decision needs the manager's seat
                meeting._go(next(step for step in meeting._steps if step.family == family))  # noqa: SLF001 - to prepare
            line = import_module("supervision_tui.text").Line
            session_screen = import_module("supervision_tui.tui.screens.session").SessionScreen
            for part in meeting._parts.values():  # noqa: SLF001 - as above
                part.runner.seat("manager", line("Dee Harrow"), meeting.now())
            app.push_screen(session_screen(meeting))
            await pilot.pause(0.3)
            player = FormerPlayer(pilot, meeting)
            for family, sayings in MEETING:
                for saying in sayings:
                    await player.write(saying, family)
            return {
                "keys": player.keys, "letters": player.letters, "again": player.again, "no_place": player.no_place,
            }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(asyncio.run(play())))
