"""The tables as they are made in a new vault, and which version of them a vault has.

A new vault gets today's tables at once; an older one is brought up to date by Alembic (``migrate``), which is
loaded only then. A test keeps the two ways equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.vault.storage import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

CURRENT = 2
"""Number of the newest schema; equals ``PRAGMA user_version`` and the number of files in ``migrations/versions``."""

REVISION = f"{CURRENT:04}"
"""Alembic's name for it."""

OBJECTS = frozenset(
    {
        *(("table", name) for name in ("meta", "revision", "document", "author_key", "passage", "keeping")),
        *(("table", name) for name in ("words", "words_data", "words_idx", "words_docsize", "words_config")),
        ("table", "alembic_version"),
        ("index", "ix_revision_kind_id_version"),
    }
)
"""Type and name of everything in the database of a vault, but for the indexes that SQLite makes by itself."""

FULL_TEXT = (
    "CREATE VIRTUAL TABLE words USING fts5(folded, content='', contentless_delete=1, "
    'tokenize = "unicode61 remove_diacritics 2")'
)
"""The search index: rowid is the document's number. It holds no text; the ``passage`` table has it, compressed.

FTS5's own ``secure-delete`` is not used: with texts of a few thousand repeated words it leaves the index inconsistent
(measured on SQLite 3.53.4). Deleted words leave the index by ``revisions.purge_words`` instead.
"""


def create(connection: Connection) -> None:
    """Make all tables of :data:`CURRENT` in an empty database."""
    tables.metadata.create_all(connection)
    connection.exec_driver_sql(FULL_TEXT)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    connection.exec_driver_sql(f"PRAGMA user_version={CURRENT}")


def version_of(connection: Connection) -> int:
    """The number of the schema that a database has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
