"""Copies made while in use, opened to see that they are good, kept by date, restored beside and never over."""

import contextlib
import os
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.vault import (
    Cost,
    NotSavedError,
    Save,
    Vault,
    VaultDamagedError,
    VaultError,
    VaultExistsError,
    Writer,
    WrongPassphraseError,
)
from supervision_tui.vault.backups import dated, surplus
from supervision_tui.vault.storage import statements
from tests.vault.conftest import PASSPHRASE
from tests.whole import examples

try:
    import resource
except ImportError:
    resource = None

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_a_copy_made_while_writing_goes_on_is_whole(filled, tmp_path):
    with filled.open() as vault:
        writer = Writer(vault)
        futures = [writer.submit(Save("note", f"busy{n}", "words " * 500, author="Ann", base=0)) for n in range(40)]
        report = vault.backups.make(tmp_path / "copy")
        writer.close()
        assert all(future.result() for future in futures)
    assert report.documents >= 60
    assert report.size == (tmp_path / "copy" / "records.db").stat().st_size
    Vault.restore(tmp_path / "copy", tmp_path / "restored", PASSPHRASE)
    with Vault.open(tmp_path / "restored", PASSPHRASE, state=filled.state) as vault:
        assert vault.check() == []
        assert len(vault.documents.headings("note")) == report.documents
        assert vault.documents.search("heron")


def test_a_restored_vault_is_beside_and_neither_is_taken_for_the_other(filled, tmp_path):
    with filled.open() as vault:
        vault.backups.make(tmp_path / "copy")
        vault.documents.save(Save("note", "later", "words", author="Ann", base=0))
    Vault.restore(tmp_path / "copy", tmp_path / "restored", PASSPHRASE)
    with filled.open() as vault:
        assert vault.documents.get("note", "later").body == "words"
    with Vault.open(tmp_path / "restored", PASSPHRASE, state=filled.state) as vault:
        assert len(vault.documents.headings("note")) == 60


