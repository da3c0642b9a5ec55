"""What runs from one session to the next: steps that wait, ideas with their history, who had which turn.

Pure: computed from the summaries of sessions (:mod:`supervision_tui.workspace.store.session_index`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from supervision_tui.practice import Destination
from supervision_tui.session import Hypothesis, Session
from supervision_tui.session.attendance import AWAY
from supervision_tui.session.carry_over import HOW_IT_WENT, MOVED, OVER, StepOutcome
from supervision_tui.session.model import ALSO, Carried
from supervision_tui.text import SafeText
from supervision_tui.workspace.store.session_index import SessionSummary


@dataclass(frozen=True, slots=True)
class RoleTurn:
    """How often somebody held a role, and when last."""

    role: str
    name: str
    times: int
    last: date


def step_outcomes(summaries: Iterable[SessionSummary]) -> dict[str, StepOutcome]:
    """What was said last of each step in the sessions after it, by the step's id."""
    found: dict[str, StepOutcome] = {}
    for summary in _closed(summaries):
        for action in summary.actions:
            before = found.get(action.id)
            moved = before is not None and action.state == "open" and before.state not in OVER  # a new day says no more
            if before is not None and before.state != action.state and not moved:
                del found[action.id]  # it came back with a parcel: what it says is newer
        found.update(summary.outcomes)
    return found


def carried_steps(summaries: Iterable[SessionSummary], family_id: str) -> tuple[Carried, ...]:
    """The steps that a session about a family meets again, the earliest date first."""
    found: dict[str, Carried] = {}
    for summary in _closed(summaries):
        if summary.family_id != family_id:
            continue
        for action in summary.actions:
            if action.state in OVER:
                found.pop(action.id, None)
            else:
                found[action.id] = Carried(action=action, session_id=summary.id, since=action.at)
        for action_id, outcome in summary.outcomes.items():
            if outcome.state in OVER:
                found.pop(action_id, None)
            elif action_id in found:
                times = 0 if outcome.state in MOVED else found[action_id].discussed + 1
                found[action_id] = found[action_id].model_copy(update={"discussed": times})
    return tuple(sorted(found.values(), key=lambda thread: (thread.action.due or date.max, thread.since)))


def family_ideas(summaries: Iterable[SessionSummary], family_id: str) -> tuple[Hypothesis, ...]:
    """Every idea of the team about a family, as its newest session has it, with its whole history."""
    found: dict[str, Hypothesis] = {}
    for summary in _closed(summaries):
        if summary.family_id == family_id:
            found.update({idea.id: idea for idea in summary.hypotheses if idea.destination is Destination.FAMILY_WORK})
    return tuple(found.values())


def open_ideas(summaries: Iterable[SessionSummary], family_id: str) -> tuple[Hypothesis, ...]:
    """The ideas about a family that nobody has dropped."""
    return tuple(idea for idea in family_ideas(summaries, family_id) if idea.status != "dropped")


def role_turns(summaries: Iterable[SessionSummary]) -> list[RoleTurn]:
    """Who held which role in the sessions so far; in a role, the one who held it least and longest ago is first.

    Who was there without one counts as seen; who sent apologies does not.
    """
    times: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], date] = {}
    for summary in _closed(summaries):
        for seat in summary.seats:
            name, _, as_what = (
                str(seat.name).partition(", ") if seat.role.startswith(ALSO) else (str(seat.name), "", "")
            )
            if name and as_what != AWAY:
                key = (seat.role, name)
                times[key] += 1
                last[key] = summary.day
    found = [RoleTurn(role, name, number, last[role, name]) for (role, name), number in times.items()]
    return sorted(found, key=lambda turn: (turn.role, turn.times, turn.last, turn.name))


def next_role_holders(role: str, known: Sequence[RoleTurn]) -> list[str]:
    """The people seen in sessions so far: those who never held *role* first, then those who held it least."""
    held = {turn.name: turn for turn in known if turn.role == role}
    names = dict.fromkeys(turn.name for turn in known)
    return sorted(names, key=lambda name: (held[name].times, held[name].last) if name in held else (0, date.min))


def _closed(summaries: Iterable[SessionSummary]) -> list[SessionSummary]:
    """Those that are closed, the oldest first."""
    return sorted((summary for summary in summaries if summary.closed), key=lambda summary: summary.started)


REHEARSAL = "rehearsal"
"""The field in which the next conversation is rehearsed."""


def with_carry_over(session: Session, summaries: Sequence[SessionSummary]) -> Session:
    """*session*, about to begin, with what it takes over; one about no family takes nothing."""
    family_id = session.family_id
    if family_id is None:
        return session
    changes = {
        "carried": carried_steps(summaries, family_id),
        "hypotheses": open_ideas(summaries, family_id),
        "opened_on": last_rehearsal(summaries, family_id),
    }
    return session.model_copy(update=changes)


def last_rehearsal(summaries: Sequence[SessionSummary], family_id: str) -> SafeText:
    """The first words rehearsed last for a family, unless somebody has told since how the conversation went."""
    closed = [summary for summary in summaries if summary.closed and summary.family_id == family_id]
    for summary in sorted(closed, key=lambda session: session.started, reverse=True):
        notes = [note for note in summary.entries if note.field == HOW_IT_WENT]
        rehearsed = [note.parts.get("first_words", "") for note in summary.entries if note.field == REHEARSAL]
        if words := next((words for words in reversed(rehearsed) if words), ""):
            return SafeText(words)
        if notes:
            return SafeText()
    return SafeText()
