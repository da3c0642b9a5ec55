"""Days of the calendar: read in people's words, counted in working days, and shown one way over the whole program."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from supervision_tui.days.words import day_in_words, moment_in_words, month_in_words, weekday_in_words

if TYPE_CHECKING:
    from supervision_tui.days.bank_holidays import bank_holidays_of, is_working_day, working_days_after
    from supervision_tui.days.reading import DayReading, read_day

_HOMES = {
    "DayReading": "reading",
    "bank_holidays_of": "bank_holidays",
    "is_working_day": "bank_holidays",
    "read_day": "reading",
    "working_days_after": "bank_holidays",
}  # fmt: skip
"""What is loaded when first asked for: its forms take time to build, and showing a day needs none of them."""

__all__ = [
    "DayReading", "bank_holidays_of", "day_in_words", "is_working_day", "moment_in_words", "month_in_words", "read_day",
    "weekday_in_words", "working_days_after",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Import the module of *name* when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
