"""The danger key: local steps when somebody may be in danger now. Nothing here is recorded."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from supervision_tui.tui.words import lines, shown

STEPS = (
    "1  Stop the exercise. Say aloud that you are stopping, and why.",
    "2  Danger now: ring 999. Stay with the person, or on the line.",
    "3  Tell the accountable manager or the duty team at once, in person or by telephone.",
    "4  A child may have been harmed: ask for a strategy discussion today.",
    "5  A worry about somebody who works with children: tell your manager, who tells the designated officer (LADO).",
    "6  Write down facts, times and words in the child's own file, not here.",
    "",
    "Your own council's numbers belong on a card beside this computer. What has been written so far is safe.",
)


class DangerScreen(ModalScreen[None]):
    """What to do when a child or an adult may be in danger now."""

    BINDINGS = [("escape,f12", "dismiss", "Back to the session")]

    def compose(self) -> ComposeResult:
        """The steps, in the order in which they are taken."""
        with VerticalScroll(classes="sheet danger") as sheet:
            sheet.border_title = "A child or adult may be in danger now"
            sheet.border_subtitle = "Esc goes back; nothing here is recorded"
            yield Static(lines(*(shown(step) for step in STEPS)))
