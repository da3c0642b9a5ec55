"""How much of the search index tells of a word, read off the list of its pages, without reading what they say.

FTS5 keeps words by the alphabet on pages of segments, and lists each page on which a word begins; what a word has to
tell goes on over pages on which none begins (``fts5_index.c`` of SQLite).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.vault.storage import statements

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Transaction

_MORE_FOLLOWS = 0x80
_SEGMENT = 1 << 37


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
    """The last word that begins on a *page*; each but the first says how many letters it shares with the one before."""
    end = int.from_bytes(page[2:4], "big")
    at, place, word = end, 0, b""
    while at < len(page):
        step, at = _number(page, at)
        first, place = not place, place + step
        shared, start = (0, place) if first else _number(page, place)
        length, start = _number(page, start)
        word = word[:shared] + page[start : start + length]
    return word


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
