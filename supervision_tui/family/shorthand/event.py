"""Something that happened, in one line as people tell it: "2019 moved to Nan", "about March 2019 Dad left".

The date comes first, in any words that :mod:`.dates` reads; without one, the line is what happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.shorthand.errors import ShorthandError

if TYPE_CHECKING:
    from supervision_tui.family.model.events import Event

LONGEST = 400
"""Characters of a line."""
MOST_WORDS = 8
"""Words that a date may take."""
_LIKE_A_DATE = re.compile(r"~?\d{4}\b|\d{1,2}[/.-]\d")


@dataclass(frozen=True, slots=True)
class ParsedEvent:
    """What a line says: *when*, if it says it, and *what*."""

    what: str
    when: PartialDate | None = None


def read(line: str) -> ParsedEvent:
    """What *line* says.

    Raises:
        ShorthandError: it says no event, it is too long, or it begins with what looks like a date and is none.
    """
    words = line.split()
    if len(" ".join(words)) > LONGEST:
        raise ShorthandError(f"The line is too long: {LONGEST} characters are kept at most. Nothing was changed.")
    for many in range(min(len(words), MOST_WORDS), 0, -1):
        when = _date(" ".join(words[:many]).rstrip(":,"))
        what = " ".join(words[many:]).lstrip(":,-– ")
        if when is not None:
            if what:
                return ParsedEvent(what, when)
            break
    else:
        if words and _LIKE_A_DATE.match(words[0]):
            raise ShorthandError(f"'{words[0][:40]}' is not a date that can be read. Nothing was changed.")
        if words:
            return ParsedEvent(" ".join(words))
    raise ShorthandError("Please say what happened, for example: 2019 moved to Nan. Nothing was changed.")


def _date(words: str) -> PartialDate | None:
    try:
        return PartialDate.read(re.sub(r"^(in|on) ", "", words, flags=re.IGNORECASE))
    except DateFormatError:
        return None


def line_of(event: Event) -> str:
    """The line that says this event: what :func:`read` reads."""
    return f"{event.date.text} {event.what}" if event.date else str(event.what)
