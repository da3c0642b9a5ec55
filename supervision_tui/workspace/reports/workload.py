"""How the steps of each owner stand: what waits, what is late, what is over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import weeks_in_words
from supervision_tui.session.carry_over import OVER
from supervision_tui.workspace.reports.due import OpenStep, open_steps
from supervision_tui.workspace.store import step_outcomes

if TYPE_CHECKING:
    from supervision_tui.session import Action
    from supervision_tui.workspace.store import SessionSummary


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
    outcomes = step_outcomes(summaries)
    due_items = open_steps(summaries)
    over = [
        step
        for summary in summaries
        if summary.closed
        for step in summary.actions
        if (outcomes[step.id].state if step.id in outcomes else step.state) in OVER
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
