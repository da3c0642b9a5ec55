"""A fresh notebook from a dated copy: made beside, then, if wanted, put in the place of the damaged one."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.screens.entry.base import EntryScreen
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox

NO_COPY = (
    "There is no dated copy in this notebook's folder. Look for one elsewhere: another disk, or whoever keeps backups "
    "of this computer. Do not make a new notebook in its place, and delete nothing."
)


class LeaveCopies(Command):
    """Back; nothing was changed."""

    key, label = "escape", "Back"


class RestoreBackupScreen(EntryScreen):
    """Choose a copy, open it with its passphrase, and have a notebook made of it.

    Args:
        folder: the vault whose copies these are.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (LeaveCopies,)
    ABOUT = "A notebook is made from a copy, beside the present one. Nothing that is there is touched."

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._chosen: Path | None = None

    def compose(self) -> ComposeResult:
        """The copies, newest first, and a passphrase."""
        with Vertical(classes="door") as door:
            door.border_title = "A fresh notebook from a copy"
            yield Static("Which copy? What was saved after it is not in it.")
            yield ChoiceList(id="copies", markup=False)
            with Vertical(id="ask", classes="hidden"):
                yield Static("The passphrase that opened the notebook on that day", classes="label")
                yield LineBox(password=True, id="passphrase")
            yield Static("", id="said")
        yield Keys()

    def on_mount(self) -> None:
        """List the copies."""
        from supervision_tui.workspace.backups import dated_backups  # noqa: PLC0415 - after the first paint

        found = dated_backups(self._folder)
        listed = self.query_one(OptionList)
        listed.add_options(Option(content(copy.when), id=str(copy.path)) for copy in found)
        listed.highlighted = 0 if found else None
        listed.focus()
        self.say("Enter chooses." if found else NO_COPY, trouble=not found)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self._chosen = Path(str(event.option_id))
        self.query_one("#ask").remove_class("hidden")
        self.query_one(LineBox).focus()
        self.say("")

    @on(Input.Submitted)
    def _try(self, event: Input.Submitted) -> None:
        if self._chosen is None or self.busy or not event.value:
            return
        self.say("Making a notebook of the copy and reading it through ...")
        self._restore(self._chosen, event.value)
        event.input.clear()

    @work(thread=True, exit_on_error=False)
    def _restore(self, copy: Path, passphrase: str) -> Path:
        from supervision_tui.workspace.backups import restore_beside  # noqa: PLC0415 - after the first paint

        return restore_beside(copy, self._folder, passphrase)

    def finished(self, restored: Path) -> None:
        """It is made and whole: ask where it should stand."""
        choices = [
            ("place", "Open it in the place of the present one"),
            ("beside", "Leave it beside; I only wanted to look"),
        ]
        words = (
            f"The copy is whole, and a notebook was made of it:\n{restored}\n\nIn the place of the present one, it is "
            "what opens from now on. The present one is kept whole, set aside under another name."
        )
        self.app.push_screen(
            ChooseScreen("Where should it stand?", choices, words), lambda choice: self._place(choice, restored)
        )

    def _place(self, choice: str | None, restored: Path) -> None:
        from supervision_tui.workspace.backups import swap_into_place  # noqa: PLC0415 - after the first paint

        if choice != "place":
            self.app.switch_screen(NoticeScreen("It stands beside", f"{restored}\n\nNothing else was changed."))
            return
        self.app.close_notebook()
        try:
            aside = swap_into_place(restored, self._folder)
        except OSError as error:
            self.refused(error)
            return
        self.app.back_to(screen("unlock", self._folder))
        words = f"What stood here is kept whole in {aside}.\n\nThe passphrase is the one of the day of the copy."
        self.app.push_screen(NoticeScreen("The copy opens from now on", words))

    @on(LeaveCopies)
    def _leave_copies(self) -> None:
        if not self.busy:
            self.app.pop_screen()
