"""Memory of the program standing idle on a notebook with fifty families, beside a bare Textual application.

On Today of a full notebook, beside a former build, it is measured in ``benchmarks/unlocking.py``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks._program import Program
from benchmarks.startup import BARE
from benchmarks.table import Row
from supervision_tui.family import load_family
from supervision_tui.resources import content_folder
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault

FAMILIES = 50
LIMIT = 75.0
"""MB, at rest, with the screens loaded that people go to next."""
REST = 5.0
"""Seconds until everything that opening set going is done."""
PHRASE = "heron lantern quarry violet"


def run() -> list[Row]:
    """One row: resident memory after the families were looked at."""
    with tempfile.TemporaryDirectory() as home:
        settings = {"HOME": home, "SUPERVISION_TUI_HOME": home, "SUPERVISION_TUI_STATE": str(Path(home) / "state")}
        _fill(Path(home))
        with Program([sys.executable, "-m", "supervision_tui"], settings) as program:
            program.until("Passphrase")
            program.type(f"{PHRASE}\r")
            program.until("Today")
            program.type("2")
            program.until("Families")
            program.seen_in(REST)
            ours = program.resident()
        with Program([sys.executable, "-c", BARE], settings) as bare:
            bare.until("ready mark")
            bare.seen_in(REST)
            peer = bare.resident()
    return [Row("idle, 50 families", "bare Textual app", ours, peer, "MB", f"at most {LIMIT:.0f} MB", ours <= LIMIT)]


def _fill(home: Path) -> None:
    """A notebook with the invented families ten times over."""
    import os  # noqa: PLC0415 - only to set where the state goes

    os.environ["SUPERVISION_TUI_STATE"] = str(home / "state")
    workspace, _ = create_vault(home / "vault", PHRASE, "Amina", cost=Cost.FAST)
    invented = [load_family(path) for path in sorted(content_folder("templates/families").glob("*.yaml"))]
    for number in range(FAMILIES):
        family = invented[number % len(invented)]
        copy = family.model_copy(update={"id": f"{family.id}-{number}"})
        workspace.families.put(copy, copy.id)
    workspace.close()


if __name__ == "__main__":
    sys.exit(main(["memory"]))
