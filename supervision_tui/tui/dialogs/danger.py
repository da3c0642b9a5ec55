"""The danger key: local steps when somebody may be in danger now. Nothing here is recorded."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.workspace.danger_steps import danger_lines


class DangerScreen(Dialog[None]):
    """What to do when a child or an adult may be in danger now."""

    room_visibility = RoomVisibility.PROGRAM
    BINDINGS = [("escape,f12", "dismiss", "Back to the session")]

    def compose(self) -> ComposeResult:
        """The steps, in the order in which they are taken."""
        with VerticalScroll(classes="sheet danger") as sheet:
            sheet.border_title = "A child or adult may be in danger now"
            sheet.border_subtitle = "Esc goes back; nothing here is recorded"
            steps = (content(line) for line in danger_lines())
            yield Static(stacked(*steps, "", content("What has been written so far is safe.")))
