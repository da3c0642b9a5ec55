"""What a vault leaves outside itself: no plain text, no rights for others, no slow imports."""

import os
import stat
import subprocess
import sys
from pathlib import PurePosixPath

import pytest

from supervision_tui.vault import ConflictError, Cost, Save, Vault, VaultError, Writer
from supervision_tui.vault.disk import disk_reserve, filesystem
from tests.vault.conftest import PASSPHRASE

MARKS = [b"Ottoline", b"Quarrington", b"zebrafinch", b"tamarisk", b"peregrine"]


def everything(*folders) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def test_no_word_of_a_session_is_in_any_file_the_program_writes(tmp_path, monkeypatch, capfd):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR", "HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.delenv("SUPERVISION_TUI_STATE", raising=False)
    passphrase = "peregrine lamps in the rain"
    vault, words = Vault.create(tmp_path / "vault", passphrase, cost=Cost.FAST)
    writer = Writer(vault)
    text = "Ottoline Quarrington saw a zebrafinch under the tamarisk. "
    vault.private.create("Ottoline", passphrase, Cost.FAST)
    for number in range(20):
        writer.submit(
            Save("note", f"n{number}", text * 200, author="Quarrington", base=0, title=text, search=text * 200)
        )
    assert writer.flush()
    vault.documents.save(Save("own", "a", text, author="Ottoline", base=0, title=text, sealed=True))
    with pytest.raises(ConflictError):
        vault.documents.save(Save("note", "n1", f"{text} too", author="Ottoline", base=0))
    assert vault.documents.search("zebrafinch tamarisk")
    vault.documents.delete("note", "n2", author="Ottoline", reason=text)
    vault.backups.make_dated()
    with pytest.raises(VaultError):
        Vault.open(tmp_path / "vault", f"{passphrase} wrong")
    while_open = everything(tmp_path)
    assert any(path.endswith("-wal") for path in while_open)
    writer.close()
    vault.close()
    told = capfd.readouterr()
    found = while_open | everything(tmp_path) | {"out": told.out.encode(), "err": told.err.encode()}
    marks = [*MARKS, *(mark.decode().encode("utf-16-le") for mark in MARKS), str(words).encode()]
    assert [path for path, content in found.items() if any(mark in content for mark in marks)] == []


