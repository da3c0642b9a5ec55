"""A calendar file: when supervision is next, and when steps are due. Words that name nobody, for any calendar.

Source: RFC 5545 (iCalendar); content specification 7.2 (nothing of a family leaves with it).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from supervision_tui.workspace.reports.due import open_steps

if TYPE_CHECKING:
    from supervision_tui.workspace.workspace import Workspace

SUPERVISION = "Supervision"
STEP = "A step is due: see the notebook"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the calendar: *words* that name nobody, and a *key* by which a calendar knows it again."""

    on: date
    words: str
    key: str


def calendar_days(workspace: Workspace) -> list[CalendarDay]:
    """The next supervision of everybody who has a rhythm, and every open step's day from today on."""
    today, roster = workspace.today(), workspace.people.roster
    found = []
    for practitioner in roster.supervised(today):
        due = workspace.people.due(practitioner, workspace.framework, today)
        found.append(CalendarDay(max(due.day, today), SUPERVISION, f"supervision {practitioner.id}"))
    found += [
        CalendarDay(step.action.due, STEP, f"step {step.action.id}")
        for step in open_steps(workspace.sessions.threads())
        if step.action.due is not None and step.action.due >= today
    ]
    return sorted(found, key=lambda day: (day.on, day.key))


def ics(days: Sequence[CalendarDay], now: datetime) -> bytes:
    """The calendar file. Keys are hashed, so that no id stands in it."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - only for a calendar

    calendar = Calendar()
    calendar.add("prodid", "-//supervision-tui//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for day in days:
        event = Event()
        event.add("uid", f"{hashlib.sha256(day.key.encode()).hexdigest()[:32]}@supervision-tui")
        event.add("dtstamp", now)
        event.add("dtstart", day.on)
        event.add("dtend", day.on + timedelta(days=1))
        event.add("summary", day.words)
        event.add("transp", "TRANSPARENT")  # a day on which something is due takes no time
        event.add("x-microsoft-cdo-busystatus", "FREE")  # Outlook's own word for that (MS-OXCICAL 2.1.3.1.1.20.31)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
