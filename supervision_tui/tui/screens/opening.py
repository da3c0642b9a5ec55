"""The first screens: make a vault, open it, or say clearly what is wrong with it.

Nothing heavy is imported before the first paint; keys are derived in a thread.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, Input, Static
from textual.worker import Worker, WorkerState

from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.words import lines, shown

if TYPE_CHECKING:
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace import Workspace

PROMISES = (
    "Everything stays on this computer, encrypted. Nothing is sent anywhere.",
    "It cannot protect you from somebody who sees your screen, or from harmful software on an open computer.",
    "It is a notebook, not the archive: final words go to the child's file in your council's own system.",
)


def first_screen(folder: Path) -> Screen[None]:
    """Where a person begins: a new vault when there is no folder yet, otherwise the door of the one that is there.

    An empty or damaged vault is never taken for a missing one: only a folder that does not exist, or holds nothing,
    leads to a new vault.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return NewVaultScreen(folder)
    return UnlockScreen(folder)


class OpeningScreen(Screen[None]):
    """A screen that ends with an open workspace or a sentence saying why not."""

    app: SupervisionApp
    HELD: ClassVar[str] = ""

    def say(self, words: str, *, trouble: bool = False) -> None:
        """Show *words* under the fields."""
        said = self.query_one("#said", Static)
        said.update(shown(words))
        said.set_class(trouble, "trouble")

    @property
    def busy(self) -> bool:
        """Whether a vault is being opened just now."""
        return any(worker.is_running for worker in self.workers)

    @on(Worker.StateChanged)
    def _came_to_an_end(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self.arrived(event.worker.result)
        elif event.state is WorkerState.ERROR:
            self._refused(event.worker.error)

    def arrived(self, workspace: Workspace) -> None:
        """The vault is open."""
        self.app.opened(workspace)

    def _refused(self, error: BaseException | None) -> None:
        from supervision_tui.vault import VaultError  # noqa: PLC0415 - after the first paint

        if not isinstance(error, VaultError | OSError):
            raise error or RuntimeError("a worker failed without an error")
        self.say(_sentence(error), trouble=True)
        self.query_one(Input).focus()


def _sentence(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"The folder could not be used: {error.strerror}. Nothing was changed. Look at the disk, then try again."
    return str(error)


def _warm(workspace: Workspace) -> Workspace:
    """Read the practice library here, in the thread, so that Today need not wait for it."""
    _ = workspace.formats.library
    return workspace


class UnlockScreen(OpeningScreen):
    """The door of a vault that is there."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """One field and the promises."""
        with Vertical(classes="door") as door:
            door.border_title = "supervision"
            yield Static(lines("A place to think together about families.", ""))
            yield Static("Passphrase", classes="label")
            yield LineBox(password=True, id="passphrase")
            yield Static("", id="said")
            yield Static(lines("", *PROMISES), classes="quiet")
        yield Footer(compact=True, show_command_palette=False)

    @on(Input.Submitted, "#passphrase")
    def _try(self, event: Input.Submitted) -> None:
        if self.busy or not event.value:
            return
        self.say("Opening ...")
        self._open(event.value)
        event.input.clear()

    @work(thread=True, exit_on_error=False)
    def _open(self, passphrase: str) -> Workspace:
        from supervision_tui.workspace import open_vault  # noqa: PLC0415 - after the first paint

        return _warm(open_vault(self._folder, passphrase))


class NewVaultScreen(OpeningScreen):
    """The first start: whose notebook it is, and the passphrase that keeps it shut."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """A name, a passphrase, and the passphrase again."""
        with Vertical(classes="door") as door:
            door.border_title = "Welcome"
            yield Static(lines("A place to think together about families. First, a locked notebook of your own.", ""))
            yield Static("Your name, as colleagues know you", classes="label")
            yield LineBox(id="name")
            yield Static("A passphrase: three or four words that only you would put together", classes="label")
            yield LineBox(password=True, id="passphrase")
            yield Static("The same passphrase again", classes="label")
            yield LineBox(password=True, id="again")
            yield Static("", id="said")
            yield Static(lines("", *PROMISES), classes="quiet")
        yield Footer(compact=True, show_command_palette=False)

    @on(Input.Submitted)
    def _all_written(self) -> None:
        self._try(*(box.value for box in self.query(LineBox)))

    def _try(self, name: str, passphrase: str, again: str) -> None:
        from supervision_tui.vault.passphrase import advice as advice_on  # noqa: PLC0415 - after the first paint

        if self.busy:
            return
        advice = advice_on(passphrase)
        if not name.strip():
            trouble = "Please write the name that your colleagues know you by."
        elif advice:
            trouble = advice
        elif passphrase != again:
            trouble = "The two passphrases differ. Please write the second one again."
        else:
            self.say("Making your notebook ...")
            self._create(name, passphrase)
            return
        self.say(trouble, trouble=True)

    @work(thread=True, exit_on_error=False)
    def _create(self, name: str, passphrase: str) -> Workspace:
        from supervision_tui.workspace import create_vault  # noqa: PLC0415 - after the first paint

        workspace, self._recovery = create_vault(self._folder, passphrase, name)
        return _warm(workspace)

    def arrived(self, workspace: Workspace) -> None:
        """Show the recovery words once, then go on."""
        self.app.workspace = workspace
        self.app.push_screen(RecoveryScreen(self._recovery), lambda _: self.app.opened(workspace))


class RecoveryScreen(Screen[None]):
    """The recovery words: the only other way into the vault. Shown once."""

    BINDINGS = [("enter", "dismiss", "They are written down")]

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """The words and what to do with them."""
        with Vertical(classes="door") as door:
            door.border_title = "Write these words on paper"
            yield Static(lines("If the passphrase is forgotten, only these words open your notebook.", ""))
            yield Static(shown(self._words, "$accent bold"), id="recovery")
            yield Static(
                lines(
                    "",
                    "Keep the paper where you keep things that matter, away from this computer.",
                    "They are not shown again. Without passphrase and paper nobody can open it, and nobody can help.",
                    "",
                    "Press Enter when they are written down.",
                )
            )
        yield Footer(compact=True, show_command_palette=False)


class DemoOpeningScreen(OpeningScreen):
    """A throw-away vault with the invented families is being made."""

    def compose(self) -> ComposeResult:
        """One line; the work takes about a second."""
        with Vertical(classes="door") as door:
            door.border_title = "supervision"
            yield Static("Making a demonstration with five invented families ...", id="said")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin once this screen is painted."""
        self.call_after_refresh(self._open)

    @work(thread=True, exit_on_error=False)
    def _open(self) -> Workspace:
        from supervision_tui.workspace import open_demo  # noqa: PLC0415 - after the first paint

        return _warm(open_demo())
