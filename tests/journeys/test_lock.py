"""The notebook locked in a real terminal: nothing shown, nothing left in any file, everything back after unlocking."""

import os
import signal

import pytest

from tests.journeys.holding import PASSPHRASE, make_notebook
from tests.journeys.terminal import ROOT
from tests.whole import rows

pytestmark = pytest.mark.journey

CANARIES = ("zebrafinch", "Carter-Okafor", "Maisie", PASSPHRASE)


@pytest.fixture
def vault(tmp_path):
    """A notebook that costs little to open, with one invented family."""
    make_notebook(tmp_path, ROOT, "carter-okafor")
    return tmp_path / "supervision" / "vault"


def begin(t):
    t.wait("Passphrase", "F1 help")
    t.send(f"{PASSPHRASE}\r")
    t.wait("Today", "Group supervision")
    t.press("enter")
    t.wait("Which family?", "Carter-Okafor")
    t.press("enter")
    t.wait("▶ a ", "▸ Presenter")


def files_with(tmp_path):
    """Files anywhere under the home of this test that hold a canary in any of two encodings."""
    marks = [mark.encode(form) for mark in CANARIES for form in ("utf-8", "utf-16-le")]
    paths = [path for path in tmp_path.rglob("*") if path.is_file()]
    return [str(path) for path in paths if any(mark in path.read_bytes() for mark in marks)]


def test_locked_hidden_unlocked_and_back_even_after_the_plug_was_pulled(terminal, vault, tmp_path):
    t = terminal(columns=80, rows=24)
    begin(t)
    t.send("zebrafinch Lee\x0c")
    t.wait("Locked", "Everything is saved", gone=["Carter", "zebrafinch", "Maisie", "Presenter"])
    assert files_with(tmp_path) == []
    t.press("escape", "f6", "ctrl+z")
    t.send(f"{PASSPHRASE}\r")
    t.wait("▸ Presenter", "zebrafinch Lee")
    t.send(" and more\x0c")
    t.wait("Locked", "Everything is saved", gone=["zebrafinch"])
    t.kill()
    assert files_with(tmp_path) == []
    again = terminal(columns=80, rows=24)
    again.wait("Passphrase", "F1 help")
    again.send(f"{PASSPHRASE}\r")
    again.wait("▸ Presenter", "zebrafinch Lee and more")


def test_killed_in_the_middle_no_file_holds_a_word(terminal, vault, tmp_path):
    t = terminal(columns=80, rows=24)
    begin(t)
    t.send("zebrafinch\r")
    t.wait("zebrafinch", "saved")
    assert files_with(tmp_path) == []
    t.kill()
    assert files_with(tmp_path) == []


def test_a_program_that_was_suspended_is_locked_when_it_comes_back(terminal, vault):
    t = terminal(columns=80, rows=24)
    begin(t)
    t.send("zebrafinch")
    t.wait("zebrafinch")
    for stop in (signal.SIGTSTP, signal.SIGSTOP):
        os.kill(t.process.pid, stop)
        os.waitpid(t.process.pid, os.WUNTRACED)
        os.kill(t.process.pid, signal.SIGCONT)
        t.wait("Locked", "suspended", gone=["zebrafinch", "Carter"])
        t.send(f"{PASSPHRASE}\r")
        t.wait("▸ Presenter", "zebrafinch")


@pytest.mark.parametrize("ending", rows(signal.SIGTERM, signal.SIGINT))
def test_after_a_stop_signal_no_key_is_lost_and_the_program_still_ends(terminal, vault, ending):
    t = terminal(columns=80, rows=24)
    begin(t)
    for _ in range(2):
        os.kill(t.process.pid, signal.SIGSTOP)
        os.waitpid(t.process.pid, os.WUNTRACED)
        os.kill(t.process.pid, signal.SIGCONT)
        t.wait("Locked", "suspended")
        t.send(f"{PASSPHRASE}\r")
        t.wait("▸ Presenter")
    words = "quick brown foxes jump over lazy dogs in the yard"
    for letter in words:
        t.send(letter)
    t.wait(words)
    os.kill(t.process.pid, ending)
    assert t.end() == 0
    again = terminal(columns=80, rows=24)
    again.wait("Passphrase", "F1 help")
    again.send(f"{PASSPHRASE}\r")
    again.wait("Go on", "Group supervision")
    again.press("enter")
    again.wait("▸ Presenter", words)
