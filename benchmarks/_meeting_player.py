"""Plays the script of a meeting through the keyboard of this build: everything is jotted, then placed from the tray."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from benchmarks._meeting_script import ALL, MEETING, Saying
from supervision_tui.people import Practitioner
from supervision_tui.session.child_choice import children_of
from supervision_tui.session.tray.jotting import BY_LETTER
from supervision_tui.tui.navigation import screen
from tests.tui import driving
from tests.tui.typist import Typist

FORMAT = "T1"
LETTERS = {
    "fact": "f", "idea": "i", "question": "q", "step": "s", "for_presenter": "w", "private": "p", "decision": "d",
}  # fmt: skip


class MeetingPlayer:
    """Somebody who writes down a meeting.

    Args:
        pilot: drives the program; Today is open.
    """

    def __init__(self, pilot: Any) -> None:
        self.pilot = pilot
        self.typist = Typist(pilot)
        self.controller: Any = None

    async def play(self) -> None:
        """The whole meeting."""
        workspace = self.pilot.app.workspace
        families = [family for family, _ in MEETING]
        manager = Practitioner(id="dee", name="Dee Harrow", role="manager")
        workspace.people.change(workspace.people.roster.with_practitioner(manager), "added a manager")
        self.controller = workspace.begin_meeting(workspace.formats[FORMAT], families, workspace.me)
        self.controller.choose(families)
        self.pilot.app.push_screen(screen("session", self.controller))
        await self._named("SessionScreen")
        for number, (family, sayings) in enumerate(MEETING, 1):
            await self.typist.press("f9", str(number))
            await self._named("SessionScreen")
            if self.controller.here.family != family:
                message = f"F9 {number} led to {self.controller.here}, not to {family}"
                raise AssertionError(message)
            await self._jot(sayings)
            await self._place(sayings)

    async def _named(self, name: str) -> None:
        await driving.wait(self.pilot, lambda: driving.named(self.pilot) == name)

    async def _jot(self, sayings: Iterable[Saying]) -> None:
        """One line after another; out of what is private a key leads back before the next."""
        opened = False
        for saying in sayings:
            if not opened:
                await self.typist.press("f4")
                opened = True
            if saying.kind == "private":
                await self.typist.press(".", "p", "space")
                await self.typist.say(saying.words)
                await self.typist.press("f4")
                opened = False
            else:
                await self.typist.say(saying.words)
                await self.typist.press("enter")
        if opened:
            await self.typist.press("f4")

    async def _place(self, sayings: Iterable[Saying]) -> None:
        await self.typist.press("f8")
        for saying in sayings:
            if saying.kind != "private":
                await self._place_line(saying)
                await self._named("TrayScreen")
        await self.typist.press("escape")
        await self._named("SessionScreen")

    async def _place_line(self, saying: Saying) -> None:
        """What somebody presses who reads what stands there: digits only where it is not right already."""
        tray: Any = self.pilot.app.screen
        if saying.family:
            await self.typist.press("m")
        row = tray.row
        if saying.kind in {"fact", "step"} and tray.desk.asks_children(row, BY_LETTER[LETTERS[saying.kind]]):
            children = tuple(tray.desk.children(row))
            wanted = children if saying.whom == ALL else saying.whom
            chosen = tray.chosen_in(row)
            if saying.whom == ALL and set(chosen) != set(children):
                await self.typist.press("0")
            elif set(chosen) != set(wanted):
                wrong = set(chosen) ^ set(wanted)
                await self.typist.press(*(str(children.index(child) + 1) for child in children if child in wrong))
        await self.typist.press(LETTERS[saying.kind])
        if saying.kind == "decision":
            await self._decide(saying)
        elif tray.is_asking:
            await self.typist.press("enter")

    async def _decide(self, saying: Saying) -> None:
        """The form asks for what is needed, part by part."""
        because, told = saying.more
        await self._named("EntryFormScreen")
        while driving.named(self.pilot) == "EntryFormScreen":
            part = self.pilot.app.screen.part_in_hand
            if part == "because":
                await self.typist.say(because)
            elif part == "family_told":
                await self.typist.say(told)
            elif part == "decided_by":
                await self.typist.press("1")
            elif part == "child":
                await self.typist.press("0")
            await self.typist.press("enter")

    def astray(self) -> list[str]:
        """Everything that was said and is not where it belongs."""
        return [
            f"{saying.words} ({saying.kind})"
            for family, sayings in MEETING
            for saying in sayings
            if not self._stands(saying, saying.family or family)
        ]

    def _stands(self, saying: Saying, family: str) -> bool:
        part = self.controller.part_about(family)
        session = part.editor.session
        every = set(session.children)
        wanted = every if saying.whom == ALL else set(saying.whom)
        words = saying.kept or saying.words

        def theirs(item: Any) -> bool:
            return (set(children_of(item)) or every) == wanted

        if saying.kind == "fact":
            start = words.partition(" (")[0]
            return any(start in entry.text and theirs(entry) for entry in session.entries if entry.field == "facts")
        if saying.kind == "step":
            return any(action.due and theirs(action) and action.what[-12:] in words for action in session.actions)
        if saying.kind == "decision":
            return any(
                str(made.what) == words and str(made.because) == saying.more[0] and theirs(made)
                for made in session.decisions
            )
        if saying.kind == "idea":
            return any(str(idea.statement) == words for idea in session.hypotheses)
        if saying.kind == "question":
            return any(str(question.text) == words for question in session.questions)
        field = "private_notes" if saying.kind == "private" else "for_presenter"
        return any(str(entry.text) == words and entry.field == field for entry in session.entries)
