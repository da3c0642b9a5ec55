"""A date inside a line: the longest run of words from a place on that says one."""

from __future__ import annotations

import re
from datetime import date

from supervision_tui.days.feasts import FEASTS
from supervision_tui.days.vocabulary import MONTHS, NUMBERS, WEEKDAYS
from supervision_tui.family.dates import PartialDate, date_in
from supervision_tui.family.dates.single import SEASON_WORDS, THIRDS
from supervision_tui.lazy_pattern import lazy_pattern

MOST_WORDS = 7
"""Words that a date may take."""
_STARTS = lazy_pattern(
    r"\(|[~<>']?[0-9]|(?:about|around|circa|ca?\.?|approx\.?|before|after|by|between|maybe|probably|perhaps|the|week|w/c|"
    r"half|first|second|third|lockdown|last|this|next|yesterday|today|a|an|couple|"
    rf"{'|'.join({*MONTHS, *WEEKDAYS, *SEASON_WORDS, *THIRDS, *NUMBERS, *(name.split()[0] for name in FEASTS)})})\b"
)
_OPEN = lazy_pattern(r"(?:since|until|till|from)\b")
"""What begins a date that is open on one side."""
_WORD = lazy_pattern(r"\S+")
_LEAD = lazy_pattern(r"(?:in|on|at|during) ", re.IGNORECASE)
_TWO_YEARS = lazy_pattern(r"(?P<first>(?:19|20)[0-9]{2})[-–](?P<last>1[3-9]|[2-9][0-9])")
_TAIL = " ,;:."


def date_at(line: str, start: int, today: date, *, open_too: bool = False) -> tuple[PartialDate, int] | None:
    """The longest date that begins at *start* of *line*, and where it ends; ``None`` where none does.

    With *open_too*, "since 2020" is a date as well; in a line about a couple the word says when they began.
    """
    lead = _LEAD.match(line, start)
    start = lead.end() if lead else start
    rest = line[start:].casefold()
    if not (_STARTS.match(rest) or (open_too and _OPEN.match(rest))):
        return None
    ends = []
    for word in _WORD.finditer(line, start):
        ends.append(word.end())
        if len(ends) == MOST_WORDS:
            break
    for end in reversed(ends):
        bare = line[start:end].rstrip(_TAIL)
        if ")" in bare and "(" not in bare:
            bare = bare[: bare.index(")")].rstrip(_TAIL)
        found = _of_two_years(bare) or date_in(bare, today)
        if found is not None:
            return found, start + len(bare)
    return None


def _of_two_years(words: str) -> PartialDate | None:
    """``2019-21`` as people type it, two years; in a file, where EDTF is written, it is the spring of 2019."""
    match = _TWO_YEARS.fullmatch(words)
    if match is None or match["last"] <= match["first"][2:]:
        return None
    return PartialDate.read(f"from {match['first']} to {match['first'][:2]}{match['last']}")


def date_at_end(line: str, today: date, *, open_too: bool = False) -> tuple[PartialDate, int] | None:
    """The longest date with which *line* ends, and where it begins; ``None`` where it ends with none."""
    end = len(line.rstrip(_TAIL))
    for word in _WORD.finditer(line):
        dated = date_at(line, word.start(), today, open_too=open_too)
        if dated is not None and dated[1] == end:
            return dated[0], word.start()
    return None
