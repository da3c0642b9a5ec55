"""Whether a search finds every document by its own words: the texts that it shows, and the index, word by word.

The index is built anew from those texts in memory, and the vault's own is copied there too. FTS5 merges each of them
into one segment; equal words at equal places give equal pages, so that comparing the pages compares every word. Where
pages differ, every word with its document and place is read from both. Nothing is written to the vault.
"""

from __future__ import annotations

import hashlib
import operator
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain, cycle, zip_longest

import sqlcipher3.dbapi2 as driver

from supervision_tui.text_folding import fold
from supervision_tui.vault.documents import IntegrityFinding
from supervision_tui.vault.errors import VaultDamagedError, VaultError
from supervision_tui.vault.storage import index_pages, revisions, schema, statements
from supervision_tui.vault.storage.database import Database, Transaction
from supervision_tui.vault.storage.rows import FOREIGN_VALUE, LineRow, Values
from supervision_tui.vault.storage.text_compression import decompress

Key = tuple[str, str]

_TABLES: Mapping[str, tuple[type, ...]] = {
    "data": (int, bytes),
    "idx": (int, bytes, int),
    "docsize": (int, bytes, int),
    "config": (str, int),
}
"""The tables in which FTS5 keeps an index without a text of its own, with the sort of value of each column."""
_BESIDE = (
    "SELECT id, sz FROM words_docsize ORDER BY id",
    "SELECT k, v FROM words_config ORDER BY k",
)
"""What stands beside the words: how long each text is, and how to rank."""
_TOTALS = "SELECT block FROM words_data WHERE id = 1"
"""How many texts, and how many words, FTS5 was ever given; it takes nothing off for what went."""
_STRUCTURE = "SELECT block FROM words_data WHERE id = 10"
_BEFORE_PAGES = "SELECT id FROM words_data WHERE id < ? ORDER BY id"
_MOST_PAGES = 1 << 24
"""More than any index has: a list that tells of more is not believed."""
_COUNTS_AND_STRUCTURE = [(1,), (10,)]
"""What stands before the pages: how much the index was ever given, and its list of segments."""
_PAGES = "SELECT id, block FROM words_data WHERE id >= ? ORDER BY id"
_FIRST_PAGE = 1 << 37
"""Pages are numbered by their segment and, below this, by their place in it (``fts5_index.c``)."""
_FIRST_OF_THE_GONE = 1 << 16
"""From this segment on, pages hold numbers of documents that were taken out."""
_FIRST_WITHOUT_WORDS = 1 << 31
"""From this place on, pages help to skip through a long list of documents."""
_SKIPPING = 1 << 36
"""The first of them that stands for a page of words itself, not for another of them."""
_LISTED = "SELECT segid, pgno >> 1, pgno & 1, term FROM words_idx"
_PLACES = "SELECT term, doc, offset FROM temp.places"
_FILLING = (("hashsize", 16 << 20), ("automerge", 0))
"""How an index is filled soonest: bytes of words that FTS5 gathers before it writes, and no merging on the way."""
_CHANGED = "The search index was changed or emptied; searches may miss documents. The documents are safe."
_MORE_FOLLOWS = 0x80
_NOBODY = 0
"""The number of no document."""


def findings(database: Database, current: Mapping[Key, LineRow] | None, *, with_index: bool) -> list[IntegrityFinding]:
    """What is wrong with how documents are found.

    Args:
        database: the vault's.
        current: the newest line of each document, by which its shown text is judged; None where that is not known.
        with_index: whether the index is built anew too.
    """
    try:
        with database.reading() as transaction, closing(_Index()) as anew:
            anew.begin()
            wrong = list(_passages(transaction, current, anew if with_index else None))
            anew.end()
            if with_index and not _same(transaction, anew):
                message = (
                    "The search index was changed or emptied; searches may miss documents. The documents are safe."
                )
                wrong.append(IntegrityFinding(message, grave=True))
    except VaultError as error:
        return [IntegrityFinding(str(error), grave=True)]
    return wrong


