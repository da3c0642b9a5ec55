"""Alembic's way in: runs the changes on the connection, and in the transaction, that ``migrate`` hands over."""

from __future__ import annotations

from alembic import context

from supervision_tui.vault.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    include_object=lambda _thing, name, kind, _reflected, _other: kind != "table" or not str(name).startswith("words"),
)
context.run_migrations()
