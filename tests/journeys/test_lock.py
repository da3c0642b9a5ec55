"""The notebook locked in a real terminal: nothing shown, nothing left in any file, everything back after unlocking."""

import os
import signal
import subprocess
import sys

import pytest

from tests.journeys.terminal import ROOT

pytestmark = pytest.mark.journey

PASSPHRASE = "kettle harbour violet seven"
CANARIES = ("zebrafinch", "Carter-Okafor", "Maisie", PASSPHRASE)


@pytest.fixture
def vault(tmp_path):
    """A notebook that costs little to open, with one invented family."""
    folder, family = tmp_path / "supervision" / "vault", ROOT / "templates/families/carter-okafor.yaml"
    code = f"""
from pathlib import Path
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault
workspace, _ = create_vault(Path({str(folder)!r}), {PASSPHRASE!r}, "Amina", cost=Cost.FAST)
workspace.import_family({str(family)!r})
workspace.close()
"""
    env = {"XDG_STATE_HOME": str(tmp_path / "state"), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    (tmp_path / "supervision").mkdir()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=env)
    return folder


def begin(t):
    t.wait("Passphrase", "Help")
    t.send(f"{PASSPHRASE}\r")
    t.wait("Today", "Group supervision")
    t.press("enter")
    t.wait("Which family?", "Carter-Okafor")
    t.press("enter")
    t.wait("1 Open, assign roles", "Writing: Presenter")


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
    t.wait("Writing: Presenter", "zebrafinch Lee")
    t.send(" and more\x0c")
    t.wait("Locked", "Everything is saved", gone=["zebrafinch"])
    t.kill()
    assert files_with(tmp_path) == []
    again = terminal(columns=80, rows=24)
    again.wait("Passphrase", "Help")
    again.send(f"{PASSPHRASE}\r")
    again.wait("Writing: Presenter", "zebrafinch Lee and more")


def test_killed_in_the_middle_no_file_holds_a_word(terminal, vault, tmp_path):
    t = terminal(columns=80, rows=24)
    begin(t)
    t.send("zebrafinch\r")
    t.wait("zebrafinch", "saved")
    assert files_with(tmp_path) == []
    t.kill()
    assert files_with(tmp_path) == []


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
def test_a_program_that_was_suspended_is_locked_when_it_comes_back(terminal, vault, stop):
    t = terminal(columns=80, rows=24)
    begin(t)
    t.send("zebrafinch")
    t.wait("zebrafinch")
    os.kill(t.process.pid, stop)
    os.waitpid(t.process.pid, os.WUNTRACED)
    os.kill(t.process.pid, signal.SIGCONT)
    t.wait("Locked", "suspended", gone=["zebrafinch", "Carter"])
    t.send(f"{PASSPHRASE}\r")
    t.wait("Writing: Presenter", "zebrafinch")
