"""Processor time of commands, beside Python that does nothing, in the same run and with bytecode compiled."""

from __future__ import annotations

import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import supervision_tui
from benchmarks.__main__ import main
from benchmarks._program import HINDERING
from benchmarks.table import Row
from supervision_tui.resources import content_folder

TIMES = 5
FAMILY = str(content_folder("templates/families") / "haile.yaml")
LIMITS: dict[tuple[str, ...], float] = {
    ("--version",): 5,
    ("--help",): 6,
    ("family", "check", FAMILY): 14,
    ("questions", FAMILY): 20,
    ("genogram", "draw", FAMILY, "--force", "-o", "drawn.svg"): 55,
    ("genogram", "draw", FAMILY, "--force", "-o", "drawn.png"): 70,
    ("genogram", "draw", FAMILY, "--force", "-o", "drawn.pdf"): 60,
}
"""Words of a command, and how many times Python's own start it may take; drawings for the second time."""


def run() -> list[Row]:
    """A row a command."""
    compileall.compile_dir(str(Path(supervision_tui.__file__).parent), quiet=1)
    rows = []
    with tempfile.TemporaryDirectory() as home:
        for words, limit in LIMITS.items():
            command = [sys.executable, "-m", "supervision_tui", *words]
            bare = [sys.executable, "-c", "pass"]
            pairs = [(_cpu(command, home), _cpu(bare, home)) for _ in range(TIMES + 1)][1:]
            mine, peer = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
            what = " ".join(Path(word).name for word in words if word != "--force")
            rows.append(
                Row(what, "python -c pass", mine, peer, "ms CPU", f"at most {limit} times", mine <= limit * peer)
            )
    return rows


def _cpu(command: list[str], home: str) -> float:
    """Seconds of processor time that *command* takes; it runs in *home*, which is its own."""
    env = {name: value for name, value in os.environ.items() if name not in HINDERING}
    root = str(Path(supervision_tui.__file__).parents[1])
    env |= {"SUPERVISION_TUI_HOME": home, "SUPERVISION_TUI_STATE": home, "PYTHONPATH": root}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=env, cwd=home, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main(["command_line"]))
