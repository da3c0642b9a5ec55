"""Dates of GenoPro, Gramps and OpenGenogram as this program writes them: ISO where exact, else in its own words."""

from __future__ import annotations

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.formats.gedcom.dates import read_date
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node
from supervision_tui.lazy_pattern import lazy_pattern

MARKS = {"~": "~", "<": "before ", ">": "after "}
"""What a sign before a date of GenoPro means here."""
_YEAR = lazy_pattern(r"\d{4}")


def in_words(words: str) -> PartialDate:
    """A date that is known in words only."""
    return PartialDate.read(f"({words.strip().strip('()')[:100]})")


def readable(words: str) -> PartialDate | None:
    """The date that *words* say in this program's own forms, else nothing."""
    try:
        return PartialDate.read(words)
    except DateFormatError:
        return None


def genopro_date(ledger: Ledger, node: Node) -> PartialDate | None:
    """The date in an element of GenoPro (``12 Mar 1988``, ``~1985``, ``<1990``); told where it stays in words."""
    node.use()
    words = " ".join(node.value.split())
    if not words:
        return None
    mark = MARKS.get(words[0], "")
    bare = words[1:].strip() if mark else words
    found = readable(bare) if _YEAR.search(bare) else None
    if found is not None and found.source == "date" and "/" not in found.edtf:
        return PartialDate.read(f"{mark}{found.edtf}")
    if found is not None and not mark:
        return found
    if not _YEAR.search(words):
        ledger.tell(node, f"the date '{words}' has no year; it was kept in words.", "dates")
        return in_words(words)
    gedcom = read_date(words)
    if gedcom.remark:
        ledger.tell(node, gedcom.remark, "dates")
    return gedcom.when
