"""The door of a vault that is there: the passphrase, the other ways in, and what to do when something is wrong."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from supervision_tui import vault
from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.navigation import screen, screen_class
from supervision_tui.tui.screens.entry.base import PROMISES, EntryScreen, preload_library, sentence
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.workspace import notebook

if TYPE_CHECKING:
    from supervision_tui.tui.base import LockedState
    from supervision_tui.workspace import Workspace

EVERY = 0.5
"""Seconds between two looks at the wait after wrong passphrases."""


class ByRecoveryWords(Command):
    """The passphrase is forgotten: come in by the recovery words on your paper, and choose a new passphrase."""

    key, label = "f2", "Forgotten?"


class ByKeyStore(Command):
    """Open by this computer's key store, which you chose as a way in."""

    key, label = "f3", "Key store"


class FromCopy(Command):
    """Make a fresh notebook from one of the dated copies. What stands here now is kept, set aside."""

    key, label = "f4", "Use a copy"


class OnlyRead(Command):
    """Open for reading only. Nothing that you type is kept."""

    key, label = "f5", "Only read"


class ReadConflictCopy(Command):
    """Open a copy that a synchroniser put beside the notebook, for reading only. Nothing in it is changed."""

    key, label = "f7", "Read the other copy"


class TakeOlder(Command):
    """Go on with the older copy that stands here, because the newer one is lost."""

    key, label = "f6", "Go on with the older"


