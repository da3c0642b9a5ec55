"""The notebook itself: how it stands, its copies, what should go, and what opens it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content, filled, stacked
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.entry.base import sentence
from supervision_tui.tui.screens.notebook.credentials import (
    ChangePassphrase,
    CredentialCommands,
    FreshWords,
    UseKeyStore,
)
from supervision_tui.tui.screens.place import PLACES
from supervision_tui.tui.screens.records.subject_access import ask_about_a_person
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.vault import VaultError
from supervision_tui.workspace.notebook import crash_reports, integrity_report, make_backup, renew_backups, status_of
from supervision_tui.workspace.store import LOCK_CHOICES

if TYPE_CHECKING:
    from textual.content import Content


class LockAfter(Command):
    """After how many minutes without a key the notebook locks by itself. Ctrl+L locks it at once."""

    key, label, hide_in_footer = "m", "When it locks", True


class CopyNow(Command):
    """Make a copy now, locked as the notebook is, and open the copy to see that it is good."""

    key, label, hide_in_footer = "b", "Copy now", True


class CheckNow(Command):
    """Read everything through and compare it with its hashes: damage and changes by another hand are named."""

    key, label, hide_in_footer = "k", "Check now", True


class UseCopy(Command):
    """Make a fresh notebook from a dated copy, beside this one. Nothing that is here is touched."""

    key, label, hide_in_footer = "r", "A notebook from a copy", True


class RenewCopies(Command):
    """Put one copy of today in the place of all. Do so after deleting: what was deleted is still in older copies."""

    key, label, hide_in_footer = "v", "Fresh copies", True


class SeeRetention(Command):
    """How long things stay: what should go and when, what is on hold, when your team's involvement ended."""

    key, label, hide_in_footer = "g", "What should go", True


class SeeSubjectAccess(Command):
    """Everything that is held about one person: to read, and to write as pages when somebody asks for their data."""

    key, label, hide_in_footer = "t", "Everything about a person", True


class SeeTwoTexts(Command):
    """A text was saved twice at the same time, and both are kept: look at both and choose."""

    key, label, hide_in_footer = "x", "Look at both texts", True


class SeeRecoveredInput(Command):
    """Words that stood in a field when the notebook was locked or closed, and are kept nowhere else."""

    key, label, hide_in_footer = "a", "Words put aside", True


class SeeContacts(Command):
    """Whose notebooks are paired with yours: pair with somebody, and take in a parcel that came."""

    key, label, hide_in_footer = "c", "From notebook to notebook", True


class SeeReports(Command):
    """Reports of failures on this computer, without names, and where to send them."""

    key, label, hide_in_footer = "e", "Reports of failures", True


SEND = (
    "These hold no names, no words of yours and no passphrase: read them and see. To help mending the program, send "
    "the file to whoever looks after it in your organisation, or open an issue as SECURITY.md says."
)


