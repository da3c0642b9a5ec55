"""Days that an office or a law sets: working days, bank holidays, changes of the clocks, a financial year's end."""

from __future__ import annotations

import re
from datetime import date, timedelta

from supervision_tui.days.bank_holidays import SATURDAY, bank_holidays_of, holidays_between, working_days_after
from supervision_tui.days.feasts import nth_weekday
from supervision_tui.days.meanings import WEEK, DayMeaning, months_on, number_of, year_of
from supervision_tui.days.vocabulary import MONTHS, WEEKDAYS
from supervision_tui.days.words import day_in_words

SUNDAY = 6


def in_working_days(match: re.Match[str], today: date) -> DayMeaning:
    """``within 10 working days``: Monday to Friday, without bank holidays; today is not counted."""
    day = working_days_after(today, number_of(match["number"]))
    between = holidays_between(today, day)
    if not between:
        return DayMeaning(day, note="no bank holidays")
    names = " and ".join(day_in_words(holiday) for holiday in between if holiday.weekday() < SATURDAY)
    return DayMeaning(day, note=f"without the bank holidays {names}")


def next_working_day(_match: re.Match[str], today: date) -> DayMeaning:
    """``the next working day``."""
    return DayMeaning(working_days_after(today, 1))


def working_day_of_month(match: re.Match[str], today: date) -> DayMeaning:
    """``the last working day of the month``, ``the first working day in January``: the next one."""
    if match["new"]:
        month, year = 1, today.year + 1
    elif match["month"]:
        month = MONTHS[match["month"]]
        year = year_of(match["year"]) or today.year + (month < today.month)
    else:
        first = months_on(today.replace(day=1), (match["whose"] or "").strip() == "next")
        month, year = first.month, first.year
    first = date(year, month, 1)
    if match["nth"] == "last":
        return DayMeaning(working_days_after(months_on(first, 1), -1))
    return DayMeaning(working_days_after(first - timedelta(days=1), 1))


def at_bank_holiday(match: re.Match[str], today: date) -> DayMeaning | None:
    """``the next bank holiday``, ``bank holiday Monday``, ``early May bank holiday``: the next in England and Wales."""
    years = (int(match["year"]),) if match["year"] else (today.year, today.year + 1)
    days = [day for year in years for day in sorted(bank_holidays_of(year)) if match["year"] or day > today]
    if match["month"]:
        days = [day for day in days if day.month == MONTHS[match["month"]]]
        if match["which"] in {"early", "late"}:
            days = [day for day in days if (day.day <= WEEK) == (match["which"] == "early")]
        elif len(days) > 1:
            return DayMeaning(days[0], (days[1],))
    elif (months := _MONTHS_OF_HOLIDAYS.get(match["which"] or "")) is not None:
        days = [day for day in days if day.month in months and (match["which"] != "spring" or day.day > 2 * WEEK)]
    if match["weekday"]:
        days = [day for day in days if day.weekday() == WEEKDAYS[match["weekday"]]]
    return DayMeaning(days[0]) if days else None


_MONTHS_OF_HOLIDAYS = {
    "spring": (5, 6), "august": (8,), "summer": (8,), "easter": (3, 4), "christmas": (12,), "new year": (1,),
}  # fmt: skip


def at_clock_change(match: re.Match[str], today: date) -> DayMeaning:
    """``when the clocks go back``: the last Sunday of March or October (Summer Time Order 2002), the next of them."""
    way = match["way"] or ""
    months = (10,) if way == "back" else (3,) if way else (3, 10)
    days = (nth_weekday(year, month, SUNDAY, -1) for year in (today.year, today.year + 1) for month in months)
    return DayMeaning(next(day for day in days if day >= today))


def at_financial_year_end(_match: re.Match[str], today: date) -> DayMeaning:
    """``the end of the financial year``: 31 March, as councils count."""
    return DayMeaning(date(today.year + ((today.month, today.day) > (3, 31)), 3, 31))
