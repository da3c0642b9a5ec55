"""Dates between GEDCOM and ours.

GEDCOM's own words (ABT, BEF, AFT, BET, FROM, EST, CAL, INT, phrases in brackets) are read by the same reader as what
people type; other calendars and years before Christ are kept in words. The value counts: a phrase beside it (what stood
in the source, often with the month first) is the date itself only where it lies within it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.dates.reading import LONGEST, UnreadableDate, understand
from supervision_tui.family.dates.span import Span
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.text import Line

_GREGORIAN = lazy_pattern(r"@#DGREGORIAN@\s*|\bGREGORIAN\s+", re.IGNORECASE)
_ELSEWHERE = lazy_pattern(
    r"@#D[^@]*@|\b(?:JULIAN|HEBREW|FRENCH_R|ROMAN)\b|\bB\.?\s?C\.?(?:E\.?)?\s*$"
    r"|\b(?:VEND|BRUM|FRIM|NIVO|PLUV|VENT|GERM|FLOR|PRAI|MESS|THER|FRUC|COMP)\s+\d{1,2}\b"
    r"|\b(?:TSH|CSH|KSL|TVT|SHV|ADR|ADS|NSN|IYR|SVN|TMZ|AAV|ELL)\s+\d{4}\b",
    re.IGNORECASE,
)
_DOUBLE_YEAR = lazy_pattern(r"\b(\d{3,4})/(\d{1,2}|\d{4})\b(?!/)")
_EARLY_YEAR = lazy_pattern(r"(?<![\d/.-])(\d{3})(?![\d/.-])")
_ANGLE = lazy_pattern(r"^<\s*([^<>]+?)\s*>$")
_INTERPRETED = lazy_pattern(r"INT\s+(.+?)\s*\((.*)\)\s*", re.IGNORECASE | re.DOTALL)
_EDTF_DAY = lazy_pattern(r"(\d{4})-(\d{2})-(\d{2})")
_EDTF_MONTH = lazy_pattern(r"(\d{4})-(\d{2})")
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()  # noqa: SIM905 - as GEDCOM lists them
MONTHS_OF_A_YEAR = 12
OPEN = frozenset({"", ".."})
"""An end of a span about which nothing is known."""

FOREIGN_MONTHS = {
    "janv": "JAN", "janvier": "JAN", "januar": "JAN", "januari": "JAN", "enero": "JAN", "ene": "JAN", "janeiro": "JAN",
    "gennaio": "JAN", "gen": "JAN", "stycznia": "JAN", "янв": "JAN", "января": "JAN", "январь": "JAN",
    "févr": "FEB", "fév": "FEB", "fevr": "FEB", "février": "FEB", "fevrier": "FEB", "februar": "FEB", "febrero": "FEB",
    "februari": "FEB", "fevereiro": "FEB", "fev": "FEB", "febbraio": "FEB", "lutego": "FEB", "фев": "FEB",
    "февраля": "FEB", "февраль": "FEB",
    "mars": "MAR", "märz": "MAR", "mär": "MAR", "mrz": "MAR", "maart": "MAR", "mrt": "MAR", "marzo": "MAR",
    "março": "MAR", "marca": "MAR", "мар": "MAR", "марта": "MAR", "март": "MAR",
    "avr": "APR", "avril": "APR", "abril": "APR", "abr": "APR", "aprile": "APR", "kwietnia": "APR", "апр": "APR",
    "апреля": "APR", "апрель": "APR",
    "mai": "MAY", "mei": "MAY", "mayo": "MAY", "maio": "MAY", "maggio": "MAY", "mag": "MAY", "maj": "MAY",
    "maja": "MAY",
    "мая": "MAY", "май": "MAY",
    "juin": "JUN", "juni": "JUN", "junio": "JUN", "junho": "JUN", "giugno": "JUN", "giu": "JUN", "czerwca": "JUN",
    "июн": "JUN", "июня": "JUN", "июнь": "JUN",
    "juil": "JUL", "juillet": "JUL", "juli": "JUL", "julio": "JUL", "julho": "JUL", "luglio": "JUL", "lug": "JUL",
    "lipca": "JUL", "июл": "JUL", "июля": "JUL", "июль": "JUL",
    "août": "AUG", "aout": "AUG", "augustus": "AUG", "agosto": "AUG", "ago": "AUG", "sierpnia": "AUG", "авг": "AUG",
    "августа": "AUG", "август": "AUG", "augusti": "AUG",
    "septembre": "SEP", "septiembre": "SEP", "setembro": "SEP", "set": "SEP", "settembre": "SEP", "września": "SEP",
    "сен": "SEP", "сент": "SEP", "сентября": "SEP", "сентябрь": "SEP",
    "octobre": "OCT", "oktober": "OCT", "okt": "OCT", "octubre": "OCT", "outubro": "OCT", "out": "OCT",
    "ottobre": "OCT", "ott": "OCT", "października": "OCT", "окт": "OCT", "октября": "OCT", "октябрь": "OCT",
    "novembre": "NOV", "noviembre": "NOV", "novembro": "NOV", "listopada": "NOV", "ноя": "NOV", "нояб": "NOV",
    "ноября": "NOV", "ноябрь": "NOV",
    "déc": "DEC", "décembre": "DEC", "decembre": "DEC", "dezember": "DEC", "dez": "DEC", "diciembre": "DEC",
    "dic": "DEC", "dezembro": "DEC", "dicembre": "DEC", "grudnia": "DEC", "дек": "DEC", "декабря": "DEC",
    "декабрь": "DEC",
}  # fmt: skip
"""Months as programs in other languages write them."""
_WORD = lazy_pattern(r"[^\W\d_]+\.?")


class GedcomDate(NamedTuple):
    """A date of a file: what it is here, a remark where something had to give, and words that stay beside it."""

    when: PartialDate | None
    remark: str = ""
    beside: str = ""
    contradicted: bool = False
    """Whether the words beside it say another day."""


@lru_cache(maxsize=20_000)
def read_date(value: str, phrase: str = "") -> GedcomDate:
    """The date in a GEDCOM value; a *phrase* is the date itself where it lies within it."""
    value = " ".join(value.split())[:LONGEST]
    phrase = " ".join(phrase.split())[:LONGEST]
    interpreted = _INTERPRETED.fullmatch(value)
    if interpreted is not None:
        value, phrase = interpreted[1], phrase or interpreted[2].strip()
    elif not value:
        return _only_phrase(phrase)
    found = _value_alone(value)
    if not phrase or found.when is None:
        return found
    inner = understand(phrase)
    if isinstance(inner, UnreadableDate) or inner.source == "words":
        if interpreted is None:
            return GedcomDate(found.when, found.remark, phrase)
        remark = f"of the date '{value} ({phrase})' the words in brackets were kept beside it, and are not shown."
        return GedcomDate(found.when, remark, phrase)
    if _within(inner, found.when):
        return GedcomDate(PartialDate.read(Line(phrase)), found.remark)
    remark = f"the date '{value}' counts; the words beside it, '{phrase}', say another day. Please look which is right."
    return GedcomDate(found.when, remark, phrase, contradicted=True)


def _only_phrase(phrase: str) -> GedcomDate:
    if not phrase:
        return GedcomDate(None)
    if not isinstance(understand(phrase), UnreadableDate):
        return GedcomDate(PartialDate.read(Line(phrase)))
    return GedcomDate(_in_words(phrase))


def _value_alone(value: str) -> GedcomDate:
    plain = _GREGORIAN.sub("", value)
    if _ELSEWHERE.search(plain):
        remark = f"the date '{value}' is in another calendar or before Christ; it was kept in words."
        return GedcomDate(_in_words(value), remark)
    changed = _DOUBLE_YEAR.sub(_later_year, plain)
    changed = _ANGLE.sub(r"EST \1", changed)
    changed = _EARLY_YEAR.sub(r"0\1", changed)
    if isinstance(understand(changed), UnreadableDate):
        changed = _WORD.sub(_english_month, changed)
    if isinstance(understand(changed), UnreadableDate):
        return GedcomDate(_in_words(value), f"the date '{value}' could not be read; it was kept in words.")
    remark = f"the date '{value}' was read as '{changed}'." if changed != plain else ""
    return GedcomDate(PartialDate.read(changed), remark)


def _english_month(match: re.Match[str]) -> str:
    return FOREIGN_MONTHS.get(match[0].rstrip(".").casefold(), match[0])


def _within(inner: Span, outer: PartialDate) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _later_year(match: re.Match[str]) -> str:
    """The new-style year of ``1731/32`` or ``1703/4``; left as it is where the two are no such pair."""
    year = int(match[1]) + 1
    return f"{year:04d}" if str(year).endswith(match[2]) else match[0]


def _in_words(value: str) -> PartialDate:
    """A date that is known in words only: as many of them as a date may have, between its brackets."""
    inner = value[1:-1] if value.startswith("(") and value.endswith(")") else value
    return PartialDate.read(f"({str(Line(inner))[: LONGEST - 2]})")


def written(when: PartialDate, *, seven: bool) -> tuple[str, str]:
    """A date as a GEDCOM value, and the words that go beside it where the value does not say all.

    In version 7 the words are a PHRASE; before, they are part of the value (``INT ... (words)``), or left to our own
    lines where the value is a span.
    """
    if when.source == "words":
        return ("", when.text.strip("()")) if seven else (when.text, "")
    value = _value(when)
    back = read_date(value).when
    if back is not None and (back.text == when.text or (back.edtf, back.source) == (when.edtf, when.source)):
        return value, ""
    if seven:
        return value, when.text
    if value.startswith(("BET", "FROM", "TO", "BEF", "AFT", "ABT")):
        return value, ""
    return f"INT {value} ({when.text})", ""


def _value(when: PartialDate) -> str:
    """The value: a season or a decade is a span between its first and last day, an open end is BEF or AFT."""
    if re.match(r"(?:FROM|TO)\b", when.text):
        return when.text if not isinstance(understand(when.text), UnreadableDate) else _span(when)
    return _span(when)


def _span(when: PartialDate) -> str:
    first, _, last = when.edtf.partition("/")
    if not last:
        bare = first.rstrip("~?%")
        if "X" in bare or ((month := _EDTF_MONTH.fullmatch(bare)) and int(month[2]) > MONTHS_OF_A_YEAR):
            return f"BET {_day(when.earliest.isoformat())} AND {_day(when.latest.isoformat())}"
        return f"ABT {_day(bare)}" if first.endswith(("~", "?", "%")) else _day(bare)
    lasting = re.match(r"from\b|until\b|since\b", when.text.casefold()) is not None
    if first in OPEN:
        return f"TO {_day(last)}" if lasting else f"BEF {_day(_next(when, last))}"
    if last in OPEN:
        return f"FROM {_day(first)}" if lasting else f"AFT {_day(_before(when, first))}"
    return f"FROM {_day(first)} TO {_day(last)}" if lasting else f"BET {_day(first)} AND {_day(last)}"


def _next(when: PartialDate, last: str) -> str:
    """The year, month or day after *last*: what is known to be before it."""
    return _moved(when.latest.toordinal() + 1, last)


def _before(when: PartialDate, first: str) -> str:
    """The year, month or day before *first*."""
    return _moved(when.earliest.toordinal() - 1, first)


def _moved(day: int, like: str) -> str:
    moved = date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()
    return moved[: len(like.rstrip("~?%"))]


def _day(edtf: str) -> str:
    """``12 MAR 2001`` for one EDTF value; without its mark."""
    bare = edtf.rstrip("~?%")
    day = _EDTF_DAY.fullmatch(bare)
    if day is not None:
        return f"{int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}"
    month = _EDTF_MONTH.fullmatch(bare)
    if month is not None and 1 <= int(month[2]) <= MONTHS_OF_A_YEAR:
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    return bare[:4].replace("X", "0")