class NotebookScreen(CredentialCommands):
    """The notebook."""

    NAME = "Notebook"
    room_visibility = RoomVisibility.PROGRAM
    ABOUT = "How your notebook stands and what opens it. Choose with the arrow keys, then Enter."
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        *PLACES, SeeTwoTexts, SeeRecoveredInput, SeeRetention, SeeSubjectAccess, SeeContacts, LockAfter, CopyNow,
        CheckNow, UseCopy, RenewCopies, ChangePassphrase, FreshWords, UseKeyStore, SeeReports,
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.two_texts = 0

    def body(self) -> ComposeResult:
        """How it stands, what can be done, what that means."""
        with VerticalScroll(id="notebook"):
            with Vertical(classes="place") as state:
                state.border_title = "How it stands"
                yield Static(id="state")
            with Vertical(classes="place") as acts:
                acts.border_title = "What you can do"
                yield ChoiceList(id="acts", markup=False)
            yield Static(id="meaning", classes="quiet")

    def on_mount(self) -> None:
        """Ready to choose."""
        super().on_mount()
        self.fill()
        acts = self.query_one("#acts", OptionList)
        acts.highlighted = 0
        acts.focus()

    def fill(self) -> None:
        """How it stands now."""
        state = status_of(self.workspace)
        self.two_texts = state.two_texts
        rows: list[Content | str] = [*state.lines()]
        rows += [content(f"! {words}", "$warning") for words in state.warnings]
        self.query_one("#state", Static).update(stacked(*rows))
        acts = self.query_one("#acts", OptionList)
        at = acts.highlighted or 0
        kinds = [kind for kind in self.COMMANDS_HERE if kind not in PLACES and self.is_enabled(kind)]
        acts.set_options([Option(content(f"{filled(kind.label, 26)}{kind.key}"), id=kind.__name__) for kind in kinds])
        acts.highlighted = min(at, len(kinds) - 1)

    @on(OptionList.OptionHighlighted, "#acts")
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#meaning", Static).update(content(self.command_type(str(event.option_id)).help()))

    @on(OptionList.OptionSelected, "#acts")
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        await self.action_run_command(str(event.option_id))

    def lock_after(self, minutes: str | None) -> None:
        """Keep the choice and hold to it from now on."""
        if minutes:
            try:
                chosen = self.workspace.settings.change(lock_after=int(minutes))
            except ValueError as refusal:
                self.notify(str(refusal), markup=False)
                return
            self.app.lock.minutes = chosen.lock_after
            self.fill()

    def do(self, title: str, saying: str, work_: Callable[[], str]) -> None:
        """Do *work_* in a thread, and tell under *title* what came of it."""
        if any(worker.is_running for worker in self.workers):
            return
        self.notify(saying, markup=False, timeout=3)
        self._title = title
        self._work(work_)

    @work(thread=True, exit_on_error=False)
    def _work(self, work_: Callable[[], str]) -> str:
        return work_()

    @on(Worker.StateChanged)
    def _came_to_an_end(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS:
            words = str(event.worker.result)
        elif event.state is WorkerState.ERROR:
            error = event.worker.error
            if not isinstance(error, VaultError | OSError):
                raise error or RuntimeError("a worker failed without an error")
            words = sentence(error)
        else:
            return
        self.fill()
        self.app.push_screen(NoticeScreen(self._title, words))

    @on(LockAfter)
    def _lock_after(self) -> None:
        choices = [(str(minutes), f"{minutes} minutes") for minutes in LOCK_CHOICES]
        words = "Five minutes suit a shared room; fifteen a meeting in which you listen more than you type."
        self.app.push_screen(ChooseScreen("Lock after how long?", choices, words), self.lock_after)

    @on(CopyNow)
    def _copy_now(self) -> None:
        self.do("A copy", "Copying ...", lambda: make_backup(self.workspace))

    @on(CheckNow)
    def _check_now(self) -> None:
        self.do("The notebook, checked", "Reading everything through ...", lambda: integrity_report(self.workspace))

    @on(UseCopy)
    def _use_copy(self) -> None:
        self.app.push_screen(screen("restore backup", self.workspace.vault.folder))

    @on(RenewCopies)
    def _renew_copies(self) -> None:
        def decided(choice: str | None) -> None:
            if choice == "renew":
                self.do("Fresh copies", "Copying ...", lambda: renew_backups(self.workspace))

        choices = [("back", "Not now"), ("renew", "Replace all copies by one of today")]
        words = "The older copies go for good. Check the notebook first (k), so that the one copy is a good one."
        self.app.push_screen(ChooseScreen("Replace the copies?", choices, words), decided)

    @on(SeeRetention)
    def _see_what_goes(self) -> None:
        self.app.switch_screen(screen("retention"))

    @on(SeeSubjectAccess)
    def _see_what_is_held(self) -> None:
        ask_about_a_person(self.app)

    @on(SeeContacts)
    def _see_contacts(self) -> None:
        self.app.push_screen(screen("contacts"))

    @enabled_when(SeeTwoTexts)
    def _can_see_two_texts(self) -> bool:
        return self.two_texts > 0

    @on(SeeTwoTexts)
    def _see_two_texts(self) -> None:
        self.app.push_screen(screen("conflicts"))

    @enabled_when(SeeRecoveredInput)
    def _can_see_words_put_aside(self) -> bool:
        return bool(self.workspace.recovered_input.get().words)

    @on(SeeRecoveredInput)
    def _see_words_put_aside(self) -> None:
        self.app.push_screen(screen("recovered drafts", self.workspace.recovered_input.get()))

    @on(SeeReports)
    def _see_reports(self) -> None:
        found = crash_reports()
        if not found:
            words = "The program has not failed on this computer."
        else:
            words = "\n\n".join([SEND, *(f"{path}\n{path.read_text('utf-8', 'replace')}" for path in found[:3])])
        self.app.push_screen(NoticeScreen("Reports of failures", words))
