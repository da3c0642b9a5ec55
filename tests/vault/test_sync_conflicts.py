"""Copies that a synchroniser put beside the records are named, and can be read; nothing is merged or removed."""

import json
import shutil

import pytest

from supervision_tui.vault import Cost, Save, Vault, VaultReadOnlyError
from supervision_tui.vault.disk.sync_conflicts import conflict_copies, conflict_warning, is_conflict_copy
from supervision_tui.workspace import create_vault
from supervision_tui.workspace.notebook import doctor
from tests.vault.conftest import PASSPHRASE
from tests.vault.test_commands import quick, run  # noqa: F401 - fixtures

BY_SERVICE = {
    "OneDrive": "records-LAPTOPB.db",
    "OneDrive, a second time": "records-LAPTOPB-2.db",
    "Dropbox": "records (Ann's conflicted copy 2026-09-03).db",
    "Dropbox in Welsh hands": "records (Copi mewn gwrthdaro Siân 2026-09-03).db",
    "Nextcloud": "records (conflicted copy 2026-09-03 101010).db",
    "ownCloud of before": "records_conflict-20260903-101010.db",
    "Syncthing": "records.sync-conflict-20260903-101010-ABCDEFG.db",
    "Google Drive": "records (1).db",
    "Google Drive, in the browser": "Copy of records.db",
    "iCloud": "records 2.db",
    "Finder": "records copy.db",
    "Windows": "records - Copy.db",
    "rclone": "records.db.conflict1",
    "Synology": "records_LAPTOPB_Sep-03-101010-2026_Conflict.db",
    "Seafile": "records (SFConflict ann@example.org 2026-09-03-10-10-10).db",
    "a disk that knows capitals only": "RECORDS (1).DB",
}


@pytest.fixture
def diverged(place):
    """A vault whose copy, made by another machine, says something else."""
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "as it was", author="Ann", base=0))
    other = place.folder / "records-LAPTOPB.db"
    shutil.copyfile(place.records, other)
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "this machine", author="Ann", base=1))
    return place, other


@pytest.mark.parametrize("name", BY_SERVICE.values(), ids=BY_SERVICE)
def test_a_copy_of_every_service_is_named(place, name):
    shutil.copyfile(place.records, place.folder / name)
    assert [path.name for path in conflict_copies(place.folder)] == [name]
    with place.open() as vault:
        assert any(name in warning for warning in vault.warnings)
        (finding,) = [finding for finding in vault.check() if name in finding.message]
        assert not finding.grave


@pytest.mark.parametrize(
    "name",
    [
        "keys-LAPTOPB.json",
        "keys (conflicted copy).json",
        "keys.second-LAPTOPB.json",
        "keys.json.conflict1",
        "records-LAPTOPB.db-wal",
        "records.sync-conflict-20260903-101010-ABCDEFG.db-wal",
        "records.db-wal (conflicted copy)",
    ],
)
def test_a_copy_of_the_key_file_or_the_log_is_named_too_and_is_not_offered_to_read(place, name):
    shutil.copyfile(place.folder / "keys.json", place.folder / name)
    assert name in conflict_warning(place.folder)
    assert "F7" not in conflict_warning(place.folder)
    assert not is_conflict_copy(place.folder / name)


@pytest.mark.parametrize("name", [".records.db.icloud", ".syncthing.records.db.tmp", "~syncthing~records.db.tmp"])
def test_a_file_that_is_on_its_way_is_no_such_copy(place, name):
    (place.folder / name).write_bytes(b"")
    assert conflict_copies(place.folder) == []


def test_what_the_program_writes_itself_is_no_such_copy(place):
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
        vault.backups.make_dated()
        assert {"records.db-wal", "reserve", "in-use.lock"} <= {path.name for path in place.folder.iterdir()}
        assert conflict_copies(place.folder) == []
        assert vault.check() == []


@pytest.mark.parametrize("name", ["records-LAPTOPB.db", "Copy of records.db", "records.db.conflict1"])
def test_such_a_copy_is_read_beside_and_cannot_be_changed(diverged, name):
    place, other = diverged
    other = other.rename(other.with_name(name))
    before = place.bytes()
    with Vault.open(other, PASSPHRASE, state=place.state) as copy:
        assert copy.documents.get("note", "a").body == "as it was"
        assert any(name in warning and "reading only" in warning for warning in copy.warnings)
        with pytest.raises(VaultReadOnlyError):
            copy.documents.save(Save("note", "a", "no", author="Ann", base=1))
    assert place.bytes() == before
    with place.open() as vault:
        assert vault.documents.get("note", "a").body == "this machine"


def test_it_is_read_while_the_notebook_itself_is_open(diverged):
    place, other = diverged
    with place.open() as vault, Vault.open(other, PASSPHRASE, state=place.state) as copy:
        assert copy.documents.get("note", "a").body == "as it was"
        assert vault.documents.save(Save("note", "a", "further", author="Ann", base=2)).version == 3


def test_commands_name_it_and_read_it(diverged, run):  # noqa: F811 - the fixture
    place, other = diverged
    assert "LAPTOPB" in run("check", "--vault", place.folder).stdout
    assert "as it was" in run("history", "note", "a", "--version", 1, "--vault", other).stdout


def test_the_doctor_names_it(tmp_path, monkeypatch):
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))
    workspace, _ = create_vault(tmp_path / "home" / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    workspace.close()
    shutil.copyfile(tmp_path / "home/vault/records.db", tmp_path / "home/vault/records-LAPTOPB.db")
    told = json.dumps([str(check) for check in doctor.run_checks() if "notebook" in str(check)])
    assert "LAPTOPB" in told
