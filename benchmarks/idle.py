"""A session that stands open and untouched: processor time and bytes to the terminal, beside a bare text area."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks._program import Program
from benchmarks.table import Row

SECONDS = 20.0
MOST_CPU, MOST_BYTES = 0.7, 150.0
"""Hundredths of a processor, and bytes a second."""
BARE = """
from textual.app import App
from textual.widgets import Header, TextArea
class Bare(App):
    def compose(self):
        yield Header()
        yield TextArea("ready mark")
Bare().run()
"""


def run() -> list[Row]:
    """Two rows: processor and terminal."""
    with tempfile.TemporaryDirectory() as home:
        settings = {"HOME": home, "SUPERVISION_TUI_HOME": home, "SUPERVISION_TUI_STATE": str(Path(home) / "state")}
        with Program([sys.executable, "-m", "supervision_tui", "demo"], settings) as program:
            program.until("Today")
            for marker in ("Which", "Agenda"):
                time.sleep(2)
                program.type("\r")
                program.until(marker)
            ours = _idle(program)
        with Program([sys.executable, "-c", BARE], settings) as bare:
            bare.until("ready mark")
            peer = _idle(bare)
    rows = []
    names = ("an idle session, CPU", "an idle session, terminal")
    for what, mine, other, unit, most in zip(names, ours, peer, ("%", "bytes/s"), (MOST_CPU, MOST_BYTES), strict=True):
        rows.append(Row(what, "bare text area", mine, other, unit, f"at most {most:g} {unit}", mine <= most))
    return rows


def _idle(program: Program) -> tuple[float, float]:
    """Hundredths of a processor and bytes a second of *program*, once it has come to rest."""
    program.seen_in(5.0)
    before = program.cpu()
    count = program.seen_in(SECONDS)
    return (program.cpu() - before) / SECONDS * 100, count / SECONDS


if __name__ == "__main__":
    sys.exit(main(["idle"]))
