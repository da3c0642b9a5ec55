"""A real terminal for journeys: the program on a pseudo-terminal, its screen read by a terminal emulator."""

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from pathlib import Path

import pyte

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "ctrl+f": "\x06",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+j": "\n",
    "ctrl+z": "\x1a",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f12": "\x1b[24~",
}


KEPT = {"SUPERVISION_TUI_CACHE"}
"""Settings of the tests that the program has too: where what was compiled is kept."""
PATIENT = (
    "import importlib, runpy; importlib.import_module({module!r}).PATIENCE = {seconds}; "
    "runpy.run_module('supervision_tui', run_name='__main__', alter_sys=True)"
)
"""The program, with the patience of one module made as long as that of a test."""


def _take_as_controlling():
    """The terminal on standard input becomes the one that signals this process, as that of a window does."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A program running on a pseudo-terminal of *columns* by *rows*, which signals it where it is *controlling*.

    *patient* names a module that asks the terminal something and goes on without an answer after a moment: it waits for
    one, however busy the machine.
    """

    def __init__(self, *words, home, columns=120, rows=40, controlling=False, patient=""):
        self.columns, self.rows = columns, rows
        self.screen = pyte.Screen(columns, rows)
        self._lines = {}
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.raw = bytearray()
        self._gone = False
        self._lock = threading.Condition()
        self._controller, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        ours = ("TEXTUAL", "SUPERVISION_TUI", "COLUMNS", "LINES")
        env = {name: value for name, value in os.environ.items() if name in KEPT or not name.startswith(ours)}
        env |= {
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "SUPERVISION_TUI_HOME": str(home / "supervision"),
            "TEXTUAL_ANIMATIONS": "none",
            "TEXTUAL_FPS": "15",
            "TMPDIR": str(home / "tmp"),
        }
        (home / "tmp").mkdir(parents=True, exist_ok=True)
        start = ("-c", PATIENT.format(module=patient, seconds=PATIENCE)) if patient else ("-m", "supervision_tui")
        self.process = subprocess.Popen(
            [sys.executable, *start, *words],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            cwd=ROOT,
            env=env,
            start_new_session=True,
            close_fds=True,
            preexec_fn=_take_as_controlling if controlling else None,  # noqa: PLW1509 - one call of the system
        )
        os.close(follower)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        while not self._gone:
            try:
                ready, _, _ = select.select([self._controller], [], [], 0.2)
                data = os.read(self._controller, 65536) if ready else b""
            except OSError:
                return
            if not data:
                if self.process.poll() is not None:
                    return
                continue
            with self._lock:
                self.raw += data
                self._stream.feed(self._decode(data))
                self._lock.notify_all()

    def _shown(self):
        """What stands on the screen, line by line; only lines that were written to are put together anew."""
        for row in self.screen.dirty:
            cells = self.screen.buffer[row]
            self._lines[row] = "".join(cells[column].data for column in range(self.screen.columns))
        self.screen.dirty.clear()
        return "\n".join(self._lines[row] for row in range(self.screen.lines))

    @property
    def text(self):
        """What stands on the screen, without the blanks at the ends of lines."""
        with self._lock:
            return "\n".join(line.rstrip() for line in self._shown().split("\n"))

    def wait(self, *wanted, seconds=PATIENCE, gone=()):
        """Wait until every one of *wanted* is on the screen, and none of *gone*."""
        end = time.monotonic() + seconds
        with self._lock:
            while True:
                shown = self._shown()
                if all(word in shown for word in wanted) and not any(word in shown for word in gone):
                    return shown
                left = end - time.monotonic()
                if left <= 0:
                    message = f"waited {seconds} s for {wanted} without {gone}; the screen:\n{shown}"
                    raise AssertionError(message)
                self._lock.wait(min(left, 0.2))

    def wait_for(self, what, condition, seconds=PATIENCE):
        """Wait until *condition* holds; *what* says in words what it is."""
        end = time.monotonic() + seconds
        with self._lock:
            while not condition():
                shown = self._shown()
                assert time.monotonic() < end, f"waited {seconds} s for {what}; the screen:\n{shown}"
                self._lock.wait(0.2)

    def press(self, *names):
        """Press keys by name."""
        for name in names:
            assert name in KEYS or len(name) == 1, f"'{name}' is no key that this terminal knows"
            self.send(KEYS.get(name, name))

    def send(self, characters):
        """Send characters as typed."""
        os.write(self._controller, characters.encode())

    def paste(self, words):
        """Paste as a terminal does (bracketed paste), without blocking on a full line."""
        data = memoryview(f"\x1b[200~{words}\x1b[201~".encode())
        while data:
            data = data[os.write(self._controller, data[:4096]) :]

    def resize(self, columns, rows):
        """Make the window another size."""
        with self._lock:
            self.screen.resize(rows, columns)
            fcntl.ioctl(self._controller, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.killpg(self.process.pid, signal.SIGWINCH)

    def kill(self):
        """Pull the plug."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def hang_up(self):
        """Close the terminal itself; no signal reaches a program that it does not control."""
        self._let_go()

    def _let_go(self):
        """Close our side, once nobody reads from it: its number may be that of another file at once."""
        self._gone = True
        self._reader.join()
        os.close(self._controller)

    def end(self, seconds=PATIENCE):
        """Wait until the program has ended by itself; its exit code."""
        return self.process.wait(seconds)

    def close(self):
        """Leave nothing running."""
        if self.process.poll() is None:
            self.kill()
        if not self._gone:
            self._let_go()
