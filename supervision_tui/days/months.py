"""How long a month is: Python's ``calendar`` knows it too, and loads the names of days in every language with it."""

from __future__ import annotations

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2


def days_of_month(year: int, month: int) -> int:
    """How many days the *month*, 1 to 12, of that *year* has (Gregorian).

    Raises:
        ValueError: there is no such month.
    """
    if not 1 <= month <= len(_LENGTHS):
        message = f"There is no month {month}."
        raise ValueError(message)
    leap = month == FEBRUARY and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap
