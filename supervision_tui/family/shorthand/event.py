"""Something that happened, in one line as people say it: "2019 moved to Nan", "went missing Good Friday 2021".

The date comes first or last, in any words that :mod:`supervision_tui.family.dates` reads; without one, the line is what
happened, and the readback says that there is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.family.dates import PartialDate, date_in_words
from supervision_tui.family.dates.reading import UnreadableDate, understand
from supervision_tui.family.shorthand.date_phrases import date_at, date_at_end
from supervision_tui.family.shorthand.errors import ShorthandError

if TYPE_CHECKING:
    from datetime import date

    from supervision_tui.family.model.events import Event

LONGEST = 400
"""Characters of a line."""
_LIKE_A_DATE = re.compile(r"~?[0-9]{4}\b|[0-9]{1,2}[/.-][0-9]")
_BETWEEN = " :,-–;"


@dataclass(frozen=True, slots=True)
class ParsedEvent:
    """What a line says: *when*, if it says it, and *what*."""

    what: str
    when: PartialDate | None = None

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
        last = date_at_end(text, today)
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
    return f"{event.date.text} {event.what}" if event.date else str(event.what)