def _passages(
    transaction: Transaction, current: Mapping[Key, LineRow] | None, anew: _Index | None
) -> Iterator[IntegrityFinding]:
    """Whether the words that a search shows are those that were saved; vaults of former versions do not say.

    Every text that is shown goes into the index *anew* on the way.
    """
    strays, unseen = False, set(current or ())
    for number, shown, kind, ident in transaction.execute(statements.SHOWN):
        words = _words(shown)
        if anew is not None:
            anew.add(number, words or "")
        unseen.discard((kind, ident))
        strays = strays or kind is None
        line = current.get((kind, ident)) if current else None
        if line is not None and not _saved_with(line, words):
            yield _changed((kind, ident))
    if current is None:
        return
    documents = {(kind, ident) for kind, ident in transaction.rows(statements.IDENTS)}
    for key in sorted(unseen & documents):
        if not _saved_with(current[key], ""):
            yield _changed(key)
    if strays and current.keys() <= documents:  # a document that is missing is told already
        yield IntegrityFinding("The search knows words of a document that is not there.", grave=True)


def _words(shown: object) -> str | None:
    """The text that a search shows; None where something else stands."""
    try:
        return decompress(shown) if isinstance(shown, bytes) else None
    except VaultDamagedError:
        return None


def _saved_with(line: LineRow, words: str | None) -> bool:
    """Whether a document was saved to be found by *words*, as far as its newest *line* says."""
    if line.sealed:
        return words == ""
    return not line.note.startswith(revisions.SEARCH_MARK) or (
        words is not None and line.note == revisions.search_mark(words)
    )


def _changed(key: Key) -> IntegrityFinding:
    message = "The words by which a search finds a document were changed or taken away."
    return IntegrityFinding(message, grave=True, documents=(key,))


