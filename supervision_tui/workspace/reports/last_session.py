"""What a family's next session opens with: its ideas with their life, its numbers, and what the drawing shows anew.

Source: content specification 3 (T1, T2: the steps and ideas of last time come first).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from supervision_tui.days import ago_in_words
from supervision_tui.family.views import Perspective, compare, name_by_kinship, without_hidden
from supervision_tui.workspace.reports.page_work import ideas_in_words
from supervision_tui.workspace.reports.short_days import short_day
from supervision_tui.workspace.reports.trends import scales

if TYPE_CHECKING:
    from supervision_tui.records.kinds.scales import ScaleSeries
    from supervision_tui.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SinceLastTime:
    """What stands since the last session about a family.

    Attributes:
        day: of that session.
        ago: how long ago that is, in words.
        ideas: each idea as it stands, in how many sessions it was looked at, and when last.
        numbers: each person's numbers on a scale, as bars and in figures, the oldest first.
        differences: what the drawing shows today and did not show on that day, or the other way round.
    """

    day: date
    ago: str
    ideas: tuple[str, ...]
    numbers: tuple[str, ...]
    differences: tuple[str, ...]


def since_last_time(workspace: Workspace, family_id: str) -> SinceLastTime | None:
    """What stands since the last closed session about that family; ``None`` where there was none.

    Raises:
        DocumentNotFoundError: there is no such family.
    """
    today = workspace.today()
    about = [thread for thread in workspace.sessions.threads() if thread.family_id == family_id]
    held = [session for session in about if session.closed and session.is_session]
    if not held:
        return None
    day = max(session.day for session in held)
    family = name_by_kinship(without_hidden(workspace.stories.family(family_id)))
    earlier, now = Perspective(day=day), Perspective(day=today)
    return SinceLastTime(
        day,
        ago_in_words(day, today, same_day="earlier today"),
        tuple(ideas_in_words(about, family, datetime.combine(today, time(23, 59), tzinfo=UTC))),
        tuple(_in_words(row, today) for row in scales(workspace.summaries.all(), family)),
        tuple(difference.words for difference in compare(family, earlier, now)) if day != today else (),
    )


def _in_words(row: ScaleSeries, today: date) -> str:
    marks = ", ".join(f"{mark.number} on {short_day(mark.day, today)}" for mark in row.marks)
    return f"{row.whose}  {row.bars}  {marks}"
