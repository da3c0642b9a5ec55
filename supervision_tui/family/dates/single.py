"""One date in words, day before month: a day, a month, a season, a year, a part of one, a decade, a feast, a term."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from supervision_tui.days.feasts import FEAST_WORDS, FEASTS, SEASONAL
from supervision_tui.days.vocabulary import MONTHS
from supervision_tui.family.dates import span as spans
from supervision_tui.family.dates.span import Span
from supervision_tui.lazy_pattern import lazy_pattern

SEASON_WORDS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
THIRDS = {
    "early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "midway": 1, "late": 2, "end": 2,
}  # fmt: skip
"""Word to which third of a year or decade it means."""


LOCKDOWNS = {
    "lockdown": (date(2020, 3, 23), date(2021, 3, 29)),
    "first lockdown": (date(2020, 3, 23), date(2020, 7, 4)),
    "second lockdown": (date(2020, 11, 5), date(2020, 12, 2)),
    "third lockdown": (date(2021, 1, 6), date(2021, 3, 29)),
}
"""The lockdowns in England (Institute for Government, timeline of coronavirus lockdowns, 2021)."""
SCHOOL_TERMS = {"autumn": ((9, 1), (12, 31)), "spring": ((1, 1), (4, 15)), "summer": ((4, 10), (7, 25))}
"""School terms in England to their first and last day, wide enough for every council."""
HOLIDAY = 14
"""Days before and after a feast that its school holidays reach at most."""
TENS_OF_MONTH = ((1, 10), (11, 20), (21, 31))

_MONTHS = "|".join(sorted((*MONTHS, "febr"), key=len, reverse=True))
_MONTH = rf"(?P<month>{_MONTHS})\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_OF = r"(?: of)? ?"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (lazy_pattern(pattern), kind)
    for pattern, kind in (
        (_YEAR, "year"),
        (rf"{_DAY}{_OF}{_MONTH} {_YEAR}", "day"),
        (rf"{_MONTH} ?{_DAY} {_YEAR}", "day"),
        (rf"{_MONTH}{_OF}{_YEAR}", "month"),
        (rf"(?P<day>[0-9]{{1,2}}) ?[/.-] ?(?P<number>[0-9]{{1,2}}) ?[/.-] ?{_YEAR}", "day"),
        (rf"{_YEAR}[/.-](?P<number>[0-9]{{1,2}})[/.-](?P<day>[0-9]{{1,2}})", "day"),
        (rf"(?P<number>[0-9]{{1,2}})[/.-]{_YEAR}", "month"),
        (rf"(?:the )?(?P<season>{'|'.join(SEASON_WORDS)}){_OF}{_YEAR}(?:[/-][0-9]{{2,4}})?", "season"),
        (rf"(?P<third>{'|'.join(THIRDS)})(?: of|-in)?(?: the)?[ -]{_YEAR}s", "third of decade"),
        (rf"(?P<third>{'|'.join(THIRDS)})(?: of)?[ -]{_YEAR}", "third of year"),
        (r"(?:the )?(?P<year>[0-9]{3}0)'?s", "decade"),
        (rf"(?:the )?(?P<feast>{FEAST_WORDS})(?: time)?,?{_OF}{_YEAR}", "feast"),
        (rf"(?:the )?(?P<feast>christmas|xmas|easter) (?:school )?(?:holidays?|hols|break){_OF}{_YEAR}", "holidays"),
        (rf"(?:the )?summer (?:school )?(?:holidays?|hols|break){_OF}{_YEAR}", "summer holidays"),
        (rf"(?:the )?(?P<season>{'|'.join(SCHOOL_TERMS)}) term{_OF}{_YEAR}(?:[/-][0-9]{{2,4}})?", "term"),
        (rf"(?:the )?half[- ]term,?(?: in)? {_MONTH}{_OF}{_YEAR}", "half term"),
        (rf"(?:the )?{_MONTH} half[- ]term{_OF}{_YEAR}", "half term"),
        (rf"(?P<third>{'|'.join(THIRDS)})(?: of| in)?[ -]{_MONTH}{_OF}{_YEAR}", "third of month"),
        (
            rf"(?P<third>{'|'.join(THIRDS)})(?: of| in)?(?: the)?[ -](?P<season>{'|'.join(SEASON_WORDS)}){_OF}{_YEAR}",
            "third of season",
        ),
        (
            rf"(?P<lockdown>(?:the )?(?:(?:first|second|third|1st|2nd|3rd) )?lockdown)(?:{_OF}(?:2020|2021))?",
            "lockdown",
        ),
        (r"(?:the )?'?(?P<short>[0-9]0)'?s", "short decade"),
        (rf"(?P<third>{'|'.join(THIRDS)})(?: of)?(?: the)?[- ]'?(?P<short>[0-9]0)'?s", "third of short decade"),
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
    return MONTHS[found["month"][:3]] if found.get("month") else int(found["number"])


def _year(match: re.Match[str]) -> int:
    return int(match["year"])


def _third_of_year(match: re.Match[str]) -> Span:
    first = 4 * THIRDS[match["third"]] + 1
    whole = spans.between(spans.of_month(_year(match), first), spans.of_month(_year(match), first + 3))
    return replace(whole, source="estimate")


def _third_of_decade(match: re.Match[str]) -> Span:
    return _third_of(match["third"], _year(match))


def _third_of(third: str, decade: int) -> Span:
    first, last = ((0, 3), (3, 6), (6, 9))[THIRDS[third]]
    return replace(spans.between(spans.of_year(decade + first), spans.of_year(decade + last)), source="estimate")


def _third_of_short_decade(match: re.Match[str]) -> Span | NoSuchDay:
    """``late 90s``."""
    decade = _short_decade(match)
    return decade if isinstance(decade, NoSuchDay) else _third_of(match["third"], decade.earliest.year)


def _decade(match: re.Match[str]) -> Span:
    first = _year(match)
    return Span(f"{first // 10:03d}X", date(first, 1, 1), date(first + 9, 12, 31))


def _feast(match: re.Match[str]) -> Span:
    """A feast; Christmas and Easter are said for the days round them too."""
    day = spans.of_day(FEASTS[match["feast"]](_year(match)))
    return spans.about(day) if match["feast"] in SEASONAL else day


def _holidays(match: re.Match[str]) -> Span:
    day = FEASTS[match["feast"]](_year(match))
    return _between_days(day - timedelta(days=HOLIDAY), day + timedelta(days=HOLIDAY))


def _between_days(first: date, last: date) -> Span:
    return replace(spans.between(spans.of_day(first), spans.of_day(last)), source="estimate")


def _term(match: re.Match[str]) -> Span:
    (first, last), year = SCHOOL_TERMS[match["season"]], _year(match)
    return _between_days(date(year, *first), date(year, *last))


def _half_term(match: re.Match[str]) -> Span:
    return replace(spans.of_month(_year(match), _number(match)), source="estimate")


def _third_of_month(match: re.Match[str]) -> Span:
    month, (first, last) = spans.of_month(_year(match), _number(match)), TENS_OF_MONTH[THIRDS[match["third"]]]
    return _between_days(month.earliest.replace(day=first), month.earliest.replace(day=min(last, month.latest.day)))


def _third_of_season(match: re.Match[str]) -> Span:
    """Early summer is its first month."""
    season = spans.of_season(_year(match), SEASON_WORDS[match["season"]])
    month = spans.moved(season.earliest, THIRDS[match["third"]])
    return replace(spans.of_month(month.year, month.month), source="estimate")


def _lockdown(match: re.Match[str]) -> Span:
    words = match["lockdown"].removeprefix("the ")
    for figure, word in (("1st", "first"), ("2nd", "second"), ("3rd", "third")):
        words = words.replace(figure, word)
    return _between_days(*LOCKDOWNS[words])


def _short_decade(match: re.Match[str]) -> Span | NoSuchDay:
    """``the 90s``; the 20s may be of two centuries."""
    tens = int(match["short"])
    if tens == 20:  # noqa: PLR2004 - both centuries have people here
        return NoSuchDay("Write the decade with four digits: 1920s or 2020s.")
    first = (2000 if tens < 20 else 1900) + tens  # noqa: PLR2004 - as above
    return Span(f"{first // 10:03d}X", date(first, 1, 1), date(first + 9, 12, 31))


_READERS: dict[str, Callable[[re.Match[str]], Span | NoSuchDay]] = {
    "year": lambda match: spans.of_year(_year(match)),
    "month": lambda match: spans.of_month(_year(match), _number(match)),
    "day": lambda match: spans.of_day(date(_year(match), _number(match), int(match["day"]))),
    "season": lambda match: spans.of_season(_year(match), SEASON_WORDS[match["season"]]),
    "third of year": _third_of_year,
    "third of decade": _third_of_decade,
    "decade": _decade,
    "feast": _feast,
    "holidays": _holidays,
    "summer holidays": lambda match: _between_days(date(_year(match), 7, 15), date(_year(match), 9, 7)),
    "term": _term,
    "half term": _half_term,
    "third of month": _third_of_month,
    "third of season": _third_of_season,
    "lockdown": _lockdown,
    "short decade": _short_decade,
    "third of short decade": _third_of_short_decade,
}


def _why_not(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found.get("number") and not 1 <= int(found["number"]) <= 12:  # noqa: PLR2004 - months of a year
        return f"There is no month {int(found['number'])}. Dates are read day first: 12/03/2001 is 12 March 2001."
    if found.get("day"):
        return "That day is not in the calendar. Look at the day and the month again."
    return "That year cannot be read; years from 1 to 9999 can."
