"""What was noted about a step outside sessions, here and in other notebooks, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words

if TYPE_CHECKING:
    from supervision_tui.workspace.workspace import Workspace


def noted_in_words(workspace: Workspace, family_id: str, step_id: str) -> list[str]:
    """A line for each thing that was noted about the step, the oldest first: the day, by whom, what and why.

    Of what came with a parcel it says from whom it came, and the day is that of their clock.
    """
    noted = [(change.at, str(change.by), change.in_words) for change in workspace.step_log.of_step(family_id, step_id)]
    noted += [
        (note.at, f"from {sender}", note.in_words)
        for sender, note in workspace.received.notes(family_id)
        if note.step == step_id
    ]
    return [
        f"{day_in_words(at.astimezone().date())}, {who}: {words}"
        for at, who, words in sorted(noted, key=lambda line: line[0])
    ]
