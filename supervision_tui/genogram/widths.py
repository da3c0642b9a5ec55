"""How many terminal cells words take, without Textual: wide letters take two, marks that sit on a letter none.

Source: Unicode Standard Annex 11 (East Asian Width). Ambiguous characters count as one cell, as terminals outside
East Asia show them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_NOTHING = frozenset({"Mn", "Me", "Cf"})
_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_CHANGES_PICTURES = frozenset("\u200d\ufe0e\ufe0f\u20e3") | _TONES
"""What joins two pictures into one, colours one, or makes one of a letter: terminals differ on how wide that is."""


def char_cells(char: str) -> int:
    """Cells that one character takes: 0, 1 or 2."""
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in _NOTHING or char in _TONES:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cells(text: str) -> int:
    """Cells that *text* takes in one line."""
    return len(text) if text.isascii() else sum(map(char_cells, text))


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Each letter of *text* with the marks that sit on it, and its cells; pictures stand one by one, as they are."""
    held, size = "", 0
    for char in text:
        taken = char_cells(char)
        if char in _CHANGES_PICTURES:
            continue
        if taken and held:
            yield held, size
            held, size = "", 0
        held += char
        size = max(size, taken)
    if held:
        yield held, size


def clip(text: str, width: int) -> str:
    """*text* cut to *width* cells; the last of them says so with an ellipsis."""
    if cells(text) <= width:
        return text
    kept, used = "", 0
    for letter, size in clusters(text):
        if used + size > width - 1:
            break
        kept += letter
        used += size
    return kept.rstrip() + "…"
