"""Days of birth in a text, in every form in which people write one; read by the program's own reader of dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_SPELT_DAYS = {
    **{word: at for at, word in enumerate(_ORDINALS, 1)},
    **{f"twenty{word}": 20 + at for at, word in enumerate(_ORDINALS[:9], 1)},
    "thirtieth": 30,
    "thirtyfirst": 31,
}
"""A day of the month in a word, without its hyphen or blank."""
_SPELT_DAY = rf"(?:(?:twenty|thirty)[\s-]?)?(?:{'|'.join([*_ORDINALS, 'thirtieth'])})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:\d{4}|'?\d{2})"
_WRITTEN = lazy_pattern(
    rf"\b(?=[\djfmasondte])(?<![\d/.\-])(?:"
    rf"(?P<iso>\d{{4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?)"
    rf"|(?P<numbers>\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?{_YEAR})"
    rf"|(?P<spaced>\d{{1,2}} \d{{1,2}} \d{{4}})"
    rf"|(?P<run>\d{{8}})"
    rf"|(?P<words>(?:{_DAY}|{_SPELT_DAY})[\s\-.,]*(?:of\s+)?{_MONTH}\.?[\s\-.,]*{_YEAR})"
    rf"|(?P<american>{_MONTH}\.?\s+(?:the\s+)?(?:{_DAY}|{_SPELT_DAY}),?\s+{_YEAR})"
    rf"|(?P<month>{_MONTH}\.?,?\s+(?:of\s+)?\d{{4}})"
    rf"|(?P<slashed>\d{{1,2}}/\d{{4}})"
    rf")(?![\d/\-]|\.\d)",
    re.IGNORECASE,
)
_BIRTHDAY = lazy_pattern(
    rf"\b(?:born|birthdays?|b'?day|turn(?:s|ed|ing)(?: \d{{1,2}})?|d\.?o\.?b\.?)\b[^.;\n\d]{{0,24}}?"
    rf"(?P<day>(?:{_DAY}|{_SPELT_DAY})\s*(?:of\s+)?{_MONTH}|{_MONTH}\.?\s+(?:the\s+)?(?:{_DAY}|{_SPELT_DAY}))\b"
    rf"(?!\.?[\s,]*'?(?:\d{{4}}|\d{{2}})\b(?!\s+(?:year|month|week|day)))",
    re.IGNORECASE,
)
"""A birthday without its year, after a word for one."""
_BORN = lazy_pattern(r"\b(?:born|birth|birthday|b\.?|d\.?\s?o\.?\s?b\.?|arrived|due)\b[^.;\n]{0,24}\Z", re.IGNORECASE)
_MONTHS = lazy_pattern(_MONTH, re.IGNORECASE)
_LEAP_YEAR = 2000
"""The year in which a birthday without one is read: one with 29 February."""
_FULL_YEAR = 4
_NO_PART = frozenset({"of", "the", "st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: where it stands, the first and the last day that it may mean, whether birth is spoken of."""

    start: int
    end: int
    first: date
    last: date
    of_birth: bool


class BirthDates:
    """When the people of some families were born: by day, and by month where only that is known or written.

    Args:
        families: whose people.
    """

    def __init__(self, families: Iterable[Family]) -> None:
        self.by_day: dict[date, list[tuple[str, str]]] = defaultdict(list)
        self.by_month: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
        self.by_birthday: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
        for family in families:
            for person in family.persons:
                born = person.born
                if born is None or born.month is None or born.year is None:
                    continue
                whose = (family.id, person.id)
                self.by_month[born.year, born.month].append(whose)
                if born.exact:
                    self.by_day[born.earliest].append(whose)
                    self.by_birthday[born.earliest.month, born.earliest.day].append(whose)


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Every day and every month with its year in *text*."""
    for match in _WRITTEN.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        for first, last in _read(match[0], match.lastgroup or ""):
            yield WrittenDate(match.start(), match.end(), first, last, _BORN.search(before) is not None)


def birthdays_in(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Every birthday in *text* that is told without its year: where it stands, the month and the day."""
    for match in _BIRTHDAY.finditer(text):
        for first, _ in _read(f"{match['day']} {_LEAP_YEAR}", "words"):
            yield *match.span("day"), first.month, first.day


def forget_dates() -> None:
    """Let go of the dates that were read."""
    _read.cache_clear()


@lru_cache(maxsize=5_000)
def _read(words: str, form: str) -> tuple[tuple[date, date], ...]:
    """What *words* may mean: several things where a year has two digits."""
    found = []
    for spelt in _spelt_out(words, form):
        try:
            read = PartialDate.read(spelt)
        except DateFormatError:
            continue
        found.append((read.earliest, read.latest))
    return tuple(found)


def _spelt_out(words: str, form: str) -> Iterator[str]:
    """*words* as the reader of dates takes them."""
    if form == "iso":
        parts = re.split(r"[-/.]", words)
        yield "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    elif form == "run":
        yield from (f"{words[:4]}-{words[4:6]}-{words[6:]}", f"{int(words[:2])}/{int(words[2:4])}/{words[4:]}")
    elif form == "slashed":
        month, year = words.split("/")
        yield f"{year}-{month.zfill(2)}"
    elif form in {"numbers", "spaced"}:
        day, month, year = re.findall(r"\d+", words)
        yield from (f"{day}/{month}/{full}" for full in _years(year))
    else:
        parts = [part for part in re.findall(r"[A-Za-z]+|\d+", words) if part.casefold() not in _NO_PART]
        if form == "month":
            yield " ".join(parts)
            return
        spelt = "".join(part for part in parts if part.isalpha() and not _MONTHS.fullmatch(part)).casefold()
        month = next(part for part in parts if _MONTHS.fullmatch(part))
        *days, year = (part for part in parts if part.isdigit())
        day = days[0] if days else _SPELT_DAYS.get(spelt, 0)
        yield from (f"{day} {month} {full}" for full in _years(year))


def _years(written: str) -> tuple[str, ...]:
    """A year in four digits, or the two that one of two digits may be."""
    return (written,) if len(written) == _FULL_YEAR else (f"20{written}", f"19{written}")
