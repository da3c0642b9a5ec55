"""From the passphrase to Today in a full notebook, and the memory held then, beside a former build in the same run.

Run: ``python -m benchmarks.unlocking``. With ``--former FOLDER`` the build that stands there opens a notebook of its
own with the same content, in turn with this one. Fifty families, 500 sessions, 2,000 steps; processor time from Enter
on, after two seconds at the door, as long as somebody needs to type a passphrase. The key is derived by the cheapest
Argon2id, so that its own share, which is wanted, is left out.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks._program import HINDERING, Program
from benchmarks.startup import BARE
from benchmarks.table import Row, print_beside_former

ROOT = Path(__file__).parents[1]
FAMILIES, SESSIONS, STEPS = 50, 500, 4
TIMES = 4
AT_THE_DOOR, TO_REST = 2.0, 6.0
"""Seconds that a passphrase takes to be typed, and until everything that opening set going is done."""
PHRASE = "heron lantern quarry violet"
LIMITS = {"from the passphrase to Today": 0.4, "from the passphrase to what waits": 0.5, "memory on Today": 0.67}
"""Of the former build's figure."""
MOST = {"from the passphrase to Today": 176.0, "from the passphrase to what waits": 400.0, "memory on Today": 65.0}
"""The same without a former build, in milliseconds and MB."""
UNITS = {"memory on Today": "MB", "memory on Today, at rest": "MB", "the first picture": "ms CPU"}
FILL = """
import sys
from pathlib import Path
import benchmarks.today as today
today.FAMILIES, today.SESSIONS, today.STEPS = map(int, sys.argv[2:])
fill = getattr(today, "fill", None)
fill(Path(sys.argv[1]), today.FAMILIES, today.SESSIONS) if fill else today._fill(Path(sys.argv[1]))
"""
"""Fills a notebook by the build's own benchmark, so that each build opens what it wrote itself."""


def run(former: Path | None = None) -> list[Row]:
    """A row a figure beside the build in *former*; memory and first picture beside a bare Textual application too."""
    builds = {"ours": ROOT, **({"former": former} if former is not None else {})}
    figures: dict[str, list[dict[str, float]]] = {name: [] for name in builds}
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: _filled(Path(folder) / name, build) for name, build in builds.items()}
        bare = _bare(homes["ours"])
        for _ in range(TIMES):
            for name, build in builds.items():
                figures[name].append(_opened(build, homes[name]))
    least = {name: {what: min(opening[what] for opening in runs) for what in runs[0]} for name, runs in figures.items()}
    return [_row(what, figure, least.get("former"), bare) for what, figure in least["ours"].items()]


def _row(what: str, figure: float, before: dict[str, float] | None, bare: dict[str, float]) -> Row:
    unit = UNITS.get(what, "ms CPU")
    if before is not None:
        most = LIMITS.get(what, 1.0)
        return Row(what, "former build", figure, before[what], unit, f"at most {most}", figure <= most * before[what])
    most = MOST.get(what, 0.0)
    budget = f"at most {most:.0f} {unit}" if most else "-"
    return Row(what, "bare Textual app", figure, bare.get(what, 0.0), unit, budget, not most or figure <= most)


def _filled(home: Path, build: Path) -> Path:
    """*home* with a notebook that the *build* wrote."""
    home.mkdir()
    numbers = map(str, (FAMILIES, SESSIONS, STEPS))
    command = [sys.executable, "-c", FILL, str(home), *numbers]
    subprocess.run(command, env=_settings(home, build), cwd=build, check=True, capture_output=True)
    return home


def _opened(build: Path, home: Path) -> dict[str, float]:
    """Processor milliseconds and MB of one opening."""
    with Program([sys.executable, "-P", "-m", "supervision_tui"], _settings(home, build)) as program:
        program.until("Passphrase")
        figures = {"the first picture": program.cpu() * 1000}
        program.seen_in(AT_THE_DOOR)
        before = program.cpu()
        program.type(f"{PHRASE}\r")
        program.until("Today")
        figures["from the passphrase to Today"] = (program.cpu() - before) * 1000
        figures["memory on Today"] = program.resident()
        program.until("late")
        figures["from the passphrase to what waits"] = (program.cpu() - before) * 1000
        program.seen_in(TO_REST)
        figures["memory on Today, at rest"] = program.resident()
    return figures


def _bare(home: Path) -> dict[str, float]:
    """The same of an application with a line and nothing else."""
    with Program([sys.executable, "-c", BARE], {"HOME": str(home)}) as program:
        program.until("ready mark")
        first, memory = program.cpu() * 1000, program.resident()
    return {"the first picture": first, "memory on Today": memory, "memory on Today, at rest": memory}


def _settings(home: Path, build: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in HINDERING}
    own = {"HOME": home, "SUPERVISION_TUI_HOME": home, "SUPERVISION_TUI_STATE": home / "state", "PYTHONPATH": build}
    return inherited | {name: str(value) for name, value in own.items()}


if __name__ == "__main__":
    sys.exit(print_beside_former(run, "python -m benchmarks.unlocking", __doc__))
