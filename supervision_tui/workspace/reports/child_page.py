"""A child's page: the newest line of each kind that the closed sessions left for the child's file, with its day.

Nothing is written again: it is read from the records. A summary that nobody looked at for twelve weeks says so.
Source: content specification 7 (a short, clear, current summary with the day it was last looked at).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from supervision_tui.days import read_day
from supervision_tui.practice import Destination

if TYPE_CHECKING:
    from supervision_tui.records import Record

STALE_AFTER = timedelta(weeks=12)
"""How long a summary holds before it is called old."""
SHOWN: dict[str, str] = {
    "child_voice": "said or showed",
    "matters": "what matters most",
    "involved": "why we are involved",
    "stop": "what we must see to stop",
    "summary": "where things stand",
    "strengths": "working well",
    "understanding": "what we make of it",
    "unknown": "not known yet",
    "unknowns": "not known yet",
    "difference": "are we making a difference",
    "last_seen": "seen",
    "carer_voice": "the carer says",
    "route": "a home that lasts",
    "plan_b": "plan B",
    "connections": "people who belong",
    "advocate": "advocate",
    "reviewer": "reviewing officer or chair",
    "escalated": "escalated",
    "direct_work": "direct work",
    "care_profile": "licensed tool, kept elsewhere",
    "next_review": "looked at again",
}
"""Fields whose newest words stand on the page, and how they are called there."""
AGES = frozenset({"summary", "understanding", "involved"})
"""Fields that grow old: they say how things are now."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a child's page: what it is *called*, its *words*, the *day* it is from, whether it is *stale*."""

    called: str
    words: str
    day: date
    stale: bool = False


def newest_words_of(records: Iterable[Record], child: str, today: date) -> list[PageLine]:
    """The newest words of each kind for *child* among *records*, in the order of :data:`SHOWN`."""
    found: dict[str, tuple[date, str]] = {}
    for record in sorted(records, key=lambda record: record.day):
        if record.destination is Destination.CHILD_FILE and record.subject == child:
            for section in record.sections:
                for paragraph in section.paragraphs:
                    if paragraph.field in SHOWN:
                        found[paragraph.field] = (record.day, " ".join(str(paragraph.text).split()))
    return [_line(field, *found[field], today) for field in SHOWN if field in found]


def _line(field: str, day: date, words: str, today: date) -> PageLine:
    due = read_day(words, day).day if field == "next_review" else None
    stale = (field in AGES and today - day >= STALE_AFTER) or (due is not None and due < today)
    return PageLine(SHOWN[field], words, day, stale)
