"""One line of a draft in a field of its own: changed, or emptied so that it is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Static, TextArea

from supervision_tui.text import SafeText, TextTooLongError
from supervision_tui.tui.content import content
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility

if TYPE_CHECKING:
    from supervision_tui.records import RecordLine


class LineField(TextArea):
    """A field in which Enter keeps and Ctrl+J begins a new line."""

    def _on_key(self, event: Key) -> None:  # type: ignore[override] # the base handler runs after this one
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            if isinstance(self.screen, CorrectLineScreen):
                self.screen.action_keep()
        elif event.key == "ctrl+j":
            event.prevent_default()
            event.stop()
            self.insert("\n")


class CorrectLineScreen(Dialog[str | None]):
    """Change the words of *line*; gives the words, "" to take it out, ``None`` where nothing changes.

    Args:
        line: of the record, as it stands.
        words: what stands in the field; the line's own without them.
        trouble: why the words could not be kept.
    """

    room_visibility = RoomVisibility.HIDDEN
    AUTO_FOCUS = "LineField"
    BINDINGS = [("escape", "dismiss(None)", "Back"), ("ctrl+s", "keep", "Keep")]

    def __init__(self, line: RecordLine, words: str | None = None, trouble: str = "") -> None:
        super().__init__()
        self._line = line
        self._words = line.words if words is None else words
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """The heading, the words, what the keys do."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = content(self._line.heading)
            sheet.border_subtitle = "Enter keeps · empty takes the line out · Esc changes nothing"
            yield LineField(self._words, soft_wrap=True, tab_behavior="focus", id="line_words")
            yield Static(content(self._trouble), classes="trouble", id="said")

    def on_mount(self) -> None:
        """Go on where the line ends."""
        field = self.query_one(LineField)
        field.move_cursor(field.document.end)

    def action_keep(self) -> None:
        """Keep the words, or say why not."""
        try:
            words = str(SafeText(self.query_one(LineField).text.strip()))
        except TextTooLongError as trouble:
            self.query_one("#said", Static).update(content(str(trouble)))
            return
        self.dismiss(None if words == self._line.words else words)
