"""How long a document is kept: a day to go, and a hold that stops it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table of days and holds."""
    op.create_table(
        "keeping",
        *(sa.Column(name, sa.String, nullable=False) for name in ("kind", "id")),
        sa.Column("due", sa.String),
        sa.Column("why", sa.String, nullable=False, server_default=""),
        sa.Column("held", sa.String, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("kind", "id", name="pk_keeping"),
    )
