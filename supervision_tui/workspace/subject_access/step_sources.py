"""What was noted about steps outside sessions, as far as it is about one person of a family."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.workspace.subject_access.model import SubjectAccessItem
from supervision_tui.workspace.subject_access.session_sources import ground_of
from supervision_tui.workspace.subject_access.wording import in_words

if TYPE_CHECKING:
    from supervision_tui.practice import Destination
    from supervision_tui.session import Action
    from supervision_tui.workspace.store import StepChange, StepNote
    from supervision_tui.workspace.subject_access.family_sources import Requester
    from supervision_tui.workspace.workspace import Workspace


def in_step_log(workspace: Workspace, reader: Requester, *, asked_by: str) -> Iterator[SubjectAccessItem]:
    """What became of steps that are for the person, or name them; a step that was agreed there with its words."""
    known: dict[str, Action] = {}
    for summary in reversed(workspace.sessions.threads()):
        if summary.family_id == reader.family.id:
            known |= {action.id: action for action in summary.actions}
    noted: list[tuple[StepChange | StepNote, Destination | None, str]] = [
        (change, change.destination, "") for change in workspace.step_log.changes(reader.family.id)
    ]
    noted += [
        (note, None, f", in another notebook (from {sender})")
        for sender, note in workspace.received.notes(reader.family.id)
    ]
    for note, destination, elsewhere in noted:
        action = known.get(note.step)
        if action is None:
            continue
        words = _words(note, action, reader)
        ground = ground_of(action, words, reader, asked_by)
        if ground is not None:
            where = f"noted about a step on {day_in_words(note.at.astimezone().date())}{elsewhere}"
            yield reader.piece(SubjectAccessItem(destination or action.destination, where, words, (), ground))


def _words(note: StepChange | StepNote, action: Action, reader: Requester) -> str:
    text = in_words({"what": action.what, "owner": action.owner, "done_when": action.done_when}, reader.family)
    return f"{text}\nWhat was noted: {note.in_words}"
