"""The notebook itself: how it stands, its copies, what should go, and what opens it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from supervision_tui.tui.app_services.room_view import Shows
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import lines, shown
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen, TellScreen
from supervision_tui.tui.screens.entry.base import sentence
from supervision_tui.tui.screens.notebook.credentials import ChangePassphrase, FreshWords, UseKeyStore
from supervision_tui.tui.screens.place import PLACES, Place

if TYPE_CHECKING:
    from textual.content import Content


class LockAfter(Command["NotebookScreen"]):
    """After how many minutes without a key the notebook locks by itself. Ctrl+L locks it at once."""

    key, words, quiet = "m", "When it locks", True

    def run(self) -> None:
        from supervision_tui.workspace.store.settings import LOCK_CHOICES  # noqa: PLC0415 - only now needed

        choices = [(str(minutes), f"{minutes} minutes") for minutes in LOCK_CHOICES]
        words = "Five minutes suit a shared room; fifteen a meeting in which you listen more than you type."
        self.screen.app.push_screen(ChooseScreen("Lock after how long?", choices, words), self.screen.lock_after)


class CopyNow(Command["NotebookScreen"]):
    """Make a copy now, locked as the notebook is, and open the copy to see that it is good."""

    key, words, quiet = "b", "Copy now", True

    def run(self) -> None:
        from supervision_tui.workspace.notebook.status import make_backup  # noqa: PLC0415 - only now needed

        self.screen.do("A copy", "Copying ...", lambda: make_backup(self.screen.workspace))


class CheckNow(Command["NotebookScreen"]):
    """Read everything through and compare it with its hashes: damage and changes by another hand are named."""

    key, words, quiet = "k", "Check now", True

    def run(self) -> None:
        from supervision_tui.workspace.notebook.status import integrity_report  # noqa: PLC0415 - only now needed

        self.screen.do(
            "The notebook, checked", "Reading everything through ...", lambda: integrity_report(self.screen.workspace)
        )


class UseCopy(Command["NotebookScreen"]):
    """Make a fresh notebook from a dated copy, beside this one. Nothing that is here is touched."""

    key, words, quiet = "r", "A notebook from a copy", True

    def run(self) -> None:
        from supervision_tui.tui.screens.entry.restore_backup import RestoringScreen  # noqa: PLC0415 - only now needed

        self.screen.app.push_screen(RestoringScreen(self.screen.workspace.vault.folder))


class RenewCopies(Command["NotebookScreen"]):
    """Put one copy of today in the place of all. Do so after deleting: what was deleted is still in older copies."""

    key, words, quiet = "v", "Fresh copies", True

    def run(self) -> None:
        from supervision_tui.workspace.notebook.status import renew_backups  # noqa: PLC0415 - only now needed

        def decided(choice: str | None) -> None:
            if choice == "renew":
                self.screen.do("Fresh copies", "Copying ...", lambda: renew_backups(self.screen.workspace))

        choices = [("back", "Not now"), ("renew", "Replace all copies by one of today")]
        words = "The older copies go for good. Check the notebook first (k), so that the one copy is a good one."
        self.screen.app.push_screen(ChooseScreen("Replace the copies?", choices, words), decided)


class SeeWhatGoes(Command["NotebookScreen"]):
    """How long things stay: what should go and when, what is on hold, when your team's involvement ended."""

    key, words, quiet = "g", "What should go", True

    def run(self) -> None:
        from supervision_tui.tui.screens.notebook.retention import RetentionScreen  # noqa: PLC0415 - only now needed

        self.screen.app.switch_screen(RetentionScreen())


class SeeWhatIsHeld(Command["NotebookScreen"]):
    """Everything that is held about one person: to read, and to write as pages when somebody asks for their data."""

    key, words, quiet = "t", "Everything about a person", True

    def run(self) -> None:
        from supervision_tui.tui.screens.records.subject_access import ask_about_a_person  # noqa: PLC0415 - only now needed

        ask_about_a_person(self.screen.app)


