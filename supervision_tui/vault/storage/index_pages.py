"""How much of the search index tells of a word, read off the list of its pages, without reading what they say.

FTS5 keeps words by the alphabet on pages of segments, and lists each page on which a word begins; what a word has to
tell goes on over pages on which none begins (``fts5_index.c`` of SQLite).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from supervision_tui.vault.storage import statements

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Transaction

_MORE_FOLLOWS = 0x80
_SEGMENT = 1 << 37
_STRUCTURE = b"\xff\x00\x00\x01"
"""Marks the list of segments of an index from which texts can be taken out."""
_BEFORE_LEVELS, _OF_A_SEGMENT = 3, 8
"""How many numbers stand before the levels, and how many tell of a segment."""


def pages_of(transaction: Transaction, beginning: str) -> int:
    """About how many pages tell of the words with this *beginning*, of all segments together."""
    start = b"0" + beginning.encode()  # a nought stands before each word of the main index
    pages, segment = 0, 0
    while segment := transaction.scalar(statements.NEXT_SEGMENT, (segment,)) or 0:
        first = transaction.scalar(statements.PAGE_UP_TO, (segment, start)) or 1
        last = transaction.scalar(statements.PAGE_UP_TO, (segment, start + b"\xff")) or 1
        after = transaction.scalar(statements.PAGE_AFTER, (segment, start + b"\xff"))
        block = transaction.scalar(statements.INDEX_PAGE, (segment * _SEGMENT + last,))
        goes_on = after is not None and isinstance(block, bytes) and last_word(block).startswith(start)
        pages += (after if goes_on else last) - first
    return pages


def last_word(page: bytes) -> bytes:
    """The last word that begins on a *page*; empty where none does."""
    return next(iter(deque(_words(page), maxlen=1)), b"")


def first_word(page: bytes) -> bytes:
    """The first word that begins on a *page*; empty where none does."""
    return next(_words(page), b"")


def _words(page: bytes) -> Iterator[bytes]:
    """Every word that begins on a *page*; each but the first says how many letters it shares with the one before."""
    end = int.from_bytes(page[2:4], "big")
    at, place, word = end, 0, b""
    while at < len(page):
        step, at = _number(page, at)
        first, place = not place, place + step
        shared, start = (0, place) if first else _number(page, place)
        length, start = _number(page, start)
        word = word[:shared] + page[start : start + length]
        yield word


class Segment(NamedTuple):
    """A part of the index: its number, its first and last page, and how many pages tell what was taken out of it."""

    number: int
    first: int
    last: int
    pages_of_the_gone: int


def segments(block: object) -> list[Segment] | None:
    """The segments that *block* lists; None where it is no such list, or where something stands behind it.

    Four bytes by which the settings are known, a mark, how many levels, segments and pages written, then the levels.
    """
    if not isinstance(block, bytes) or block[4:8] != _STRUCTURE or block[-1] >= _MORE_FOLLOWS:
        return None
    at, numbers = 8, list[int]()
    while at < len(block):
        number, at = _number(block, at)
        numbers.append(number)
    place, found = _BEFORE_LEVELS, list[Segment]()
    for _ in range(numbers[0] if numbers else 0):
        count = numbers[place + 1] if place + 1 < len(numbers) else len(numbers)
        place += 2
        for _ in range(min(count, len(numbers))):
            number, first, last, _, _, gone, *_ = (*numbers[place : place + _OF_A_SEGMENT], *[0] * _OF_A_SEGMENT)
            found.append(Segment(number, first, last, gone))
            place += _OF_A_SEGMENT
    return found if place == len(numbers) else None


def _number(page: bytes, at: int) -> tuple[int, int]:
    """A number of variable length at a place, high bits first, and the place behind it."""
    number = 0
    while at < len(page):
        byte = page[at]
        at += 1
        number = number << 7 | byte & (_MORE_FOLLOWS - 1)
        if byte < _MORE_FOLLOWS:
            break
    return number, at
