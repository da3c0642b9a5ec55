"""Every past schema opens, comes up to date with a backup before, and ends the same as a new vault."""

import shutil
from pathlib import Path

import pytest

from supervision_tui.vault import Vault, VaultError, VaultReadOnlyError
from supervision_tui.vault.storage import schema

PAST = Path(__file__).parent / "past"
PASSPHRASE = "every past schema opens"


@pytest.fixture(params=sorted(path.name for path in PAST.iterdir()))
def old(request, tmp_path) -> Path:
    return Path(shutil.copytree(PAST / request.param, tmp_path / "old"))


def shape(vault: Vault) -> dict[str, str]:
    """Every table and index with its columns, as the database itself tells."""
    with vault._opened.database.reading() as transaction:
        names = [row[0] for row in transaction.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: str(
                [row[1:] for row in transaction.rows(f'PRAGMA table_info("{name}")')]
                + sorted(row[1:] for row in transaction.rows(f'PRAGMA index_list("{name}")'))
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
        with changed._opened.database.reading() as transaction:
            assert schema.version_of(transaction) == schema.CURRENT


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

    monkeypatch.setattr(schema, "upgrade", fails)
    with pytest.raises(VaultError):
        Vault.open(old, PASSPHRASE, state=tmp_path / "state")
    monkeypatch.undo()
    with Vault.open(old, PASSPHRASE, state=tmp_path / "state") as vault:
        assert vault.check() == []


def test_a_change_that_is_cut_off_half_way_leaves_the_vault_as_it_was(old, tmp_path, monkeypatch):
    real = schema._statements

    def half(text):
        told = list(real(text))
        yield from told[: len(told) // 2]
        raise VaultError("the power went")

    monkeypatch.setattr(schema, "_statements", half)
    with pytest.raises(VaultError, match="the power went"):
        Vault.open(old, PASSPHRASE, state=tmp_path / "state")
    monkeypatch.undo()
    with Vault.open(old, PASSPHRASE, state=tmp_path / "state") as vault:
        assert vault.check() == []
        assert [hit.heading.id for hit in vault.documents.search("lukasz")] == ["one"]


def test_there_is_one_file_for_each_change():
    assert [int(name[:4]) for name in schema.changes()] == list(range(2, schema.CURRENT + 1))
    assert sorted(path.name for path in PAST.iterdir()) == [f"{number:04}" for number in range(1, schema.CURRENT)]
