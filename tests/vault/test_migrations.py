"""Every past schema opens, comes up to date with a backup before, and ends the same as a new vault."""

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from supervision_tui.vault import Vault, VaultError, VaultReadOnlyError
from supervision_tui.vault.migrations import versions
from supervision_tui.vault.storage import schema
from supervision_tui.vault.storage.tables import metadata

PAST = Path(__file__).parent / "past"
PASSPHRASE = "every past schema opens"


@pytest.fixture(params=sorted(path.name for path in PAST.iterdir()))
def old(request, tmp_path) -> Path:
    return Path(shutil.copytree(PAST / request.param, tmp_path / "old"))


def shape(vault: Vault) -> dict[str, str]:
    """Every table and index with its columns, as the database itself tells."""
    with vault._opened.database.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        return {
            name: str(
                [tuple(row)[1:] for row in connection.exec_driver_sql(f'PRAGMA table_info("{name}")')]
                + [tuple(row)[1:] for row in connection.exec_driver_sql(f'PRAGMA index_list("{name}")')]
            )
            for name in names
        }


def test_a_vault_of_every_past_schema_opens_whole(old, tmp_path):
    with Vault.open(old, PASSPHRASE, state=tmp_path / "state") as vault:
        assert vault.documents.get("note", "one").body == '{"text": "the second version"}'
        assert vault.documents.get("note", "one", 1).body == '{"text": "the first version"}'
        assert [line.action for line in vault.documents.history("note", "two")] == ["save", "delete"]
        assert [hit.heading.id for hit in vault.documents.search("lukasz")] == ["one"]
        vault.private.open("Ann", "an own quiet passphrase")
        assert vault.documents.get("own", "three").body == '{"text": "private"}'
        assert vault.check() == []
        vault.documents.hold("note", "one", author="Ann", reason="a review")
    Vault.open_with_recovery(old, (old / "words.txt").read_text(), state=tmp_path / "state").close()


def test_it_ends_the_same_as_a_new_vault(old, tmp_path, vault):
    with Vault.open(old, PASSPHRASE, state=tmp_path / "old state") as changed:
        assert shape(changed) == shape(vault)
        with changed._opened.database.reading() as connection:
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == schema.REVISION
            assert schema.version_of(connection) == schema.CURRENT


def test_a_backup_is_made_before_and_opens_as_it_was(old, tmp_path):
    with Vault.open(old, PASSPHRASE, state=tmp_path / "state") as vault:
        (warning,) = [warning for warning in vault.warnings if "brought up to date" in warning]
        assert "before-schema-" in warning
    (copy,) = (old / "backups").iterdir()
    Vault.restore(copy, tmp_path / "restored", PASSPHRASE)
    with Vault.open(tmp_path / "restored", PASSPHRASE, state=tmp_path / "state") as vault:
        assert vault.documents.get("note", "one").version == 2


def test_for_reading_only_an_old_vault_asks_to_be_opened_once(old, tmp_path):
    with pytest.raises(VaultReadOnlyError, match="Open it for writing once"):
        Vault.open(old, PASSPHRASE, read_only=True, state=tmp_path / "state")


def test_a_change_that_fails_leaves_the_vault_as_it_was(old, tmp_path, monkeypatch):
    def fails(*_):
        message = "interrupted"
        raise VaultError(message)

    monkeypatch.setattr(command, "upgrade", fails)
    with pytest.raises(VaultError):
        Vault.open(old, PASSPHRASE, state=tmp_path / "state")
    monkeypatch.undo()
    with Vault.open(old, PASSPHRASE, state=tmp_path / "state") as vault:
        assert vault.check() == []


def test_the_tables_as_declared_are_the_tables_as_made(vault):
    with vault._opened.database.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda _thing, name, kind, *_: kind != "table" or not str(name).startswith("words")
            },
        )
        assert compare_metadata(context, metadata) == []


def test_there_is_one_file_for_each_schema():
    files = sorted(path.name for path in Path(versions.__file__).parent.glob("0*.py"))
    assert [int(name[:4]) for name in files] == list(range(1, schema.CURRENT + 1))
