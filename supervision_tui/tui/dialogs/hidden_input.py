"""A line that nobody else reads as it is typed: dots on the screen, kept with every key, shown later with others."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from supervision_tui.tui.content import content
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility, declare
from supervision_tui.tui.widgets.line_box import LineBox


class HiddenInputScreen(Dialog[None]):
    """Somebody writes one thought unseen.

    Args:
        name: who writes.
        start: what they wrote before.
        typed: called with the words at every key, so that nothing is lost.
        shown_under: the field and the destination under which the words will stand once they are shown.
    """

    room_visibility = RoomVisibility.BELOW
    AUTO_FOCUS = "LineBox"
    BINDINGS = [("escape", "dismiss(None)", "Back"), ("f2", "look", "Look")]
    KEEPS_DRAFTS = True

    def __init__(self, name: str, start: str, typed: Callable[[str], None], shown_under: str) -> None:
        super().__init__()
        self._name = name
        self._start = start
        self._typed = typed
        self._shown_under = shown_under

    def compose(self) -> ComposeResult:
        """Who writes, the line, the keys."""
        box = LineBox(self._start, placeholder="one thought, in your own words; or leave it empty")
        box.password = True
        with Vertical(classes="sheet"):
            yield Static(content(f"{self._name} writes. The others look away; it is dots until all is shown.", "bold"))
            yield Static(content(f"Shown later under: {self._shown_under}", "$secondary"))
            yield declare(box, RoomVisibility.HIDDEN)
            yield Static(content("Enter keeps it unseen · F2 shows or hides your own words · Esc goes back"))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._typed(event.value)

    @on(Input.Submitted)
    def _kept(self) -> None:
        self.dismiss(None)

    def action_look(self) -> None:
        """Let the writer read their own words for a moment."""
        box = self.query_one(LineBox)
        box.password = not box.password
