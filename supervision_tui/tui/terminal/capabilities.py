"""What the terminal can show: no colours where they are not wanted, plain characters where others would not arrive.

``NO_COLOR`` (no-color.org) set to anything means no colour at all, not greys. ``SUPERVISION_TUI_ASCII=1``, or a
terminal that does not speak UTF-8 (``LANG=C`` or ``POSIX`` too), means that lines and signs are drawn with the
characters of every keyboard. ``TERM=dumb`` means both.
"""

from __future__ import annotations

import locale
import os
import re

from supervision_tui.lazy_pattern import lazy_pattern

_TO_ASCII = str.maketrans(
    {
        **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫╱╲╳", "+"),
        **dict.fromkeys("─━═┄┅┈┉╌╍▔▁–—―", "-"),
        **dict.fromkeys("│┃║┆┇┊┋╎╏▏▕▌▐‖▎▍", "|"),
        **dict.fromkeys("▶▸►→❯›⟶", ">"),
        **dict.fromkeys("◀◂◄←❮‹⟵", "<"),
        **dict.fromkeys("▲△↑▴", "^"),
        **dict.fromkeys("▼▽↓▾", "v"),
        **dict.fromkeys("•●■◆✓✔★◼▪", "*"),
        **dict.fromkeys("○□◇☐◻▫◯", "o"),
        **dict.fromkeys("█▓▒▉▊▋▀▄▇▆▅▃▂", "#"),
        **dict.fromkeys("✕✖✗×⨯", "x"),
        **dict.fromkeys("‘’‛′", "'"),
        **dict.fromkeys("“”„″", '"'),
        "·": "-",
        "…": "~",
        "░": ".",
        "✎": "/",
        "≈": "~",
        "∼": "~",
        "⚠": "!",
        "\N{NO-BREAK SPACE}": " ",
    }
)
"""One character each, so that everything keeps its place."""

_STYLE = lazy_pattern(r"\x1b\[([0-9;:]*)m")
_BRIGHT = (*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108), 39, 49, 58, 59)
_EXTENDED = {"38", "48", "58"}
_REST = {"2": 4, "5": 2}
"""After an extended colour's number: how many values follow, by its kind (24 bits, or one of 256)."""


def ascii_only() -> bool:
    """Whether signs beyond those of every keyboard are to be left out."""
    if os.environ.get("SUPERVISION_TUI_ASCII") == "1" or is_dumb():
        return True
    named = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    if named in {"C", "POSIX"}:  # Python itself takes UTF-8 there, but the terminal need not
        return True
    return locale.getpreferredencoding(do_setlocale=False).lower().replace("-", "") not in {"utf8", "cp65001"}


def is_dumb() -> bool:
    """Whether the terminal says that it can only write one line after the other: no colours, no signs."""
    return os.environ.get("TERM") == "dumb"


def with_plain_signs(data: str) -> str:
    """*data* with every line, arrow and mark drawn with a character of every keyboard; letters stay as they are."""
    return data if data.isascii() else data.translate(_TO_ASCII)


def without_colour(data: str) -> str:
    """*data* with bold, underline and reverse, but no colour."""
    return _STYLE.sub(_colourless, data)


def _colourless(match: re.Match[str]) -> str:
    given = match.group(1).replace(":", ";").split(";")
    pieces, at = [], 0
    while at < len(given):
        if given[at] in _EXTENDED:
            at += _REST.get(given[at + 1] if at + 1 < len(given) else "", 0)
        elif not (given[at].isdecimal() and int(given[at]) in _BRIGHT):
            pieces.append(given[at])
        at += 1
    return f"\x1b[{';'.join(pieces)}m" if pieces else ""
