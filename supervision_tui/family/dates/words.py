"""A family's date as it is shown, the same everywhere: figures become words, what was said in words stays."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words, month_in_words
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.dates.partial import PartialDate

_FIGURES = lazy_pattern(r"[0-9]{1,4}(?:[-/.][0-9]{1,2}){1,2}(?:[-/.][0-9]{4})?|[0-9]{1,2}[-/.][0-9]{4}")
_ABOUT = lazy_pattern(r"(?:~|about |circa |c\.? ?(?=[0-9])|ca\. ?|approx\.? )(?P<date>.+)", re.IGNORECASE)
_SIGNS = lazy_pattern(r"(?=.*[~?%<>/\u2013X]|.*-2[1-4]$|[0-9]{4}-[0-9]{4}$|.*\.\.)[0-9~?%<>/.\u2013X-]+", re.IGNORECASE)
"""A date in figures and signs that a person who listens could not guess."""
_DOUBTS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""EDTF level 1 (ISO 8601-2:2019): what may follow a date, and seasons in the place of a month."""


def date_in_words(when: PartialDate) -> str:
    """``2016-05`` is ``May 2016``, ``12/03/2001`` is ``12 March 2001``, ``~1987`` is ``about 1987``.

    No sign stays that somebody who listens has to guess: ``<1990`` is ``before 1990``, ``2019/2020`` is ``between 2019
    and 2020``. What was said in words stays.
    """
    about = _ABOUT.fullmatch(when.text)
    if about is not None:
        inner = type(when).read(about["date"]) if _FIGURES.fullmatch(about["date"]) else None
        return f"about {date_in_words(inner) if inner else about['date']}"
    if _FIGURES.fullmatch(when.text) and when.exact:
        return day_in_words(when.earliest)
    if _SIGNS.fullmatch(when.text):
        return _without_signs(when)
    if not _FIGURES.fullmatch(when.text):
        return when.text
    return month_in_words(when.earliest) if when.month is not None else when.text


def _without_signs(when: PartialDate) -> str:
    """The words for an EDTF string, which a date in signs always has."""
    if when.text[0] in "<>":
        inner = type(when).read(when.text[1:].strip())
        return f"{'before' if when.text[0] == '<' else 'after'} {date_in_words(inner)}"
    first, slash, last = when.edtf.partition("/")
    if not slash:
        return _part(first)
    if first == "..":
        return f"by {_part(last)}"
    return f"from {_part(first)} on" if last == ".." else f"between {_part(first)} and {_part(last)}"


def _part(edtf: str) -> str:
    """One date of EDTF level 1 in words."""
    doubt, plain = _DOUBTS.get(edtf[-1:], ""), edtf.rstrip("".join(_DOUBTS))
    parts = [part for part in plain.split("-") if "X" not in part or len(part) > 2]  # noqa: PLR2004 - XX: not known
    year = parts[0].replace("X", "0") + ("s" if "X" in parts[0] else "")
    if len(parts) == 1:
        return doubt + year
    if parts[1] in _SEASONS:
        return f"{doubt}{_SEASONS[parts[1]]} {year}"
    first = date(int(year), int(parts[1]), int(parts[2]) if len(parts) > 2 else 1)  # noqa: PLR2004 - year, month, day
    return doubt + (day_in_words(first) if len(parts) > 2 else month_in_words(first))  # noqa: PLR2004
