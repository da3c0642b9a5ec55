"""What was noted about a step outside sessions, here and in other notebooks, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.workspace.reports.due import HIDDEN_STEP

if TYPE_CHECKING:
    from supervision_tui.session import Action
    from supervision_tui.workspace.store import StepChange
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


def taken_back_in_words(workspace: Workspace, change: StepChange) -> str:
    """That *change*, which was noted about a step, is taken back; what is kept from somebody is not said."""
    threads = workspace.sessions.threads()
    of_step = (
        (summary.family_id, action) for summary in threads for action in summary.actions if action.id == change.step
    )
    family, action = next(of_step, ("", change.action))
    what = _may_be_said(workspace, family or "", action) if action else "a step"
    if change.is_agreed:
        return f"Taken back: the step “{what}” is gone."
    return f"Taken back: {what}: {change.in_words}. The step is as it was before."


def _may_be_said(workspace: Workspace, family: str, action: Action) -> str:
    outline = next((outline for outline in workspace.family_outlines.all() if outline.id == family), None)
    hidden = outline is not None and outline.hidden.tells(f"{action.what} {action.done_when}")
    return HIDDEN_STEP if hidden else str(action.what)
