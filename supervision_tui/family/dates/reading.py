"""From words to a date: EDTF first, then what people in Britain write.

:func:`understand` never raises: words that say no date come back as a :class:`UnreadableDate` that tells what would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from supervision_tui.days.feasts import NEEDS_A_CALENDAR
from supervision_tui.family.dates import edtf, phrases, single
from supervision_tui.family.dates.single import NoSuchDay
from supervision_tui.family.dates.span import Span
from supervision_tui.lazy_pattern import lazy_pattern

WOULD_DO = "1987, 2010-02, 12/03/2001 (day first), spring 2019, ~1987, 'before 1990' or 'age 7 on 2024-05-01'"
"""Examples of dates for messages."""

LONGEST = 120
"""Characters in a date; longer is not a date."""

_WEEKDAY = lazy_pattern(r"^(on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.? (?=[0-9])")
_TWO_DIGITS = lazy_pattern(r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?'?[0-9]{2}")
_RELATIVE = lazy_pattern(r".*\b(?:ago|yesterday|today|tomorrow|last|next|this (?:year|month|week)|recently|now)\b.*")
_UNKNOWN = frozenset({"?", "unknown", "not known", "n/k", "nk", "n/a", "none", "don't know"})


class DateFormatError(ValueError):
    """Words that say no date; the message tells what would do."""


@dataclass(frozen=True, slots=True)
class UnreadableDate:
    """Words in which no date was found, and a sentence about what would do."""

    words: str
    hint: str


def understand(words: str) -> Span | UnreadableDate:
    """What *words* say as a date. Never raises.

    Words in round brackets are kept as they are: a date known only in words, with open bounds (GEDCOM date phrase).
    """
    text = " ".join(words.split())
    if not text:
        return UnreadableDate(words, f"There is no date here. What would do: {WOULD_DO}.")
    if len(text) > LONGEST:
        return UnreadableDate(words, f"This is too long to be a date. What would do: {WOULD_DO}.")
    if text.startswith("(") and text.endswith(")"):
        return Span("XXXX", date.min, date.max, "words")
    known = edtf.read(text)
    if known is not None:
        return known
    plain = " ".join(text.casefold().replace(",", " ").replace("’", "'").split())
    plain = _WEEKDAY.sub(r"\1", plain)
    found = _read(plain, 0)
    return found if isinstance(found, Span) else UnreadableDate(words, _hint(text, plain, found))


def _read(words: str, depth: int) -> Span | NoSuchDay | None:
    """A date, or a phrase round one; at most two phrases deep (``about age 7 on 2024-05-01``)."""
    plain = edtf.read(words.upper()) or single.read(words)
    if plain is not None or depth > 2:  # noqa: PLR2004 - phrases deep
        return plain
    return phrases.read(words, lambda inner: _read(inner, depth + 1))


def _would_do(words: str) -> str:
    """What would do instead of *words* that say no date."""
    if _TWO_DIGITS.fullmatch(words):
        return "Write the year with four digits, so that a grandmother and a baby are not mixed up."
    if _RELATIVE.fullmatch(words):
        return "Say which year, so that it is still true next year: 2024 or ~2024."
    if phrases.says_age(words):
        return "Say on which day the age was true, such as 'age 7 on 2024-05-01'."
    if NEEDS_A_CALENDAR.search(words):
        return "That needs a calendar that is not here: write the month, such as May 2019."
    return f"What would do: {WOULD_DO}."


def _hint(text: str, plain: str, no_such_day: NoSuchDay | None) -> str:
    if plain in _UNKNOWN:
        return "Leave the date out where it is not known."
    return (
        f"'{text[:40]}' is not a date that can be read. {_would_do(plain) if no_such_day is None else no_such_day.why}"
    )
