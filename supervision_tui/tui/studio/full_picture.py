"""The drawing as a real picture on the whole screen, where the terminal can show one; any key leads back.

The program steps aside from the terminal for as long as the picture is there: the vault stays open, the idle lock goes
on counting, and what locks the program takes the picture off. Nothing is written to disk.
"""

from __future__ import annotations

import asyncio
import os
import select
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol

from supervision_tui import genogram
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.terminal.pictures import (
    LAST_ANSWER,
    QUESTIONS,
    PictureTerminal,
    forget_sequence,
    picture_sequence,
    png_size,
    read_answers,
)

if TYPE_CHECKING:
    from textual.driver import Driver

    from supervision_tui.genogram import Drawing
    from supervision_tui.tui.base import Program

PATIENCE = 0.5
"""Seconds in which a terminal has answered."""
POLL_INTERVAL = 0.25
"""Seconds between two looks whether the program was locked meanwhile."""
HINT = "Any key leads back."
IN_ROOM = "Others see this screen: the picture would show every name. Leave room view first (Ctrl+R)."
NOT_HERE = "This terminal shows no pictures; the drawing stays as it is. To have it as one: x writes PNG, SVG or PDF."
DRAWING = b"Drawing ..."
OPENING, CLOSING = b"\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H", b"\x1b[0m\x1b[2J\x1b[?1049l"


class PictureSource(Protocol):
    """A screen whose drawing can be shown as a picture."""

    app: Program

    def shown_drawing(self) -> Drawing:
        """What it shows now."""


class LastPicture:
    """The last picture, as it goes to the terminal: the second time it is there at once."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._sequence = b""

    def sequence(self, drawing: Drawing, pictures: PictureTerminal) -> bytes:
        """*drawing* on the middle of the screen, as large as it can be shown."""
        key = (drawing.family, drawing.layout, drawing.options, pictures)
        if key != self._key:
            png = genogram.picture_of_size(drawing, pictures.width, pictures.height)
            self._key, self._sequence = key, _in_the_middle(png, pictures)
        return self._sequence


async def show_picture(screen: PictureSource, cache: LastPicture) -> None:
    """Show what the studio shows as a picture until a key is pressed; say so where that cannot be."""
    app, in_front = screen.app, screen.app.screen
    driver: Driver | None = app._driver  # noqa: SLF001 - nothing public steps aside without locking the program
    if app.room.on:
        app.notify(ProgramWords(IN_ROOM), markup=False)
        return
    if driver is None or driver.is_web or driver.is_headless or sys.platform == "win32":
        app.notify(ProgramWords(NOT_HERE), markup=False)
        return
    message = ""
    with app.batch_update(), _stepped_aside(driver) as terminal:
        try:
            _write(OPENING)
            pictures = await asyncio.to_thread(_ask, terminal)
            if pictures is not None:
                _write(DRAWING)
                sequence = await asyncio.to_thread(cache.sequence, screen.shown_drawing(), pictures)
                hint = f"\x1b[{os.get_terminal_size(terminal).lines};1H{HINT}".encode()
                await asyncio.to_thread(_write, sequence + hint)
                while app.screen is in_front and not await asyncio.to_thread(_key_within, terminal, POLL_INTERVAL):
                    pass
                _write(forget_sequence(pictures.protocol))
            message = "" if pictures is not None else NOT_HERE
        except OSError as trouble:  # nothing here can draw it, or the terminal is gone
            message = str(trouble)
        _write(CLOSING)
    app.refresh(layout=True)
    if message:
        app.notify(ProgramWords(message), markup=False)


@contextmanager
def _stepped_aside(driver: Driver) -> Iterator[int]:
    """The terminal for ourselves, key by key; afterwards it is the program's again."""
    import termios  # noqa: PLC0415 - there is none on Windows
    import tty  # noqa: PLC0415 - as above

    terminal = sys.__stdin__.fileno() if sys.__stdin__ is not None else 0
    with driver.no_automatic_restart():
        driver.suspend_application_mode()
        before = termios.tcgetattr(terminal)
        try:
            tty.setraw(terminal)
            yield terminal
        finally:
            termios.tcflush(terminal, termios.TCIFLUSH)
            termios.tcsetattr(terminal, termios.TCSANOW, before)
            driver.resume_application_mode()


def _ask(terminal: int) -> PictureTerminal | None:
    """What the terminal says that it can show."""
    import fcntl  # noqa: PLC0415 - there is none on Windows
    import termios  # noqa: PLC0415 - as above

    _write(QUESTIONS.encode())
    answers, end = b"", time.monotonic() + PATIENCE
    while not LAST_ANSWER.search(answers) and _key_within(terminal, end - time.monotonic(), keep=True):
        answers += os.read(terminal, 4096)
    rows, columns, width, height = 24, 80, 0, 0
    with suppress(OSError):
        size = fcntl.ioctl(terminal, termios.TIOCGWINSZ, bytes(8))
        rows, columns, width, height = struct.unpack("HHHH", size)
    return read_answers(answers, (max(columns, 1), max(rows, 1)), (width, height))


def _key_within(terminal: int, seconds: float, *, keep: bool = False) -> bool:
    """Whether something is typed within so many *seconds*; it is taken away, unless told to *keep* it."""
    there, _, _ = select.select([terminal], [], [], max(seconds, 0.0))
    if there and not keep:
        os.read(terminal, 4096)
    return bool(there)


def _write(data: bytes) -> None:
    """Everything, however often the terminal takes only a part."""
    out = sys.__stderr__.fileno() if sys.__stderr__ is not None else 2
    while data:
        data = data[os.write(out, data) :]


def _in_the_middle(png: bytes, pictures: PictureTerminal) -> bytes:
    width, _height = png_size(png)
    columns = os.get_terminal_size(sys.__stdin__.fileno() if sys.__stdin__ is not None else 0).columns
    left = max(0, (pictures.width - width) * columns // (2 * pictures.width))
    return f"\x1b[2J\x1b[1;{left + 1}H".encode() + picture_sequence(png, pictures.protocol)
