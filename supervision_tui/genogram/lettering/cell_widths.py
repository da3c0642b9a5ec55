"""How many terminal cells words take, without Textual: wide letters take two, marks that sit on a letter none.

The tables are rich's (Unicode Standard Annex 11, East Asian Width), as the screen counts them. Some terminals give
marks that stand beside their letter (category Mc: vowel signs of Bengali, Hindi, Tamil, Punjabi) a cell of their own.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

import rich.cells
from rich.cells import CellTable, get_character_cell_size

_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_CHANGES_PICTURES = frozenset("\u200d\ufe0e\ufe0f\u20e3") | _TONES
"""What joins two pictures into one, colours one, or makes one of a letter: terminals differ on how wide that is."""


@lru_cache(4096)
def char_cells(char: str) -> int:
    """Cells that one character takes: 0, 1 or 2."""
    return 0 if char in _TONES else get_character_cell_size(char)


def give_cells_to_marks(categories: frozenset[str]) -> None:
    """From now on, marks of these Unicode *categories* (Mc, Mn) take a cell each, here and on the whole screen."""
    table = _load("auto")
    changed = table._replace(widths=tuple(_with_cells(table, categories))) if categories else table
    rich.cells.load_cell_table = lambda _version="auto": changed  # type: ignore[attr-defined, assignment]
    for counted in (get_character_cell_size, rich.cells.cached_cell_len, char_cells):
        counted.cache_clear()


_load: Callable[[str], CellTable] = rich.cells.load_cell_table  # type: ignore[attr-defined]
"""The table as rich has it."""


def _with_cells(table: CellTable, categories: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """The ranges of *table* that are not of one cell, marks of *categories* left out."""
    for first, last, size in table.widths:
        if size or first == 0:
            yield first, last, size
            continue
        start = first
        for code in range(first, min(last, sys.maxunicode) + 1):
            if unicodedata.category(chr(code)) in categories:
                if start < code:
                    yield start, code - 1, 0
                start = code + 1
        if start <= last:
            yield start, last, 0


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
    clipped, used = "", 0
    for letter, size in clusters(text):
        if used + size > width - 1:
            break
        clipped += letter
        used += size
    return clipped.rstrip() + "…"
