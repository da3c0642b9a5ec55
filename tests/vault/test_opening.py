"""Every wrong state of a vault has its own name and its own sentence, and leaves every byte as it was."""

import os
import shutil
import signal
import subprocess
import sys
import threading

import pytest

from supervision_tui.vault import (
    Cost,
    NotAVaultError,
    Save,
    Vault,
    VaultBusyError,
    VaultDamagedError,
    VaultEmptyError,
    VaultExistsError,
    VaultNewerError,
    VaultReadOnlyError,
    VaultRolledBackError,
    VaultSwappedError,
    VaultTruncatedError,
    VaultUnencryptedError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from supervision_tui.vault.storage import schema, statements
from tests.patience import PATIENCE
from tests.vault.conftest import PASSPHRASE, Place


def refused(place, error, match, passphrase=PASSPHRASE):
    """Opening is refused with *error*, twice the same, and nothing changes."""
    before = place.bytes()
    for _ in range(2):
        with pytest.raises(error, match=match) as caught:
            place.open(passphrase)
        assert type(caught.value) is error
        assert str(caught.value).endswith(".")
    assert place.bytes() == before


def test_a_wrong_passphrase(place):
    refused(place, WrongPassphraseError, "does not open the vault. Nothing was changed", "a lamp for the herons")


def test_no_vault_at_all(tmp_path):
    with pytest.raises(NotAVaultError, match="There is no vault in"):
        Vault.open(tmp_path / "nowhere", PASSPHRASE)
    assert not (tmp_path / "nowhere").exists()


def test_an_empty_file(place):
    place.records.write_bytes(b"")
    refused(place, VaultEmptyError, "is empty, though it held records")


def test_a_short_file(place):
    place.records.write_bytes(place.records.read_bytes()[:1000])
    refused(place, VaultTruncatedError, "ends after 1000 bytes")


def test_a_plain_database(place):
    place.records.write_bytes(b"SQLite format 3\0" + bytes(8176))
    refused(place, VaultUnencryptedError, "unencrypted")


def test_a_foreign_file(place):
    place.records.write_bytes(b"%PDF-1.7 and so on" * 1000)
    refused(place, VaultSwappedError, "does not belong to this vault")


def test_another_vaults_records(place, tmp_path):
    other, _ = Vault.create(tmp_path / "other", PASSPHRASE, cost=Cost.FAST, state=tmp_path / "state")
    other.close()
    shutil.copy(tmp_path / "other" / "records.db", place.records)
    refused(place, VaultSwappedError, "does not belong to this vault")


def test_another_vaults_records_dressed_up_as_this_one(place, tmp_path):
    other, _ = Vault.create(tmp_path / "other", PASSPHRASE, cost=Cost.FAST, state=tmp_path / "state")
    other.close()
    ours, theirs = place.records.read_bytes(), (tmp_path / "other" / "records.db").read_bytes()
    place.records.write_bytes(ours[:16] + theirs[16:])
    refused(place, VaultDamagedError, "The passphrase is right, but")


def test_another_vaults_keys(place, tmp_path):
    other, _ = Vault.create(tmp_path / "other", PASSPHRASE, cost=Cost.FAST, state=tmp_path / "state")
    other.close()
    shutil.copy(tmp_path / "other" / "keys.json", place.folder)
    shutil.copy(tmp_path / "other" / "keys.second.json", place.folder)
    refused(place, VaultSwappedError, "does not belong to this vault")


@pytest.mark.parametrize("missing", ["records.db", "keys"])
def test_a_part_is_missing(place, missing):
    for path in place.folder.glob(f"{missing}*"):
        path.unlink()
    refused(place, VaultDamagedError, "missing")


def test_a_newer_key_file(place):
    for name in ("keys.json", "keys.second.json"):
        path = place.folder / name
        path.write_text(path.read_text().replace('"format": 1', '"format": 2'))
    refused(place, VaultNewerError, "newer version of the program")


def test_newer_tables(place):
    with place.open() as vault, vault._opened.database.writing() as transaction:
        transaction.execute("PRAGMA user_version=99")
    refused(place, VaultNewerError, "Update the program")


def test_newer_tables_that_an_older_program_can_read_are_only_read(place):
    """A change that only adds says so: roll the program back, and the notebook is still read, and not written."""
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "first words", author="Ann", base=0))
        with vault._opened.database.writing() as transaction:
            transaction.execute(f"PRAGMA user_version={schema.CURRENT + 1}")
            transaction.execute(statements.SET_FACT, (schema.READABLE_FROM, schema.CURRENT))
            transaction.execute("CREATE TABLE added (number INTEGER)")
    with place.open() as vault:
        assert vault.read_only
        assert any("newer version" in warning and "reading only" in warning for warning in vault.warnings)
        assert vault.documents.get("note", "a").body == "first words"
        with pytest.raises(VaultReadOnlyError):
            vault.documents.save(Save("note", "a", "second", author="Ann", base=1))
    with place.open() as vault:
        assert vault.documents.get("note", "a").version == 1


