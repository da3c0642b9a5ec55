"""One date in words, day before month: a day, a month, a season, a year, part of a year, a decade, a feast."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from supervision_tui.family.dates import span as spans
from supervision_tui.family.dates.span import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SEASON_WORDS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
THIRDS = {
    "early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "midway": 1, "late": 2, "end": 2,
}  # fmt: skip
"""Word to which third of a year or decade it means."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher; printed in Nature, 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, over = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    sunday = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


FEASTS: dict[str, Callable[[int], date]] = {
    "christmas": lambda year: date(year, 12, 25),
    "xmas": lambda year: date(year, 12, 25),
    "new year": lambda year: date(year, 1, 1),
    "new year's day": lambda year: date(year, 1, 1),
    "easter": easter,
}

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_OF = r"(?: of)? ?"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (_YEAR, "year"),
        (rf"{_DAY}{_OF}{_MONTH} {_YEAR}", "day"),
        (rf"{_MONTH} ?{_DAY} {_YEAR}", "day"),
        (rf"{_MONTH}{_OF}{_YEAR}", "month"),
        (rf"(?P<day>[0-9]{{1,2}}) ?[/.-] ?(?P<number>[0-9]{{1,2}}) ?[/.-] ?{_YEAR}", "day"),
        (rf"{_YEAR}[/.-](?P<number>[0-9]{{1,2}})[/.-](?P<day>[0-9]{{1,2}})", "day"),
        (rf"(?P<number>[0-9]{{1,2}})[/.-]{_YEAR}", "month"),
        (rf"(?P<season>{'|'.join(SEASON_WORDS)}){_OF}{_YEAR}(?:[/-][0-9]{{2,4}})?", "season"),
        (rf"(?P<third>{'|'.join(THIRDS)})(?: of|-in)?(?: the)?[ -]{_YEAR}s", "third of decade"),
        (rf"(?P<third>{'|'.join(THIRDS)})(?: of)?[ -]{_YEAR}", "third of year"),
        (r"(?:the )?(?P<year>[0-9]{3}0)'?s", "decade"),
        (rf"(?P<feast>{'|'.join(FEASTS)})(?: day| time)?{_OF}{_YEAR}", "feast"),
    )
)


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """Words in the form of a date that name no day of the calendar, with a sentence about it."""

    why: str


def read(words: str) -> Span | NoSuchDay | None:
    """The date in *words* (lower case, single blanks, no commas); ``None`` where they have no form of a date."""
    for form, kind in _FORMS:
        match = form.fullmatch(words)
        if match is not None:
            try:
                return _READERS[kind](match)
            except (ValueError, OverflowError):
                return NoSuchDay(_why_not(match))
    return None


def _number(match: re.Match[str]) -> int:
    found = match.groupdict()
    return MONTHS[found["month"]] if found.get("month") else int(found["number"])


def _year(match: re.Match[str]) -> int:
    return int(match["year"])


def _third_of_year(match: re.Match[str]) -> Span:
    first = 4 * THIRDS[match["third"]] + 1
    whole = spans.between(spans.of_month(_year(match), first), spans.of_month(_year(match), first + 3))
    return replace(whole, source="estimate")


def _third_of_decade(match: re.Match[str]) -> Span:
    first, last = ((0, 3), (3, 6), (6, 9))[THIRDS[match["third"]]]
    whole = spans.between(spans.of_year(_year(match) + first), spans.of_year(_year(match) + last))
    return replace(whole, source="estimate")


def _decade(match: re.Match[str]) -> Span:
    first = _year(match)
    return Span(f"{first // 10:03d}X", date(first, 1, 1), date(first + 9, 12, 31))


_READERS: dict[str, Callable[[re.Match[str]], Span]] = {
    "year": lambda match: spans.of_year(_year(match)),
    "month": lambda match: spans.of_month(_year(match), _number(match)),
    "day": lambda match: spans.of_day(date(_year(match), _number(match), int(match["day"]))),
    "season": lambda match: spans.of_season(_year(match), SEASON_WORDS[match["season"]]),
    "third of year": _third_of_year,
    "third of decade": _third_of_decade,
    "decade": _decade,
    "feast": lambda match: spans.about(spans.of_day(FEASTS[match["feast"]](_year(match)))),
}


def _why_not(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found.get("number") and not 1 <= int(found["number"]) <= 12:  # noqa: PLR2004 - months of a year
        return f"There is no month {int(found['number'])}. Dates are read day first: 12/03/2001 is 12 March 2001."
    if found.get("day"):
        return "That day is not in the calendar. Look at the day and the month again."
    return "That year cannot be read; years from 1 to 9999 can."
