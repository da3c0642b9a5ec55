"""The vault's commands: data on stdout, words on stderr, passphrases never on the command line."""

import contextlib
import json
import os
import shutil

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.notebook.vault import app
from supervision_tui.cli.root import app as whole_app
from supervision_tui.vault import ConflictError, Cost, Save, Vault
from supervision_tui.vault.keys import wrapping as vault_keys
from tests.vault.conftest import PASSPHRASE, tamper

NEW = "quiet otters by the weir"


@pytest.fixture(autouse=True)
def quick(monkeypatch, tmp_path):
    """Small Argon2 parameters and a state folder of the test's own."""
    monkeypatch.setattr(vault_keys.Cost.STANDARD, "_value_", Cost.FAST.value)
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))


@pytest.fixture
def run(tmp_path):
    """Run a command with the vault's passphrase in a file."""
    (tmp_path / "secret").write_text(f"{PASSPHRASE}\n")
    (tmp_path / "new").write_text(f"{NEW}\n")

    def go(*words, passphrase=True, code=0):
        extra = ["--passphrase-file", str(tmp_path / "secret")] if passphrase else []
        done = CliRunner().invoke(app, [*map(str, words), *extra])
        assert done.exit_code == code, (done.output, done.exception)
        assert PASSPHRASE not in done.output
        return done

    return go


def test_create_check_backup_restore(run, tmp_path):
    folder = tmp_path / "vault"
    made = run("create", "--name", "Amina", "--vault", folder)
    assert len(made.stdout.split()) == 32
    assert "on paper" in made.stderr
    assert "All is well" in run("check", "--vault", folder).stderr
    assert json.loads(run("check", "--vault", folder, "--json").stdout) == []
    copied = json.loads(run("backup", tmp_path / "copy", "--vault", folder, "--json").stdout)
    assert copied["documents"] == 1
    assert run("backup", "--vault", folder).stdout.strip().startswith(str(folder / "backups"))
    run("backup", "--renew", "--vault", folder)
    assert len(list((folder / "backups").iterdir())) == 1
    run("restore", tmp_path / "copy", tmp_path / "restored")
    run("check", "--vault", tmp_path / "restored")
    refused = run("restore", tmp_path / "copy", tmp_path / "restored", code=1)
    assert "nothing goes over it" in refused.stderr
    again = run("create", "--name", "Amina", "--vault", folder, code=1)
    assert "Choose an empty" in again.stderr


def test_passphrase_and_recovery(run, place, tmp_path):
    run("passphrase", "--vault", place.folder, "--new-passphrase-file", tmp_path / "new")
    assert "does not open the vault" in run("check", "--vault", place.folder, code=1).stderr
    (tmp_path / "words").write_text(place.words)
    back = ["recover", "--vault", place.folder, "--words-file", tmp_path / "words", "--new-passphrase-file"]
    fresh = run(*back, tmp_path / "secret", passphrase=False)
    run("check", "--vault", place.folder)
    assert "replaced by newer ones" in run(*back, tmp_path / "secret", passphrase=False, code=1).stderr
    assert len(fresh.stdout.split()) == 32
    assert run("recovery-words", "--vault", place.folder).stdout != fresh.stdout


def test_holds_and_what_goes(run, place):
    with Vault.open(place.folder, PASSPHRASE) as vault:
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
    run("hold", "note", "a", "--reason", "a complaint", "--vault", place.folder)
    (held,) = json.loads(run("going", "--json", "--vault", place.folder).stdout)
    assert held == {"kind": "note", "id": "a", "title": "", "due": None, "why": "", "held": "a complaint"}
    assert "HELD: a complaint" in run("going", "--vault", place.folder).stdout
    run("release", "note", "a", "--reason", "answered", "--vault", place.folder)
    assert run("going", "--vault", place.folder).stdout == ""
    assert "not in the vault" in run("hold", "note", "zzz", "--reason", "x", "--vault", place.folder, code=1).stderr
    run("going", "--by", "no day at all", "--vault", place.folder, code=2)


