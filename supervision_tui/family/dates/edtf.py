"""Reading the Extended Date/Time Format, level 1 (Library of Congress, 2019; ISO 8601-2).

Years before 1 and after 9999 are left out: no family here needs them.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date

from supervision_tui.family.dates import span as spans
from supervision_tui.family.dates.span import Span
from supervision_tui.lazy_pattern import lazy_pattern

_ONE = lazy_pattern(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[?~%])?", re.ASCII
)

WHOLE_DAY = len("2010-02-28")


def read(text: str) -> Span | None:
    """The span that *text* says in EDTF level 1, or ``None`` where it is not EDTF or names no real day."""
    if "/" in text:
        return _interval(text)
    if len(text) == WHOLE_DAY and text[4] == text[7] == "-":
        with suppress(ValueError):
            day = date.fromisoformat(text)
            if day.isoformat() == text:  # no week date, which Python reads too
                return spans.of_day(day)
    match = _ONE.fullmatch(text)
    if match is None:
        return None
    plain = _unmarked(match["year"], match["month"], match["day"])
    if plain is None:
        return None
    mark = match["mark"]
    if mark is None:
        return plain
    wide = spans.about(plain)
    if mark == "%":
        wide = spans.about(wide)
    return replace(wide, edtf=text, source="estimate")


def _interval(text: str) -> Span | None:
    first, _, last = text.partition("/")
    if first in {"", ".."} and last in {"", ".."}:
        return None
    start = None if first in {"", ".."} else read(first)
    end = None if last in {"", ".."} else read(last)
    if (start is None and first not in {"", ".."}) or (end is None and last not in {"", ".."}):
        return None
    whole = spans.between(start, end)
    return replace(whole, edtf=text) if whole.earliest <= whole.latest else None


def _unmarked(year: str, month: str | None, day: str | None) -> Span | None:  # noqa: PLR0911 - a form each
    if "X" in year:
        return _years(year) if month in {None, "XX"} and day in {None, "XX"} else None
    number = int(year)
    if number < 1:
        return None
    if month is None or (month == "XX" and day in {None, "XX"}):
        return (
            spans.of_year(number)
            if month is None
            else replace(spans.of_year(number), edtf="-".join(part for part in (year, month, day) if part))
        )
    if month == "XX":
        return None
    if int(month) in spans.SEASONS and day is None:
        return spans.of_season(number, int(month))
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 - months of a year
        return None
    if day is None:
        return spans.of_month(number, int(month))
    if day == "XX":
        return replace(spans.of_month(number, int(month)), edtf="-".join(part for part in (year, month, day) if part))
    try:
        return spans.of_day(date(number, int(month), int(day)))
    except ValueError:
        return None


def _years(year: str) -> Span:
    low, high = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
    source: spans.Source = "words" if year == "XXXX" else "date"
    return Span(year, date(low, 1, 1), date(high, 12, 31), source)
