"""What a family file holds, before it is kept: in words, as a small drawing, and what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from supervision_tui import genogram
from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from supervision_tui.genogram import Scene
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.store import FamilyImport

MOST_DRAWN = 150
"""People up to whom the family is drawn here; a larger one is told in words."""


class Keep(Command):
    """Keep this family: from now on it is among yours."""

    key, label = "y", "Yes, keep it"


class ReadLeftOut(Command):
    """Read everything that was not understood, not carried, or needs a look, line by line."""

    key, label = "r", "What needs a look"


class ChooseLetters(Command):
    """Choose how the letters of the file are written, where names came out wrong, and read it anew."""

    key, label = "l", "Its letters"


class Leave(Command):
    """Leave the file alone: nothing is kept."""

    key, label = "escape,n", "No, leave it"


class ImportPreviewScreen(CommandScreen):
    """A family that was read and is not kept yet; returns it when it should be kept.

    Returns the name of an encoding where the file should be read anew with its letters.

    Args:
        brought: what was read.
    """

    app: Program
    room_visibility = RoomVisibility.FAMILY
    AUTO_FOCUS = "#read"
    COMMANDS_HERE = (Keep, ReadLeftOut, ChooseLetters, Leave)
    ABOUT = (
        "What was read from the file: how many people, what was not understood, and a drawing. Nothing of it is kept "
        "until you press y."
    )

    def __init__(self, brought: FamilyImport) -> None:
        super().__init__()
        self.brought = brought

    @property
    def room_family(self) -> str:
        """Whose words these are."""
        return self.brought.family.id

    def compose(self) -> ComposeResult:
        """Where we are, the words, the drawing, the keys."""
        yield TopLine(content("Before it is kept", "bold"))
        with VerticalScroll(id="read"):
            yield Static(stacked(*self.brought.words()))
        yield Keys()

    def on_mount(self) -> None:
        """Draw, where it is of a size that can be seen."""
        people = len(self.brought.family.persons)
        if 0 < people <= MOST_DRAWN:
            self._draw()

    @work(thread=True, exclusive=True)
    def _draw(self) -> None:
        family = self.brought.family
        try:
            scene = genogram.terminal_scene(
                family, genogram.lay_out(family, labels="initials"), labels="initials", ascii=self.app.ascii_only
            )
        except genogram.FamilyCycleError:
            return  # it is told among what needs a look
        self.app.call_from_thread(self._show, scene)

    def _show(self, scene: Scene) -> None:
        if self.is_attached:
            self.mount(GenogramView(scene, selected=next(iter(self.brought.family.focus), "")), after="#read")

    @enabled_when(Keep)
    def _can_keep(self) -> bool:
        return not self.brought.already_here

    @on(Keep)
    def _keep(self) -> None:
        self.dismiss(self.brought)

    @enabled_when(ReadLeftOut)
    def _can_read_left_out(self) -> bool:
        return bool(self.brought.remarks)

    @on(ReadLeftOut)
    def _read_left_out(self) -> None:
        remarks = "\n".join(self.brought.remarks)
        self.app.push_screen(NoticeScreen(f"What needs a look in {self.brought.file}", remarks))

    @enabled_when(ChooseLetters)
    def _can_choose_letters(self) -> bool:
        return self.brought.letters_in_doubt

    @on(ChooseLetters)
    def _choose_letters(self) -> None:
        choices = self.brought.letter_choices()
        words = "So a line of the file would read. Choose the one in which the names are right; the file is read anew."
        self.app.push_screen(ChooseScreen("How are its letters written?", choices, words), self._read_anew)

    def _read_anew(self, letters: str | None) -> None:
        if letters:
            self.dismiss(letters)

    @on(Leave)
    def _leave(self) -> None:
        self.dismiss(None)
