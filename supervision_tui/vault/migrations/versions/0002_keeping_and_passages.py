"""How long a document is kept, and a search index that holds no text of its own.

The index of the first schema kept every text twice more and could become inconsistent (see ``schema``); the text now
stands once, compressed, in ``passage``, and the index is made afresh from it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from supervision_tui.vault.storage.text_compression import compress

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the two tables and move the searchable text."""
    op.create_table(
        "keeping",
        *(sa.Column(name, sa.String, nullable=False) for name in ("kind", "id")),
        sa.Column("due", sa.String),
        sa.Column("why", sa.String, nullable=False, server_default=""),
        sa.Column("held", sa.String, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("kind", "id", name="pk_keeping"),
    )
    passage = op.create_table(
        "passage",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("shown", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_passage"),
    )
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT rowid, folded, shown FROM words")).all()
    op.execute("DROP TABLE words")
    op.execute(
        "CREATE VIRTUAL TABLE words USING fts5(folded, content='', contentless_delete=1, "
        'tokenize = "unicode61 remove_diacritics 2")'
    )
    for number, folded, shown in rows:
        connection.execute(sa.insert(passage), {"number": number, "shown": compress(shown)})
        connection.execute(
            sa.text("INSERT INTO words(rowid, folded) VALUES (:number, :folded)"), {"number": number, "folded": folded}
        )
