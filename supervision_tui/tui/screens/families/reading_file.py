"""A family file while it is read: how far it is, and a way to stop."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from supervision_tui.tui.content import content
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.whole_files import error_in_words

if TYPE_CHECKING:
    from supervision_tui.family.formats import Progress
    from supervision_tui.workspace.store import FamilyImport


class ReadingStoppedError(Exception):
    """The person has stopped the reading; nothing is kept."""


class ReadingFileScreen(Dialog["FamilyImport | str | None"]):
    """Read a family file in a thread; gives what was read, or why it could not be, or nothing where it was stopped.

    Args:
        path: the file.
        read: reads it, tells how far it is, and keeps nothing.
    """

    room_visibility = RoomVisibility.BELOW
    BINDINGS = [("escape", "stop", "Stop")]

    def __init__(self, path: str, read: Callable[[str, Progress], FamilyImport]) -> None:
        super().__init__()
        self.path = path
        self._read_file = read
        self._stopped = Event()

    def compose(self) -> ComposeResult:
        """What is read, how far it is, and how to stop."""
        with Vertical(classes="sheet"):
            yield Static(content("Reading the file …"))
            yield Static("", id="how_far")
            yield Static(content("Esc to stop; nothing is kept"), classes="quiet")

    def on_mount(self) -> None:
        """Begin to read."""
        self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        try:
            result: FamilyImport | str = self._read_file(self.path, self._tell)
        except ReadingStoppedError:
            return
        except (ValueError, OSError) as trouble:
            result = error_in_words(trouble)
        if not self._stopped.is_set():
            self.app.call_from_thread(self._finish, result)

    def _tell(self, done: int, of: int) -> None:
        if self._stopped.is_set():
            raise ReadingStoppedError
        self.app.call_from_thread(self._show, f"{100 * done // max(of, 1)} % read")

    def _show(self, words: str) -> None:
        if self.is_attached:
            self.query_one("#how_far", Static).update(content(words))

    def _finish(self, result: FamilyImport | str) -> None:
        if self.is_attached and not self._stopped.is_set():
            self.dismiss(result)

    def action_stop(self) -> None:
        """Stop reading and go back."""
        self._stopped.set()
        self.dismiss(None)