def test_an_older_copy_is_told_and_can_be_accepted(place, tmp_path):
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "first", author="Ann", base=0))
    shutil.copytree(place.folder, tmp_path / "older")
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "second", author="Ann", base=1))
        vault.documents.save(Save("note", "a", "third", author="Ann", base=2))
    shutil.rmtree(place.folder)
    shutil.copytree(tmp_path / "older", place.folder)
    refused(place, VaultRolledBackError, "2 saved changes that were made on this machine are missing")
    with place.open(accept_older=True) as vault:
        assert vault.documents.get("note", "a").body == "first"
    with place.open() as vault:
        assert vault.documents.get("note", "a").body == "first"


def test_even_one_missing_save_is_told(place, tmp_path):
    shutil.copytree(place.folder, tmp_path / "older")
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "first", author="Ann", base=0))
    older = Place(tmp_path / "older", place.state, "")
    refused(older, VaultRolledBackError, "1 saved changes that were made on this machine are missing")


def test_a_copy_with_another_history_is_told(place, tmp_path):
    shutil.copytree(place.folder, tmp_path / "twin")
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "ours", author="Ann", base=0))
    twin = Place(tmp_path / "twin", tmp_path / "twin-state", "")
    with twin.open() as vault:
        for version in range(3):
            vault.documents.save(Save("note", "a", f"theirs {version}", author="Ben", base=version))
    shutil.rmtree(place.folder)
    shutil.copytree(twin.folder, place.folder)
    refused(place, VaultRolledBackError, "its history is not the one")


def test_a_second_program_is_told_who_has_it_and_may_read(place):
    holder = place.open()
    holder.documents.save(Save("note", "a", "words", author="Ann", base=0))
    before = place.bytes()
    with pytest.raises(VaultBusyError, match=r"open in another window or program \(process \d+ on .*\)"):
        place.open()
    with place.open(read_only=True) as reader:
        assert reader.documents.get("note", "a").body == "words"
        holder.documents.save(Save("note", "a", "more", author="Ann", base=1))
        assert reader.documents.get("note", "a").body == "more"
        with pytest.raises(VaultReadOnlyError):
            reader.documents.save(Save("note", "a", "no", author="Ben", base=2))
    assert before.keys() <= place.bytes().keys()
    holder.close()
    place.open().close()


def test_a_second_process_is_told_too(place):
    code = (
        "import sys; from pathlib import Path; from supervision_tui.vault import Save, Vault, VaultBusyError\n"
        "try: Vault.open(Path(sys.argv[1]), sys.argv[2], state=Path(sys.argv[3]))\n"
        "except VaultBusyError as error: print(error)"
    )
    arguments = [sys.executable, "-c", code, str(place.folder), PASSPHRASE, str(place.state)]
    with place.open():
        told = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert "open it here for reading only" in told.stdout
    assert told.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a file that is open")
@pytest.mark.parametrize("deed", ["delete", "replace", "rename the folder"])
def test_without_its_lock_file_a_second_program_still_does_not_get_in(place, deed):
    lock = place.folder / "in-use.lock"
    with place.open() as first:
        if deed == "rename the folder":
            place.folder = place.folder.rename(place.folder.with_name("elsewhere"))
        else:
            lock.unlink()
        if deed == "replace":
            lock.touch()
        with pytest.raises(VaultBusyError, match="open in another window or program"):
            place.open()
        with pytest.raises(VaultBusyError):
            place.open(alone=False)
        with place.open(read_only=True) as reader:
            assert reader.documents.kinds() == []
        if deed != "rename the folder":
            assert first.documents.save(Save("note", "a", "words", author="Ann", base=0)).version == 1
    place.open().close()


