"""Whether the search index says what it should: built anew from the texts that a search shows, compared word by word.

The index is built in memory, and both are read as FTS5 tells them (``fts5vocab``): for each word a count and a sum over
all of its places, hashed with random numbers of this check (universal hashing, Carter and Wegman 1979), so that nobody
can arrange for two indexes to look alike. Nothing is written to the vault.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import TYPE_CHECKING

from supervision_tui.text_folding import fold
from supervision_tui.vault.errors import VaultDamagedError
from supervision_tui.vault.storage import statements
from supervision_tui.vault.storage.text_compression import decompress

if TYPE_CHECKING:
    import sqlcipher3.dbapi2 as driver

    from supervision_tui.vault.storage.database import Database

_ANEW = (
    "CREATE VIRTUAL TABLE temp.anew USING "
    "fts5(folded, content='', contentless_delete=1, tokenize = \"unicode61 remove_diacritics 2\")"
)
_WORDS_HERE = "CREATE VIRTUAL TABLE temp.words_here USING fts5vocab('main', 'words', 'instance')"
_WORDS_ANEW = "CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab('temp', 'anew', 'instance')"
_DROPPED = ("words_here", "words_anew", "anew")
_PRIMES = (2_147_483_647, 2_147_483_629)
"""The two largest below 2^31, so that no product leaves 63 bits."""
_PLACES = "SELECT term, count(*), sum((doc * ? + offset) % ? * ? % ?) FROM {words} GROUP BY term ORDER BY term"
_COMPARED = (
    ("SELECT id, sz FROM main.words_docsize ORDER BY id", "SELECT id, sz FROM temp.anew_docsize ORDER BY id"),
    ("SELECT k, v FROM main.words_config ORDER BY k", "SELECT k, v FROM temp.anew_config ORDER BY k"),
    (_PLACES.format(words="words_here"), _PLACES.format(words="words_anew")),
)


def index_is_whole(database: Database) -> bool:
    """Whether the index finds every document by all of its words, and by no other.

    Raises:
        VaultError: it cannot be read.
    """
    with database.raw_connection() as raw, _beside(raw):
        for number, shown in raw.execute(statements.SHOWN):
            raw.execute("INSERT INTO anew (rowid, folded) VALUES (?, ?)", (number, _folded(shown)))
        first, second = _PRIMES
        hashing = (secrets.randbelow(first - 1) + 1, first, secrets.randbelow(second - 1) + 1, second)
        return all(
            here == anew
            for ours, again in _COMPARED
            for values in [hashing if "?" in ours else ()]
            for here, anew in zip_longest(raw.execute(ours, values), raw.execute(again, values))
        )


def _folded(shown: object) -> str:
    """The words of a text as the index takes them; none where something else stands (told by another check)."""
    with contextlib.suppress(VaultDamagedError):
        return fold(decompress(shown)) if isinstance(shown, bytes) else ""
    return ""


@contextmanager
def _beside(raw: driver.Connection) -> Iterator[None]:
    """An empty index in memory beside the vault's own, and a look at the words of both, inside one snapshot."""
    (query_only,) = raw.execute("PRAGMA query_only").fetchone()
    raw.execute("PRAGMA query_only=OFF")
    raw.execute("BEGIN")
    try:
        for statement in (_ANEW, _WORDS_HERE, _WORDS_ANEW):
            raw.execute(statement)
        yield
    finally:
        raw.execute("ROLLBACK")
        for name in _DROPPED:
            raw.execute(f"DROP TABLE IF EXISTS temp.{name}")
        raw.execute(f"PRAGMA query_only={query_only}")
