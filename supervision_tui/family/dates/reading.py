"""From words to a date: EDTF first, then what people in Britain write.

:func:`understand` never raises: words that say no date come back as a :class:`Misread` that tells what would do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from supervision_tui.family.dates import edtf, phrases, single
from supervision_tui.family.dates.single import NoSuchDay
from supervision_tui.family.dates.span import Span

WOULD_DO = "1987, 2010-02, 12/03/2001 (day first), spring 2019, ~1987, 'before 1990' or 'age 7 on 2024-05-01'"
"""Examples of dates for messages."""

LONGEST = 120
"""Characters in a date; longer is not a date."""

_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.? (?=[0-9])")
_TWO_DIGITS = re.compile(r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?'?[0-9]{2}")
_RELATIVE = re.compile(r".*\b(?:ago|yesterday|today|tomorrow|last|next|this (?:year|month|week)|recently|now)\b.*")
_UNKNOWN = frozenset({"?", "unknown", "not known", "n/k", "nk", "n/a", "none", "don't know"})


class DateFormatError(ValueError):
    """Words that say no date; the message tells what would do."""


@dataclass(frozen=True, slots=True)
class Misread:
    """Words in which no date was found, and a sentence about what would do."""

    words: str
    hint: str


def understand(words: str) -> Span | Misread:
    """What *words* say as a date. Never raises.

    Words in round brackets are kept as they are: a date known only in words, with open bounds (GEDCOM date phrase).
    """
    text = " ".join(words.split())
    if not text:
        return Misread(words, f"There is no date here. What would do: {WOULD_DO}.")
    if len(text) > LONGEST:
        return Misread(words, f"This is too long to be a date. What would do: {WOULD_DO}.")
    if text.startswith("(") and text.endswith(")"):
        return Span("XXXX", date.min, date.max, "words")
    plain = " ".join(text.casefold().replace(",", " ").replace("’", "'").split())
    plain = _WEEKDAY.sub("", plain)
    found = edtf.read(text) or _read(plain, 0)
    return found if isinstance(found, Span) else Misread(words, _hint(text, plain, found))


def _read(words: str, depth: int) -> Span | NoSuchDay | None:
    """A date, or a phrase round one; at most two phrases deep (``about age 7 on 2024-05-01``)."""
    one = edtf.read(words.upper()) or single.read(words)
    if one is not None or depth > 2:  # noqa: PLR2004 - phrases deep
        return one
    return phrases.read(words, lambda inner: _read(inner, depth + 1))


def _hint(text: str, plain: str, found: NoSuchDay | None) -> str:
    shown = f"'{text[:40]}' is not a date that can be read."
    if found is not None:
        return f"{shown} {found.why}"
    if plain in _UNKNOWN:
        return "Leave the date out where it is not known."
    if _TWO_DIGITS.fullmatch(plain):
        return f"{shown} Write the year with four digits, so that a grandmother and a baby are not mixed up."
    if phrases.says_age(plain):
        return f"{shown} Say on which day the age was true, such as 'age 7 on 2024-05-01'."
    if _RELATIVE.fullmatch(plain):
        return f"{shown} Say which year, so that it is still true next year: 2024 or ~2024."
    return f"{shown} What would do: {WOULD_DO}."
