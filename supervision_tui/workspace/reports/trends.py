"""What runs over a family's sessions: numbers on scales, and which ideas were looked at when.

Pure: computed from the summaries of sessions (:mod:`supervision_tui.workspace.store.session_index`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from supervision_tui.practice import Destination
from supervision_tui.records.kinds.scales import ScaleMark, ScaleSeries
from supervision_tui.session import first_name

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.session import Hypothesis
    from supervision_tui.workspace.store import SessionSummary

OF_THE_FAMILY = frozenset({Destination.CHILD_FILE, Destination.FAMILY_WORK})
"""Numbers of a family; what is private to somebody, or about the worker's own practice, stays where it is."""


def scales(summaries: Iterable[SessionSummary], family: Family) -> tuple[ScaleSeries, ...]:
    """The numbers given in the closed sessions about *family*: a line for each person and child, by name."""
    found: dict[tuple[str, str], tuple[str, list[ScaleMark]]] = {}
    for summary in sorted(summaries, key=lambda session: session.started):
        if summary.family_id != family.id or not summary.closed:
            continue
        for note in summary.entries:
            number, rater = note.parts.get("number", ""), str(note.parts.get("rater", "")).strip()
            if rater and number.isdecimal() and note.destination in OF_THE_FAMILY:
                whose = f"{rater}, for {first_name(family, note.child)}" if note.child else rater
                mark = ScaleMark(summary.day, int(number), str(note.parts.get("because", "")))
                found.setdefault((note.child or "", rater.casefold()), (whose, []))[1].append(mark)
    return tuple(ScaleSeries(whose, tuple(marks)) for _, (whose, marks) in sorted(found.items()))


def session_dots(idea: Hypothesis, sessions: Sequence[SessionSummary]) -> str:
    """A dot for each of *sessions*, the oldest first: full where *idea* was written or weighed in it."""
    days = [idea.at, *(change.at for change in idea.history)]
    return "".join(
        "●" if any(session.started <= day and (session.ended is None or day <= session.ended) for day in days) else "·"
        for session in sorted(sessions, key=lambda session: session.started)
    )


def ideas_over_time(summaries: Iterable[SessionSummary], family_id: str) -> dict[str, str]:
    """For each idea of the family, by its id: in how many of its closed sessions it was looked at, and the dots."""
    sessions = (
        summary for summary in summaries if summary.family_id == family_id and summary.closed and summary.is_session
    )
    held = sorted(sessions, key=lambda session: session.started)
    newest = {idea.statement.casefold(): idea for summary in held for idea in summary.hypotheses}
    latest = {}
    for idea in (idea for summary in held for idea in summary.hypotheses):
        dots = session_dots(newest[idea.statement.casefold()], held)
        latest[idea.id] = f"looked at in {dots.count('●')} of {len(held)} sessions  {dots.replace('·', '○')}"
    return latest
