"""Full-text search: every word typed must begin a word of the text; the passage around the best match comes with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

from supervision_tui import text_folding
from supervision_tui.vault.documents import SearchHit
from supervision_tui.vault.storage import queries
from supervision_tui.vault.storage.text_compression import decompress

if TYPE_CHECKING:
    from sqlalchemy import Connection

_BEFORE = 60
_AFTER = 140
_MATCH = (
    "SELECT d.kind, d.id, d.version, d.author, d.saved_at, d.title, d.sealed, p.shown FROM words "
    "JOIN document d ON d.number = words.rowid JOIN passage p ON p.number = words.rowid "
    "WHERE words MATCH :query {kinds} ORDER BY words.rank LIMIT :limit"
)
_ANY_KIND = text(_MATCH.format(kinds=""))
_SOME_KINDS = text(_MATCH.format(kinds="AND d.kind IN :kinds")).bindparams(bindparam("kinds", expanding=True))


def search(connection: Connection, typed: str, kinds: tuple[str, ...] | None, limit: int) -> list[SearchHit]:
    """The best *limit* documents (of *kinds*) for what was *typed*; none when there is no word in it."""
    query = text_folding.query(typed)
    if not query or limit <= 0:
        return []
    wanted = {"query": query, "limit": limit}
    if kinds is None:
        rows = connection.execute(_ANY_KIND, wanted)
    else:
        rows = connection.execute(_SOME_KINDS, {**wanted, "kinds": list(kinds)})
    sought = {word for word, _, _ in text_folding.words(typed)}
    pattern = text_folding.beginnings(sought)
    return [_hit(dict(row), sought, pattern) for row in rows.mappings()]


def _hit(row: dict[str, object], sought: set[str], pattern: re.Pattern[str]) -> SearchHit:
    stored = row.pop("shown")
    shown = decompress(stored) if isinstance(stored, bytes) else ""
    context, marks = _passage(shown, _matches(shown, sought, pattern))
    return SearchHit(queries.heading(row), context, marks)


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


def _passage(shown: str, found: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Some words around the first match, cut at blanks, and where each match stands in them."""
    first = found[0][0] if found else 0
    start, stop = max(0, first - _BEFORE), min(len(shown), first + _AFTER)
    if start:
        redact_text = shown.find(" ", start, first)
        start = redact_text + 1 if redact_text >= 0 else start
    if stop < len(shown):
        redact_text = shown.rfind(" ", first, stop)
        stop = redact_text if redact_text > first else stop
    lead, tail = "… " if start else "", " …" if stop < len(shown) else ""
    shift = len(lead) - start
    marks = tuple((begin + shift, min(end, stop) + shift) for begin, end in found if start <= begin < stop)
    return f"{lead}{shown[start:stop]}{tail}", marks
