"""Dates of Gramps: exact ones as ISO, spans and estimates in this program's words, other calendars as they stand."""

from __future__ import annotations

import re

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.plain_dates import in_words, readable
from supervision_tui.lazy_pattern import lazy_pattern

TAGS = ("dateval", "daterange", "datespan", "datestr")
KINDS = {"before": "before {}", "after": "after {}", "about": "~{}", "from": "from {}", "to": "until {}"}
_WHOLE = lazy_pattern(r"\d{4}(?:-\d{2}){0,2}")


def gramps_date(ledger: Ledger, node: Node) -> PartialDate | None:
    """The date below *node*; told where it stays in words."""
    date = next((below for below in node.below if below.tag in TAGS), None)
    if date is None:
        return None
    date.use()
    calendar, quality = date.word("cformat"), date.word("quality")
    first, last = date.word("val", "start"), date.word("stop")
    kind = date.word("type")
    odd = {tag for tag in ("dualdated", "newyear") if date.word(tag) not in {"", "0"}}
    if date.tag == "datestr":
        return _worded(ledger, date, first, f"the date '{first}' is kept in words.")
    shown = first if not last else f"{first} to {last}"
    if calendar not in {"", "Gregorian"} or odd or shown.startswith("-"):
        words = f"{shown} {calendar}".strip()
        return _worded(
            ledger, date, words, f"the date {shown} is in another calendar ({calendar or 'other'}); kept in words."
        )
    if not _WHOLE.fullmatch(_bare(first)) or (last and not _WHOLE.fullmatch(_bare(last))):
        why = "has no year" if first.startswith("????") else "is not known in part"
        return _worded(ledger, date, shown, f"the date '{shown}' {why}; kept in words.")
    words = _words(date.tag, kind, _bare(first), _bare(last))
    if quality == "estimated":
        ledger.notice(date, f"the date {shown} is an estimate in the file.", "dates")
        words = f"~{words}" if words == _bare(first) else words
    elif quality == "calculated":
        ledger.notice(date, f"the date {shown} is worked out in the file.", "dates")
    return readable(words) or _worded(ledger, date, shown, f"the date '{shown}' could not be read; kept in words.")


def _words(tag: str, kind: str, first: str, last: str) -> str:
    if tag == "daterange":
        return f"between {first} and {last}"
    if tag == "datespan":
        return f"from {first} to {last}"
    return KINDS.get(kind, "{}").format(first)


def _bare(words: str) -> str:
    """Without parts that are not known at the end: ``2009-10-??`` is October 2009."""
    return re.sub(r"(?:-(?:\?\?|00))+$", "", words)


def _worded(ledger: Ledger, node: Node, words: str, remark: str) -> PartialDate | None:
    if not words:
        return None
    ledger.tell(node, remark, "dates")
    return in_words(words)
