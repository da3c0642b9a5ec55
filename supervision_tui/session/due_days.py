"""The day by which something is due, as its words say it: a day that is past is asked about, never taken in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from supervision_tui.days import DayReading, read_day, weekday_in_words


def read_due_day(words: str, today: date) -> DayReading:
    """The day that *words* mean as one by which something is due; a past one is asked about."""
    reading = read_day(words, today)
    if reading.day is None or reading.day >= today or reading.ask:
        return reading
    return replace(reading, ask=f"{weekday_in_words(reading.day)} is past. Which day: 1 this one, or another?")
