"""The last gate before the terminal: only the control sequences that Textual itself needs get through.

Words are made safe where they enter (:mod:`supervision_tui.text`). Should a word ever reach the screen by another way,
this gate still refuses what could write the clipboard, retitle the window or ask the terminal questions.

Source: ECMA-48 control functions; the list of what Textual 8 sends was read from its drivers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from textual.driver import Driver
from textual.widgets import Input

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.text import clean
from supervision_tui.tui.terminal.hangup_watch import LastingOutput

_SEQUENCE = lazy_pattern(
    r"\x1b\[[0-9;:?<>=!]*[ $]?[A-Za-z]"  # CSI: kept when its final letter is allowed
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # OSC: never
    r"|\x1b[PX^_][^\x1b]*(?:\x1b\\)?"  # DCS, SOS, PM, APC: never, but for synchronised output asked below
    r"|\x1b[78=>]"  # save, restore, keypad: kept
    r"|\x1b"  # anything else that starts an escape
    r"|[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]"  # bare control characters, C1 included
)
_ALLOWED_CSI = frozenset("ABCDGHJKfhlmpqsutc")
"""Cursor moves, erasing, modes, colours, mode and version queries, keyboard protocol, title stack."""


def harmless(data: str) -> str:
    """*data* without any control sequence that the program has no need of."""
    return _SEQUENCE.sub(_kept, data)


def _kept(match: re.Match[str]) -> str:
    found = match.group()
    if found.startswith("\x1b[") and len(found) > 2:  # noqa: PLR2004 - more than the introducer
        return found if found[-1] in _ALLOWED_CSI else ""
    return found if found in {"\x1b7", "\x1b8", "\x1b=", "\x1b>"} else ""


def harmless_words(words: str, into: object) -> str:
    """*words* that are pasted *into* a field, cleaned; a passphrase is taken to the letter, and never shown."""
    return words if isinstance(into, Input) and into.password else clean(words)


@cache
def guarded(driver: type[Driver], *also: Callable[[str], str]) -> type[Driver]:
    """The class *driver* with every frame passed through :func:`harmless`, then through *also*; its output lasts."""

    def start(self: Driver, *given: Any, **named: Any) -> None:
        driver.__init__(self, *given, **named)
        if (file := getattr(self, "_file", None)) is not None:
            self._file = LastingOutput(file)  # type: ignore[attr-defined]  # of the drivers that write to a terminal

    def write(self: Driver, data: str) -> None:
        data = harmless(data)
        for change in also:
            data = change(data)
        driver.write(self, data)

    def write_sequence(self: Driver, sequence: str) -> None:
        """What the program itself says past the gate: never a word of anybody but as base64."""
        driver.write(self, sequence)

    members = {"__init__": start, "write": write, "write_sequence": write_sequence, "__doc__": guarded.__doc__}
    return type(f"Guarded{driver.__name__}", (driver,), members)
