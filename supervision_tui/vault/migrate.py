"""Bringing an older vault up to date: a backup first, then every change in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.vault import backups
from supervision_tui.vault.errors import VaultReadOnlyError
from supervision_tui.vault.keys.key_file import KeyFile
from supervision_tui.vault.storage import revisions, schema

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
    with database.writing() as transaction:
        schema.upgrade(transaction, schema.version_of(transaction))
        revisions.seal_head(transaction, revisions.head(transaction))
    return before
