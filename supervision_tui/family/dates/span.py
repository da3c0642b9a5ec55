"""What a date says once understood: an EDTF string, the first and last day it can mean, and how it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from supervision_tui.days.months import days_of_month

Source = Literal["date", "age", "estimate", "words"]
"""How a date is known: told as a date, worked out from an age, estimated, or only in words."""

LONGEST_OPEN = (date.min, date.max)
"""Bounds of a side about which nothing is known."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day that a date can mean, both included, with its EDTF level 1 string."""

    edtf: str
    earliest: date
    latest: date
    source: Source = "date"

    def widened(self, days: int = 0, months: int = 0) -> Span:
        """The same span, longer at both ends; it stops at the ends of the calendar."""
        earliest = moved(later(self.earliest, -days), -months)
        last = self.latest
        whole_month = last.day == days_of_month(last.year, last.month)
        latest = moved(later(last, days), months)
        if whole_month and not days:
            latest = month_end(latest.year, latest.month)
        return replace(self, earliest=earliest, latest=latest)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, days_of_month(year, month))


def moved(day: date, months: int) -> date:
    """*day* a number of months later or earlier; a day that the month lacks becomes its last, 29 February the 28th."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year < 1:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, days_of_month(year, month + 1)))


def later(day: date, days: int) -> date:
    """*day* some days later or earlier; it stops at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def of_year(year: int) -> Span:
    """A whole year."""
    return Span(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))


def of_month(year: int, month: int) -> Span:
    """A whole month."""
    return Span(f"{year:04d}-{month:02d}", date(year, month, 1), month_end(year, month))


def of_day(day: date) -> Span:
    """One day."""
    return Span(day.isoformat(), day, day)


SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""EDTF season number to its first and last month; a winter runs into the February of the next year."""


def of_season(year: int, season: int) -> Span:
    """A season: meteorological, northern; winter belongs to the year in which it starts."""
    first, last = SEASONS[season]
    ends = year + (last < first)
    latest = month_end(ends, last) if ends <= date.max.year else date.max
    return Span(f"{year:04d}-{season}", date(year, first, 1), latest)


def between(first: Span | None, last: Span | None) -> Span:
    """From somewhere in *first* to somewhere in *last*; ``None`` is an end about which nothing is known."""
    return Span(
        f"{first.edtf if first else '..'}/{last.edtf if last else '..'}",
        first.earliest if first else date.min,
        last.latest if last else date.max,
    )


def about(span: Span) -> Span:
    """Approximate: a year widens by a year, a month or season by a month, a day by three days."""
    length = (span.latest - span.earliest).days
    if length >= 360:  # noqa: PLR2004 - a year or more
        wider = span.widened(months=12)
    elif length >= 27:  # noqa: PLR2004 - a month or more
        wider = span.widened(months=1)
    else:
        wider = span.widened(days=3)
    edtf = f"{span.edtf}~" if "/" not in span.edtf and not span.edtf.endswith(("~", "?", "%")) else span.edtf
    return replace(wider, edtf=edtf, source="estimate")