class UnlockScreen(EntryScreen):
    """The door.

    Args:
        folder: the vault.
        locked: how the program came to be locked, if it was.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        ByRecoveryWords, ByKeyStore, FromCopy, OnlyRead, TakeOlder, ReadConflictCopy,
    )  # fmt: skip
    ABOUT = "The notebook is locked. Type its passphrase and press Enter."

    def __init__(self, folder: Path, locked: LockedState | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.locked = locked
        self.trouble = ""
        self.remembered = False
        self.read_only = False
        self.accept_older = False
        self.conflict_copies: list[Path] = []
        self.chosen_copy: Path | None = None
        self._open_again = 0.0

    @property
    def is_demo(self) -> bool:
        """Whether this is the door of a demonstration, which has no passphrase that anybody knows."""
        return self.locked is not None and self.locked.demo is not None

    def compose(self) -> ComposeResult:
        """One field and the promises."""
        with Vertical(classes="door") as door:
            door.border_title = content("Locked" if self.locked else "supervision")
            yield Static(stacked(self.locked.why if self.locked else "A place to think together about families."))
            label = "Press Enter to go on with the demonstration" if self.is_demo else "Passphrase"
            yield Static(label, classes="label")
            yield LineBox(password=True, id="passphrase")
            yield Static("", id="said")
            if not self.locked:
                yield Static(stacked("", *PROMISES), classes="quiet")
        yield Keys()

    def on_mount(self) -> None:
        """Look for other ways in, once this is painted."""
        self.set_interval(EVERY, self._count_down)
        if self.locked:
            self.say(self.locked.words)
        else:
            self.call_after_refresh(self._look_for_ways)

    @work(thread=True, group="ways")
    def _look_for_ways(self) -> None:
        from supervision_tui.workspace.notebook import opening  # noqa: PLC0415 - after the first paint

        found = opening.opens_by_key_store(self.folder)
        self.app.call_later(self._found_ways, found, *opening.conflict_copies(self.folder))
        opening.prepare_opening()
        screen_class("today")  # while the passphrase is typed

    def _found_ways(self, remembered: bool, copies: list[Path], conflict: str) -> None:
        self.remembered = remembered
        self.conflict_copies = copies
        if conflict and not self.busy:
            self.say(conflict, trouble=True)
        self.refresh_bindings()

    def saving_reported(self) -> None:
        """The lock has more to say."""
        if self.locked and self.query("#said") and not self.busy:
            self.say(self.locked.words, trouble=self.locked.kept is not None)

    @property
    def busy(self) -> bool:
        """Whether a vault is being opened just now."""
        return any(worker.is_running and worker.group == "open" for worker in self.workers)

    @on(Input.Submitted, "#passphrase")
    def _try(self, event: Input.Submitted) -> None:
        if self.busy or not (event.value or self.is_demo):
            return
        self._open_again = 0.0
        self.say("Opening ...")
        self._open(event.value)
        event.input.clear()

    @work(thread=True, exit_on_error=False, group="open")
    def _open(self, passphrase: str) -> Workspace:
        from supervision_tui.workspace.notebook import opening  # noqa: PLC0415 - after the first paint

        if self.locked:
            workspace = self.locked.waited_for()
            if workspace is not None:
                if not self.is_demo:
                    workspace.vault.credentials.verify_passphrase(passphrase)
                return workspace
            if self.locked.demo is not None:
                return preload_library(opening.reopen_demo(*self.locked.demo))
        return preload_library(
            opening.open_vault(
                self.chosen_copy or self.folder,
                passphrase,
                read_only=self.read_only,
                accept_older=self.accept_older,
            )
        )

    def open_by_key_store(self) -> None:
        """Try the key store."""
        if not self.busy:
            self.say("Opening ...")
            self._open_remembered()

    @work(thread=True, exit_on_error=False, group="open")
    def _open_remembered(self) -> Workspace:
        if self.locked:
            self.locked.waited_for()
        return preload_library(notebook.open_by_key_store(self.folder))

    def refused(self, error: BaseException) -> None:
        """Say why not, and offer what helps."""
        kinds: tuple[tuple[type[Exception], str], ...] = (
            (vault.VaultRolledBackError, "older"),
            (vault.VaultBusyError, "busy"),
            (vault.VaultDamagedError, "damaged"),
        )
        self.trouble = next((name for kind, name in kinds if isinstance(error, kind)), "")
        advice = {
            "older": " F6 goes on with this one.",
            "busy": " F5 opens it for reading only.",
            "damaged": " F4 makes a fresh notebook from a copy; F5 reads what can be read.",
        }.get(self.trouble, "")
        if isinstance(error, vault.TooManyAttemptsError):
            self._open_again = time.monotonic() + error.seconds
        self.say(f"{sentence(error)}{advice}", trouble=True)
        self.refresh_bindings()
        self.query_one(LineBox).focus()

    def _count_down(self) -> None:
        """Show the wait after wrong passphrases as it passes."""
        if not self._open_again:
            return
        left = self._open_again - time.monotonic()
        if left <= 0:
            self._open_again = 0.0
            self.say("You can try again now.")
            return
        from supervision_tui.vault.keys.rate_limit import span  # noqa: PLC0415 - loaded by now

        message = self.query_one("#said", Static)
        message.update(
            content(
                f"Too many wrong passphrases: the next try is possible in {span(left)}. "
                "Nothing was changed. F2 opens it by the recovery words, without waiting."
            )
        )

    @enabled_when(ByRecoveryWords)
    def _can_by_recovery_words(self) -> bool:
        return not self.is_demo

    @on(ByRecoveryWords)
    def _by_recovery_words(self) -> None:
        self.app.switch_screen(screen("recover", self.folder))

    @enabled_when(ByKeyStore)
    def _can_by_key_store(self) -> bool:
        return self.remembered

    @on(ByKeyStore)
    def _by_key_store(self) -> None:
        self.open_by_key_store()

    @enabled_when(FromCopy)
    def _can_from_copy(self) -> bool:
        return self.trouble == "damaged"

    @on(FromCopy)
    def _from_copy(self) -> None:
        self.app.push_screen(screen("restore backup", self.folder))

    @enabled_when(OnlyRead)
    def _can_only_read(self) -> bool:
        return self.trouble in {"busy", "damaged"}

    @on(OnlyRead)
    def _only_read(self) -> None:
        self.read_only = True
        self.say("For reading only: type the passphrase once more. Nothing that you type then is kept.")

    @enabled_when(ReadConflictCopy)
    def _can_read_conflict_copy(self) -> bool:
        return bool(self.conflict_copies)

    @on(ReadConflictCopy)
    def _read_conflict_copy(self) -> None:
        self.conflict_copies.append(self.conflict_copies.pop(0))
        self.chosen_copy = self.conflict_copies[-1]
        self.say(f"Type the passphrase to read “{self.chosen_copy.name}”. Nothing in it can be changed.")

    @enabled_when(TakeOlder)
    def _can_take_older(self) -> bool:
        return self.trouble == "older"

    @on(TakeOlder)
    def _take_older(self) -> None:
        self.accept_older = True
        self.say("Type the passphrase once more to go on with this older copy. What was saved after it is not in it.")
