"""The recovery words: shown once, asked back, and typed when the passphrase is forgotten."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.entry.base import EntryScreen, preload_library
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.passphrase_fields import PassphraseFields
from supervision_tui.workspace import notebook

if TYPE_CHECKING:
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.notebook import Recovery

ASKED_BACK = 3
"""How many of the sixteen words are asked back from the paper."""


class WrittenDown(Command):
    """The words are on paper: hide them here and ask a few of them back."""

    key, label = "enter", "They are written down"


class RecoveryWordsScreen(EntryScreen):
    """The recovery words, to be written on paper.

    Args:
        words: as the vault gives them: four numbered lines of four.
        then: makes the screen that follows.
        step: stands before the title.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (WrittenDown,)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = "The only other way into the notebook. Write the words on paper, in order, with their numbers."

    def __init__(self, words: str, then: Callable[[], Screen[Any]], step: str = "") -> None:
        super().__init__()
        self.recovery_words = words
        self.then = then
        self.step = step

    def compose(self) -> ComposeResult:
        """The words and what to do with them."""
        with Vertical(classes="door") as door:
            door.border_title = content(f"{self.step}Write these words on paper")
            yield Static(stacked("If the passphrase is forgotten, only these words open your notebook.", ""))
            yield Static(content(self.recovery_words, "$accent bold"), id="recovery")
            yield Static(
                stacked(
                    "",
                    "Keep the paper where you keep things that matter, away from this computer.",
                    "They are not shown again. Without passphrase and paper nobody can open it, and nobody can help.",
                    "",
                    "Press Enter when they are written down: three of them will be asked back.",
                )
            )
        yield Keys()

    def on_mount(self) -> None:
        """From now on until they are read back, nobody knows whether they are on paper."""
        self.app.workspace.settings.note_paper_checked(done=False)

    @on(WrittenDown)
    def _written_down(self) -> None:
        self.app.switch_screen(RecoveryWordsCheckScreen(self))


class LookAgain(Command):
    """Show the words once more."""

    key, label = "escape", "Show them again"


class RecoveryWordsCheckScreen(EntryScreen):
    """A few of the words, asked back from the paper, so that it is known to work.

    Args:
        paper: the screen that showed them.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (LookAgain,)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = "Three of the words, read from your paper. Esc shows them all once more."

    def __init__(self, paper: RecoveryWordsScreen) -> None:
        super().__init__()
        self.paper = paper
        self._words = [part for part in paper.recovery_words.split() if not part.isdigit()]
        self._places = sorted(secrets.SystemRandom().sample(range(len(self._words)), ASKED_BACK))

    def compose(self) -> ComposeResult:
        """A line for each word."""
        with Vertical(classes="door") as door:
            door.border_title = content(f"{self.paper.step}Three words, from your paper")
            yield Static("So that the paper is known to work. Four letters of a word are enough.")
            for place in self._places:
                yield Static(f"Word {place + 1}", classes="label")
                yield LineBox(id=f"word-{place}")
            yield Static("", id="said")
        yield Keys()

    @on(Input.Submitted)
    def _read_back(self) -> None:
        for place in self._places:
            box = self.query_one(f"#word-{place}", LineBox)
            if not _same_word(box.value, self._words[place]):
                box.clear()
                self.say(f"Word {place + 1} is another one. Look at the paper; Esc shows the words.", trouble=True)
                box.focus()
                return
        self.app.workspace.settings.note_paper_checked(done=True)
        self.app.switch_screen(self.paper.then())

    @on(LookAgain)
    def _look_again(self) -> None:
        paper = self.paper
        self.app.switch_screen(RecoveryWordsScreen(paper.recovery_words, paper.then, paper.step))


def _same_word(typed: str, word: str) -> bool:
    """Whether *typed* means *word*: no two words of the list are alike in their first four letters."""
    bare = typed.strip().lower()
    return bare == word or (len(bare) > 3 and word.startswith(bare))  # noqa: PLR2004 - four letters


class GiveUp(Command):
    """Back to the passphrase; nothing was changed."""

    key, label = "escape", "Back"


class RecoverAccessScreen(EntryScreen):
    """The passphrase is forgotten: the words from the paper, then a new passphrase.

    Args:
        folder: the vault.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (GiveUp,)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = "Type the sixteen words from your paper, in order. A wrong word is named."

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._recovery: Recovery | None = None

    def compose(self) -> ComposeResult:
        """First the words; the passphrases once the words fit."""
        with Vertical(classes="door") as door:
            door.border_title = "Come in by the recovery words"
            with Vertical(id="paper"):
                yield Static("The sixteen words from your paper, in order, with blanks between", classes="label")
                yield LineBox(id="words")
            with Vertical(id="after", classes="hidden"):
                yield PassphraseFields("They fit. Now a new passphrase: three or four words")
            yield Static("", id="said")
            yield Static(
                stacked("", "Numbers and capitals do not matter, and four letters of a word are enough."),
                classes="quiet",
            )
        yield Keys()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if self.busy or not event.value:
            return
        if self._recovery is None:
            self.say("Looking whether they fit ...")
            self._open(event.value)
            return
        fields = self.query_one(PassphraseFields)
        if trouble := fields.problem():
            self.say(trouble, trouble=True)
            return
        self.say("Changing the passphrase ...")
        self._finish(fields.passphrase)

    @work(thread=True, exit_on_error=False)
    def _open(self, words: str) -> notebook.Recovery:
        if self.app.lock.locked is not None:
            self.app.lock.locked.waited_for()
        return notebook.Recovery(self._folder, words)

    @work(thread=True, exit_on_error=False)
    def _finish(self, new: str) -> tuple[Workspace, str]:
        if self._recovery is None:
            raise RuntimeError("no vault was opened by the recovery words")
        workspace, words = self._recovery.finish(new)
        return preload_library(workspace), words

    def finished(self, result: Any) -> None:
        """The words fit, or the new passphrase is set."""
        if isinstance(result, tuple):
            workspace, words = result
            self._recovery = None
            self.app.made(workspace)
            self.app.switch_screen(RecoveryWordsScreen(words, lambda: _Arriving(workspace)))
            return
        self._recovery = result
        self.query_one("#paper").add_class("hidden")
        self.query_one("#after").remove_class("hidden")
        self.query_one("#words", LineBox).clear()
        self.say("")
        self.query_one(PassphraseFields).start()

    def give_up(self) -> None:
        """Close the vault, if it was opened, and go back to the door."""
        if self.busy:
            return
        if self._recovery is not None:
            self._recovery.give_up()
        self.app.switch_screen(screen("unlock", self._folder, self.app.lock.locked))

    def on_unmount(self) -> None:
        """The program ends here: close what was opened."""
        if self._recovery is not None:
            self._recovery.give_up()

    @on(GiveUp)
    def _give_up(self) -> None:
        self.give_up()


class _Arriving(EntryScreen):
    """The blink between the paper and Today."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def compose(self) -> ComposeResult:
        """Nothing: it is gone at once."""
        yield Static("", id="said")

    def on_mount(self) -> None:
        """Go on."""
        self.call_after_refresh(self.app.opened, self._workspace)
