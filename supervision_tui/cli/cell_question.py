"""A drawing as text on the screen: the terminal is asked first how it counts the cells of names in rare scripts.

Asked only where standard input and output are one terminal, and only for a family that has such a name. What was typed
meanwhile is lost, so the wait is short.
"""

from __future__ import annotations

import os
import select
import sys
import time

from supervision_tui.genogram.lettering import give_cells_to_marks
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.tui.terminal.cell_counting import PROMPT_QUESTION, CellCounting, CellReplies, has_other_letters

PATIENCE = 0.4
"""Seconds in which a terminal has answered."""
_REPLY = lazy_pattern(rb"\x1b\[\d+;(\d+)R")


def count_as_terminal(words: str) -> None:
    """From now on *words* take the cells that the terminal in front gives them, if it says so."""
    if not has_other_letters(words) or sys.platform == "win32" or os.environ.get("TERM") == "dumb":
        return
    keyboard, screen = sys.__stdin__, sys.__stdout__
    if keyboard is not None and screen is not None and keyboard.isatty() and screen.isatty():
        counting = _asked(keyboard.fileno(), screen.fileno())
        if counting is not None:
            give_cells_to_marks(counting.marks)


def _asked(keyboard: int, screen: int) -> CellCounting | None:
    import termios  # noqa: PLC0415 - there is none on Windows
    import tty  # noqa: PLC0415 - as above

    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard)
        os.write(screen, PROMPT_QUESTION.encode())
        return _read_replies(keyboard)
    except OSError:
        return None
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)


def _read_replies(keyboard: int) -> CellCounting | None:
    replies, come, end = CellReplies(), b"", time.monotonic() + PATIENCE
    while (left := end - time.monotonic()) > 0 and select.select([keyboard], [], [], left)[0]:
        come += os.read(keyboard, 1024)
        while reply := _REPLY.search(come):
            come = come[reply.end() :]
            counting = replies.take_column(int(reply[1]) - 1)
            if counting is not None:
                return counting
    return None
