"""How this terminal counts the cells of a word, asked at the door; and words placed so that none moves its neighbours.

Terminals differ on marks that stand beside their letter (Bengali, Hindi, Tamil, Punjabi vowel signs): xterm, konsole,
alacritty, tmux and screen give each a cell of its own, kitty, mlterm and a browser none. Rather than guess by name, the
program writes a few samples unseen, asks where the cursor is (ECMA-48 CPR, ``CSI 6 n``), and counts likewise. What a
terminal then still counts otherwise moves nothing: the place after each such word is told, not left to the terminal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from supervision_tui.genogram.lettering import cells
from supervision_tui.lazy_pattern import lazy_pattern

SAMPLES = ("a", "\u0995\u09be", "e\u0301", "\u2500")
"""A letter; a letter with a mark beside it; one with a mark upon it; a line, two cells wide in some setups."""
_ROW = 2
"""Rows are asked about in the second: a reply from the first looks like a key (Shift+F3)."""
QUESTION = (
    "".join(f"\x1b[{_ROW};1H\x1b[8m{sample}\x1b[0m\x1b[6n" for sample in SAMPLES) + f"\x1b[{_ROW};1H    \x1b[{_ROW};1H"
)
"""The samples, concealed, each followed by the question where the cursor is; then blanks over them."""
PROMPT_QUESTION = "".join(f"\r\x1b[8m{sample}\x1b[0m\x1b[6n" for sample in SAMPLES) + "\r    \r"
"""The same for a command, in the line where the cursor is."""

_RARE = "\u0300-\u036f\u0483-\u0489\u0530-\u1dff\u1f00-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2c00-\U0010ffff"
"""Letters and marks beyond Latin, Greek and Cyrillic, lines and arrows: terminals may count them otherwise."""
_ANY_RARE = lazy_pattern(f"[{_RARE}]")
_PIECE = lazy_pattern(
    r"\x1b\[[0-9;:?<>=!]*[ $]?[A-Za-z]|\x1b."  # a control sequence: stays
    r"|[^\s\x00-\x1f\x7f-\x9f\u2500-\u25ff]+"  # a word
)


def has_other_letters(words: str) -> bool:
    """Whether terminals may count the cells of *words* differently."""
    return bool(_ANY_RARE.search(words))


@dataclass(frozen=True, slots=True)
class CellCounting:
    """What a terminal showed: the kinds of marks to which it gives a cell, and whether lines take two."""

    marks: frozenset[str]
    wide_lines: bool


class CellReplies:
    """The replies to :data:`QUESTION`, in their order."""

    def __init__(self) -> None:
        self._columns: list[int] = []

    def take(self, column: int, row: int) -> CellCounting | None:
        """Take one reply (from nought); with the last of them, what they say. Others are no replies to the question."""
        return None if row != _ROW - 1 else self.take_column(column)

    def take_column(self, column: int) -> CellCounting | None:
        """The same, where the row says nothing: a command that has asked in the line of the cursor."""
        if len(self._columns) == len(SAMPLES):
            return None
        self._columns.append(column)
        if len(self._columns) < len(SAMPLES):
            return None
        letter, beside, upon, line = self._columns
        if letter != 1:  # this terminal does not say where its cursor is
            return CellCounting(frozenset(), wide_lines=False)
        marks = {kind for kind, size in (("Mc", beside), ("Mn", upon)) if size > 1}
        return CellCounting(frozenset(marks), wide_lines=line > 1)


def place_words(data: str) -> str:
    """*data*, what follows a word that terminals count differently placed by where that word began (DECSC, DECRC).

    Its cells are blanked first: a terminal that needs fewer would leave what stood there before.
    """
    return _PIECE.sub(_placed, data) if _ANY_RARE.search(data) else data


def _placed(piece: re.Match[str]) -> str:
    word = piece.group()
    if word.startswith("\x1b") or not _ANY_RARE.search(word):
        return word
    size = cells(word)
    return f"\x1b7{' ' * size}\x1b8\x1b7{word}\x1b8\x1b[{size}C" if size else ""
