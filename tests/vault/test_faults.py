# ruff: noqa: S607 - mount and umount are found on the path of the machine that tests
"""Damage, kills, full disks, many writers: the short form of ``benchmarks/faults.py``."""

import json
import os
import shutil
import subprocess
import sys
from itertools import chain as joined
from pathlib import Path

import pytest

from benchmarks import _calls, _damage, _power
from supervision_tui.vault import (
    DiskFullError,
    NotSavedError,
    Save,
    Vault,
    VaultDamagedError,
    VaultReadOnlyError,
    Writer,
)
from supervision_tui.vault.disk import disk_reserve
from tests.vault.conftest import PASSPHRASE

posix = pytest.mark.skipif(os.name == "nt", reason="children are forked and signals sent the POSIX way")
SEED = 20261123


@pytest.fixture
def tmpfs(tmp_path):
    """A small disk of this test's own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("a small disk can be mounted only by root on Linux")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], capture_output=True, check=False)


def test_a_file_cut_short_anywhere_is_always_noticed(filled, tmp_path):
    content = filled.records.read_bytes()
    with filled.open() as vault:
        truth = _damage.texts(vault)
    cuts = list(_damage.cuts(content))
    tally = _damage.judge_all(filled.folder, tmp_path / "work", filled.state, iter(cuts), truth)
    assert tally.well, tally
    assert tally.harmless == 0, tally


def test_a_flipped_bit_or_a_misplaced_page_is_noticed_or_harmless(filled, tmp_path):
    content = filled.records.read_bytes()
    with filled.open() as vault:
        truth = _damage.texts(vault)
    damages = joined(_damage.flips(content, 18, SEED), _damage.pages(content, 8, SEED))
    tally = _damage.judge_all(filled.folder, tmp_path / "work", filled.state, damages, truth)
    assert tally.well, tally
    assert tally.told_at_opening + tally.told_later > 20, tally


def test_damage_leaves_the_rest_readable_names_what_it_touches_and_stops_writing(filled):
    with filled.open() as vault:
        truth = _damage.texts(vault)
    content = bytearray(filled.records.read_bytes())
    size = len(content) // 4096
    for page in range(size // 2, size // 2 + 3):
        content[page * 4096 + 100] ^= 1
    filled.records.write_bytes(content)
    with filled.open() as vault:
        readable, lost = {}, set()
        for kind, ident in truth:
            try:
                readable[kind, ident] = vault.documents.get(kind, ident).body
            except VaultDamagedError:
                lost.add((kind, ident))
        assert all(truth[key] == body for key, body in readable.items())
        assert len(readable) > 25
        named = set().union(*(finding.documents for finding in vault.check()))
        assert lost <= named
        assert vault.read_only
        with pytest.raises(VaultReadOnlyError):
            vault.documents.save(Save("note", "new", "words", author="Ann", base=0))


@posix
def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path):
    command = [sys.executable, "-m", "benchmarks._kills", str(tmp_path), "16", str(SEED)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert told["acknowledged"] > 40


@pytest.mark.skipif(not _calls.available(), reason="the order of system calls is read with strace, on Linux")
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace tells what was written, and when it was synced")
def test_when_the_power_goes_whatever_was_acknowledged_is_there(tmp_path):
    told, wrong = _power.run(tmp_path, 12, seed=3)
    assert told.startswith("12 states")
    assert wrong == []


def test_a_page_that_was_half_written_when_the_power_went_stands_whole_in_the_log(place, tmp_path):
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0, search="words"))
        shutil.copytree(place.folder, tmp_path / "found")
    content = bytearray((tmp_path / "found" / "records.db").read_bytes())
    log = (tmp_path / "found" / "records.db-wal").read_bytes()
    in_log = {int.from_bytes(log[at : at + 4], "big") for at in range(32, len(log), 24 + _damage.PAGE)}
    half = next(page for page in sorted(in_log) if 1 < page <= len(content) // _damage.PAGE)
    content[(half - 1) * _damage.PAGE : half * _damage.PAGE - 512] = bytes(_damage.PAGE - 512)
    (tmp_path / "found" / "records.db").write_bytes(content)
    with Vault.open(tmp_path / "found", PASSPHRASE, state=tmp_path / "state") as vault:
        assert vault.documents.get("note", "a").body == "words"
        assert [finding for finding in vault.check() if finding.grave] == []
        assert not vault.read_only


def test_saved_is_said_only_after_the_disk_has_it(tmp_path):
    _calls.made(tmp_path)
    said, code, errors = _calls.traced("save", tmp_path)
    assert (said, code) == (b"DONE\n", 0), errors
    trace = (tmp_path / "trace").read_text("utf-8", "replace").splitlines()
    done = next(at for at, line in enumerate(trace) if "DONE" in line)
    written = [at for at, line in enumerate(trace[:done]) if "pwrite64" in line and "records.db-wal" in line]
    synced = [at for at, line in enumerate(trace[:done]) if "sync(" in line and "records.db-wal" in line]
    assert written
    assert written[-1] < synced[-1] < done


def test_four_programs_that_save_at_the_same_time_lose_nothing(place):
    code = (
        "import sys\nfrom pathlib import Path\nfrom supervision_tui.vault import Save, Vault\n"
        "with Vault.open(Path(sys.argv[1]), sys.argv[2], alone=False, wait=100, state=Path(sys.argv[3])) as vault:\n"
        "    for n in range(60):\n"
        "        save = Save('note', f'{sys.argv[4]}-{n % 12}', f'text {n}', author=sys.argv[4], base=n // 12)\n"
        "        vault.documents.save(save)\n"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(place.folder), PASSPHRASE, str(place.state), name],
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in "ABCD"
    ]
    for process in started:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    with place.open() as vault:
        assert len(vault.documents.headings("note")) == 48
        for name in "ABCD":
            assert [vault.documents.get("note", f"{name}-{n}").body for n in range(12)] == [
                f"text {n + 48}" for n in range(12)
            ]
            assert all(len(vault.documents.history("note", f"{name}-{n}")) == 5 for n in range(12))
        assert vault.check() == []


def test_a_full_disk_refuses_a_save_and_harms_nothing(vault):
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    vault.documents.save(Save("note", "a", "before", author="Ann", base=0))
    writer = Writer(vault)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    big = "".join(str(number) for number in range(400_000))
    resource.setrlimit(resource.RLIMIT_FSIZE, (vault.folder.joinpath("records.db").stat().st_size, hard))
    try:
        with pytest.raises(NotSavedError, match="What was saved before is safe"):
            vault.documents.save(Save("note", "a", big, author="Ann", base=1))
        with pytest.raises(NotSavedError):
            writer.submit(Save("note", "b", big, author="Ann", base=0)).result()
        assert vault.documents.get("note", "a").body == "before"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    (again,) = writer.retry()
    assert again.result().body == big
    writer.close()
    assert vault.check() == []


def test_the_reserve_takes_the_last_words_when_the_disk_is_full(tmpfs, place, monkeypatch):
    monkeypatch.setattr(disk_reserve, "_ONLY_ABOVE", 0)
    monkeypatch.setattr(disk_reserve, "SIZE", 2 << 20)
    folder = tmpfs / "vault"
    shutil.copytree(place.folder, folder)
    (folder / disk_reserve.NAME).unlink(missing_ok=True)
    with Vault.open(folder, PASSPHRASE, state=place.state) as vault:
        assert (folder / disk_reserve.NAME).exists()
        assert "disk" in vault.space_warning()
        last_words = []
        with pytest.raises(DiskFullError, match="The disk is full"):
            fill(vault, last_words)
        assert last_words
        assert not (folder / disk_reserve.NAME).exists()
        saved = len(vault.documents.headings("note"))
        assert saved > 10
        assert all(vault.documents.get("note", str(number)).body for number in range(saved))
        with pytest.raises(NotSavedError, match="Nothing is left behind"):
            vault.backups.make(tmpfs / "copy")
        assert sorted(path.name for path in tmpfs.iterdir()) == ["vault"]
    with Vault.open(folder, PASSPHRASE, state=place.state) as vault:
        assert len(vault.documents.headings("note")) == saved


def test_a_disk_that_cannot_be_written_to_can_still_be_read(tmpfs, place):
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
    folder = tmpfs / "vault"
    shutil.copytree(place.folder, folder, ignore=shutil.ignore_patterns(disk_reserve.NAME))
    subprocess.run(["mount", "-o", "remount,ro", str(tmpfs)], check=True)
    with pytest.raises(VaultReadOnlyError, match="Open it for reading only"):
        Vault.open(folder, PASSPHRASE, state=place.state)
    with Vault.open(folder, PASSPHRASE, state=place.state, read_only=True) as vault:
        assert vault.documents.get("note", "a").body == "words"


def fill(vault, after_the_reserve):
    """Save until the disk is full; notes what could be saved once the reserve had been given up."""
    for number in range(1000):
        vault.documents.save(Save("note", str(number), os.urandom(30_000).hex(), author="Ann", base=0))
        if not (vault.folder / disk_reserve.NAME).exists():
            after_the_reserve.append(number)


@posix
def test_a_vault_whose_files_went_away_acknowledges_nothing_more(vault):
    vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
    shutil.move(vault.folder, vault.folder.with_name("moved"))
    with pytest.raises(NotSavedError, match="not in their place any more"):
        vault.documents.save(Save("note", "b", "words", author="Ann", base=0))
    shutil.move(vault.folder.with_name("moved"), vault.folder)
    vault.documents.save(Save("note", "b", "words", author="Ann", base=0))
    assert vault.check() == []
