"""Keys: none is bound that a terminal or a browser keeps for itself, each has a second way, and the manual names it."""

import importlib
import pkgutil
from pathlib import Path

from textual.binding import Binding
from textual.dom import DOMNode

from supervision_tui import tui
from supervision_tui.tui.key_names import keys_in_words
from supervision_tui.tui.screens.session.commands import KEY_ORDER, SESSION_COMMANDS
from supervision_tui.tui.screens.session.key_card import EVERYWHERE_ON_CARD, card_rows

ROOT = Path(__file__).resolve().parents[2]
KEPT_FREE = {
    "ctrl+t", "ctrl+n", "ctrl+w", "ctrl+tab", "ctrl+pageup", "ctrl+plus", "ctrl+minus", "ctrl+0", "ctrl+slash", "f11",
    "ctrl+enter", "shift+enter", "ctrl+h", "ctrl+i", "ctrl+m", "ctrl+b", "ctrl+a",
}  # fmt: skip
"""Keys that a terminal, a desktop or a browser takes, or that are other keys in disguise."""
BROWSER = {"f1", "f3", "f5", "f12"}
"""Function keys that a browser keeps when its page is not in front."""


def own_bindings():
    """Every key that a class of the program binds: (class, key)."""
    for module in pkgutil.walk_packages(tui.__path__, "supervision_tui.tui."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and issubclass(kind, DOMNode) and kind.__module__ == module.name:
                for binding in Binding.make_bindings(vars(kind).get("BINDINGS", ())):
                    yield kind.__name__, binding.key


def test_no_key_is_bound_that_something_else_takes():
    bound = list(own_bindings())
    assert len(bound) > 100
    assert [f"{kind}: {key}" for kind, key in bound if key in KEPT_FREE] == []


def test_every_act_of_a_session_that_has_a_key_has_a_letter_too():
    without = [kind.__name__ for kind in SESSION_COMMANDS if kind.key and not kind.letter]
    assert without == []


def test_what_a_browser_keeps_has_a_second_way():
    on_card = {row.keys for row in card_rows(SESSION_COMMANDS, {})}
    shown = " ".join(on_card)
    for key in BROWSER:
        assert keys_in_words(key) in shown
    assert {row.letter for row in EVERYWHERE_ON_CARD} >= {"l", "r", "/", "?", "!"}


def test_every_key_in_the_rows_of_keys_is_one_that_there_is():
    keys = {key for kind in SESSION_COMMANDS for key in kind.key.split(",")}
    assert set(KEY_ORDER) <= {*keys, "escape", "f1"}


def test_the_manual_names_every_key_and_letter_of_a_session():
    manual = (ROOT / "docs" / "group-supervision.md").read_text(encoding="utf-8")
    for kind in SESSION_COMMANDS:
        ways = [keys_in_words(key) for key in kind.key.split(",") if key]
        ways += [f"Esc {kind.letter}"] if kind.letter else []
        assert not ways or any(way in manual for way in ways), kind.__name__


def test_keys_are_called_as_they_stand_on_a_keyboard():
    keys = ("pageup", "pagedown", "plus,plus_sign", "hyphen_minus", "equals_sign", "ctrl+o", "question_mark", "f6")
    assert [keys_in_words(key) for key in keys] == ["PgUp", "PgDn", "+", "-", "=", "Ctrl+O", "?", "F6"]
