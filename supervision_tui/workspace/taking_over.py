"""What a new session takes over from the earlier ones about the same family: steps, ideas, the conversation rehearsed.

Sources: Bostock and colleagues 2019, 2022 (rehearsal); content specification 1 (last time's actions), 3.2 (ideas).
"""

from __future__ import annotations

from collections.abc import Sequence

from supervision_tui.session import Session
from supervision_tui.session.carry_over import HOW_IT_WENT
from supervision_tui.text import SafeText
from supervision_tui.workspace.summaries import Summary
from supervision_tui.workspace.threads import alive, carried

REHEARSAL = "rehearsal"
"""The field in which the next conversation is rehearsed."""


def taken_over(session: Session, summaries: Sequence[Summary]) -> Session:
    """*session*, about to begin, with what it takes over; one about no family takes nothing."""
    family_id = session.family_id
    if family_id is None:
        return session
    changes = {
        "carried": carried(summaries, family_id),
        "hypotheses": alive(summaries, family_id),
        "opened_on": last_rehearsal(summaries, family_id),
    }
    return session.model_copy(update=changes)


def last_rehearsal(summaries: Sequence[Summary], family_id: str) -> SafeText:
    """The first words rehearsed last for a family, unless somebody has told since how the conversation went."""
    closed = [one for one in summaries if one.closed and one.family_id == family_id]
    for summary in sorted(closed, key=lambda one: one.started, reverse=True):
        told = [note for note in summary.entries if note.field == HOW_IT_WENT]
        rehearsed = [note.parts.get("first_words", "") for note in summary.entries if note.field == REHEARSAL]
        if words := next((words for words in reversed(rehearsed) if words), ""):
            return SafeText(words)
        if told:
            return SafeText()
    return SafeText()
