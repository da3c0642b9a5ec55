"""A day on which something happened, in people's words: "24 Nov", "on Saturday", "a week ago"; never one still to come.

:func:`~supervision_tui.days.reading.read_day` looks ahead, as a step does; a fact or a visit lies behind. Lengths of
time ("for ten minutes", "twice in two weeks") are no day, and a plan ("in court on 14 December") is none behind us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from supervision_tui.days.feasts import FEAST_WORDS, FEASTS
from supervision_tui.days.meanings import WEEK, months_on
from supervision_tui.days.reading import DayReading, read_day
from supervision_tui.days.vocabulary import MONTHS, NUMBERS, WEEKDAYS
from supervision_tui.lazy_pattern import lazy_pattern

_NUMBER = rf"(?:[0-9]+|an?|several|some|{'|'.join(NUMBERS)})"
_LENGTH = lazy_pattern(
    rf"\b(?:for|in|within|over|during|every|each|after|about|nearly|almost|all of)?\s*"
    rf"(?:the\s+(?:last|past)\s+)?{_NUMBER}\s+(?:minutes?|mins?|hours?|hrs?|days?|nights?|mornings?|weeks?|fortnights?|"
    r"months?|terms?|years?)\b(?!\s+(?:ago|before|earlier))(?:\s+(?:old|running|in a row|late|long))?",
    re.IGNORECASE,
)
_CLOCK = lazy_pattern(r"\b[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:am|pm)\b|\b[0-9]{1,2}:[0-9]{2}\b", re.IGNORECASE)
_OUT_OF = lazy_pattern(r"\b[0-9]+\s*(?:/|of|out of)\s*(?:10|ten)\b", re.IGNORECASE)
"""A number on a scale, "4/10", which is no day of October."""
_FEAST = lazy_pattern(rf"\b(?:{FEAST_WORDS})(?!\w)", re.IGNORECASE)
_WEEKDAY = lazy_pattern(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_MONTH_NAME = lazy_pattern(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_MONTH_ALONE = lazy_pattern(
    rf"\b(?:in|since|during|early|late|mid|last|until)[\s-]+(?:early |late |mid[- ])?(?P<month>{'|'.join(MONTHS)})\b"
    r"(?!\s+[0-9]{1,2}\b)(?:\s+(?P<year>(?:19|20)[0-9]{2}))?",
    re.IGNORECASE,
)
_FIGURES = lazy_pattern(r"\b[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\b")
_WHOLE_YEAR = lazy_pattern(r"\b(?:19|20)[0-9]{2}\b")
_DAY_NUMBER = lazy_pattern(r"\b[0-9]{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE)
_LAST_WEEK = lazy_pattern(r"\blast week\b", re.IGNORECASE)
_LAST_MONTH = lazy_pattern(r"\blast month\b", re.IGNORECASE)
_WEAK = lazy_pattern(
    r"\b[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-](?:[0-9]{2}|[0-9]{4}))?\b(?![/.-]?[0-9])|\b(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\b"
)
"""Figures and short names that say a day only beside a meeting or a fact."""
_MASK = lazy_pattern(r"\s?§[0-9]+§\s?")
NEAR_AHEAD = timedelta(days=62)
"""A day and month without a year that lie so near ahead may be a plan: they are not taken for last year's."""
PLANNED = lazy_pattern(
    r"\b(?:will|going to|due|plans?|planned|starts|begins|hearing is|booked|appointment (?:is )?(?:on|for)|next|"
    r"by (?:the )?(?:end|mon|tue|wed|thu|fri|sat|sun)|returns|comes back|is to|are to|until)\b",
    re.IGNORECASE,
)
"""Words that say that something is still to come."""


@dataclass(frozen=True, slots=True)
class PastDay:
    """When something happened: the *day*, or only its month (``2026-07`` as *when*); *rest* are the other words."""

    day: date
    when: str
    rest: str


def read_past_day(words: str, on: date, *, planned: bool = True) -> PastDay | None:
    """The day in *words*, written down *on* a day, that is not after it; ``None`` where they name none.

    Args:
        words: a line about something that happened.
        on: the day on which it was written.
        planned: whether words such as "will" mean that the day is still to come; false where only the past is asked.
    """
    line = " ".join(words.split())
    aside: list[str] = []

    def mask(match: re.Match[str]) -> str:
        aside.append(match[0])
        return f" §{len(aside) - 1}§ "

    masked = line
    for no_day in (_LENGTH, _CLOCK, _OUT_OF):
        masked = no_day.sub(mask, masked)
    plain = _MASK.sub(" ", masked)
    month = _MONTH_ALONE.search(plain)
    if month is not None and not re.search(rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s+{month['month']}", plain, re.IGNORECASE):
        return _month(month, line, on)
    found = _reading(masked, plain, line, on)
    day = found.day
    if day is None:
        return _whole_span(plain, line, on)
    if day > on:
        if planned and PLANNED.search(plain):
            return None
        day = _before(plain, day, on, planned=planned)
    if day > on:
        return None
    rest = _MASK.sub(lambda match: f" {aside[int(match[0].strip(' §'))]} ", found.rest)
    return PastDay(day, day.isoformat(), " ".join(rest.split()).strip(" ,;:-."))


def _reading(masked: str, plain: str, line: str, on: date) -> DayReading:
    """The day of the line, as it is read ahead; figures and short names of days by themselves where nothing else is."""
    for text in (masked, plain):
        if (found := read_day(text, on)).day is not None:
            return found
    beside = _WEAK.search(plain)
    return replace(read_day(beside[0], on), rest=_without(line, beside[0])) if beside else DayReading(line)


def _whole_span(plain: str, line: str, on: date) -> PastDay | None:
    """``last week``, ``last month``: the day or month so long before."""
    if (week := _LAST_WEEK.search(plain)) is not None:
        before = on - timedelta(days=WEEK)
        return PastDay(before, before.isoformat(), _without(line, week[0]))
    if (month := _LAST_MONTH.search(plain)) is not None:
        before = months_on(on.replace(day=1), -1)
        return PastDay(before, f"{before:%Y-%m}", _without(line, month[0]))
    return None


def _month(match: re.Match[str], line: str, on: date) -> PastDay | None:
    number = MONTHS[match["month"].lower()]
    year = int(match["year"]) if match["year"] else on.year if number <= on.month else on.year - 1
    first = date(year, number, 1)
    return PastDay(first, f"{year}-{number:02}", _without(line, match[0])) if first <= on else None


def _before(plain: str, day: date, on: date, *, planned: bool) -> date:
    """The same day in the week, month or year before, as far back as its words ask; as it is where they name none."""
    if _WHOLE_YEAR.search(plain):
        return day
    if _MONTH_NAME.search(plain) or _FIGURES.search(plain):
        if planned and day - on <= NEAR_AHEAD:
            return day
        while day > on:
            day = months_on(day, -12)
        return day
    if (feast := _FEAST.search(plain)) is not None:
        return day if planned and day - on <= NEAR_AHEAD else _feast_by(feast[0].lower().replace("’", "'"), on)
    if _DAY_NUMBER.search(plain):
        while day > on:
            day = months_on(day, -1)
    elif _WEEKDAY.search(plain):
        while day > on:
            day -= timedelta(days=WEEK)
    return day


def _feast_by(feast: str, on: date) -> date:
    """The last time that *feast* was, *on* a day."""
    day = FEASTS[feast]
    return day(on.year) if day(on.year) <= on else day(on.year - 1)


def _without(line: str, part: str) -> str:
    return " ".join(line.replace(part, " ", 1).split()).strip(" ,;:-.")
