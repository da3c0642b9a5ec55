"""Help for where you stand: what this screen is for and every key that works here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from supervision_tui.tui.commands import UNBOUND, CommandScreen
from supervision_tui.tui.content import content, filled, inline, stacked
from supervision_tui.tui.key_names import EVERYWHERE, OWN_KEYS, keys_in_words
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program


JOT = "Jot: a line into the tray of the session behind; what is open here stays as it is."
OWN = "supervision_tui."
"""Modules whose keys are told: those of the framework (arrows, page keys) are what everybody knows."""


class HelpScreen(Dialog[None]):
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

    @property
    def _tab_leads_on(self) -> bool:
        """Whether there is more than one place to write or choose on the screen below."""
        return isinstance(self._below, CommandScreen) or len(self._below.focus_chain) > 1

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
        else:
            about = getattr(self._below, "ABOUT", "") or ("" if self.app.room.on else _title_of(self._below))
            rows = [(called, words) for called, words in _keys_of(self._below)]
        parts: list[Content | str] = [content("Here", "bold"), about, ""] if about else []
        parts.append(content("Keys that work now", "bold"))
        own_keys = {key for row, _ in rows for key in row.split(" or ")}
        without = {*own_keys, *(() if self._tab_leads_on else ("Tab",))}
        always = ((keys_in_words(keys.get(name, key)), words) for name, key, words in EVERYWHERE if key not in without)
        jots_itself = any(kind.__name__ == "Jot" for kind in getattr(self._below, "COMMANDS_HERE", ()))
        may_jot = self.app.check_action("jot", ()) and not jots_itself
        jot = [(keys_in_words(keys.get("Jot", "f4")), JOT)] if may_jot else []
        for key, words in (*rows, *jot, *always):
            parts.append(inline(content(f"{filled(key, 14)}", "$accent bold"), words))
        if self.app.said:
            parts += ["", content("What was said last", "bold"), *(content(words) for words in reversed(self.app.said))]
        return stacked(*parts, "", content(OWN_KEYS, "$foreground 70%"))


def _title_of(screen: Screen[Any]) -> str:
    """What a window without help of its own is about: the title on its frame."""
    titled = (str(widget.border_title) for widget in screen.walk_children(Widget) if widget.border_title)
    return next(titled, "")


def _keys_of(screen: Screen[Any]) -> Iterator[tuple[str, str]]:
    """The keys of a window, and of the part of it where the cursor stands: (key, what it does)."""
    nodes = [*((screen.focused,) if screen.focused is not None else ()), screen]
    kinds = [kind for node in nodes for kind in type(node).__mro__ if kind.__module__.startswith(OWN)]
    seen = set()
    for kind in kinds:
        for binding in Binding.make_bindings(vars(kind).get("BINDINGS", ())):
            words = binding.tooltip or binding.description
            if words and binding.key != UNBOUND and words not in seen:
                seen.add(words)
                yield keys_in_words(binding.key), words
