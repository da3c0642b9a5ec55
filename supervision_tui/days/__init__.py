"""Days of the calendar: read in people's words, counted in working days, and shown one way over the whole program."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "WEEKDAY_NAMES",
    "DayReading",
    "PastDay",
    "ago_in_words",
    "bank_holidays_of",
    "day_in_words",
    "is_working_day",
    "moment_in_words",
    "month_in_words",
    "read_day",
    "read_past_day",
    "weekday_in_words",
    "weeks_in_words",
    "working_days_after",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.days.bank_holidays import bank_holidays_of, is_working_day, working_days_after
    from supervision_tui.days.past import PastDay, read_past_day
    from supervision_tui.days.reading import DayReading, read_day
    from supervision_tui.days.words import (
        WEEKDAY_NAMES,
        ago_in_words,
        day_in_words,
        moment_in_words,
        month_in_words,
        weekday_in_words,
        weeks_in_words,
    )
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "bank_holidays": "bank_holidays_of is_working_day working_days_after",
            "past": "PastDay read_past_day",
            "reading": "DayReading read_day",
            "words": (
                "WEEKDAY_NAMES ago_in_words day_in_words moment_in_words month_in_words weekday_in_words weeks_in_words"
            ),
        },
    )
