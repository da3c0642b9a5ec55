"""The top line of every screen: where we are, and the danger key, which is always in sight."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from supervision_tui.tui.content import content, show_changed


class TopLine(Horizontal):
    """Where we are on the left, the danger key on the right: the program's words, or the family that is in hand."""

    def __init__(self, *forms: Content) -> None:
        super().__init__()
        self._forms: tuple[Content, ...] = forms or (content(""),)

    def compose(self) -> ComposeResult:
        """Two texts."""
        yield Static(self._forms[0], id="where")
        yield Static(content("F12 someone in danger"), id="danger_key")

    def say_right(self, words: Content) -> None:
        """Show *words* on the right, in the place of the danger key, which then stands at the foot."""
        show_changed(self.query_one("#danger_key", Static), words)

    def say(self, *forms: Content) -> None:
        """Show the first of *forms*, the fullest first, that fits on the left; the last one where none does."""
        self._forms = forms
        self.on_resize()

    def on_resize(self) -> None:
        """Choose the form that fits the new width."""
        where = self.query_one("#where", Static)
        width = where.size.width or self.app.size.width
        fitting = (words for words in self._forms if words.cell_length <= width)
        show_changed(where, next(fitting, self._forms[-1]))
