"""Bringing an older vault up to date: a backup first, then Alembic's changes in one transaction."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.vault import backups
from supervision_tui.vault.errors import VaultReadOnlyError
from supervision_tui.vault.keys.key_file import KeyFile
from supervision_tui.vault.storage import schema

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Database


def upgrade(folder: Path, database: Database, key_file: KeyFile) -> Path:
    """Change the tables to the current schema; returns the backup made before.

    Killed at any moment, the vault is as before or up to date.

    Raises:
        VaultReadOnlyError: the vault is open for reading only.
        NotSavedError: no room for the backup or the change; nothing was changed.
    """
    if database.read_only:
        message = "This vault is of an older program. Open it for writing once, so that it can be brought up to date."
        raise VaultReadOnlyError(message)
    before = backups.folder_of(folder) / f"before-schema-{schema.REVISION}"
    if not before.exists():
        backups.make(database, key_file, before)
    from alembic import command  # noqa: PLC0415 - 150 ms, only for an older vault
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(files("supervision_tui.vault").joinpath("migrations")))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA user_version={schema.CURRENT}")
    return before