def test_a_changed_vault_is_exit_code_1_and_names_what_it_touches(run, place):
    with Vault.open(place.folder, PASSPHRASE) as vault:
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
        with vault._opened.database.writing() as transaction:
            transaction.execute("UPDATE revision SET author = 'Eve'")
    told = run("check", "--vault", place.folder, code=1)
    assert "GRAVE  Line 1 of the history was changed. (note a)" in told.stdout
    assert "Restore a backup beside" in told.stderr


def test_every_command_that_opens_a_changed_vault_tells_of_it(run, place, tmp_path):
    tamper(place, "DELETE FROM meta WHERE name = 'seal'")
    options = ["--vault", str(place.folder), "--passphrase-file", str(tmp_path / "secret")]
    told = CliRunner().invoke(whole_app, ["session", "list", *options])
    assert "not the one that this program sealed" in told.stderr
    assert "sealed" not in told.stdout
    run("accept-older", "--vault", place.folder)
    assert "went on with it all the same" in run("check", "--vault", place.folder, code=1).stdout


@pytest.mark.parametrize(("stands", "body"), [("waiting", "from the other window"), ("standing", "from this window")])
def test_two_texts_are_shown_part_by_part_and_one_is_let_stand(run, place, stands, body):
    with place.open() as vault:
        vault.documents.save(Save("note", "a", '{"plan": "at first"}', author="Ann", base=0, title="A note"))
        for words in ("from this window", "from the other window"):
            with contextlib.suppress(ConflictError):
                vault.documents.save(Save("note", "a", f'{{"plan": "{words}"}}', author="Ben", base=1, title="A note"))
    (waiting,) = json.loads(run("texts", "--vault", place.folder, "--json").stdout)
    assert waiting["differences"] == [
        {"where": "plan", "waiting": "from the other window", "standing": "from this window"}
    ]
    shown = run("texts", "--vault", place.folder)
    assert "waiting  from the other window" in shown.stdout
    assert "Nothing was changed" in run("settle", 99, stands, "--vault", place.folder, code=1).stderr
    run("settle", waiting["number"], stands, "--vault", place.folder)
    with place.open() as vault:
        assert body in vault.documents.get("note", "a").body
        assert vault.documents.conflicts() == []
        assert vault.check() == []
    assert "No text waits." in run("texts", "--vault", place.folder).stderr


def test_an_older_copy_is_refused_checked_and_accepted_on_request(run, place, tmp_path):
    shutil.copytree(place.folder, tmp_path / "older")
    with Vault.open(place.folder, PASSPHRASE) as vault:
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
    older = tmp_path / "older"
    assert "An older copy" in run("backup", "--vault", older, code=1).stderr
    assert "not the one that was last seen" in run("check", "--vault", older, code=1).stdout
    run("accept-older", "--vault", older)
    run("check", "--vault", older)


def test_without_anyone_to_ask_it_says_how_to_give_a_passphrase(run, place):
    told = run("check", "--vault", place.folder, passphrase=False, code=2)
    assert "--passphrase-file or --passphrase-fd" in told.stderr


def test_an_unreadable_passphrase_file_is_told(run, place, tmp_path):
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    for bad in (tmp_path / "nowhere", tmp_path / "bytes", tmp_path):
        told = run("check", "--vault", place.folder, "--passphrase-file", bad, passphrase=False, code=2)
        assert "could not be read from" in told.stderr
    run("check", "--vault", place.folder, "--passphrase-fd", "999", passphrase=False, code=2)


def test_a_passphrase_from_a_descriptor(run, place, tmp_path):
    with (tmp_path / "secret").open() as source:
        os.set_inheritable(source.fileno(), True)  # noqa: FBT003 - the operating system's way
        run("check", "--vault", place.folder, "--passphrase-fd", source.fileno(), passphrase=False)


def test_no_vault_is_told_in_a_sentence(run, tmp_path):
    assert "There is no vault in" in run("check", "--vault", tmp_path / "nowhere", code=1).stderr


def test_a_check_or_a_backup_works_while_the_program_is_open(run, place):
    with Vault.open(place.folder, PASSPHRASE) as vault:
        vault.documents.save(Save("note", "a", "words", author="Ann", base=0))
        assert "All is well" in run("check", "--vault", place.folder).stderr
        run("backup", "--vault", place.folder)
        assert "open in another window" in run("passphrase", "--vault", place.folder, code=1).stderr