class _Index:
    """A search index in memory alone, worded as the vault's own."""

    def __init__(self) -> None:
        self._raw = driver.connect(":memory:", isolation_level=None)
        self._raw.execute("PRAGMA journal_mode=OFF").fetchall()
        self._raw.execute(schema.search_index())

    def close(self) -> None:
        """Let go of it."""
        self._raw.close()

    def copy(self, transaction: Transaction) -> None:
        """Become the vault's own index, table by table.

        Raises:
            VaultDamagedError: a value is of a sort that FTS5 does not write there.
        """
        for name, sorts in _TABLES.items():
            rows = transaction.rows(f"SELECT * FROM words_{name}")  # noqa: S608 - own names
            if not all(map(isinstance, chain.from_iterable(rows), cycle(sorts))):
                raise VaultDamagedError(FOREIGN_VALUE)
            self._raw.execute(f"DELETE FROM words_{name}")  # noqa: S608 - own names
            marks = ", ".join("?" * len(sorts))
            self._raw.executemany(f"INSERT INTO words_{name} VALUES ({marks})", rows)  # noqa: S608 - own names

    def begin(self) -> None:
        """Make ready for many texts: they are gathered before they are written, and merged at the end alone."""
        self._raw.executemany("INSERT INTO words (words, rank) VALUES (?, ?)", _FILLING)
        self._raw.execute("BEGIN")

    def add(self, number: int, words: str) -> None:
        """Let document *number* be found by *words*."""
        self._raw.execute(statements.ADD_WORDS, (number, fold(words)))

    def end(self) -> None:
        """Write what was gathered, and take back what :meth:`begin` chose."""
        self._raw.execute("COMMIT")
        self._raw.execute("DELETE FROM words_config WHERE k != 'version'")

    def beside(self) -> list[Values]:
        """What the index notes beside the words."""
        return [row for statement in _BESIDE for row in self._raw.execute(statement)]

    def totals(self) -> list[int]:
        """How many texts, and words, the index was ever given (SQLite's variable-length numbers, high bits first)."""
        numbers, number = [], 0
        for byte in bytes(self._raw.execute(_TOTALS).fetchone()[0]):
            number = number << 7 | byte & (_MORE_FOLLOWS - 1)
            if byte < _MORE_FOLLOWS:
                numbers.append(number)
                number = 0
        return numbers

    def merged(self) -> str:
        """A digest of all words with their places; changes the index, whose words stay the same.

        A text that comes and goes again brings a second segment, so that there is always something to merge.
        """
        self._raw.execute(statements.ADD_WORDS, (_NOBODY, "x"))
        self._raw.execute(statements.DROP_WORDS, (_NOBODY,))
        self._raw.execute(statements.REWRITE_WORDS)
        digest = hashlib.blake2b()
        for number, page in self._raw.execute(_PAGES, (_FIRST_PAGE,)):
            digest.update(f"{number % _FIRST_PAGE} {len(page)} ".encode())
            digest.update(page)
        return digest.hexdigest()

    def is_laid_out(self) -> bool:
        """Whether there is what FTS5 lists, and nothing else: its counts, the segments, every page of each."""
        if self._raw.execute(_BEFORE_PAGES, (_FIRST_PAGE,)).fetchall() != _COUNTS_AND_STRUCTURE:
            return False
        segments = index_pages.segments(self._raw.execute(_STRUCTURE).fetchone()[0])
        if segments is None:
            return False
        wanted = {
            segment.number * _FIRST_PAGE + place
            for segment in segments
            for place in range(segment.first, min(segment.last, segment.first + _MOST_PAGES) + 1)
        }
        wanted |= {
            (segment.number + _FIRST_OF_THE_GONE) * _FIRST_PAGE + place
            for segment in segments
            for place in range(min(segment.pages_of_the_gone, _MOST_PAGES))
        }
        skipping = {segment * _FIRST_PAGE + _SKIPPING + place for segment, place, skips, _ in self._listed() if skips}
        present = {number for number, _ in self._raw.execute(_PAGES, (_FIRST_PAGE,))}
        beyond = {number for number in present - wanted if number % _FIRST_PAGE < _SKIPPING + _FIRST_WITHOUT_WORDS}
        return wanted <= present and beyond == skipping

    def _listed(self) -> list[tuple[int, int, int, bytes]]:
        """The list by which words are found: segment, page, whether pages help to skip from there, and a word."""
        listed: list[tuple[int, int, int, bytes]] = self._raw.execute(_LISTED).fetchall()
        return listed

    def finds_its_pages(self) -> bool:
        """Whether every page on which a word begins is in the list by which FTS5 finds it, and no other.

        The list has as much of a page's first word as tells it from the last of the page before.
        """
        listed = {(segment, place): word for segment, place, _, word in self._listed()}
        before, last = 0, b""
        for number, page in self._raw.execute(_PAGES, (_FIRST_PAGE,)):
            segment, place = divmod(number, _FIRST_PAGE)
            is_of_words = segment < _FIRST_OF_THE_GONE and place < _FIRST_WITHOUT_WORDS
            if not is_of_words or not (first := index_pages.first_word(page)):
                continue
            if segment != before:
                before, last = segment, b""
            word = listed.pop((segment, place), None)
            if word is None or not first.startswith(word) or (word <= last and last):
                return False
            last = index_pages.last_word(page)
        return not listed

    def empties(self) -> bool:
        """Whether no word stays when every document is taken out; changes the index."""
        numbers = self._raw.execute("SELECT id FROM words_docsize").fetchall()
        self._raw.execute("BEGIN")
        self._raw.executemany(statements.DROP_WORDS, numbers)
        self._raw.execute(statements.REWRITE_WORDS)
        self._raw.execute("COMMIT")
        return self._raw.execute(_PAGES, (_FIRST_PAGE,)).fetchone() is None

    def places(self) -> Iterator[Values]:
        """Every word with its document and its place there, in order."""
        self._raw.execute("CREATE VIRTUAL TABLE temp.places USING fts5vocab('main', 'words', 'instance')")
        return iter(self._raw.execute(_PLACES))


def _same(transaction: Transaction, anew: _Index) -> bool:
    """Whether the vault's index says what the one made *anew* does, word by word, and can be searched and changed."""
    try:
        with closing(_Index()) as ours:
            ours.copy(transaction)
            if not (ours.is_laid_out() and ours.beside() == anew.beside()):
                return False
            if not (_at_least(ours.totals(), anew.totals()) and ours.finds_its_pages()):
                return False
            same_pages = ours.merged() == anew.merged()
        with closing(_Index()) as ours:
            ours.copy(transaction)
            if not same_pages and any(here != there for here, there in zip_longest(ours.places(), anew.places())):
                return False
            return ours.empties()
    except (driver.Error, VaultDamagedError):
        return False  # it cannot be read as an index


def _at_least(ours: Sequence[int], anew: Sequence[int]) -> bool:
    """Whether *ours* are no less; an index that was never given a text has no counts."""
    return len(ours) in {len(anew), 2} and not any(map(operator.lt, ours, anew))
