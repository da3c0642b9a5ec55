"""What a family's page tells of the work: ideas with their life, open steps, and what came of steps and of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from supervision_tui.days import WEEKDAY_NAMES, weeks_in_words
from supervision_tui.practice import Destination
from supervision_tui.records.story import StoryItem, newest, without_repeated
from supervision_tui.session.child_choice import is_for
from supervision_tui.workspace.reports.due import OpenStep, open_steps
from supervision_tui.workspace.reports.short_days import short_day
from supervision_tui.workspace.store import step_outcomes

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.session import Hypothesis
    from supervision_tui.workspace.store import SessionSummary

STATES = {"done": "done", "part": "part", "not_done": "not", "not_needed": "no longer needed"}
"""What became of a step, in a word."""
_ORDER = ("growing", "tested", "shared", "new", "fading", "dropped")


def ideas_in_words(sessions: Sequence[SessionSummary], family: Family, now: datetime) -> Iterator[str]:
    """Every idea of the team once, as it stands now: how it stands, looked at in how many sessions, how old it is."""
    seen: dict[str, list[Hypothesis]] = {}
    looked: Counter[str] = Counter()
    for session in sorted(sessions, key=lambda session: session.started):
        if session.closed:
            for idea in session.hypotheses:
                if idea.destination is Destination.FAMILY_WORK:
                    key = idea.statement.casefold()
                    seen.setdefault(key, []).append(idea)
                    looked[key] += max([idea.at, *(change.at for change in idea.history)]) >= session.started
    lines = [_idea(ideas[-1], looked[key], now) for key, ideas in seen.items()]
    for standing, words in sorted(lines, key=lambda line: _ORDER.index(line[0])):
        yield f"{standing}  {words}"
    for starting in family.hypotheses:
        yield f"from the start  {starting.words}"


def _idea(last: Hypothesis, sessions: int, now: datetime) -> tuple[str, str]:
    looked = last.history[-1].at if last.history else last.at
    times = "1 session" if sessions <= 1 else f"{sessions} sessions"
    old = f"; nobody has looked at it for {weeks_in_words((now - looked).days)}" if last.stale(now) else ""
    because = f", because {last.history[-1].because}" if last.history and last.history[-1].because else ""
    standing = "new" if last.status == "idea" else last.status
    return standing, f"{last.statement}{because} ({times}, {short_day(looked.date(), now.date())}{old})"


def next_steps(sessions: Sequence[SessionSummary], today: date, child: str = "") -> Iterator[str]:
    """The open steps for *child* (all of them without), what is late first."""
    for step in open_steps(list(sessions)):
        action = step.action
        if action.destination is Destination.SUPERVISION_RECORD or (child and not is_for(action, child)):
            continue
        late = step.late(today)
        when = f"{weeks_in_words(late)} late" if late else _by(step, today)
        outcome = f": {step.outcome_words}" if step.outcome_words else ""
        yield f"{when}  {action.what} ({action.who}){outcome}"


def _by(step: OpenStep, today: date) -> str:
    if step.due is None:
        return f"no day ({step.action.when})" if step.action.when else "no day"
    return f"{WEEKDAY_NAMES[step.due.weekday()][:3]} {short_day(step.due, today)}"


def outcomes_in_words(
    sessions: Sequence[SessionSummary], items: Sequence[StoryItem], today: date, child: str = ""
) -> Iterator[str]:
    """What became of steps, the newest first, then the difference that was seen."""
    outcomes = step_outcomes(sessions)
    actions = {action.id: action for session in reversed(sessions) for action in session.actions if session.closed}
    days = {ident: outcome.on for ident, outcome in outcomes.items() if outcome.on}
    for action in sorted(actions.values(), key=lambda action: (days.get(action.id, date.min), action.at), reverse=True):
        if child and not is_for(action, child):
            continue
        outcome = outcomes.get(action.id)
        state = outcome.state if outcome else action.state
        if state in STATES:
            why = f": {outcome.why}" if outcome and outcome.why else ""
            on = f" ({short_day(days[action.id], today)})" if action.id in days else ""
            yield f"{STATES[state]}  {action.what}{why}{on}"
    for item in without_repeated(newest(items, "difference", child=child)):
        yield f"{item.words} ({short_day(item.day, today)})"
