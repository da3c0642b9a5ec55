"""From command to first screen, beside a bare Textual application (Header, Static, Footer) in the same run."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks._program import Program
from benchmarks.table import Row

TIMES = 7
LIMIT = 2.5
BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static
class Bare(App):
    def compose(self):
        yield Header()
        yield Static("ready mark")
        yield Footer()
Bare().run()
"""


def run() -> list[Row]:
    """Two rows: the door of a vault, and the bare application it is held against."""
    with tempfile.TemporaryDirectory() as home:
        ours = [sys.executable, "-m", "supervision_tui"]
        bare = [sys.executable, "-c", BARE]
        pairs = [(_seconds(ours, "Welcome", home), _seconds(bare, "ready mark", home)) for _ in range(TIMES + 1)][1:]
    mine, peer = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    return [
        Row(
            "command to first screen",
            "bare Textual app",
            mine,
            peer,
            "ms",
            f"at most {LIMIT} times",
            mine <= LIMIT * peer,
        )
    ]


def _seconds(command: list[str], marker: str, home: str) -> float:
    """Seconds from starting *command* on a pseudo-terminal until *marker* is written to it."""
    with Program(command, {"HOME": home, "SUPERVISION_TUI_HOME": str(Path(home) / "none")}) as program:
        return program.until(marker)


if __name__ == "__main__":
    sys.exit(main(["startup"]))
