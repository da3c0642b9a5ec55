"""A field of one line whose pasted words are made safe on the way in."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from supervision_tui.text import LONGEST_LINE, Line


class LineBox(Input):
    """One line of typed words."""

    def _on_paste(self, event: Paste) -> None:
        # Textual calls the handler of the base class after this one, with the same event.
        event.stop()
        event.text = str(Line(event.text[:LONGEST_LINE]))

    @property
    def line(self) -> Line:
        """What stands in the field, as a safe line."""
        return Line(self.value[:LONGEST_LINE])
