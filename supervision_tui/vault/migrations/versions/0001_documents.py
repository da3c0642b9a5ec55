"""Documents, their revisions in a hash chain, the authors' own keys, and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table("meta", sa.Column("name", sa.String, nullable=False), sa.Column("value", sa.String, nullable=False),
                    sa.PrimaryKeyConstraint("name", name="pk_meta"))  # fmt: skip
    op.create_table(
        "revision",
        sa.Column("seq", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("kind", "id")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("version", "base")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("author", "saved_at", "action")),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("draft", "sealed")),
        sa.Column("title", sa.String, nullable=False, server_default=""),
        sa.Column("body", sa.LargeBinary),
        sa.Column("note", sa.String, nullable=False, server_default=""),
        sa.Column("salt", sa.LargeBinary),
        *(sa.Column(name, sa.String, nullable=False) for name in ("content_hash", "previous", "hash")),
        sa.PrimaryKeyConstraint("seq", name="pk_revision"),
    )
    op.create_index("ix_revision_kind_id_version", "revision", ["kind", "id", "version"])
    op.create_table(
        "document",
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("kind", "id")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("version", "seq")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("author", "saved_at", "title")),
        sa.Column("sealed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("number", name="pk_document"),
        sa.UniqueConstraint("kind", "id", name="uq_document_kind_id"),
    )
    op.create_table(
        "author_key",
        sa.Column("author", sa.String, nullable=False),
        sa.Column("public", sa.LargeBinary, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("wrapped", "made_at")),
        sa.PrimaryKeyConstraint("author", name="pk_author_key"),
    )
    op.execute(
        'CREATE VIRTUAL TABLE words USING fts5(folded, shown UNINDEXED, tokenize = "unicode61 remove_diacritics 2")'
    )
    op.execute("INSERT INTO words(words, rank) VALUES('secure-delete', 1)")
