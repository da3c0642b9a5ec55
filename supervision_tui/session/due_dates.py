"""The day that people mean by "9 September", "Friday" or "9/9/2026": day first, the next such day from today."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?\b")
_NAMED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3})[a-z]*\.?(?:,? (\d{4}))?\b")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b")
_NEAR = {"today": 0, "tomorrow": 1, "in a week": 7, "in two weeks": 14, "in a fortnight": 14}


def day_meant(words: str, today: date) -> date | None:
    """The day that *words* name, or ``None`` where they name none; without a year it is the next one from *today*."""
    text = words.lower()
    for phrase, days in _NEAR.items():
        if phrase in text:
            return today + timedelta(days=days)
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASHED.search(text):
        return _with_year(int(found[1]), int(found[2]), found[3], today)
    if (found := _NAMED.search(text)) and found[2] in _MONTHS:
        return _with_year(int(found[1]), _MONTHS.index(found[2]) + 1, found[3], today)
    if found := _WEEKDAY.search(text):
        return today + timedelta(days=(_DAYS.index(found[1]) - today.weekday() - 1) % 7 + 1)
    return None


def _with_year(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004 - a two-figure year
    this = _day(today.year, month, day)
    return _day(today.year + 1, month, day) if this is not None and this < today else this


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
