"""A file is there whole, for its owner only, or it is not there; and nothing goes over another one unasked."""

import os
import stat

import pytest

from supervision_tui.whole_files import FileExistsAlreadyError, keep, write_whole


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
