"""A two-hour meeting: 3,000 notes by twelve people, saved after each; what a save costs at its end, beside its start.

CPU of the whole program, writer and screen's thread together, so that a slow disk or a busy machine says nothing.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks.table import Row
from supervision_tui.practice import Destination
from supervision_tui.resources import content_folder
from supervision_tui.session import SessionEditor, Slot
from supervision_tui.text import Line
from supervision_tui.vault import Cost
from supervision_tui.workspace import Workspace, create_vault
from supervision_tui.workspace.running import SessionController

NOTES = int(os.environ.get("LONG_SESSION_NOTES", "3000"))
PEOPLE, MEASURED, WARM = 12, 200, 20
PASSPHRASE = "kettle harbour violet seven"
RATIO, MEGABYTES = 1.5, 15.0
FROM = 50
"""Note from which memory is counted: everything is loaded by then."""


def run() -> list[Row]:
    """Saving at the end beside saving at the start; memory that the notes take."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUPERVISION_TUI_HOME"] = str(Path(folder) / "home")
        os.environ["SUPERVISION_TUI_STATE"] = str(Path(folder) / "state")
        workspace, _ = create_vault(Path(folder) / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
        workspace.import_family(str(content_folder("templates/families") / "haile.yaml"))
        costs, grown = _meeting(workspace)
        workspace.close()
    start, end = statistics.median(costs[WARM : WARM + MEASURED]), statistics.median(costs[-MEASURED:])
    return [
        Row(
            f"save note {NOTES}", "save note 100 of the same session", end, start, "ms CPU",
            f"<= {RATIO} times", end <= RATIO * start,
        ),
        Row(f"memory of {NOTES} notes", "-", grown, 0, "MB", f"< {MEGABYTES:.0f} MB", grown < MEGABYTES),
    ]  # fmt: skip


def _meeting(workspace: Workspace) -> tuple[list[float], float]:
    """Milliseconds of CPU of each save, and the megabytes that the program grew by."""
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    slot = _notes(controller.editor, controller)
    for number in range(PEOPLE):
        controller.editor.seat(f"also.{number}", Line(f"Person {number}"), controller.now())
    costs, before = [], 0.0
    for number in range(NOTES):
        controller.editor.write(
            slot, f"note {number}: " + "what was said and seen " * 4, controller.now(), author="Lee"
        )
        begun = time.process_time()
        controller.save()
        workspace.writer.flush()
        costs.append((time.process_time() - begun) * 1000)
        before = before or (_resident() if number == FROM else 0.0)
    return costs, _resident() - before


def _notes(editor: SessionEditor, controller: SessionController) -> Slot:
    for stage in editor.template.stages:
        editor.go(stage.id, controller.now(), override=True)
        for slot in editor.slots():
            notes = slot.field.kind == "notes" and not slot.field.parts
            if notes and slot.field.destination is Destination.FAMILY_WORK:
                return slot
    raise LookupError("This format takes no notes for the working space.")


def _resident() -> float:
    """Megabytes of this program in memory (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    sys.exit(main(["long_session"]))