@pytest.mark.skipif(os.name == "nt", reason="signals the POSIX way")
def test_a_suspended_holder_keeps_the_vault_and_a_killed_one_gives_it_back(place):
    code = (
        "import sys, time; from pathlib import Path; from supervision_tui.vault import Save, Vault\n"
        "vault = Vault.open(Path(sys.argv[1]), sys.argv[2], state=Path(sys.argv[3]))\n"
        "vault.documents.save(Save('note', 'a', 'words', author='Ann', base=0))\n"
        "print('held', flush=True); time.sleep(60)"
    )
    arguments = [sys.executable, "-c", code, str(place.folder), PASSPHRASE, str(place.state)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        with pytest.raises(VaultBusyError, match=str(holder.pid)):
            place.open()
        holder.kill()
    with place.open() as vault:
        assert vault.documents.get("note", "a").body == "words"


def test_waiting_for_the_other_program_to_finish(place):
    holder = place.open()
    threading.Timer(0.01, holder.close).start()
    place.open(wait=PATIENCE).close()


def test_short_commands_may_share_but_not_with_one_that_is_alone(place):
    with place.open(alone=False) as one, place.open(alone=False) as two:
        one.documents.save(Save("note", "a", "words", author="Ann", base=0))
        two.documents.save(Save("note", "a", "words on", author="Ben", base=1))
        with pytest.raises(VaultBusyError):
            place.open()


def test_a_new_vault_never_goes_over_anything(place, tmp_path):
    before = place.bytes()
    with pytest.raises(VaultExistsError):
        Vault.create(place.folder, PASSPHRASE, cost=Cost.FAST)
    assert place.bytes() == before
    (tmp_path / "file").write_text("mine")
    with pytest.raises(VaultExistsError):
        Vault.create(tmp_path / "file", PASSPHRASE, cost=Cost.FAST)
    place.records.write_bytes(b"")
    with pytest.raises(VaultExistsError):
        Vault.create(place.folder, PASSPHRASE, cost=Cost.FAST)


def test_a_new_vault_may_go_into_an_empty_folder(tmp_path):
    (tmp_path / "empty").mkdir()
    vault, _ = Vault.create(tmp_path / "empty", PASSPHRASE, cost=Cost.FAST, state=tmp_path / "state")
    vault.close()
    assert {path.name for path in tmp_path.iterdir()} == {"empty", "state"}


def test_a_weak_passphrase_makes_no_vault(tmp_path):
    with pytest.raises(WeakPassphraseError):
        Vault.create(tmp_path / "vault", "password1234", cost=Cost.FAST)
    assert not list(tmp_path.iterdir())


def test_losing_the_noted_state_is_no_reason_to_refuse(place):
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "first", author="Ann", base=0))
    shutil.rmtree(place.state)
    place.open().close()


@pytest.mark.parametrize("noted", ["", "{", '{"seq": -1, "hash": "x"}', '{"seq": "a"}', "[]", "null"])
def test_an_unreadable_note_of_the_state_is_passed_over(place, noted):
    (note,) = (place.state / "heads").iterdir()
    note.write_text(noted)
    place.open().close()


def test_a_file_copied_without_its_log_is_told_to_be_old_on_every_machine(place, tmp_path):
    with place.open() as vault:
        vault.documents.save(Save("note", "n", "the newest words", author="Ann", base=0))
        (tmp_path / "copy").mkdir()
        for name in ("records.db", "keys.json", "keys.second.json"):
            shutil.copy(place.folder / name, tmp_path / "copy" / name)
        shutil.copytree(place.folder, tmp_path / "whole")
        report = vault.backups.make(tmp_path / "backup")
    for folder, told in (("copy", True), ("whole", False), ("backup", False)):
        with Vault.open(tmp_path / folder, PASSPHRASE, state=tmp_path / f"state of {folder}") as copy:
            assert any("without the log" in warning for warning in copy.warnings) is told, folder
            assert bool(copy.documents.headings("note")) is not told
            assert copy.check() == []
    assert report.documents == 1
    with place.open() as vault:
        assert not any("without the log" in warning for warning in vault.warnings)


def test_a_program_that_ended_without_closing_leaves_no_alarm(place):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from supervision_tui.vault import Save, Vault\n"
        "vault = Vault.open(Path(sys.argv[1]), sys.argv[2], state=Path(sys.argv[3]))\n"
        "vault.documents.save(Save('note', 'a', 'words', author='Ann', base=0))\n"
        "raise SystemExit('ended by something unforeseen')\n"
    )
    arguments = [sys.executable, "-c", code, str(place.folder), PASSPHRASE, str(place.state)]
    assert subprocess.run(arguments, capture_output=True, check=False).returncode == 1
    with place.open(read_only=True) as vault:
        assert vault.warnings == ()
    with place.open() as vault:
        assert vault.warnings == ()
        assert vault.documents.get("note", "a").body == "words"


def test_records_that_have_a_second_name_elsewhere_are_only_read(place, tmp_path):
    """Each of two names has a log of its own, so two programs could write into the one file."""
    with place.open() as vault:
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
    try:
        (tmp_path / "elsewhere.db").hardlink_to(place.records)
    except OSError:
        pytest.skip("this disk knows no second names")
    with place.open() as vault:
        assert any("second name" in warning for warning in vault.warnings)
        with pytest.raises(VaultReadOnlyError):
            vault.documents.save(Save("note", "b", "words", author="Ann", base=0))
        assert vault.documents.get("note", "a").body == "words"
    (tmp_path / "elsewhere.db").unlink()
    with place.open() as vault:
        assert vault.warnings == ()
        vault.documents.save(Save("note", "b", "words", author="Ann", base=0))
