"""The computer's clipboard, as far as a program in a terminal can reach it: it can ask, and never sees the answer.

A terminal takes text for the clipboard by OSC 52 (xterm control sequences; kitty, iTerm2, WezTerm, foot, Windows
Terminal and others), or does nothing at all. tmux and screen keep it from the terminal around them unless they are told
otherwise; Apple's Terminal, the Linux console and a page in a browser do not know it.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping

SENT = (
    "Sent to the terminal for the clipboard. Whether it took it cannot be seen from here: look at what you paste, it "
    "may be an older text."
)
NOT_TAKEN = "Nothing was copied: {terminal} takes no text from a program. Write it to a file instead (Export)."
EMPTY = "\x1b]52;c;!\x07"
"""Empties the clipboard: what is no base64 clears it (xterm control sequences, OSC 52)."""
_WITHOUT = (
    ("TMUX", "", "tmux"),
    ("STY", "", "screen"),
    ("TERM", "linux", "the Linux console"),
    ("TERM", "dumb", "this terminal"),
    ("TERM_PROGRAM", "Apple_Terminal", "Apple's Terminal"),
    ("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver", "a page in a browser"),
)
"""What tells a terminal that takes nothing: a variable, its value (any where empty), and the terminal in words."""


def refusing_terminal(environment: Mapping[str, str]) -> str:
    """The terminal in words if it is known to take no text for the clipboard; otherwise nothing."""
    for name, value, terminal in _WITHOUT:
        held = environment.get(name, "")
        if held and value in {"", held}:
            return terminal
    return ""


def clipboard_sequence(text: str) -> str:
    """What asks the terminal to put *text* on the clipboard; nothing of *text* stands in it but as base64."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"


def copied_message(environment: Mapping[str, str]) -> str:
    """What is true after a copy was asked for: that it was sent, or that it cannot be."""
    terminal = refusing_terminal(environment)
    return NOT_TAKEN.format(terminal=terminal) if terminal else SENT
