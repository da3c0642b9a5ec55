"""The tables as they are made in a new vault, and the changes that bring an older one up to date.

Both are SQL files in ``sql``: ``schema.sql`` for a new vault, and a numbered file for each change. A test keeps the two
ways equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.vault.storage import statements
from supervision_tui.vault.storage.text_compression import compress

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Transaction

CURRENT = 3
"""Number of the newest schema; equals ``PRAGMA user_version`` and the number of the last file in ``sql``."""

SEALED_FROM = 3
"""The first schema in which the newest line of the history is sealed."""

REVISION = f"{CURRENT:04}"
"""It in words, for the name of the copy that is made before a change."""

READABLE_FROM = "readable_from"
"""The fact in ``meta`` by which a newer schema lets older programs read: a change that only adds writes its number."""

_SQL = Path(__file__).with_name("sql")
_STATEMENT_END = lazy_pattern(r";[ \t]*$", re.MULTILINE)
_COMMENT = lazy_pattern(r"^--.*\n", re.MULTILINE)
_BLANKS = lazy_pattern(r"\s+")
_QUOTED_NAME = lazy_pattern(r'"(\w+)"')
_BY_SQLITE = "sqlite_autoindex_"


def create(transaction: Transaction) -> None:
    """Make all tables of :data:`CURRENT` in an empty database."""
    _run(transaction, "schema.sql")
    transaction.execute(f"PRAGMA user_version={CURRENT}")


def upgrade(transaction: Transaction, number: int) -> None:
    """Bring the tables of schema *number* up to :data:`CURRENT`, change by change."""
    transaction.raw.create_function("compressed", 1, compress, deterministic=True)
    for name in changes():
        if int(name[:4]) > number:
            _run(transaction, name)
    transaction.execute(f"PRAGMA user_version={CURRENT}")


@cache
def objects() -> frozenset[tuple[str, str, str]]:
    """Type, name and wording of everything in the database of a vault, as ``schema.sql`` makes it."""
    raw = driver.connect(":memory:", isolation_level=None)
    try:
        for statement in _statements((_SQL / "schema.sql").read_text("utf-8")):
            raw.execute(statement)
        return objects_in(raw.execute(statements.OBJECTS).fetchall())
    finally:
        raw.close()


def search_index() -> str:
    """The statement that makes the search index."""
    statements_of_a_new_vault = _statements((_SQL / "schema.sql").read_text("utf-8"))
    return next(statement for statement in statements_of_a_new_vault if statement.startswith("CREATE VIRTUAL TABLE"))


def objects_in(rows: Sequence[tuple[Any, ...]]) -> frozenset[tuple[str, str, str]]:
    """The same from the *rows* of a database, but for the indexes that SQLite makes by itself; blanks do not count.

    Such an index has no wording; anything else that bears a name of that sort is somebody's.
    """
    return frozenset(
        (str(kind), str(name), _worded(str(sql or "")))
        for kind, name, sql in rows
        if not (kind == "index" and sql is None and str(name).startswith(_BY_SQLITE))
    )


def _worded(sql: str) -> str:
    """A wording with one blank between words; SQLite puts quotes around a name when it renames a table."""
    return _BLANKS.sub(" ", _QUOTED_NAME.sub(r"\1", sql)).strip()


@cache
def changes() -> tuple[str, ...]:
    """The names of the numbered files, in order."""
    return tuple(sorted(path.name for path in _SQL.iterdir() if path.name[:4].isdigit()))


def version_of(transaction: Transaction) -> int:
    """The number of the schema that a database has."""
    return int(transaction.scalar(statements.SCHEMA_NUMBER))


def was_lowered(transaction: Transaction) -> bool:
    """Whether something else lowered the number: the tables are the newest ones, or the newest line is sealed already.

    Bringing such a vault up to date would fail, or seal what something else wrote.
    """
    number = version_of(transaction)
    if number >= CURRENT:
        return False
    is_sealed = number < SEALED_FROM and transaction.first(statements.FACT, (statements.SEAL,)) is not None
    return is_sealed or objects_in(transaction.rows(statements.OBJECTS)) == objects()


def readable_from(transaction: Transaction) -> int:
    """The number of the oldest schema whose program can read a database; its own, where a change did not say less."""
    fact = str(transaction.scalar(statements.FACT, (READABLE_FROM,)) or "")
    return int(fact) if fact.isascii() and fact.isdigit() else version_of(transaction)


def _run(transaction: Transaction, name: str) -> None:
    for statement in _statements((_SQL / name).read_text("utf-8")):
        transaction.execute(statement)


def _statements(text: str) -> Iterator[str]:
    """The statements in *text*, without its comments; each ends with a semicolon at the end of a line."""
    parts = (part.strip() for part in _STATEMENT_END.split(_COMMENT.sub("", text)))
    return (part for part in parts if part)
