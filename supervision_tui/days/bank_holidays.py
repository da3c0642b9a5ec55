"""Bank holidays and working days in England and Wales.

Rules: Banking and Financial Dealings Act 1971, schedule 1, with the days moved or added by royal proclamation since
1978 (gov.uk/bank-holidays). A holiday on a weekend is kept on the next weekday that is none.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from supervision_tui.days.feasts import easter, nth_weekday

MONDAY, SATURDAY = 0, 5
_MOVED = {
    date(1995, 5, 1): date(1995, 5, 8),
    date(2002, 5, 27): date(2002, 6, 4),
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
"""Days that were moved: anniversaries of VE Day, and jubilees."""
_ADDED = (
    date(1981, 7, 29), date(1999, 12, 31), date(2002, 6, 3), date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3),
    date(2022, 9, 19), date(2023, 5, 8),
)  # fmt: skip
"""Single days: royal weddings, the millennium, jubilees, a funeral, a coronation."""


@lru_cache(maxsize=32)
def bank_holidays_of(year: int) -> frozenset[date]:
    """Every bank holiday of *year* in England and Wales, by the rules of today (in force since 1978)."""
    mondays = (nth_weekday(year, 5, MONDAY, 1), nth_weekday(year, 5, MONDAY, -1), nth_weekday(year, 8, MONDAY, -1))
    days = {_MOVED.get(day, day) for day in mondays}
    days |= {easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)}
    days |= {day for day in _ADDED if day.year == year}
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        observed = day
        while observed.weekday() >= SATURDAY or observed in days:
            observed += timedelta(days=1)
        days.add(observed)
    return frozenset(days)


def is_working_day(day: date) -> bool:
    """Whether *day* is from Monday to Friday and no bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays_of(day.year)


def working_days_after(day: date, number: int) -> date:
    """The *number*-th working day after *day*, which itself is not counted; with a number below 0, before it."""
    step = timedelta(days=1 if number >= 0 else -1)
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def holidays_between(first: date, last: date) -> tuple[date, ...]:
    """Bank holidays after *first*, up to and with *last*, in order."""
    years = range(first.year, last.year + 1)
    return tuple(sorted(day for year in years for day in bank_holidays_of(year) if first < day <= last))
