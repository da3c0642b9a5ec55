"""Words that stood in a field when the notebook was locked or closed: offered again until somebody drops them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.vault import VaultError

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.store import RecoveredInput


class RecoveredDraftsScreen(Dialog[None]):
    """What was being written, and where.

    Args:
        left: what was in hand.
    """

    app: Program
    room_visibility = RoomVisibility.HIDDEN
    BINDINGS = [("escape,enter", "dismiss", "Keep for later"), ("d", "drop", "Drop")]

    def __init__(self, left: RecoveredInput) -> None:
        super().__init__()
        self._left = left

    def compose(self) -> ComposeResult:
        """The words, each with its field."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = "You were writing this"
            sheet.border_subtitle = "Enter keeps it for later · d drops it"
            yield Static(content("It stood in a field and was not kept anywhere else, so it was put aside for you."))
            yield Static(stacked(*self._rows()), id="left_words")

    def _rows(self) -> list[Content]:
        rows: list[Content] = []
        for words in self._left.words:
            rows += [content(""), content(words.where, "$secondary"), content(words.text)]
        return rows

    def action_drop(self) -> None:
        """Forget the words."""
        try:
            self.app.workspace.recovered_input.drop()
        except VaultError as error:
            self.notify(str(error), severity="error", markup=False)
        self.dismiss()
