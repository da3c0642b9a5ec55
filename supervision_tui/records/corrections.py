"""Changing a draft before it is confirmed, line by line, with a history of what stood there before.

Source: content specification 7.2 (signed entries are fixed; corrections are dated, with author).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from supervision_tui.days import day_in_words
from supervision_tui.family import Family
from supervision_tui.practice import Destination
from supervision_tui.records.lifecycle import NamesLeftError
from supervision_tui.records.model import Correction, Paragraph, Record, Section
from supervision_tui.records.name_leaks import names_in
from supervision_tui.text import Line, SafeText


class RecordFixedError(ValueError):
    """The record was confirmed, so that words are only added to it."""


class NoSuchLineError(ValueError):
    """The record has no line of that number, or nothing would change in it."""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line of a record that can be changed: its *number* from 1, its *heading*, its *words*."""

    number: int
    heading: str
    words: str


def record_lines(record: Record) -> tuple[RecordLine, ...]:
    """Every line of *record* in reading order, numbered."""
    return tuple(
        RecordLine(number, str(section.heading), str(section.paragraphs[at].text))
        for number, (section, at) in enumerate(_places(record), 1)
    )


def correct_line(
    record: Record, number: int, words: str, *, by: str, at: datetime, family: Family | None = None
) -> Record:
    """*record*, a draft, with other *words* in the line of that *number*; without words the line is taken out.

    What stood there before stays in its history, with the day and the author.

    Raises:
        RecordFixedError: it was confirmed: words are only added to it.
        NoSuchLineError: it has no such line, the words are the same, or nobody is named.
        NamesLeftError: the record is a worker's own, and the words name somebody in *family*.
    """
    if record.confirmed is not None:
        when = day_in_words(record.confirmed.at.date())
        raise RecordFixedError(
            f"{record.confirmed.by} confirmed this record on {when}: its words stay. You may add to it instead. "
            "Nothing was changed."
        )
    text, name = SafeText(words.strip()), Line(by)
    places = list(_places(record))
    if not 1 <= number <= len(places):
        raise NoSuchLineError(f"This record has {len(places)} lines; there is no line {number}. Nothing was changed.")
    section, place = places[number - 1]
    before = section.paragraphs[place]
    if not name or text == before.text:
        why = "Please say who changes it" if not name else "These are the words that stand there"
        raise NoSuchLineError(f"{why}. Nothing was changed.")
    named = names_in(text, family) if family and record.destination is Destination.SUPERVISION_RECORD else []
    if named:
        raise NamesLeftError(
            f"The words name {', '.join(named)}. The worker's record holds no names of the family: "
            "please write them without. Nothing was changed."
        )
    change = Correction(heading=section.heading, before=before.text, after=text, by=name, at=at)
    return record.model_copy(
        update={
            "sections": tuple(_sections(record, section, place, text)),
            "corrections": (*record.corrections, change),
        }
    )


def _places(record: Record) -> Iterator[tuple[Section, int]]:
    for section in record.sections:
        for at in range(len(section.paragraphs)):
            yield section, at


def _sections(record: Record, changed: Section, place: int, text: SafeText) -> Iterator[Section]:
    """The sections with *text* in that place; one that has no line left goes."""
    for section in record.sections:
        if section is not changed:
            yield section
            continue
        before = section.paragraphs[place]
        put: tuple[Paragraph, ...] = (before.model_copy(update={"text": text}),) if text else ()
        paragraphs = (*section.paragraphs[:place], *put, *section.paragraphs[place + 1 :])
        if paragraphs:
            yield section.model_copy(update={"paragraphs": paragraphs})
