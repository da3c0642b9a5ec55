"""Counts for a quality group: sessions held, steps done, the child's voice present. No content, no worker, no family.

Source: content specification 7 (count-only; never a comparison of workers) and security notes (below five, a number may
point at somebody: it is told as "fewer than 5").
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from supervision_tui.practice import Destination
from supervision_tui.session.carry_over import OVER
from supervision_tui.session.due_days import step_due_day
from supervision_tui.workspace.store import step_outcomes

if TYPE_CHECKING:
    from supervision_tui.workspace.workspace import Workspace

FEWEST = 5
"""A count below this might point at one worker or family, and is not told."""
VOICE = frozenset({"child_voice", "childs_eye"})


@dataclass(frozen=True, slots=True)
class Counts:
    """What a quality group may read.

    Attributes:
        since: the first day counted; none for all.
        sessions: sessions that closed, by format's title.
        steps: next steps agreed in them.
        steps_done: those that were done or are no longer needed.
        late: those still open past their day.
        entries: entries for a child's file.
        with_voice: those in which the child's voice stands.
        confirmed: those that a manager confirmed.
        filed: those that stand in the authority's own system.
    """

    since: date | None
    sessions: dict[str, int]
    steps: int
    steps_done: int
    late: int
    entries: int
    with_voice: int
    confirmed: int
    filed: int

    def rows(self) -> list[tuple[str, str]]:
        """What is counted and how many, in words; small numbers are not told."""
        sessions = [(f"Sessions held: {title}", _whole(number)) for title, number in sorted(self.sessions.items())]
        filed = number_of(self.filed, self.entries)
        return [
            *sessions,
            ("Next steps agreed", _whole(self.steps)),
            ("Next steps done or no longer needed", number_of(self.steps_done, self.steps)),
            ("Next steps open past their day", number_of(self.late, self.steps - self.steps_done)),
            ("Entries for a child's file", _whole(self.entries)),
            ("Entries with the child's voice", number_of(self.with_voice, self.entries)),
            ("Entries confirmed by a manager", number_of(self.confirmed, self.entries)),
            ("Entries filed in the authority's system", filed if self.filed == 0 else _both(self, filed)),
        ]


def number_of(part: int, whole: int) -> str:
    """How many are *part* of *whole*, where neither they nor the rest are so few that they point at somebody."""
    if 0 < part < FEWEST:
        return f"fewer than {FEWEST}"
    return f"all but fewer than {FEWEST}" if part and 0 < whole - part < FEWEST else str(part)


def _both(counts: Counts, filed: str) -> str:
    """How many are filed, where the rest of those that were confirmed are not few either."""
    return filed if not filed.isdecimal() else number_of(counts.filed, max(counts.confirmed, counts.filed))


def _whole(number: int) -> str:
    return number_of(number, number)


def count_activity(workspace: Workspace, since: date | None = None) -> Counts:
    """Count what closed since a day; nothing of what anybody wrote is read but whether it is there."""
    summaries = workspace.sessions.threads()
    mine = [
        summary
        for summary in summaries
        if summary.closed and summary.is_session and (since is None or summary.day >= since)
    ]
    outcomes, now = step_outcomes(summaries), datetime.now().astimezone()
    steps = [(summary, step) for summary in mine for step in summary.actions]
    states = {step.id: outcomes[step.id].state if step.id in outcomes else step.state for _, step in steps}
    over = sum(state in OVER for state in states.values())
    newest = {step.id: step for summary in reversed(summaries) for step in summary.actions}
    due = {step.id: step_due_day(newest[step.id]) for _, step in steps}
    late = sum(day is not None and day < now.date() and states[ident] not in OVER for ident, day in due.items())
    titles = Counter(_title(workspace, summary.template_id) for summary in mine if not summary.meeting)
    records = [
        record
        for record in workspace.records.all()
        if record.destination is Destination.CHILD_FILE and (since is None or record.day >= since)
    ]
    return Counts(
        since=since,
        sessions=dict(titles),
        steps=len(steps),
        steps_done=over,
        late=late,
        entries=len(records),
        with_voice=sum(
            any(paragraph.field in VOICE for section in record.sections for paragraph in section.paragraphs)
            for record in records
        ),
        confirmed=sum(record.confirmed is not None for record in records),
        filed=sum(record.filed is not None for record in records),
    )


def _title(workspace: Workspace, template_id: str) -> str:
    try:
        return str(workspace.formats[template_id].title)
    except KeyError:
        return template_id
