"""A home folder and terminals for the journeys; Windows has no pseudo-terminal of this kind."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys

import pytest

from tests.patience import PATIENCE

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def terminal(tmp_path):
    """Start the program in a terminal: ``terminal("demo", columns=80, rows=24)``."""
    from tests.journeys.terminal import Terminal

    started = []

    def start(*words, **size):
        started.append(Terminal(*words, home=tmp_path, **size))
        return started[-1]

    yield start
    for one in started:
        one.close()


def _own_port():
    """A port of this worker alone: below those that the system gives to who asks for any."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")


@pytest.fixture
def served(tmp_path):
    """The program served to a browser: its address, the folder of everything it writes, its process."""
    env = {**os.environ, "SUPERVISION_TUI_HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "supervision_tui", "serve", "--demo", "--port", str(_own_port())]
    process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
    told = ""
    while "key=" not in told:
        line = process.stderr.readline()
        assert line, told
        told += line
    yield re.search(r"http://\S+", told).group(), tmp_path, process
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    process.stderr.close()
