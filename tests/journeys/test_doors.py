"""At the door of a vault: every wrong state is told in a sentence, nothing is changed, and no traceback is shown."""

import subprocess
import sys

import pytest

from tests.journeys.holding import PASSPHRASE, make_notebook
from tests.journeys.terminal import ROOT
from tests.whole import rows

pytestmark = pytest.mark.journey


@pytest.fixture
def vault(tmp_path):
    """A notebook that costs little to open, with one invented family."""
    make_notebook(tmp_path, ROOT, "carter-okafor")
    return tmp_path / "supervision" / "vault"


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".db", ".json"}}


def test_a_wrong_passphrase_is_told_and_changes_nothing(terminal, vault):
    before = bytes_of(vault)
    t = terminal(columns=80, rows=24)
    t.wait("Passphrase", "F1 help")
    t.send("not this one at all\r")
    t.wait("does not open the vault")
    assert bytes_of(vault) == before
    t.send(f"{PASSPHRASE}\r")
    t.wait("Today", "Group supervision")


@pytest.mark.parametrize("content", rows(b"SQLite format 3\x00" + b"\x00" * 4096, b"", b"short"))
def test_an_empty_short_or_foreign_vault_is_an_alarm_and_never_a_new_one(terminal, vault, content):
    (vault / "records.db").write_bytes(content)
    t = terminal(columns=80, rows=24)
    t.wait("Passphrase", "F1 help", gone=["Welcome"])
    t.send(f"{PASSPHRASE}\r")
    t.wait("changed", gone=["Today", "Opening"])
    assert (vault / "records.db").read_bytes() == content
    assert "Traceback" not in t.text


def test_an_empty_folder_with_a_leftover_is_no_new_vault(terminal, vault):
    (vault / "keys.json").unlink()
    t = terminal(columns=80, rows=24)
    t.wait("Passphrase", "F1 help", gone=["Welcome"])


def test_a_second_window_is_told_who_has_the_vault_open(terminal, vault):
    first = terminal(columns=80, rows=24)
    first.wait("Passphrase", "F1 help")
    first.send(f"{PASSPHRASE}\r")
    first.wait("Today", "Group supervision")
    second = terminal(columns=80, rows=24)
    second.wait("Passphrase", "F1 help")
    second.send(f"{PASSPHRASE}\r")
    second.wait("open", gone=["Opening", "Today"])
    assert "Traceback" not in second.text


def test_a_window_of_forty_columns_works(terminal, vault):
    t = terminal(columns=40, rows=20)
    t.wait("Passphrase")
    t.send(f"{PASSPHRASE}\r")
    t.wait("Today", "Group", "supervision")
    t.press("enter")
    t.wait("Which family?")
    t.press("enter")
    t.wait("▸ Presenter")
    t.send("Lee\r")
    t.press("tab")
    t.wait("▸ Consultant")
    t.resize(120, 40)
    t.wait("Agenda", "Lee")


def test_hostile_names_reach_no_terminal(terminal, vault, tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text(
        'format: supervision-tui/family/1\nid: X9\ntitle: "O\'Brien [Mum] \\e]52;c;aGVsbG8=\\a\\e]0;stolen\\a"\n'
        'persons:\n- {id: a, name: "Robin [b] \\e[31mBell"}\nfocus: [a]\n',
        encoding="utf-8",
    )
    t = terminal(columns=120, rows=40)
    t.wait("Passphrase", "F1 help")
    t.send(f"{PASSPHRASE}\r")
    t.wait("Today", "Group supervision")
    t.press("2")
    t.wait("Carter-Okafor")
    t.press("a")
    t.wait("Which file")
    t.send(f"{path}\r")
    t.wait("Before it is kept", "O'Brien [Mum]")
    t.press("y")
    t.wait("O'Brien [Mum]", "X9")
    t.wait("Robin [b]")
    t.press("g")
    t.wait("Genogram")
    t.press("escape")
    assert b"\x1b]52" not in t.raw
    assert b"\x1b]0;stolen" not in t.raw


def test_a_wrong_family_file_is_told_with_line_and_column(terminal, vault, tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text("format: supervision-tui/family/1\nid: X\ntitle: T\nid: Y\n")
    t = terminal(columns=100, rows=30)
    t.wait("Passphrase", "F1 help")
    t.send(f"{PASSPHRASE}\r")
    t.wait("Today", "Group supervision")
    t.press("2")
    t.wait("Carter-Okafor")
    t.press("a")
    t.wait("Which file")
    t.send(f"{path}\r")
    t.wait("line 4, column 1", "stands here twice")


def test_without_a_terminal_a_sentence_says_so():
    done = subprocess.run(
        [sys.executable, "-m", "supervision_tui"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 1
    assert "needs a terminal" in done.stderr
    assert "Traceback" not in done.stderr
