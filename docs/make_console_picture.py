"""Paint what the Linux console shows of names in eleven scripts: 80 cells by 25, a font of 512 signs, VGA's 16 colours.

``python3 -m docs.make_console_picture`` needs tmux, convert (ImageMagick) and a console font (Debian:
console-setup-linux). The console itself has no window and needs a screen of its own, so the program runs with
``TERM=linux`` in tmux, and its cells are painted here with the console's own font and palette; a letter that the font
has not is painted as the console's mark for it. How a kernel counts double and marked letters is not shown by it.
"""

from __future__ import annotations

import ctypes
import gzip
import locale
import os
import re
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docs.make_terminal_pictures import LONGEST, PICTURES, READY, SHOW

FONT = Path("/usr/share/consolefonts/Uni2-VGA16.psf.gz")
COLUMNS, ROWS = 80, 25
PALETTE = (
    (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
    (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
    (255, 255, 255),
)  # fmt: skip
"""The colours that the kernel gives its console (drivers/tty/vt/vt.c)."""
WHITE, BLACK, BRIGHT = 7, 0, 8
NOT_IN_THE_FONT = "\ufffd"
BRIGHT_LETTERS = 9
"""The tens of SGR 90 to 97."""
SWITCHES: dict[int, tuple[str, int]] = {
    1: ("bold", True), 22: ("bold", False), 7: ("swapped", True), 27: ("swapped", False), 39: ("front", WHITE),
    49: ("back", BLACK),
}  # fmt: skip
"""Numbers of an SGR sequence that set one thing."""
PSF1, PSF2 = b"\x36\x04", b"\x72\xb5\x4a\x86"
SGR = re.compile(r"\x1b\[([\d;]*)m|(.)", re.DOTALL)
WCWIDTH = ctypes.CDLL(None).wcwidth
"""How many cells tmux gives a letter: as many as the C library says."""
Cell = tuple[str, int, int]
"""A letter, its colour, and the colour behind it."""


def read_font(path: Path) -> tuple[int, dict[str, bytes]]:
    """The height of a letter and each letter's rows, eight dots a byte (PC Screen Font 1 and 2, with its table).

    Raises:
        ValueError: this is no such font, or its letters are not eight dots wide.
    """
    data = gzip.decompress(path.read_bytes())
    if data[:4] == PSF2:
        start, _flags, count, size, height, width = struct.unpack("<6I", data[8:32])
        parts, encoding, end = data[start + count * size :].split(b"\xff"), "utf-8", b"\xfe"
    elif data[:2] == PSF1:
        start, count, size, height, width = 4, 512 if data[2] & 1 else 256, data[3], data[3], 8
        parts, encoding, end = data[start + count * size :].split(b"\xff\xff"), "utf-16-le", b"\xfe\xff"
    else:
        raise ValueError(f"{path} is no console font.")
    if width != 8:  # noqa: PLR2004 - one byte a row
        raise ValueError(f"{path}: letters of {width} dots.")
    shapes = [data[start + number * size : start + (number + 1) * size] for number in range(count)]
    letters: dict[str, bytes] = {}
    for shape, part in zip(shapes, parts, strict=False):
        for letter in part.split(end)[0].decode(encoding, "ignore"):
            letters.setdefault(letter, shape)
    return height, letters


@dataclass
class Pen:
    """The colours in hand while a line is read."""

    front: int = WHITE
    back: int = BLACK
    bold: bool = False
    swapped: bool = False

    def take(self, code: int) -> None:
        """Take up one number of an SGR sequence (ECMA-48)."""
        if code in SWITCHES:
            setattr(self, *SWITCHES[code])
        elif code // 10 in {3, 9} and code % 10 < BRIGHT:
            self.front = code % 10 + (BRIGHT if code // 10 == BRIGHT_LETTERS else 0)
        elif code // 10 in {4, 10} and code % 10 < BRIGHT:
            self.back = code % 10

    @property
    def colours(self) -> tuple[int, int]:
        """Of a letter, and behind it; bold letters are bright."""
        both = (self.front | (BRIGHT if self.bold else 0), self.back)
        return both[::-1] if self.swapped else both


def cells(captured: str) -> Iterator[list[Cell]]:
    """Each line of a pane that was captured with its colours, as cells."""
    pen = Pen()
    for line in captured.split("\n")[:ROWS]:
        row: list[Cell] = []
        for codes, letter in SGR.findall(line):
            if letter:
                row += [(sign, *pen.colours) for sign in (letter, " ")[: WCWIDTH(ord(letter))]]
                continue
            for code in map(int, (codes or "0").split(";")):
                pen = Pen() if code == 0 else pen
                pen.take(code)
        yield row


def paint(captured: str) -> bytes:
    """The pane as a picture (PPM)."""
    height, letters = read_font(FONT)
    missing = letters.get(NOT_IN_THE_FONT) or letters["?"]
    canvas = bytearray(3 * 8 * COLUMNS * height * ROWS)
    for line, row in enumerate(cells(captured)):
        for column, (letter, front, back) in enumerate(row[:COLUMNS]):
            for dots_down, dots in enumerate(letters.get(letter, missing)):
                for dot in range(8):
                    at = 3 * ((line * height + dots_down) * 8 * COLUMNS + column * 8 + dot)
                    canvas[at : at + 3] = bytes(PALETTE[front if dots & (0x80 >> dot) else back])
    return b"P6 %d %d 255\n" % (8 * COLUMNS, height * ROWS) + bytes(canvas)


def main() -> None:
    """Run the program in a pane that says it is the Linux console, and keep what it shows."""
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    tmux = ("tmux", "-L", "console-picture", "-f", "/dev/null")
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready"
        run = f"env TERM=linux COLORTERM= {READY}={ready} {sys.executable} -m docs.make_terminal_pictures {SHOW}"
        size = ("-x", str(COLUMNS), "-y", str(ROWS))
        environment = {**os.environ, "LANG": "C.UTF-8", "HOME": folder}
        environment.pop("TMUX", None)
        subprocess.run([*tmux, "new-session", "-d", *size, run], env=environment, check=True)
        end = time.monotonic() + 4 * LONGEST
        while not ready.exists() and time.monotonic() < end:
            time.sleep(0.2)
        shown = subprocess.run([*tmux, "capture-pane", "-e", "-p"], capture_output=True, check=True).stdout.decode()
        subprocess.run([*tmux, "kill-server"], check=False)
        picture = PICTURES / "console.png"
        subprocess.run(["convert", "ppm:-", f"png8:{picture}"], input=paint(shown), check=True)  # noqa: S607
        print(f"console: {picture}" if ready.exists() else "console: never ready")


if __name__ == "__main__":
    main()
