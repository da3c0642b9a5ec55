"""Dates between GEDCOM and ours.

GEDCOM's own words (ABT, BEF, AFT, BET, FROM, EST, CAL, INT, phrases in brackets) are read by the same reader as what
people type; other calendars and years before Christ are kept in words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.dates.reading import LONGEST, UnreadableDate, understand
from supervision_tui.text import Line

_GREGORIAN = re.compile(r"@#DGREGORIAN@\s*|\bGREGORIAN\s+", re.IGNORECASE)
_ELSEWHERE = re.compile(r"@#D[^@]*@|\b(?:JULIAN|HEBREW|FRENCH_R)\b|\bB\.?\s?C\.?(?:E\.?)?\s*$", re.IGNORECASE)
_DOUBLE_YEAR = re.compile(r"\b(\d{4})/(\d{2})\b")
_INTERPRETED = re.compile(r"INT\s+(.+?)\s*\((.*)\)\s*", re.IGNORECASE | re.DOTALL)
_EDTF_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_EDTF_MONTH = re.compile(r"(\d{4})-(\d{2})")
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()  # noqa: SIM905 - as GEDCOM lists them
MONTHS_OF_A_YEAR = 12


@lru_cache(maxsize=20_000)
def read_date(value: str, phrase: str = "") -> tuple[PartialDate | None, str]:  # noqa: PLR0911 - a form each
    """The date in a GEDCOM value, and a remark where something had to give; a readable *phrase* is the date itself."""
    value = " ".join(value.split())[:LONGEST]
    if phrase and not isinstance(understand(phrase), UnreadableDate):
        return PartialDate.read(phrase), ""
    interpreted = _INTERPRETED.fullmatch(value)
    if interpreted is not None:
        if not isinstance(understand(interpreted[2]), UnreadableDate):
            return PartialDate.read(Line(interpreted[2])), ""
        found, _ = read_date(interpreted[1])
        return found, f"of the date '{value}' the words in brackets were left out."
    if not value:
        return (PartialDate.read(f"({phrase})"), "") if phrase else (None, "")
    plain = _GREGORIAN.sub("", value)
    if _ELSEWHERE.search(plain):
        return _in_words(value), f"the date '{value}' is in another calendar or before Christ; it was kept in words."
    changed = _DOUBLE_YEAR.sub(_later_year, plain)
    if isinstance(understand(changed), UnreadableDate):
        return _in_words(value), f"the date '{value}' could not be read; it was kept in words."
    remark = f"the date '{value}' was read as '{changed}'." if changed != plain else ""
    return PartialDate.read(changed), remark


def _later_year(match: re.Match[str]) -> str:
    """The new-style year of ``1731/32``; left as it is where the two are no such pair."""
    year = int(match[1]) + 1
    return str(year) if year % 100 == int(match[2]) else match[0]


def _in_words(value: str) -> PartialDate:
    return PartialDate.read(f"({value.strip('()')})")


def written(when: PartialDate, *, seven: bool) -> tuple[str, str]:
    """A date as a GEDCOM value, and the words that go beside it where the value does not say all.

    In version 7 the words are a PHRASE; before, they are part of the value (``INT ... (words)``).
    """
    if when.source == "words":
        return ("", when.text.strip("()")) if seven else (when.text, "")
    value = _value(when)
    back, _ = read_date(value)
    if back is not None and back.text == when.text:
        return value, ""
    if seven:
        return value, when.text
    if value.startswith(("BET", "FROM", "TO", "BEF", "AFT", "ABT")):
        value = f"{when.middle.year:04d}"
    return f"INT {value} ({when.text})", ""


def _value(when: PartialDate) -> str:
    first, _, last = when.edtf.partition("/")
    if last:
        if first in {"", ".."}:
            return f"TO {_plain(last)}"
        if last == "..":
            return f"FROM {_plain(first)}"
        return f"BET {_plain(first)} AND {_plain(last)}"
    return f"ABT {_plain(first)}" if first.endswith(("~", "?", "%")) else _plain(first)


def _plain(edtf: str) -> str:
    """``12 MAR 2001`` for one EDTF value without a mark; a season or decade by a range's first year."""
    bare = edtf.rstrip("~?%")
    day = _EDTF_DAY.fullmatch(bare)
    if day is not None:
        return f"{int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}"
    month = _EDTF_MONTH.fullmatch(bare)
    if month is not None and int(month[2]) <= MONTHS_OF_A_YEAR:
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    return bare[:4].replace("X", "0")
