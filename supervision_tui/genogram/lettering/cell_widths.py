"""How many terminal cells words take, without Textual: wide letters take two, marks that sit on a letter none.

The tables are rich's (Unicode Standard Annex 11, East Asian Width), as the screen counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import get_character_cell_size

_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_CHANGES_PICTURES = frozenset("\u200d\ufe0e\ufe0f\u20e3") | _TONES
"""What joins two pictures into one, colours one, or makes one of a letter: terminals differ on how wide that is."""


@lru_cache(4096)
def char_cells(char: str) -> int:
    """Cells that one character takes: 0, 1 or 2."""
    return 0 if char in _TONES else get_character_cell_size(char)


def cells(text: str) -> int:
    """Cells that *text* takes in one line."""
    return len(text) if text.isascii() else sum(map(char_cells, text))


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Each letter of *text* with the marks that sit on it, and its cells; pictures stand one by one, as they are.

    A mark that sits on no letter is left out: it would change whatever is drawn before it.
    """
    held, size = "", 0
    for char in text:
        is_occupied = char_cells(char)
        if char in _CHANGES_PICTURES:
            continue
        if is_occupied and held:
            if size:
                yield held, size
            held, size = "", 0
        held += char
        size = max(size, is_occupied)
    if size:
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
