"""Two texts of the same thing, said part by part, and which of them should stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.vault import VaultError
from supervision_tui.workspace.notebook import accept_waiting, discard_waiting, open_conflicts

if TYPE_CHECKING:
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.notebook import TextConflict

CHOICES = [
    ("standing", "Keep what stands; the waiting text goes"),
    ("waiting", "Take the waiting text; what stands now stays in the history"),
]


def look_at_both(workspace: Workspace, io: TerminalIO) -> None:
    """Say each pair that waits, and let one of the two stand, or leave both as they are."""
    waiting = open_conflicts(workspace.vault)
    for number, two in enumerate(waiting, 1):
        io.say(f"Two texts, {number} of {len(waiting)}: {two.title}. {two.origin}")
        _say_differences(two, io)
        chosen = choose(io, "Which one should stand?", CHOICES, nothing="leave both as they are")
        if chosen is None:
            continue
        try:
            (accept_waiting if chosen == "waiting" else discard_waiting)(workspace, two)
        except VaultError as problem:
            io.say(str(problem))
        else:
            io.say("Done.")


def _say_differences(two: TextConflict, io: TerminalIO) -> None:
    if not two.differences:
        io.say("Nothing differs: both say the same.")
    for part in two.differences:
        io.say(f"{part.where}. Waiting: {part.kept or 'not there'}. Stands: {part.standing or 'not there'}.")
