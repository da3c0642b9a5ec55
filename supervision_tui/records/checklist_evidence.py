"""What a record itself shows towards a checklist: quoted beside its question, never counted and never an answer.

Source: content specification, checklists after Telford & Wrekin 2022 and Swindon 2022;
``templates/documents/evidence.yaml`` says which parts of a record can be quoted beside which question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import RootModel

from supervision_tui.practice import Checklist, ChecklistAnswer
from supervision_tui.practice.library import ChecklistItem, read_shipped
from supervision_tui.records.model import CheckedItem, Record
from supervision_tui.text import Line, SafeText

CONFIRMED = "confirmed"
"""Stands in the file for the mark of the person who confirmed a record."""


class EvidenceSources(RootModel[dict[str, tuple[str, ...]]]):
    """Parts of a record by a checklist's item."""


@dataclass(frozen=True, slots=True)
class EvidenceQuote:
    """Words of a record: of which one, under which heading."""

    record: str
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class EvidencedItem:
    """A question of a checklist with what the records show; without *quotes* it is simply asked."""

    item: ChecklistItem
    quotes: tuple[EvidenceQuote, ...]


def evidence_for(checklist: Checklist, records: Iterable[Record]) -> tuple[EvidencedItem, ...]:
    """Every question of *checklist*, each with what *records* show towards it."""
    held = tuple(records)
    return tuple(
        EvidencedItem(item, tuple(quote for record in held for quote in _quotes(record, _sources().get(item.id, ()))))
        for item in checklist.items
    )


@cache
def _sources() -> dict[str, tuple[str, ...]]:
    return read_shipped("templates/documents/evidence.yaml", EvidenceSources).root


def _quotes(record: Record, sources: tuple[str, ...]) -> Iterator[EvidenceQuote]:
    for section in record.sections:
        for paragraph in section.paragraphs:
            if paragraph.field in sources or paragraph.kind in sources:
                yield EvidenceQuote(record.id, str(section.heading), str(paragraph.text))
    if CONFIRMED in sources and record.confirmed is not None:
        yield EvidenceQuote(record.id, "Confirmed by", f"{record.confirmed.by}, {record.confirmed.role}")


def answer_item(record: Record, item: str, given: ChecklistAnswer, *, evidence: str, by: str, on: date) -> Record:
    """*record* with what was said to the question *item*; an earlier answer to it gives way.

    Raises:
        ValueError: nobody is named.
    """
    if not Line(by).strip():
        raise ValueError("An answer is somebody's: please say whose. Nothing was changed.")
    new = CheckedItem(item=item, answer=given, evidence=SafeText(evidence.strip()), by=Line(by), on=on)
    rest = tuple(check for check in record.checks if check.item != item)
    return record.model_copy(update={"checks": (*rest, new)})


def answer_to(record: Record, item: str) -> CheckedItem | None:
    """What was said to the question *item*, if anything."""
    return next((check for check in record.checks if check.item == item), None)
