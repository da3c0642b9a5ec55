"""Full-text search: every word typed must begin a word of the text; the passage around the best match comes with it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from supervision_tui import text_folding
from supervision_tui.vault.documents import SearchHit
from supervision_tui.vault.storage import index_pages, queries, statements
from supervision_tui.vault.storage.rows import Values, document_row
from supervision_tui.vault.storage.text_compression import decompress

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Transaction

_BEFORE = 60
_AFTER = 140
MOST_PAGES = 150
"""Pages of the index that are read through for a list that narrows: some twenty milliseconds."""


def search(transaction: Transaction, typed: str, kinds: tuple[str, ...] | None, limit: int) -> list[SearchHit]:
    """The best *limit* documents (of *kinds*) for what was *typed*; none when there is no word in it."""
    query = text_folding.query(typed)
    if not query or limit <= 0:
        return []
    if kinds is None:
        rows = transaction.rows(statements.SEARCH, (query, limit))
    else:
        rows = transaction.rows(statements.SEARCH_KINDS, (query, json.dumps(kinds), limit))
    sought = {word for word, _, _ in text_folding.words(typed)}
    pattern = text_folding.beginnings(sought)
    return [_hit(row, sought, pattern) for row in rows]


def matching_ids(transaction: Transaction, typed: str, kind: str) -> set[str]:
    """The ids of all documents of a *kind* for what was *typed*, without order or passages: for a list that narrows.

    It is asked at every key, so beginnings of words that stand in almost every text of a large vault are left out.
    """
    words = (word for word, _, _ in text_folding.words(typed))
    telling = (word for word in words if index_pages.pages_of(transaction, word) <= MOST_PAGES)
    query = text_folding.query(" ".join(telling))
    return {ident for (ident,) in transaction.rows(statements.SEARCH_IDS, (query, kind))} if query else set()


def _hit(row: Values, sought: set[str], pattern: re.Pattern[str]) -> SearchHit:
    stored = row[-1]
    shown = decompress(stored) if isinstance(stored, bytes) else ""
    context, marks = _passage(shown, _matches(shown, sought, pattern))
    return SearchHit(queries.heading(document_row(row[:-1])), context, marks)


def _matches(shown: str, sought: set[str], pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the words sought stand near the first of them; the quick way, then the thorough one."""
    flat = text_folding.flat(shown)
    first = pattern.search(flat)
    if first:
        near = pattern.finditer(flat, first.start(), first.start() + _AFTER)
        return [match.span() for match in near]
    return [
        (start, end)
        for word, start, end in text_folding.words(shown)
        if any(word.startswith(wanted) or f"'{wanted}" in word for wanted in sought)
    ]


def _passage(shown: str, places: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Some words around the first match, cut at blanks, and where each match stands in them."""
    first = places[0][0] if places else 0
    start, stop = max(0, first - _BEFORE), min(len(shown), first + _AFTER)
    if start:
        blank = shown.find(" ", start, first)
        start = blank + 1 if blank >= 0 else start
    if stop < len(shown):
        blank = shown.rfind(" ", first, stop)
        stop = blank if blank > first else stop
    lead, tail = "… " if start else "", " …" if stop < len(shown) else ""
    shift = len(lead) - start
    marks = tuple((begin + shift, min(end, stop) + shift) for begin, end in places if start <= begin < stop)
    return f"{lead}{shown[start:stop]}{tail}", marks
