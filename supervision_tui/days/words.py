"""Days and times as they are shown: ``3 September 2026``, in English whatever the computer's locale is."""

from __future__ import annotations

from datetime import date, datetime

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_in_words(day: date) -> str:
    """For example ``3 September 2026``."""
    return f"{day.day} {month_in_words(day)}"


def month_in_words(day: date) -> str:
    """The month of *day*, for example ``September 2026``."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """For example ``Thursday 3 September 2026``."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day_in_words(day)}"


def moment_in_words(moment: datetime) -> str:
    """For example ``3 September 2026, 17:05``; the clock is that of *moment*, so make it local before."""
    return f"{day_in_words(moment)}, {moment:%H:%M}"


def weeks_in_words(days: int) -> str:
    """*days* as people say it: days below two weeks, then weeks."""
    if days < 14:  # noqa: PLR2004 - two weeks
        return "a day" if days == 1 else f"{days} days"
    return f"{days // 7} weeks"


def ago_in_words(day: date, today: date, *, same_day: str = "today") -> str:
    """How long ago *day* was: *same_day*, or so many days or weeks; a day still ahead (a clock was wrong) is named."""
    days = (today - day).days
    if days < 0:
        return f"on {day_in_words(day)}, by a clock that was ahead"
    return f"{weeks_in_words(days)} ago" if days else same_day
