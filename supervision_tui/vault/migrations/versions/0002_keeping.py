"""How long a document is kept: a day to go, and a hold that stops it.

The search index is made afresh without FTS5's ``secure-delete``, which could leave it inconsistent (see ``schema``).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table of days and holds, and make the index afresh."""
    op.create_table(
        "keeping",
        *(sa.Column(name, sa.String, nullable=False) for name in ("kind", "id")),
        sa.Column("due", sa.String),
        sa.Column("why", sa.String, nullable=False, server_default=""),
        sa.Column("held", sa.String, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("kind", "id", name="pk_keeping"),
    )
    op.execute("INSERT INTO words(words, rank) VALUES('secure-delete', 0)")
    op.execute("INSERT INTO words(words) VALUES('rebuild')")
