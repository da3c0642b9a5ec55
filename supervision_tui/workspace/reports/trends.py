"""What runs over a family's sessions: numbers on scales, which ideas were looked at when, how each owner's steps stand.

Pure: computed from the summaries of sessions (:mod:`supervision_tui.workspace.store.session_index`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import weeks_in_words
from supervision_tui.practice import Destination
from supervision_tui.records.kinds.scales import ScaleMark, ScaleSeries
from supervision_tui.session import first_name
from supervision_tui.session.carry_over import OVER
from supervision_tui.workspace.reports.due import OpenStep, open_steps
from supervision_tui.workspace.store import step_outcomes

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.session import Action, Hypothesis
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
    told = {}
    for idea in (idea for summary in held for idea in summary.hypotheses):
        dots = session_dots(newest[idea.statement.casefold()], held)
        told[idea.id] = f"looked at in {dots.count('●')} of {len(held)} sessions  {dots.replace('·', '○')}"
    return told


@dataclass(frozen=True, slots=True)
class OwnerWorkload:
    """How the steps of one owner stand: *waiting*, *late* among them, days of the *oldest*, and how many are *over*."""

    owner: str
    due_items: int
    late: int
    oldest: int
    over: int

    @property
    def words(self) -> str:
        """A line for a list."""
        open_ones = f"{self.due_items} open" + (f", {self.late} past the date" if self.late else "")
        open_ones += f", the oldest {weeks_in_words(self.oldest)} old" if self.due_items and self.oldest else ""
        return f"{self.owner}: {open_ones} · {self.over} done or no longer needed"


def workload_by_owner(summaries: Sequence[SessionSummary], today: date) -> tuple[OwnerWorkload, ...]:
    """How the steps of each owner stand, by name: so that a load can be shared out, never to compare people."""
    said = step_outcomes(summaries)
    due_items = open_steps(summaries, today)
    over = [
        step
        for summary in summaries
        if summary.closed
        for step in summary.actions
        if (said[step.id].state if step.id in said else step.state) in OVER
    ]
    names: dict[str, str] = {}
    for step in (*over, *(item.action for item in due_items)):
        names.setdefault(step.who.casefold(), step.who)
    return tuple(_owned(names[key], key, due_items, over, today) for key in sorted(names))


def _owned(owner: str, key: str, due_items: Iterable[OpenStep], over: Iterable[Action], today: date) -> OwnerWorkload:
    mine = [item for item in due_items if item.action.who.casefold() == key]
    return OwnerWorkload(
        owner,
        due_items=len(mine),
        late=sum(item.late(today) > 0 for item in mine),
        oldest=max(((today - item.action.at.date()).days for item in mine), default=0),
        over=sum(step.who.casefold() == key for step in over),
    )
