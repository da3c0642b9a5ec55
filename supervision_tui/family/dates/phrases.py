"""What people put round a date: about, before, between, or an age on a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from supervision_tui.family.dates import span as spans
from supervision_tui.family.dates.age_words import age_of
from supervision_tui.family.dates.single import NoSuchDay
from supervision_tui.family.dates.span import Span
from supervision_tui.lazy_pattern import lazy_pattern

Reader = Callable[[str], Span | NoSuchDay | None]
"""Reads the date inside the phrase."""

OLDEST = 130
"""Years; an older person is not believed."""

_ABOUT = lazy_pattern(
    r"(?:about|around|circa|ca?\.?|approx(?:imately|\.)?|roughly|abt\.?|est(?:imated|\.)?|~) ?(?P<date>.+)"
)
_MAYBE = lazy_pattern(r"(?:maybe|perhaps|possibly|probably|cal\.?|calculated) (?P<date>.+)")
_BEFORE = lazy_pattern(r"(?:before|bef\.?|<) ?(?P<date>.+)")
_UNTIL = lazy_pattern(r"(?:by|until|till|up to|to|no later than) (?P<date>.+)")
_AFTER = lazy_pattern(r"(?:after|aft\.?|>) ?(?P<date>.+)")
_SINCE = lazy_pattern(r"(?:since|from|no earlier than) (?P<date>.+)")
_RANGE = lazy_pattern(
    r"(?:between|bet\.?|from)? ?(?P<first>.+?) ?(?: and | to | until | or |–|—| - |\.\.) ?(?P<last>.+)"
)
_SHORT_RANGE = lazy_pattern(r"(?P<first>[0-9]{4}) ?[-–/] ?(?P<last>[0-9]{4}|[0-9]{2})")
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)"
_AGE = lazy_pattern(
    rf"(?:was |were )?(?:age[ds]? )?(?P<number>[0-9]{{1,3}})(?:(?: to |-)(?P<oldest>[0-9]{{1,3}}))?"
    rf"(?: ?(?P<unit>{_UNIT}))?"
    r"(?: (?P<months>[0-9]{1,2}) (?:months?|mths?))?(?: old| of age)?"
    r" (?:on|at|in|as of|by|when it was|around) (?P<date>.+)"
)
_TOLD_AGE = lazy_pattern(
    r"(?:was |were )?(?P<age>.+)(?: old| of age)? (?:on|at|in|as of|by|when it was|around) (?P<date>.+)"
)
_WEEK = lazy_pattern(r"(?:w/c|w/b|wc|week commencing|week beginning|(?:the )?week of|in the week of) (?P<date>.+)")
_OR_SO = lazy_pattern(r"(?P<date>.+?)(?: or so| or thereabouts| approx(?:imately)?\.?| roughly|[- ]?ish)")
_IN_BRACKETS = lazy_pattern(r"(?P<date>.+?) ?\([^()]*\)")
_AT = lazy_pattern(r"(?:in|on|at|during) (?P<date>.+)")
_TWO_MONTHS = lazy_pattern(r"(?P<first>[a-z]+)\.? ?(?:to|or|and|-|–|/) ?(?P<last>[a-z]+\.? (?P<year>[0-9]{4}))")
"""``June to August 2019``: the first month has the year of the second."""
_SAYS_AGE = lazy_pattern(
    r"(?:was |were )?age|[0-9]+ ?(?:years?|yrs?|months?|mths?|weeks?|days?)|[0-9]{1,3} (?:on|at|in|as of) "
)


def read(words: str, date_in: Reader) -> Span | NoSuchDay | None:
    """The date in *words*, with *date_in* for the plain date inside; ``None`` where they have no form of a phrase."""
    for form, make in _FORMS:
        match = form.fullmatch(words)
        if match is None:
            continue
        found = make(match, date_in)
        if found is not None:
            return found
    return None


def _with(change: Callable[[Span], Span | NoSuchDay]) -> Callable[[re.Match[str], Reader], Span | NoSuchDay | None]:
    def make(match: re.Match[str], date_in: Reader) -> Span | NoSuchDay | None:
        inner = date_in(match["date"])
        return change(inner) if isinstance(inner, Span) else inner

    return make


def _perhaps(inner: Span) -> Span:
    return replace(spans.about(inner), edtf=f"{inner.edtf}?" if "/" not in inner.edtf else inner.edtf)


def _before(inner: Span) -> Span | NoSuchDay:
    if inner.earliest == date.min:
        return NoSuchDay("Nothing is known to be before that.")
    last = inner.earliest - timedelta(days=1)
    return Span(f"../{_cut(last, inner)}", date.min, last)


def _after(inner: Span) -> Span | NoSuchDay:
    if inner.latest == date.max:
        return NoSuchDay("Nothing is known to be after that.")
    first = inner.latest + timedelta(days=1)
    return Span(f"{_cut(first, inner)}/..", first, date.max)


def _cut(day: date, like: Span) -> str:
    """*day* in EDTF as exactly as *like*: a year beside a year, a month beside a month."""
    if like.earliest.month == 1 and like.earliest.day == 1 and like.latest.month == 12 and like.latest.day == 31:  # noqa: PLR2004
        return f"{day.year:04d}"
    return day.isoformat() if like.earliest == like.latest else f"{day.year:04d}-{day.month:02d}"


def _range(match: re.Match[str], date_in: Reader) -> Span | NoSuchDay | None:
    first, last = date_in(match["first"]), date_in(match["last"])
    if not isinstance(first, Span) or not isinstance(last, Span):
        return first if isinstance(first, NoSuchDay) else last if isinstance(last, NoSuchDay) else None
    if last.latest < first.earliest:
        return NoSuchDay("The second date is before the first.")
    return spans.between(first, last)


def _short_range(match: re.Match[str], _date_in: Reader) -> Span | NoSuchDay:
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)  # noqa: PLR2004 - a year in full
    if len(last) == 2 and 1 <= int(last) <= 12:  # noqa: PLR2004 - could be a month
        return NoSuchDay(
            f"This can be a month or two years. Write {first}-{last} for the month, {first} to {end} for the years."
        )
    if end < first or first < 1:
        return NoSuchDay("The second year is before the first.")
    return spans.between(spans.of_year(first), spans.of_year(end))


def _week(inner: Span) -> Span | NoSuchDay:
    """Seven days from a day that is known."""
    if inner.earliest != inner.latest:
        return NoSuchDay("Say on which day the week begins, such as: week of 3 June 2019.")
    return spans.between(inner, spans.of_day(spans.later(inner.earliest, 6)))


def _two_months(match: re.Match[str], date_in: Reader) -> Span | NoSuchDay | None:
    first, last = date_in(f"{match['first']} {match['year']}"), date_in(match["last"])
    if not isinstance(first, Span) or not isinstance(last, Span):
        return None
    return (
        NoSuchDay("The second month is before the first.")
        if last.latest < first.earliest
        else spans.between(first, last)
    )


def _age(match: re.Match[str], date_in: Reader) -> Span | NoSuchDay | None:
    at = date_in(match["date"])
    if not isinstance(at, Span):
        return at
    youngest, unit = int(match["number"]), (match["unit"] or "y")[0]
    oldest = int(match["oldest"] or youngest)
    if (unit == "y" and oldest > OLDEST) or at.earliest == date.min or at.latest == date.max or oldest < youngest:
        return NoSuchDay(f"Ages up to {OLDEST} on a known day can be read, such as 'age 7 on 2024-05-01'.")
    if match["months"]:
        youngest, oldest, unit = 12 * youngest + int(match["months"]), 12 * oldest + int(match["months"]), "m"
    earliest, latest = _born(at, oldest, unit)[0], _born(at, youngest, unit)[1]
    if latest <= date(2, 1, 1):
        return NoSuchDay("That birth would be before the calendar begins.")
    return Span(f"{earliest.isoformat()}/{latest.isoformat()}", earliest, latest, "age")


def _told_age(match: re.Match[str], date_in: Reader) -> Span | NoSuchDay | None:
    """An age as a line of shorthand says it ("14 m", "5ish", "in her 30s", "3/12"): the same reading."""
    age = age_of(match["age"]) or age_of(match["age"].removeprefix("age ").removeprefix("aged "))
    if age is None:
        return None
    plain = age.words.removeprefix("about ")
    read = _AGE.fullmatch(f"{plain} on {match['date']}")
    found = _age(read, date_in) if read is not None else None
    return spans.about(found) if isinstance(found, Span) and plain != age.words else found


def _born(at: Span, number: int, unit: str) -> tuple[date, date]:
    """First and last birthday of someone who is *number* years, months, weeks or days old within *at*."""
    if unit == "d":
        return at.earliest - timedelta(days=number), at.latest - timedelta(days=number)
    if unit == "w":
        return at.earliest - timedelta(days=7 * number + 6), at.latest - timedelta(days=7 * number)
    months = number * (12 if unit == "y" else 1)
    step = 12 if unit == "y" else 1
    before = spans.moved(at.earliest, -(months + step))
    return before + timedelta(days=1), spans.moved(at.latest, -months)


def says_age(words: str) -> bool:
    """Whether *words* begin like an age, for the hint."""
    return _SAYS_AGE.match(words) is not None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Reader], Span | NoSuchDay | None]], ...] = (
    (_AGE, _age),
    (_TOLD_AGE, _told_age),
    (_WEEK, _with(_week)),
    (_IN_BRACKETS, _with(lambda inner: inner)),
    (_OR_SO, _with(spans.about)),
    (_AT, _with(lambda inner: inner)),
    (_TWO_MONTHS, _two_months),
    (_SHORT_RANGE, _short_range),
    (_RANGE, _range),
    (_ABOUT, _with(spans.about)),
    (_MAYBE, _with(_perhaps)),
    (_BEFORE, _with(_before)),
    (_UNTIL, _with(lambda inner: spans.between(None, inner))),
    (_AFTER, _with(_after)),
    (_SINCE, _with(lambda inner: spans.between(inner, None))),
)
