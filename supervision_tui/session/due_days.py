"""The day by which something is due, as its words say it: a day that is past is asked about, never taken in silence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from supervision_tui.days import DayReading, read_day, weekday_in_words
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.session.model import Action

_URGENT = lazy_pattern(
    r"\b(?:asap|a\.s\.a\.p|as soon as (?:possible|we can|you can|s?he can|they can)|urgent(?:ly)?|immediate(?:ly)?|"
    r"straight ?away|right away|at once|without delay|now)\b",
    re.IGNORECASE,
)
"""Words that mean: before anything else."""
NEXT_WORKING_DAY = "next working day"


def read_due_day(words: str, today: date) -> DayReading:
    """The day that *words* mean as one by which something is due; a past one is asked about.

    What is to be done as soon as possible is due on the next working day: without a day it would never be late.
    """
    reading = read_day(words, today)
    if reading.day is None and (urgent := urgent_day(words, today)) is not None:
        readback = f"{weekday_in_words(urgent)}, the next working day"
        return replace(reading, day=urgent, readback=readback, ask="", rest="")
    if reading.day is None or reading.day >= today or reading.ask:
        return reading
    return replace(reading, ask=f"{weekday_in_words(reading.day)} is past. Which day: 1 this one, or another?")


def urgent_day(words: str, said_on: date) -> date | None:
    """The day by which something is due that was to be done "asap", *said_on* a day; ``None`` for other words."""
    return read_day(NEXT_WORKING_DAY, said_on).day if _URGENT.search(words) else None


def step_due_day(action: Action) -> date | None:
    """The day by which a step is due: the one that was named, or the one that "asap" meant when it was said."""
    return action.due or urgent_day(str(action.when), action.at.astimezone().date())
