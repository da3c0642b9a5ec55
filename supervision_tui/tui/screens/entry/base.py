"""What the first screens share: they end with an open workspace, or say clearly what is wrong.

Nothing heavy is imported before the first paint; keys are derived in a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from supervision_tui.tui.commands import CommandScreen
from supervision_tui.tui.content import content
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.vault import VaultError
from supervision_tui.workspace import notebook

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace

PROMISES = (
    "Everything stays on this computer, encrypted. Nothing is sent anywhere.",
    "It cannot protect you from somebody who sees your screen, or from harmful software on an open computer.",
    "It is a notebook, not the archive: final words go to the child's file in your council's own system.",
)


class EntryScreen(CommandScreen):
    """A screen that ends with an open workspace or a sentence saying why not."""

    app: Program
    room_visibility: RoomVisibility = RoomVisibility.PROGRAM

    def say(self, words: str, *, trouble: bool = False) -> None:
        """Show *words* under the fields."""
        message = self.query_one("#said", Static)
        message.update(content(words))
        message.set_class(trouble, "trouble")

    @property
    def busy(self) -> bool:
        """Whether a vault is being opened just now, or is about to be."""
        return any(not worker.is_finished for worker in self.workers)

    @on(Worker.StateChanged)
    def _came_to_an_end(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            found, event.worker._result = event.worker.result, None  # noqa: SLF001 - it would hold the vault for ever
            self.finished(found)
        elif event.state is WorkerState.ERROR:
            self._refused(event.worker.error)

    def finished(self, result: Any) -> None:
        """The vault is open: *result* is the workspace, unless the screen says otherwise."""
        self.app.opened(result)

    def _refused(self, error: BaseException | None) -> None:
        if not isinstance(error, VaultError | OSError):
            raise error or RuntimeError("a worker failed without an error")
        self.refused(error)

    def refused(self, error: BaseException) -> None:
        """Say why not, and let the person try again."""
        self.say(sentence(error), trouble=True)
        for box in self.query(Input):
            box.focus()
            break


def write_again(screen: EntryScreen, at: str) -> None:
    """Put the cursor into the field *at*; what stands unseen from there on is emptied, to be written again."""
    boxes = list(screen.query(LineBox))
    first = screen.query_one(at, LineBox)
    for box in boxes[boxes.index(first) :]:
        if box.password:
            box.clear()
    first.focus()


def sentence(error: BaseException) -> str:
    """What an error of the vault or the disk says to a person."""
    if isinstance(error, OSError) and error.strerror:
        return f"The folder could not be used: {error.strerror}. Nothing was changed. Look at the disk, then try again."
    return str(error)


def preload_library(workspace: Workspace) -> Workspace:
    """Read the formats of the practice library here, in the thread, so that Today need not wait for them."""
    for _ in workspace.formats:
        pass
    return workspace


class DemoOpeningScreen(EntryScreen):
    """A throw-away vault with the invented families is being made."""

    def compose(self) -> ComposeResult:
        """One line; the work takes about a second."""
        with Vertical(classes="door") as door:
            door.border_title = "supervision"
            yield Static("Making a demonstration with five invented families ...", id="said")
        yield Keys()

    def on_mount(self) -> None:
        """Begin once this screen is painted."""
        self.call_after_refresh(self._open)

    @work(thread=True, exit_on_error=False)
    def _open(self) -> Workspace:
        return preload_library(notebook.open_demo())