class SeeTwoTexts(Command["NotebookScreen"]):
    """A text was saved twice at the same time, and both are kept: look at both and choose."""

    key, words, quiet = "x", "Look at both texts", True

    @property
    def possible(self) -> bool:
        return self.screen.two_texts > 0

    def run(self) -> None:
        from supervision_tui.tui.screens.notebook.conflicts import TwoTextsScreen  # noqa: PLC0415 - only now needed

        self.screen.app.push_screen(TwoTextsScreen())


class SeeWordsPutAside(Command["NotebookScreen"]):
    """Words that stood in a field when the notebook was locked or closed, and are kept nowhere else."""

    key, words, quiet = "a", "Words put aside", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.workspace.recovered_input.get().words)

    def run(self) -> None:
        from supervision_tui.tui.screens.notebook.recovered_drafts import LeftWordsScreen  # noqa: PLC0415 - only now needed

        self.screen.app.push_screen(LeftWordsScreen(self.screen.workspace.recovered_input.get()))


class SeeReports(Command["NotebookScreen"]):
    """Reports of failures on this computer, without names, and where to send them."""

    key, words, quiet = "e", "Reports of failures", True

    def run(self) -> None:
        from supervision_tui.workspace.notebook.status import crash_reports  # noqa: PLC0415 - only now needed

        found = crash_reports()
        if not found:
            words = "The program has not failed on this computer."
        else:
            words = "\n\n".join([SEND, *(f"{path}\n{path.read_text('utf-8', 'replace')}" for path in found[:3])])
        self.screen.app.push_screen(TellScreen("Reports of failures", words))


SEND = (
    "These hold no names, no words of yours and no passphrase: read them and see. To help mending the program, send "
    "the file to whoever looks after it in your organisation, or open an issue as SECURITY.md says."
)


class NotebookScreen(Place):
    """The notebook."""

    NAME = "Notebook"
    room_shows = Shows.PROGRAM
    ABOUT = "How your notebook stands and what opens it. Choose with the arrow keys, then Enter."
    COMMANDS_HERE: ClassVar[tuple[type[Command[Any]], ...]] = (
        *PLACES, SeeTwoTexts, SeeWordsPutAside, SeeWhatGoes, SeeWhatIsHeld, LockAfter, CopyNow, CheckNow, UseCopy,
        RenewCopies, ChangePassphrase, FreshWords, UseKeyStore, SeeReports,
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
                yield OptionList(id="acts", markup=False)
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
        from supervision_tui.workspace.notebook.status import status_of  # noqa: PLC0415 - only now needed

        state = status_of(self.workspace)
        self.two_texts = state.two_texts
        rows: list[Content | str] = [*state.lines()]
        rows += [shown(f"! {words}", "$warning") for words in state.warnings]
        self.query_one("#state", Static).update(lines(*rows))
        acts = self.query_one("#acts", OptionList)
        at = acts.highlighted or 0
        kinds = [kind for kind in self.COMMANDS_HERE if kind not in PLACES and kind(self).possible]
        acts.set_options([Option(shown(f"{kind.words:<26}{kind.key}"), id=kind.__name__) for kind in kinds])
        acts.highlighted = min(at, len(kinds) - 1)

    @on(OptionList.OptionHighlighted, "#acts")
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#meaning", Static).update(shown(self.command(str(event.option_id)).explained()))

    @on(OptionList.OptionSelected, "#acts")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_obey(str(event.option_id))

    def lock_after(self, minutes: str | None) -> None:
        """Keep the choice and hold to it from now on."""
        if minutes:
            chosen = self.workspace.settings.change(lock_after=int(minutes))
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
        from supervision_tui.vault import VaultError  # noqa: PLC0415 - loaded by now

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
        self.app.push_screen(TellScreen(self._title, words))
