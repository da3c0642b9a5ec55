"""Prove the program's folder by using it as a laptop would: no Python on the path, nothing written into it.

The doctor, a drawing as PDF, a document and a record as DOCX, sessions in a pseudo-terminal; each line says what was
seen.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import select
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from release.bundle import BILL, SUMS

PATIENCE = 60.0
"""Seconds to wait for words on the screen."""
LIMIT = 1.3
"""How many times the installed program's start the folder's may take."""
STARTS = 5
"""Starts of each that are measured, turn by turn; the quickest counts."""


def environment(home: Path) -> dict[str, str]:
    """What the program is started with: a home of its own, and a path without Python or any tool."""
    keep = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP", "LANG") if name in os.environ}
    return keep | {
        "PATH": str(home),
        "HOME": str(home),
        "TERM": "xterm-256color",
        "SUPERVISION_TUI_HOME": str(home / "notebook"),
        "SUPERVISION_TUI_STATE": str(home / "state"),
    }


class Folder:
    """The program's folder in use, with a home that is thrown away."""

    def __init__(self, program: Path, home: Path) -> None:
        self.command = program / ("supervision-tui.exe" if os.name == "nt" else "supervision-tui")
        self.content = program / "_internal" / "supervision_tui" / "_data"
        self.home = home

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command of the program to its end, without anybody to answer it."""
        return subprocess.run(
            [str(self.command), *words],
            cwd=self.home,
            env=environment(self.home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def must(self, *words: str) -> str:
        """As :meth:`run`; gives what it printed.

        Raises:
            AssertionError: it refused.
        """
        done = self.run(*words)
        assert done.returncode == 0, f"{words[:2]}: {done.stdout[-300:]} {done.stderr}"
        return done.stdout


def doctor(folder: Folder) -> str:
    """The doctor says that everything that is needed works."""
    return folder.must("doctor").strip().splitlines()[-1]


def drawing(folder: Folder) -> str:
    """A family is drawn as PDF."""
    family = folder.content / "templates" / "families" / "haile.yaml"
    folder.must("genogram", "draw", str(family), "-o", "haile.pdf")
    drawn = (folder.home / "haile.pdf").read_bytes()
    assert drawn.startswith(b"%PDF"), "no PDF was written"
    return f"{len(drawn):,} bytes"


def document(folder: Folder) -> str:
    """A notebook is made, a family brought into it, and a document about it written as DOCX."""
    (folder.home / "passphrase").write_text("kettle bramble orbit lantern\n", encoding="utf-8")
    opened = ("--passphrase-file", "passphrase")
    folder.must("vault", "create", "--name", "Amina", *opened)
    folder.must("family", "bring-in", "--yes", str(folder.content / "templates" / "families" / "haile.yaml"), *opened)
    asked = ("--for", "the receiving team", "--purpose", "the family moved", "--looked")
    folder.must("document", "write", "transfer", "V1", *asked, "-o", "transfer.docx", *opened)
    with zipfile.ZipFile(folder.home / "transfer.docx") as written:
        assert "Haile" in written.read("word/document.xml").decode(), "the document does not name the family"
    return f"{(folder.home / 'transfer.docx').stat().st_size:,} bytes"


class Screen:
    """The program (*command*; without it the folder's) on a pseudo-terminal of 120 by 40, opened with *words*."""

    def __init__(self, folder: Folder, *words: str, command: tuple[str, ...] = ()) -> None:
        import fcntl  # noqa: PLC0415 - Windows has no pseudo-terminal of this kind
        import pty  # noqa: PLC0415 - as above
        import termios  # noqa: PLC0415 - as above

        started = (*(command or (str(folder.command),)), *words)
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.chdir(folder.home)
            os.execve(started[0], started, environment(folder.home))
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def after(self, keys: bytes, *words: bytes) -> None:
        """Press *keys*, and wait until all *words* have come.

        Raises:
            AssertionError: they did not come.
        """
        seen, end = b"", time.monotonic() + PATIENCE
        os.write(self._terminal, keys)
        while not all(word in seen for word in words):
            assert time.monotonic() < end, f"{words} did not come; the end of what was seen: {seen[-300:]!r}"
            if select.select([self._terminal], [], [], 0.2)[0]:
                seen += os.read(self._terminal, 65536)

    def leave(self) -> None:
        """Leave by Ctrl+Q, and see that the program ended well."""
        os.write(self._terminal, b"\x11")
        ended, status, end = 0, 0, time.monotonic() + PATIENCE
        while not ended:
            assert time.monotonic() < end, "the program did not end"
            with contextlib.suppress(OSError):  # what it still paints has to be taken
                if select.select([self._terminal], [], [], 0.1)[0]:
                    os.read(self._terminal, 65536)
            ended, status = os.waitpid(self._child, os.WNOHANG)
        os.close(self._terminal)
        assert os.waitstatus_to_exitcode(status) == 0, "the program did not end well"


def session(folder: Folder) -> str:
    """The demonstration opens in a terminal, a session begins, a name is written in it, and the program is left."""
    screen = Screen(folder, "demo")
    screen.after(b"", b"Today", b"Start")
    screen.after(b"s1", b"facilitates", b"Haile")
    screen.after(b"\r", b"Presenter")
    screen.after(b"Lee\r", b"Lee", b"saved")
    screen.leave()
    return "opened on Today, began group supervision, left by Ctrl+Q"


def record(folder: Folder) -> str:
    """In the notebook that was made a session is held and closed, and its record written as DOCX."""
    screen = Screen(folder)
    screen.after(b"", b"Passphrase")
    screen.after(b"kettle bramble orbit lantern\r", b"Today", b"Start")
    screen.after(b"s1", b"facilitates", b"Haile")
    screen.after(b"\r", b"Presenter")
    screen.after(b"Lee\r", b"Lee")
    screen.after(b"\x1b", b"All keys")
    screen.after(b"c", b"writes all of it")
    screen.after(b"w", b"Write 1 record?")
    screen.after(b"\r", b"To confirm")
    screen.leave()
    opened = ("--passphrase-file", "passphrase")
    [written] = json.loads(folder.must("record", "list", "--json", *opened))
    folder.must("record", "export", written["id"], "--looked", "-o", "record.docx", *opened)
    with zipfile.ZipFile(folder.home / "record.docx") as document:
        assert "Lee" in document.read("word/document.xml").decode(), "the record does not say whose it is"
    return f"{(folder.home / 'record.docx').stat().st_size:,} bytes"


def made_of(folder: Folder) -> str:
    """The folder says what it is made of, and every file of it is as it was built."""
    program = folder.command.parent
    parts = json.loads((program / BILL).read_text(encoding="utf-8"))["components"]
    sums = [line.split("  ", 1) for line in (program / SUMS).read_text(encoding="utf-8").splitlines()]
    for digest, name in sums:
        assert hashlib.sha256((program / name).read_bytes()).hexdigest() == digest, f"{name} was changed"
    return f"{len(parts)} parts, {len(sums)} files"


def read_only(folder: Folder) -> str:
    """Nothing was written into the program's folder."""
    newest = max(path.stat().st_mtime for path in folder.command.parent.rglob("*"))
    assert newest < folder.home.stat().st_ctime + PATIENCE * 10, "a file of the program changed"
    return "the program's folder can be read only"


def start(folder: Folder) -> str:
    """Its first screen comes no slower than the installed program's, in the same run."""

    def seconds(*command: str) -> float:
        begun = time.perf_counter()
        screen = Screen(folder, command=command)
        screen.after(b"", b"Passphrase")
        shown = time.perf_counter() - begun
        screen.leave()
        return shown

    pairs = [(seconds(), seconds(sys.executable, "-m", "supervision_tui")) for _ in range(STARTS)]
    bundled, installed = (min(column) for column in zip(*pairs, strict=True))
    assert bundled <= installed * LIMIT, f"{bundled:.2f} s beside {installed:.2f} s"
    return f"{bundled * 1000:.0f} ms beside {installed * 1000:.0f} ms installed"


CHECKS: tuple[Callable[[Folder], str], ...] = (
    doctor,
    drawing,
    document,
    session,
    record,
    start,
    read_only,
    made_of,
)


def results(program: Path) -> Iterator[tuple[str, bool, str]]:
    """Each check by its first sentence, whether it held, and what was seen."""
    with tempfile.TemporaryDirectory() as home:
        folder = Folder(program, Path(home))
        for look in CHECKS:
            title = (look.__doc__ or look.__name__).strip()
            try:
                yield title, True, look(folder)
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                yield title, False, str(error)


def check(program: Path) -> int:
    """Print each result; 0 where all held."""
    held = True
    for title, good, seen in results(program):
        held &= good
        print(f"{'ok ' if good else 'NO '} {title} ({seen})")
    return 0 if held else 1
