"""The computer's clipboard, as far as a program in a terminal can reach it: it can ask, and never sees the answer.

A terminal takes text for the clipboard by OSC 52 (xterm control sequences; kitty, iTerm2, WezTerm, foot, Windows
Terminal and others), also over ssh, or does nothing at all. tmux keeps that from the terminal around it, but takes text
itself and passes it on (``load-buffer -w``, tmux 3.2). A page in a browser is asked through the program's own line.
Apple's Terminal, screen and the Linux console take nothing.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Callable, Mapping

from textual.driver import Driver

SENT = (
    "Sent to the terminal for the clipboard. Whether it took it cannot be seen from here: look at what you paste, it "
    "may be an older text."
)
BETWEEN = " A tmux or screen stands between, which may keep it for itself: a file is the sure way (Export)."
"""Where the kind of terminal tells of one that this computer does not reach: over ssh, or from a container."""
IN_TMUX = "Given to tmux, which pastes it (usually Ctrl+B, then ]) and offers it to the terminal around it."
IN_BROWSER = "Given to the browser for the clipboard: the page says so if it refuses."
NOT_TAKEN = (
    "Copied inside this program only: {terminal} takes no text from a program. To have it elsewhere, write it to a "
    "file (Export)."
)
PASTED = (
    "Pasted what was copied in this program at {time}. What the computer's clipboard holds is pasted by the terminal's "
    "own keys, often Ctrl+Shift+V or Shift+Insert."
)
NOTHING_COPIED = (
    "Nothing was copied in this program. What the computer's clipboard holds is pasted by the terminal's own keys, "
    "often Ctrl+Shift+V or Shift+Insert."
)
EMPTY = "\x1b]52;c;!\x07"
"""Empties the clipboard: what is no base64 clears it (xterm control sequences, OSC 52)."""
TMUX_TIMEOUT = 2.0
"""Seconds after which tmux is taken not to answer."""
_REFUSING = (
    ("STY", "", "screen"),
    ("TERM", "linux", "the Linux console"),
    ("TERM", "dumb", "this terminal"),
    ("TERM_PROGRAM", "Apple_Terminal", "Apple's Terminal"),
)
"""What tells a terminal that takes nothing: a variable, its value (any where empty), and the terminal in words."""


class SystemClipboard:
    """The clipboard around the program.

    Args:
        driver: gives what writes to the terminal, or to the page.
        environment: the variables that tell which terminal it is.
    """

    def __init__(self, driver: Callable[[], Driver | None], environment: Mapping[str, str]) -> None:
        self._driver = driver
        self._environment = environment
        self._tmux_buffer = ""
        self._filled = False

    def fill(self, text: str) -> str:
        """Ask for *text* to be put on the clipboard; what is known of it then, in words."""
        driver = self._driver()
        terminal = refusing_terminal(self._environment)
        if driver is not None and driver.is_web:
            _tell_page(driver, text)
            message = IN_BROWSER
        elif self._environment.get("TMUX"):
            self._tmux_buffer = _give_to_tmux(text)
            message = IN_TMUX if self._tmux_buffer else NOT_TAKEN.format(terminal="tmux")
        elif terminal:
            return NOT_TAKEN.format(terminal=terminal)
        else:
            _write(driver, clipboard_sequence(text))
            message = SENT + (BETWEEN if self._environment.get("TERM", "").startswith(("screen", "tmux")) else "")
        self._filled = True
        return message

    def empty(self) -> None:
        """Empty it again, where something was put there."""
        if not self._filled:
            return
        driver = self._driver()
        if driver is not None and driver.is_web:
            _tell_page(driver, "")
        elif self._tmux_buffer:
            _run_tmux("delete-buffer", "-b", self._tmux_buffer)
            _run_tmux("delete-buffer", "-b", _give_to_tmux(" "))  # to the terminal around it, a blank
        else:
            _write(driver, EMPTY)
        self._filled, self._tmux_buffer = False, ""


def _write(driver: Driver | None, sequence: str) -> None:
    write = getattr(driver, "write_sequence", None)
    if write is not None:
        write(sequence)


def _tell_page(driver: Driver, text: str) -> None:
    """To the page, through the server: see ``templates/browser/focus.js``."""
    tell = getattr(driver, "write_meta", None)
    if tell is not None:
        tell({"type": "copy", "text": text})


def _give_to_tmux(text: str) -> str:
    """Put *text* into a buffer of tmux and offer it to the terminal around it; the name of the buffer, or ""."""
    if _run_tmux("load-buffer", "-w", "-", text=text) is None:
        return ""
    return (_run_tmux("list-buffers", "-F", "#{buffer_name}") or "").split("\n")[0]


def _run_tmux(*words: str, text: str = "") -> str | None:
    """What tmux answers; ``None`` where it does not, or is too old."""
    program = shutil.which("tmux")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *words], input=text.encode(), capture_output=True, timeout=TMUX_TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode()


def refusing_terminal(environment: Mapping[str, str]) -> str:
    """The terminal in words if it is known to take no text for the clipboard; otherwise nothing."""
    for name, value, terminal in _REFUSING:
        held = environment.get(name, "")
        if held and value in {"", held}:
            return terminal
    return ""


def clipboard_sequence(text: str) -> str:
    """What asks the terminal to put *text* on the clipboard; nothing of *text* stands in it but as base64."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"
