"""``supervision-tui plain`` in a real terminal: lines only, nothing that a screen reader would stumble over."""

import os
import signal

import pytest

from tests.journeys.holding import PASSPHRASE, make_notebook
from tests.journeys.terminal import ROOT

pytestmark = pytest.mark.journey


def test_a_session_is_begun_in_lines_alone_and_a_closed_window_leaves_nothing_behind(terminal, tmp_path):
    plain = terminal("plain", "--demo", columns=80, rows=24)
    plain.wait("What would you like to do?")
    plain.send("start\r")
    plain.wait("Which format?")
    plain.send("group\r")
    plain.wait("Which family?")
    plain.send("haile\r")
    plain.wait("Stage 1 of 10")
    plain.process.send_signal(signal.SIGHUP)
    plain.end()
    assert list((tmp_path / "tmp").glob("supervision-demo-*")) == []
    drawn = bytes(plain.raw).replace(b"\x1b[?2004h", b"").replace(b"\x1b[?2004l", b"")  # bracketed paste, of readline
    assert b"\x1b[2J" not in drawn
    assert b"\x1b[H" not in drawn
    assert b"Traceback" not in drawn


def test_in_lines_too_it_is_locked_after_it_was_suspended(terminal, tmp_path):
    make_notebook(tmp_path, ROOT, "haile")
    plain = terminal("plain", columns=80, rows=24)
    plain.wait("Passphrase")
    plain.send(f"{PASSPHRASE}\r")
    plain.wait("What would you like to do?")
    plain.wait_for("the place for an answer", lambda: plain.screen.display[plain.screen.cursor.y].startswith(">"))
    os.kill(plain.process.pid, signal.SIGSTOP)
    os.waitpid(plain.process.pid, os.WUNTRACED)
    os.kill(plain.process.pid, signal.SIGCONT)
    plain.wait("Everything is saved.", "suspended")
    plain.wait("It locked itself, because the program was suspended.".ljust(80) + "\nPassphrase")
    plain.send("families\r")  # an answer to the passphrase, and a wrong one
    plain.wait("This passphrase does not open the vault")
    plain.send(f"{PASSPHRASE}\r")
    plain.wait("What would you like to do?")
    plain.process.send_signal(signal.SIGINT)
    assert plain.end() == 0
    assert b"Traceback" not in bytes(plain.raw)
