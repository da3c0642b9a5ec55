"""Nothing leaves the computer: no command makes a connection, and only the door of the browser can listen."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

from supervision_tui.resources import content_folder
from tests.house.statements import statements

ROOT = Path(__file__).resolve().parents[2]
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
"""Modules that speak to other computers."""
DOOR = ("browser/", "cli/program/serve.py")
"""Where the program may use them: the page that is shown to a browser on this computer, and its command."""

WATCHED = """
import json, os, sys
def watch(event, arguments):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"}:
        os.write(2, f"NETWORK {event}\\n".encode())
        os._exit(99)
sys.addaudithook(watch)
from supervision_tui.cli.root import run_command
from tests.house.statements import statements
for words in json.loads(sys.argv[1]):
    sys.argv = ["supervision-tui", *words]
    if code := run_command():
        sys.exit(f"{words}: {code}")
"""
HAILE = str(content_folder("templates/families") / "haile.yaml")
OPENED = ("--passphrase-file", "passphrase")
COMMANDS = (
    ("vault", "create", "--name", "Amina", *OPENED),
    ("family", "bring-in", "--yes", HAILE, *OPENED),
    ("document", "write", "transfer", "V1", "--for", "them", "--purpose", "a move", "--looked", "-o", "t.pdf", *OPENED),
    ("genogram", "draw", HAILE, "-o", "haile.png"),
    ("questions", HAILE, "--for", "visit"),
    ("language", "check", HAILE),
)  # fmt: skip


def speaks(module):
    """Whether a module of that name speaks to other computers."""
    return module.split(".")[0] in NETWORK or module == "urllib.request"


def modules_that_speak(folder):
    """Every import below *folder* of a module that speaks to other computers, outside the browser's door."""
    for path in sorted(folder.rglob("*.py")):
        place = path.relative_to(folder).as_posix()
        text = path.read_text(encoding="utf-8")
        if place.startswith(DOOR) or not any(word in text for word in (*NETWORK, "urllib.request")):
            continue
        for node in statements(ast.parse(text)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            yield from (
                f"{place}: {name}" for name in names if name.split(".")[0] in NETWORK or name == "urllib.request"
            )


def run(home, program, *words):
    """One process that runs *program* in *home*, to its end."""
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=home,
        env={**os.environ, "SUPERVISION_TUI_HOME": str(home / "home"), "SUPERVISION_TUI_STATE": str(home / "state")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_module_but_the_browsers_door_can_speak_to_another_computer(tmp_path):
    assert list(modules_that_speak(ROOT / "supervision_tui")) == []
    (tmp_path / "sends.py").write_text("from urllib.request import urlopen\n", encoding="utf-8")
    assert list(modules_that_speak(tmp_path)) == ["sends.py: urllib.request"]


def test_no_command_makes_a_connection(tmp_path):
    (tmp_path / "passphrase").write_text("kettle bramble orbit lantern\n", encoding="utf-8")
    done = run(tmp_path, WATCHED, json.dumps(COMMANDS))
    assert (done.returncode, "NETWORK" in done.stderr) == (0, False), done.stderr
    assert {path.suffix for path in tmp_path.iterdir()} >= {".pdf", ".png"}


def test_a_connection_would_be_seen(tmp_path):
    before, _, _ = WATCHED.partition("from supervision_tui")
    done = run(tmp_path, f"{before}import socket; socket.create_connection(('127.0.0.1', 9))")
    assert (done.returncode, "NETWORK socket." in done.stderr) == (99, True)
