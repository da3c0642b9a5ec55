"""Something that happened, in one line as people say it: "2019 moved to Nan", "went missing Good Friday 2021".

The date comes first or last, in any words that :mod:`supervision_tui.family.dates` reads; without one, the line is what
happened, and the readback says that there is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from supervision_tui.days.vocabulary import MONTHS, WEEKDAYS
from supervision_tui.family.dates import PartialDate, date_in_words
from supervision_tui.family.dates.reading import UnreadableDate, understand
from supervision_tui.family.shorthand.date_phrases import date_at, date_at_end
from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from datetime import date

    from supervision_tui.family.model.events import Event

LONGEST = 400
"""Characters of a line."""
_LIKE_A_DATE = lazy_pattern(r"~?[0-9]{4}\b|[0-9]{1,2}[/.-][0-9]")
_BETWEEN = " :,-–;"
_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_NO_YEAR = lazy_pattern(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH_NAMES})\b|"
    rf"(?:{_MONTH_NAMES}) '?[0-9]{{1,2}}(?:st|nd|rd|th)?\b|"
    r"[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2})?(?![0-9/.-])|"
    rf"(?:in|last|this|next|early|late|mid|since|until|end of) (?:{_MONTH_NAMES})\b)(?! ?[0-9]{{4}})",
    re.IGNORECASE,
)
"""A day or a month without its year, or with two figures of it: which year is asked."""
_SEASON = lazy_pattern(r"[0-9]{4}-2[1-4]")
"""A season as EDTF has it; in a line those figures are two years."""
_DAY_NUMBER = lazy_pattern(r" (?:the )?[0-9]{1,2}(?:st|nd|rd|th|/[0-9]| (?:[A-Za-z]))")
_WEEKDAY = lazy_pattern(
    rf"(?:on )?(?P<day>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b[,:]?(?= )", re.IGNORECASE
)

_HAPPENED = lazy_pattern(
    r"(?:was |were |been |got |has been )?(?:evicted|arrested|sectioned|bailed|charged|sentenced|detained|released|"
    r"remanded|jailed|imprisoned|deported|rehoused|relocated|hospitalised|hospitalized|assaulted|burgled|diagnosed|"
    r"excluded|suspended|expelled|accommodated|made homeless|became homeless|sacked|"
    r"moved (?:house|home|in|out|to|back)|(?:came|arrived) (?:to|in)|sent to prison|"
    r"started (?:school|nursery|college|work|drinking|using)|house fire|"
    r"lost (?:a|the|her|their|his) (?:baby|job|home|house)|asylum granted|(?:police|ambulance) called)\b",
    re.IGNORECASE,
)
"""With what a line begins that says what happened, and names nobody first."""


def happened(line: str) -> bool:
    """Whether *line* begins with something that happens, such as "evicted last month", and with nobody's name."""
    return _HAPPENED.match(line.strip()) is not None


@dataclass(frozen=True, slots=True)
class ParsedEvent:
    """What a line says: *when*, if it says it, and *what*."""

    what: str
    when: PartialDate | None = None

    @property
    def without_a_year(self) -> str:
        """Words of an event without a date that say a day or a month, but not of which year."""
        found = _NO_YEAR.search(self.what) if self.when is None else None
        return found[0] if found else ""

    @property
    def readback(self) -> str:
        """The event in words, with its date or with the news that there is none."""
        if self.when is None:
            return f"{self.what}. No date."
        words = date_in_words(self.when)
        exact = "" if self.when.text == words else f" ({self.when.text})" if not self.when.text[0].isdigit() else ""
        return f"{words}{exact}: {self.what}."


def parse_event(line: str, today: date) -> ParsedEvent:
    """What *line* says; dates such as "last summer" are seen from *today*.

    Raises:
        ShorthandError: it says no event, it is too long, or it begins with what looks like a date and is none.
    """
    text = " ".join(line.split())
    if len(text) > LONGEST:
        raise ShorthandError(f"The line is too long: {LONGEST} characters are kept at most. Nothing was changed.")
    first = date_at(text, 0, today, open_too=True)
    if first is not None:
        what = text[first[1] :].strip(_BETWEEN)
        if what:
            return ParsedEvent(what, first[0])
    elif text:
        _refuse_figures(text)
        weekday = _WEEKDAY.match(text)
        if weekday is not None and _DAY_NUMBER.match(text, weekday.end()):
            return ParsedEvent(text)  # a day of a month, of which the year is asked
        if weekday is not None and text[weekday.end() :].strip(_BETWEEN):
            back = (today.weekday() - WEEKDAYS[weekday["day"].casefold()] - 1) % 7 + 1
            when = PartialDate.read(today - timedelta(days=back))
            return ParsedEvent(text[weekday.end() :].strip(_BETWEEN), when)
        last = date_at_end(text, today, open_too=True)
        what = text[: last[1]].strip(_BETWEEN) if last else ""
        return ParsedEvent(what, last[0]) if last and what else ParsedEvent(text)
    raise ShorthandError("Please say what happened, for example: 2019 moved to Nan. Nothing was changed.")


def _refuse_figures(text: str) -> None:
    """Refuse a line that begins with figures like a date which are none, with what would do."""
    word = text.split(maxsplit=1)[0]
    if _LIKE_A_DATE.match(word):
        found = understand(word.rstrip(_BETWEEN))
        why = found.hint if isinstance(found, UnreadableDate) else f"'{word[:40]}' is not a date that can be read."
        raise ShorthandError(f"{why} Nothing was changed.")


def line_of(event: Event) -> str:
    """The line that says this event: what :func:`parse_event` reads."""
    if event.date is None:
        return str(event.what)
    season = _SEASON.fullmatch(event.date.text)
    return f"{date_in_words(event.date) if season else event.date.text} {event.what}"