def test_deleted_words_are_in_no_page_of_the_records_any_more(place):
    with place.open() as vault:
        for number in range(30):
            text = f"heron {number} " * 100 + ("zebrafinch" if number == 7 else "")
            vault.documents.save(Save("note", f"n{number}", text, author="Ann", base=0, title=text[:20], search=text))
        vault.documents.delete("note", "n7", author="Ann", reason="filed")
    with place.open() as vault, vault._opened.database.reading() as transaction:
        tables = [row[0] for row in transaction.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        content = b"".join(
            repr(row).encode()
            for table in tables
            for row in transaction.rows(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the database itself
        )
    assert b"heron" in content
    assert b"zebrafinch" not in content
    assert b"ebrafinch" not in content


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights; the folder's own protect it")
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_files_are_for_their_owner_only_whatever_the_umask(tmp_path, mask):
    before = os.umask(mask)
    try:
        vault, _ = Vault.create(tmp_path / "vault", PASSPHRASE, cost=Cost.FAST, state=tmp_path / "state")
        vault.private.create_on_this_device("Ann")
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
        vault.credentials.change_passphrase(PASSPHRASE, "quiet otters by the weir", cost=Cost.FAST)
        vault.backups.make_dated()
        Vault.restore(vault.backups.make_dated().path, tmp_path / "restored", "quiet otters by the weir")
        paths = [path for name in ("vault", "state", "restored") for path in (tmp_path / name).rglob("*")]
        files = {str(path): stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()}
        folders = {
            str(path): stat.S_IMODE(path.stat().st_mode)
            for path in [tmp_path / "vault", tmp_path / "restored", *(path for path in paths if path.is_dir())]
        }
        vault.close()
    finally:
        os.umask(before)
    assert any(name.endswith("-wal") for name in files)
    assert {name: oct(mode) for name, mode in files.items() if mode & 0o077} == {}
    assert {
        name: oct(mode) for name, mode in folders.items() if "vault" in name or "restored" in name if mode & 0o077
    } == {}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_lock_file_that_is_a_link_is_not_followed(place, tmp_path):
    target = tmp_path / "target"
    target.write_text("untouched")
    (place.folder / "in-use.lock").unlink()
    (place.folder / "in-use.lock").symlink_to(target)
    with pytest.raises(VaultError):
        place.open()
    assert target.read_text() == "untouched"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_lock_file_that_is_another_file_too_is_made_anew(place, tmp_path):
    target = tmp_path / "target"
    target.write_text("untouched")
    (place.folder / "in-use.lock").unlink()
    (place.folder / "in-use.lock").hardlink_to(target)
    place.open().close()
    assert target.read_text() == "untouched"


def loaded_after(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(told.stdout.split())


def test_importing_the_package_loads_nothing_heavy():
    loaded = loaded_after("import supervision_tui.vault")
    assert not loaded & {
        "nacl",
        "pydantic",
        "sqlcipher3",
        "keyring",
        "platformdirs",
        "textual",
    }


def test_opening_a_vault_loads_only_what_it_needs(place):
    code = (
        "from pathlib import Path\nfrom supervision_tui.vault import Vault\n"
        f"Vault.open(Path({str(place.folder)!r}), {PASSPHRASE!r}, state=Path({str(place.state)!r})).close()"
    )
    loaded = loaded_after(code)
    assert "sqlcipher3" in loaded
    assert not loaded & {"keyring", "textual", "networkx", "typer"}


def test_nothing_in_the_program_opens_files_with_the_plain_engine(request):
    root = request.config.rootpath / "supervision_tui"
    using = [path.name for path in root.rglob("*.py") if "import sqlite3" in path.read_text("utf-8")]
    assert using == []


MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
//files/team /mnt/team\\040share cifs rw 0 0
tmpfs /home/ann/quick tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/vault", "ext4"),
        ("/home/ann/vault", "nfs4"),
        ("/mnt/team share/vault", "cifs"),
        ("/home/ann/quick/vault", "tmpfs"),
        ("/homestead", "ext4"),
    ],
)
def test_network_disks_are_known_by_their_file_system(path, kind):
    assert place_of(PurePosixPath(path)) == kind


def place_of(path) -> str:
    return filesystem.file_system(path, MOUNTS)


def test_the_list_of_macos_is_read_as_well():
    listed = (
        "/dev/disk3s1 on / (apfs, sealed, local)\n//team@server/share on /Volumes/team share (smbfs, nodev)\n"
        "map auto_home on /System/Volumes/Data/home (autofs)\n"
    )
    mounts = filesystem.as_proc_mounts(listed)
    assert filesystem.file_system(PurePosixPath("/Volumes/team share/vault"), mounts) == "smbfs"
    assert filesystem.file_system(PurePosixPath("/Users/ann/vault"), mounts) == "apfs"


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Borough Council/vault", "OneDrive"),
        ("Dropbox/vault", "Dropbox"),
        ("My Drive/v", "Google Drive"),
        ("v", ""),
    ],
)
def test_synced_folders_are_told_and_get_the_safer_journal(tmp_path, folder, service):
    vault, _ = Vault.create(tmp_path / folder, PASSPHRASE, cost=Cost.FAST, state=tmp_path / "state")
    with vault, vault._opened.database.raw_connection() as raw:
        mode = raw.execute("PRAGMA journal_mode").fetchone()[0]
        assert raw.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert raw.execute("PRAGMA secure_delete").fetchone()[0] == 1
    assert mode == ("delete" if service else "wal")
    assert any(service in warning for warning in vault.warnings) == bool(service) or not service
    assert len([warning for warning in vault.warnings if "copies to other machines" in warning]) == bool(service)


def test_the_reserve_is_kept_where_there_is_room(vault):
    assert (vault.folder / disk_reserve.NAME).stat().st_size == disk_reserve.SIZE
