"""Dates told from today ("two weeks ago", "last Christmas"), made into dates that are still true next year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from string import capwords

from supervision_tui.days import day_in_words, month_in_words
from supervision_tui.days.feasts import FEAST_WORDS, FEASTS
from supervision_tui.days.meanings import number_of
from supervision_tui.days.vocabulary import MONTHS, NUMBERS, WEEKDAYS
from supervision_tui.family.dates.partial import PartialDate
from supervision_tui.family.dates.reading import UnreadableDate, understand
from supervision_tui.family.dates.single import SEASON_WORDS
from supervision_tui.family.dates.span import SEASONS, moved
from supervision_tui.lazy_pattern import lazy_pattern

_NUMBER = rf"(?P<number>[0-9]{{1,3}}|(?:a )?couple of|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
EXACT_DAYS = 14
"""Days ago that people still mean to the day."""


def _ago(match: re.Match[str], today: date) -> str:
    """Days to the day, weeks to a few days, months to a month, years to a year."""
    number, unit = number_of(match["number"]), match["unit"][0]
    if unit == "d" and number <= EXACT_DAYS:
        return (today - timedelta(days=number)).isoformat()
    if unit in {"d", "w", "f"}:
        days = number * {"d": 1, "w": 7, "f": 14}[unit]
        return f"about {day_in_words(today - timedelta(days=days))}"
    if unit == "m":
        return f"~{moved(today, -number):%Y-%m}"
    return f"~{today.year - number}"


def _unit(match: re.Match[str], today: date) -> str:
    """``last year``, ``next month``, ``this week``."""
    steps = {"last": -1, "this": 0, "next": 1}[match["which"]]
    if match["unit"] == "year":
        return str(today.year + steps)
    if match["unit"] == "month":
        return month_in_words(moved(today.replace(day=1), steps))
    return f"week of {day_in_words(today + timedelta(days=7 * steps - today.weekday()))}"


def _named(match: re.Match[str], today: date) -> str:
    """``last summer``, ``next June``, ``this Christmas``: the one before today, or the one after."""
    which, name = match["which"], match["name"]
    for year in range(today.year - 1, today.year + 2) if which != "last" else range(today.year, today.year - 3, -1):
        first = _first_day(name, year)
        over = first < (today.replace(day=1) if name in MONTHS else today)
        if (which == "last" and over) or (which != "last" and first.replace(day=1) >= today.replace(day=1)):
            return f"{name if name in SEASON_WORDS else capwords(name)} {year}"
    return ""


def _first_day(name: str, year: int) -> date:
    if name in MONTHS:
        return date(year, MONTHS[name], 1)
    if name in SEASON_WORDS:
        return date(year, SEASONS[SEASON_WORDS[name]][0], 1)
    return FEASTS[name](year)


def _weekday(match: re.Match[str], today: date) -> str:
    """``last Tuesday``: the one before today."""
    return (today - timedelta(days=(today.weekday() - WEEKDAYS[match["name"]] - 1) % 7 + 1)).isoformat()


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], str]], ...] = tuple(
    (lazy_pattern(pattern), make)
    for pattern, make in (
        (r"(?:today|this morning)", lambda _match, today: today.isoformat()),
        (r"(?:yesterday|last night)", lambda _match, today: (today - timedelta(days=1)).isoformat()),
        (rf"(?:about )?{_NUMBER} (?P<unit>days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?) ago", _ago),
        (r"(?P<which>last|this|next) (?P<unit>week|month|year)", _unit),
        (rf"last (?P<name>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})", _weekday),
        (rf"(?P<which>last|this|next) (?P<name>{FEAST_WORDS}|{'|'.join(SEASON_WORDS)}|{_MONTH_NAMES})", _named),
    )
)


@lru_cache(maxsize=2048)
def birth_or_date_in(words: str, today: date) -> PartialDate | None:
    """As :func:`date_in`; an age is one on *today*: ``"6 weeks"``. ``None`` for what needs no day to be read."""
    if not isinstance(understand(words), UnreadableDate):
        return None
    aged = understand(f"{words} on {today.isoformat()}")
    if not isinstance(aged, UnreadableDate):
        return PartialDate.read(f"{words} on {today.isoformat()}")
    return date_in(words, today)


def date_in(words: str, today: date) -> PartialDate | None:
    """The date that *words* say, also when they say it from *today*; ``None`` where they say none.

    A date told from today comes back as one with its own year: ``"3 years ago"`` as ``~2023``.
    """
    found = understand(words)
    if not isinstance(found, UnreadableDate):
        return PartialDate(words, found.edtf, found.earliest, found.latest, found.source)
    plain = " ".join(words.casefold().replace(",", " ").split()).removeprefix("in ").removeprefix("on ")
    for form, make in _FORMS:
        match = form.fullmatch(plain)
        if match is not None and (text := make(match, today)):
            return PartialDate.read(text)
    return None
