"""What can be taken back, shown first: nothing is taken back before Enter, and how far is chosen with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from supervision_tui.tui.content import content
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.typed_text import TypedText

ABOUT = "Steps of this family's part only. What was written to a record is not among them: records are added to."


class TakeBackScreen(Dialog[int | None]):
    """The last steps, the newest first; gives how many of them are to be taken back, or ``None`` for none.

    Args:
        steps: each in words, the newest first.
    """

    room_visibility = RoomVisibility.BELOW
    ABOUT = (
        "What was done last in this part of the session. Enter takes back the steps that are marked, the arrows choose "
        "how far; Ctrl+Y does it again. Typing in a line is taken back there, before this opens."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave all as it is"),
        Binding("enter", "take", "Take back"),
        Binding("down", "choose(1)", "One step more"),
        Binding("up", "choose(-1)", "One step fewer"),
    ]

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._count = 1

    def compose(self) -> ComposeResult:
        """The steps."""
        with VerticalScroll(classes="sheet", id="take_back") as sheet:
            sheet.border_title = "Take back: nothing is taken back yet"
            yield TypedText(id="steps_back")

    def on_mount(self) -> None:
        """Keys are the window's own."""
        self.query_one("#take_back").can_focus = False
        self._show()

    def on_resize(self, _event: Resize) -> None:
        """Wrap for the room there is."""
        self._show()

    def _show(self) -> None:
        sheet, width = self.query_one("#take_back"), max(min(self.size.width, 84) - 8, 24)
        rows = []
        for number, words in enumerate(self._steps, 1):
            mark = "▸" if number <= self._count else " "
            rows += wrap(f"{mark} {number}  {words}", width, subsequent_indent="     ")
        rows += ["", *wrap(ABOUT, width)]
        self.query_one("#steps_back", Static).update(content("\n".join(rows)))
        taken = "it" if self._count == 1 else f"1 to {self._count}"
        further = f" · ↓ takes back 1 to {self._count + 1}" if self._count < len(self._steps) else ""
        sheet.border_subtitle = content(f"Enter takes {taken} back{further} · Esc leaves all as it is")

    def action_choose(self, step: int) -> None:
        """Take more or fewer steps back."""
        self._count = min(max(self._count + step, 1), len(self._steps))
        self._show()

    def action_take(self) -> None:
        """Take back what is marked."""
        self.dismiss(self._count)
