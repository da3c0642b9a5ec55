"""What opens the notebook, changed from inside: the passphrase, the recovery words, this computer's key store."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.screens.entry.base import EntryScreen, write_again
from supervision_tui.tui.screens.place import Place
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.passphrase_fields import PassphraseFields
from supervision_tui.workspace.notebook import change_passphrase, renew_recovery_words, set_key_store

KEY_STORE = (
    "Then F3 at the door opens the notebook without a passphrase, on this computer and under your log-in. Honest "
    "limit: every other program that runs under your log-in can read that store. On a shared computer, do not use it."
)


class ChangePassphrase(Command):
    """Choose another passphrase. Nothing else changes, and it takes a second."""

    key, label, hide_in_footer = "p", "Change the passphrase", True


class FreshWords(Command):
    """Fresh recovery words, if the paper is lost or was seen. The earlier words open nothing any more."""

    key, label, hide_in_footer = "w", "Fresh recovery words", True


class UseKeyStore(Command):
    """Let this computer's key store open the notebook too, or no more."""

    key, label, hide_in_footer = "o", "This computer's key store", True


class LeaveProof(Command):
    """Back; nothing was changed."""

    key, label = "escape", "Back"


class PassphraseProofScreen(EntryScreen):
    """Asks for the passphrase before what opens the notebook is changed.

    Args:
        title: what is changed.
        act: called in a thread with the passphrase and the new one (or ""); what came of it, in words.
        new: whether a new passphrase is asked for too.
        then: called with those words; by default they are told.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (LeaveProof,)
    ABOUT = "Your passphrase, so that nobody else can change what opens the notebook while you are away."

    def __init__(
        self,
        title: str,
        act: Callable[[str, str], str],
        *,
        new: bool = False,
        then: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._act = act
        self._new = new
        self._then = then

    def compose(self) -> ComposeResult:
        """The passphrase as it is, and the new one twice."""
        with Vertical(classes="door") as door:
            door.border_title = content(self._title)
            yield Static("Your passphrase as it is now", classes="label")
            yield LineBox(password=True, id="passphrase")
            if self._new:
                yield PassphraseFields("A new one: three or four words that only you would put together")
            yield Static("", id="said")
        yield Keys()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self.busy:
            return
        new = ""
        if self._new:
            fields = self.query_one(PassphraseFields)
            if trouble := fields.problem():
                self.say(trouble, trouble=True)
                return
            new = fields.passphrase
        self.say("One moment ...")
        self._do(self.query_one("#passphrase", LineBox).value, new)

    @work(thread=True, exit_on_error=False)
    def _do(self, old: str, new: str) -> str:
        return self._act(old, new)

    def finished(self, words: str) -> None:
        """It is done."""
        if self._then:
            self._then(words)
        else:
            self.app.switch_screen(NoticeScreen(self._title, words))

    def refused(self, error: BaseException) -> None:
        """Say why not; the passphrase is asked for again."""
        super().refused(error)
        write_again(self, "#passphrase")

    @on(LeaveProof)
    def _leave_proof(self) -> None:
        if not self.busy:
            self.app.pop_screen()


class CredentialCommands(Place):
    """A place where what opens the notebook can be changed."""

    @enabled_when(ChangePassphrase, FreshWords, UseKeyStore)
    def _has_a_passphrase(self) -> bool:
        return not self.workspace.throw_away  # nobody knows the passphrase of a demonstration

    @on(ChangePassphrase)
    def _change_passphrase(self) -> None:
        workspace = self.workspace
        self.app.push_screen(
            PassphraseProofScreen(
                "Change the passphrase", lambda old, new: change_passphrase(workspace, old, new), new=True
            )
        )

    @on(FreshWords)
    def _fresh_words(self) -> None:
        app, workspace = self.app, self.workspace
        done = partial(NoticeScreen, "Fresh recovery words", "The new paper is known to work. Destroy the earlier one.")
        self.app.push_screen(
            PassphraseProofScreen(
                "Fresh recovery words",
                lambda passphrase, _: renew_recovery_words(workspace, passphrase),
                then=lambda words: app.switch_screen(screen("recovery paper", words, done)),
            )
        )

    @on(UseKeyStore)
    def _use_key_store(self) -> None:
        workspace, app = self.workspace, self.app

        def decided(choice: str | None) -> None:
            if choice in {"use", "drop"}:
                use = choice == "use"
                app.push_screen(
                    PassphraseProofScreen(
                        "The key store", lambda passphrase, _: set_key_store(workspace, passphrase, use=use)
                    )
                )

        choices = [("back", "Leave it as it is"), ("use", "Let it open the notebook"), ("drop", "No more")]
        app.push_screen(ChooseScreen("This computer's key store", choices, KEY_STORE), decided)
