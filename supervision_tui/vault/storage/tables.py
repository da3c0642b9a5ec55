"""The tables, as SQLAlchemy Core sees them. The full-text table is made by hand (see ``schema``).

Times are ISO 8601 in UTC with microseconds, so that they sort as text and mean the same on every database.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, UniqueConstraint, false

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("base", Integer, nullable=False),
    Column("author", String, nullable=False),
    Column("saved_at", String, nullable=False),
    Column("action", String, nullable=False),
    Column("draft", Boolean, nullable=False),
    Column("sealed", Boolean, nullable=False),
    Column("title", String, nullable=False, server_default=""),
    Column("body", LargeBinary),
    Column("note", String, nullable=False, server_default=""),
    Column("salt", LargeBinary),
    Column("content_hash", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
    Index("ix_revision_kind_id_version", "kind", "id", "version"),
)

document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("author", String, nullable=False),
    Column("saved_at", String, nullable=False),
    Column("title", String, nullable=False),
    Column("sealed", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("kind", "id"),
)

author_key = Table(
    "author_key",
    metadata,
    Column("author", String, primary_key=True),
    Column("public", LargeBinary, nullable=False),
    Column("wrapped", String, nullable=False),
    Column("made_at", String, nullable=False),
)

passage = Table(
    "passage",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("shown", LargeBinary, nullable=False),
)

keeping = Table(
    "keeping",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("due", String),
    Column("why", String, nullable=False, server_default=""),
    Column("held", String, nullable=False, server_default=""),
)
