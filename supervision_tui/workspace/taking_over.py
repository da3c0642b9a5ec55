"""What a new session takes over from the earlier ones about the same family: steps, ideas, the conversation rehearsed.

Sources: Bostock and colleagues 2019, 2022 (rehearsal); content specification 1 (last time's actions), 3.2 (ideas).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from supervision_tui.practice import Destination
from supervision_tui.session import Session
from supervision_tui.session.carrying import HOW_IT_WENT
from supervision_tui.text import SafeText
from supervision_tui.workspace.summaries import Summary
from supervision_tui.workspace.threads import alive, carried

REHEARSAL = "rehearsal"
"""The field in which the next conversation is rehearsed."""


def taken_over(session: Session, summaries: Sequence[Summary], opened: Callable[[str], Session | None]) -> Session:
    """*session*, about to begin, with what it takes over; one about no family takes nothing.

    Args:
        session: not begun yet.
        summaries: of every session.
        opened: gives the session of an id, or ``None`` where it cannot be read.
    """
    family_id = session.family_id
    if family_id is None:
        return session
    earlier = [one for one in summaries if one.family_id == family_id and one.closed and one.id != session.id]
    if not earlier:
        return session
    words = last_rehearsal(one for summary in earlier if (one := opened(summary.id)) is not None)
    changes = {
        "carried": carried(earlier, family_id),
        "hypotheses": alive(earlier, family_id),
        "opened_on": words,
    }
    return session.model_copy(update=changes)


def last_rehearsal(sessions: Iterable[Session]) -> SafeText:
    """The first words rehearsed last that nobody has told the outcome of; *sessions* of one family, newest first."""
    for session in sessions:
        if any(session.entries_in(HOW_IT_WENT)):
            return SafeText()
        for entry in reversed(session.entries_in(REHEARSAL)):
            if entry.destination is Destination.FAMILY_WORK:
                return entry.parts.get("first_words") or entry.text
    return SafeText()
