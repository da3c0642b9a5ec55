"""Help for where you stand: what this screen is for and every key that works here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from supervision_tui.tui.app_services.room_view import Shows
from supervision_tui.tui.commands import CommandScreen
from supervision_tui.tui.content import beside, lines, shown

if TYPE_CHECKING:
    from supervision_tui.tui.app import SupervisionApp

OWN_KEYS = "Keys can be changed: 'supervision-tui keys' writes them all out, and says where the file belongs."

EVERYWHERE = (
    ("", "Ctrl+P", "Everything that can be done here, found by a few letters."),
    ("", "Tab", "The next thing on the screen; Shift+Tab the one before."),
    ("", "Esc", "Out of a field, or back."),
    ("Jump", "ctrl+k", "Jump anywhere by a few letters, or search the words of sessions and records."),
    ("RoomView", "ctrl+r", "Room view: others see this screen, so mask what is not for them; again to leave it."),
    ("", "Ctrl+L", "Hide everything and lock the notebook; it opens again where you were."),
    ("", "F12", "Someone may be in danger now: what to do."),
    ("", "Ctrl+Q", "Save everything and close the program."),
)


def on_top(app: App[Any], kind: type[Screen[Any]]) -> bool:
    """Whether a screen of this kind is shown already."""
    return isinstance(app.screen, kind)


class HelpScreen(ModalScreen[None]):
    """Help for the screen below it."""

    app: SupervisionApp
    room_shows = Shows.PROGRAM
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
                (keys_in_words(keys.get(kind.__name__, kind.key)), f"{kind.words}. {kind.explained()}")
                for kind in self._below.COMMANDS_HERE
                if kind.key
            ]
        parts: list[Content | str] = [about, ""] if about else []
        always = ((keys_in_words(keys.get(name, key)), words) for name, key, words in EVERYWHERE)
        for key, words in (*rows, *always):
            parts.append(beside(shown(f"{key:<14}", "$accent bold"), words))
        return lines(*parts, "", shown(OWN_KEYS, "$foreground 70%"))


def keys_in_words(keys: str) -> str:
    """Key names as they stand on a keyboard."""
    return " or ".join(_cap(part) for part in keys.split(","))


def _cap(key: str) -> str:
    """``f6`` as F6, ``ctrl+z`` as Ctrl+Z, ``a`` as it is."""
    if "+" in key:
        return "+".join(_cap(part) if len(part) > 1 else part.upper() for part in key.split("+"))
    return {"escape": "Esc", "enter": "Enter", "slash": "/"}.get(key, key.capitalize() if len(key) > 1 else key)
