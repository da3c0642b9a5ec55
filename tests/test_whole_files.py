"""A file is there whole, for its owner only, or it is not there; and nothing goes over another one unasked."""

import os
import stat

import pytest

from supervision_tui.whole_files import FileExistsAlreadyError, LinkedFolderError, TargetRefusedError, keep, write_whole


def test_a_file_that_is_there_stays_and_nothing_is_made_for_it(tmp_path):
    path = tmp_path / "family.svg"
    path.write_text("mine", encoding="utf-8")

    def make():
        pytest.fail("it was made all the same")

    with pytest.raises(FileExistsAlreadyError, match="left as it is"):
        keep(make, path)
    assert path.read_text(encoding="utf-8") == "mine"
    keep(lambda: b"new", path, force=True)
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="rights of files are POSIX")
def test_a_file_is_for_its_owner_only_even_where_another_stood_open(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("open")
    path.chmod(0o644)
    keep(lambda: b"new", path, force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_disk_that_refuses_half_way_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("mine")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("supervision_tui.whole_files.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_text() == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("where", ["none/a.txt", "a-file/a.txt"])
def test_a_place_that_cannot_be_written_is_named_in_a_sentence(tmp_path, where):
    (tmp_path / "a-file").write_text("no folder")
    with pytest.raises(OSError, match=r"could not be written: .+\. Nothing was changed\."):
        keep(lambda: b"new", tmp_path / where)
    assert [one.name for one in tmp_path.iterdir()] == ["a-file"]


@pytest.mark.parametrize("inside", ["", "backups", "backups/2026-09-03-100000", "of/my/own"])
def test_nothing_in_clear_is_written_into_a_notebooks_own_folder(tmp_path, inside):
    vault = tmp_path / "vault"
    folder = vault / inside
    folder.mkdir(parents=True)
    for name in ("keys.json", "records.db"):
        (vault / name).touch()
    for force in (False, True):
        with pytest.raises(TargetRefusedError, match="inside a notebook's own folder"):
            keep(lambda: b"words", folder / "record.txt", force=force)
    assert not (folder / "record.txt").exists()
    keep(lambda: b"words", tmp_path / "record.txt")
    assert (tmp_path / "record.txt").read_bytes() == b"words"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_nothing_in_clear_reaches_a_notebooks_folder_through_a_link(tmp_path):
    vault = tmp_path / "vault"
    vault.mkdir()
    for name in ("keys.json", "records.db"):
        (vault / name).touch()
    (tmp_path / "link").symlink_to(vault)
    with pytest.raises(TargetRefusedError, match="inside a notebook's own folder"):
        keep(lambda: b"words", tmp_path / "link" / "record.txt", force=True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_folder_that_is_a_link_is_asked_about(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "shared")
    with pytest.raises(LinkedFolderError, match="is a link to") as caught:
        keep(lambda: b"words", tmp_path / "mine" / "record.txt")
    assert caught.value.folder == tmp_path / "shared"
    assert list((tmp_path / "shared").iterdir()) == []
    keep(lambda: b"words", tmp_path / "mine" / "record.txt", force=True)
    keep(lambda: b"words", tmp_path / "shared" / "other.txt")
    assert sorted(path.name for path in (tmp_path / "shared").iterdir()) == ["other.txt", "record.txt"]
