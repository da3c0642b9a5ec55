"""Help for where you stand: what this screen is for and every key that works here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from supervision_tui.tui.commands import CommandScreen
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.key_names import EVERYWHERE, OWN_KEYS, keys_in_words
from supervision_tui.tui.room_policy import RoomVisibility

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program


class HelpScreen(ModalScreen[None]):
    """Help for the screen below it."""

    app: Program
    room_visibility = RoomVisibility.PROGRAM
    BINDINGS = [("escape,f1,q,question_mark", "dismiss", "Back")]

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        """What the screen below is for, then its keys."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = "Help"
            sheet.border_subtitle = "Esc goes back"
            yield Static(self._text())

    def _text(self) -> Content:
        about, rows = "", []
        keys = self.app.keys
        if isinstance(self._below, CommandScreen):
            about = self._below.ABOUT
            rows = [
                (keys_in_words(keys.get(kind.__name__, kind.key)), f"{kind.label}. {kind.help()}")
                for kind in self._below.COMMANDS_HERE
                if kind.key
            ]
        parts: list[Content | str] = [about, ""] if about else []
        always = ((keys_in_words(keys.get(name, key)), words) for name, key, words in EVERYWHERE)
        for key, words in (*rows, *always):
            parts.append(inline(content(f"{key:<14}", "$accent bold"), words))
        return stacked(*parts, "", content(OWN_KEYS, "$foreground 70%"))