@contextlib.contextmanager
def no_file_above(size):
    """The system takes no byte of a file beyond *size*, as where a quota is used up."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(resource is None, reason="Windows has no such limit")
def test_a_disk_that_takes_no_more_of_a_copy_is_told_in_words_wherever_it_stops(filled, tmp_path):
    size = filled.records.stat().st_size
    with filled.open() as vault:
        for most in (0, 1, 4096, size // 2, size - 1):
            with no_file_above(most), pytest.raises(NotSavedError, match="Nothing is left behind"):
                vault.backups.make(tmp_path / "copy")
            assert list(tmp_path.glob("*copy*")) == []
        assert vault.backups.make(tmp_path / "copy").documents == 60


def test_a_copy_whose_last_touch_is_refused_is_told_in_words_too(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(statements, "DROP_FACT", "DELETE FROM a_table_that_is_not_there WHERE name = ?")
    with filled.open() as vault, pytest.raises(VaultError, match="What was saved before is safe"):
        vault.backups.make(tmp_path / "copy")
    assert list(tmp_path.glob("*copy*")) == []


@pytest.mark.skipif(resource is None, reason="Windows has no such limit")
@pytest.mark.parametrize("most", [0, 1, 100, 4096, 20_000])
def test_a_disk_that_takes_no_more_of_a_new_vault_is_told_in_words_and_nothing_is_left(tmp_path, most):
    with no_file_above(most), pytest.raises(VaultError):
        Vault.create(tmp_path / "fresh", PASSPHRASE, cost=Cost.FAST, state=tmp_path / "state")
    assert list(tmp_path.glob("*fresh*")) == []


def test_nothing_goes_over_anything(filled, tmp_path):
    before = filled.bytes()
    with filled.open() as vault:
        with pytest.raises(VaultExistsError):
            vault.backups.make(filled.folder)
        vault.backups.make(tmp_path / "copy")
        with pytest.raises(VaultExistsError):
            vault.backups.make(tmp_path / "copy")
    with pytest.raises(VaultExistsError):
        Vault.restore(tmp_path / "copy", filled.folder, PASSPHRASE)
    assert filled.bytes()["records.db"] == before["records.db"]


def test_restoring_only_reads_the_copy(filled, tmp_path):
    with filled.open() as vault:
        vault.backups.make(tmp_path / "copy")
    before = {path.name: path.read_bytes() for path in (tmp_path / "copy").iterdir()}
    with pytest.raises(WrongPassphraseError):
        Vault.restore(tmp_path / "copy", tmp_path / "restored", "not the passphrase")
    Vault.restore(tmp_path / "copy", tmp_path / "restored", PASSPHRASE)
    assert {path.name: path.read_bytes() for path in (tmp_path / "copy").iterdir()} == before


def test_a_vault_in_use_is_no_backup_and_a_copy_with_its_log_is(filled, tmp_path):
    with filled.open() as vault:
        vault.documents.save(Save("note", "later", "only in the log", author="Ann", base=0))
        with pytest.raises(VaultExistsError, match="is no backup"):
            Vault.restore(filled.folder, tmp_path / "restored", PASSPHRASE)
        shutil.copytree(filled.folder, tmp_path / "copied")
        assert vault.check() == []
    Vault.restore(tmp_path / "copied", tmp_path / "restored", PASSPHRASE)
    with Vault.open(tmp_path / "restored", PASSPHRASE, state=filled.state) as vault:
        assert vault.documents.get("note", "later").body == "only in the log"


def test_a_damaged_copy_is_not_restored(filled, tmp_path):
    with filled.open() as vault:
        vault.backups.make(tmp_path / "copy")
    path = tmp_path / "copy" / "records.db"
    content = bytearray(path.read_bytes())
    content[5 * 4096 + 99] ^= 1
    path.write_bytes(content)
    with pytest.raises(VaultError):
        Vault.restore(tmp_path / "copy", tmp_path / "restored", PASSPHRASE)
    assert not (tmp_path / "restored").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_damaged_vault_makes_no_copy_that_looks_good(filled, tmp_path):
    content = bytearray(filled.records.read_bytes())
    content[-2000] ^= 1
    filled.records.write_bytes(content)
    with filled.open() as vault, pytest.raises(VaultDamagedError):
        vault.backups.make(tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_copy_that_comes_out_wrong_is_not_kept(filled, tmp_path, monkeypatch):
    with filled.open() as vault:
        works = vault._opened.database.copy_to

        def goes_wrong(path):
            works(path)
            content = bytearray(path.read_bytes())
            content[-2000] ^= 1
            path.write_bytes(content)

        monkeypatch.setattr(vault._opened.database, "copy_to", goes_wrong)
        with pytest.raises(VaultDamagedError, match="did not come out right"):
            vault.backups.make(tmp_path / "copy")
        with pytest.raises(VaultDamagedError):
            vault.backups.make_dated()
    assert not (tmp_path / "copy").exists()
    assert list((filled.folder / "backups").iterdir()) == []


def test_dated_copies_rotate_and_a_renewed_one_replaces_them_all(filled):
    with filled.open() as vault:
        first = vault.backups.make_dated()
        for _ in range(3):
            vault.backups.make_dated()
        assert first.path.parent == filled.folder / "backups"
        assert len(dated(filled.folder / "backups")) == 4
        removed = vault.documents.delete("note", "n1", author="Ann", reason="filed")
        assert len(removed.backups) == 4
        report = vault.backups.renew()
        assert len(report.removed) == 4
        assert dated(filled.folder / "backups") == [report.path.name]


def test_leftovers_of_an_interrupted_copy_go_after_a_day(filled):
    left = filled.folder / "backups" / ".2026-01-01-120000.abcdef12"
    left.mkdir(parents=True)
    with filled.open() as vault:
        vault.backups.make_dated()
        assert left.exists()
        os.utime(left, (0, 0))
        vault.backups.make_dated()
    assert not left.exists()


@examples(60)
@given(st.lists(st.integers(0, 400 * 24), max_size=60, unique=True))
def test_the_rotation_keeps_the_newest_and_thins_the_old(hours):
    names = sorted((NOON - timedelta(hours=hour)).strftime("%Y-%m-%d-%H%M%S") for hour in hours)
    going = surplus(names, NOON)
    kept = [name for name in names if name not in going]
    assert kept[-5:] == names[-5:]
    assert len(kept) <= 5 + 25 + 7 + 5 + 6
    assert surplus(kept, NOON) == []


def test_a_year_of_daily_copies_comes_down_to_a_score():
    names = [(NOON - timedelta(days=day)).strftime("%Y-%m-%d-%H%M%S") for day in range(365)]
    kept = [name for name in names if name not in surplus(names, NOON)]
    assert 12 <= len(kept) <= 20
    assert names[0] in kept


@pytest.mark.parametrize("where", ["inside", "backups/mine", "deeper/than/that"])
def test_no_vault_is_made_inside_a_vault_by_whatever_name_its_folder_is_called(vault, place, tmp_path, where):
    (tmp_path / "link").symlink_to(place.folder)
    before = sorted(place.folder.rglob("*"))
    for folder in (place.folder, tmp_path / "link"):
        with pytest.raises(VaultExistsError, match="inside a notebook's own folder"):
            vault.backups.make(folder / where)
    vault.backups.make(tmp_path / "elsewhere")
    with pytest.raises(VaultExistsError, match="inside a notebook's own folder"):
        Vault.restore(tmp_path / "elsewhere", place.folder / where, PASSPHRASE)
    assert sorted(place.folder.rglob("*")) == before
