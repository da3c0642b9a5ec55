"""The row under the stage that says how many lines wait in the tray; without any it is not there."""

from __future__ import annotations

from textual.widgets import Static

from supervision_tui.tui.content import content, show_changed
from supervision_tui.tui.room_policy import RoomVisibility


class TrayRowLine(Static):
    """How many lines of this part are in no file yet, and the key that opens them."""

    room_visibility = RoomVisibility.PROGRAM

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.display = False

    def show(self, count: int, key: str, *, covered: bool) -> None:
        """Say that *count* lines wait behind *key*; in room view that they are *covered*."""
        self.display = bool(count)
        lines = "1 line" if count == 1 else f"{count} lines"
        show_changed(self, content(f"Tray  {lines} in no file yet: {key}{', covered' if covered else ''}"))
