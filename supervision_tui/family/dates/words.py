"""A family's date as it is shown, the same everywhere: figures become words, what was said in words stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words, month_in_words

if TYPE_CHECKING:
    from supervision_tui.family.dates.partial import PartialDate

_FIGURES = re.compile(r"[0-9]{1,4}(?:[-/.][0-9]{1,2}){1,2}(?:[-/.][0-9]{4})?|[0-9]{1,2}[-/.][0-9]{4}")
_ABOUT = re.compile(r"(?:~|about |circa |c\. ?|ca\. ?|approx\.? )(?P<date>.+)", re.IGNORECASE)


def date_in_words(when: PartialDate) -> str:
    """``2016-05`` is ``May 2016``, ``12/03/2001`` is ``12 March 2001``, ``~1987`` is ``about 1987``."""
    about = _ABOUT.fullmatch(when.text)
    if about is not None:
        inner = type(when).read(about["date"]) if _FIGURES.fullmatch(about["date"]) else None
        return f"about {date_in_words(inner) if inner else about['date']}"
    if not _FIGURES.fullmatch(when.text):
        return when.text
    if when.exact:
        return day_in_words(when.earliest)
    return month_in_words(when.earliest) if when.month is not None else when.text
