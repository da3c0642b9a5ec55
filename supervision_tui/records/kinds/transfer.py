"""A summary for the next worker of a family: who they are, each child's voice, decisions, open steps, ideas to test.

Source: content specification 7.2 and C-SWI.4 (a good transfer summary; few changes of worker).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from supervision_tui.days import day_in_words
from supervision_tui.family import Family
from supervision_tui.practice import Destination
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart, Picture, Table
from supervision_tui.records.kinds.letter_safety import LetterSafety
from supervision_tui.records.kinds.scales import ScaleSeries, scales_part
from supervision_tui.records.model import Paragraph, Record
from supervision_tui.session import first_name

NEWEST = 3
"""How many records of a child are quoted; the older ones stand in the file."""
_NOTHING: Mapping[str, str] = MappingProxyType({})
IDEAS = "Ideas to test, not findings. Nobody's name stands beside an idea."


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A next step that goes over to the new worker: what, whose, by when."""

    what: str
    owner: str
    when: str


def transfer(
    family: Family,
    records: Iterable[Record],
    steps: Sequence[OpenStep],
    on: date,
    *,
    author: str,
    picture: Picture | None = None,
    scales: Sequence[ScaleSeries] = (),
    looked_at: Mapping[str, str] = _NOTHING,
    safety: LetterSafety | None = None,
) -> Document:
    """The summary of *family* from its own *records* (child-file entries, working space), open *steps* and *scales*.

    *looked_at* says of an idea, by its id, in which sessions it was looked at. With *safety* somebody of the family
    reads it: no strength is told that tells of harm or of help.
    """
    held = sorted(records, key=lambda record: record.day, reverse=True)
    parts = [_child(first_name(family, child.id), child.id, held) for child in family.focus_children()]
    parts += [
        _with_days("What was decided, and why", _unique(held, "decision")),
        *_open_steps(steps, safety),
        *([scales_part(scales)] if scales else ()),
        _with_days("Ideas that were in play", _unique(held, "idea"), IDEAS, looked_at),
        _with_days("Questions to take along", _unique(held, "question")),
        DocumentPart(
            "What holds in this family",
            tuple(
                DocumentItem(str(strength.words))
                for strength in family.strengths
                if safety is None or not safety.reason(str(strength.words))
            ),
        ),
    ]
    return Document(
        title=f"Handing over: family {family.id}",
        about=day_in_words(on),
        opening="For whoever goes on with this family. It is a beginning: please ask the family, too.",
        parts=tuple(part for part in parts if part.items or part.table or part.note),
        picture=picture,
        closing=(f"Written by {author} on {day_in_words(on)} from the notebook of the team.",),
        author=author,
    )


def _child(name: str, child: str, records: Sequence[Record]) -> DocumentPart:
    """What *name* said or showed lately, and what it meant."""
    mine = [record for record in records if record.destination is Destination.CHILD_FILE and record.subject == child][
        :NEWEST
    ]
    items = tuple(
        DocumentItem(
            str(paragraph.text),
            f"{day_in_words(record.day)}{f', {paragraph.how_known}' if paragraph.how_known else ''}",
        )
        for record in mine
        for section in record.sections
        for paragraph in section.paragraphs
        if paragraph.field in {"child_voice", "impact", "meaning", "childs_eye"}
    )
    return DocumentPart(
        f"{name[:1].upper()}{name[1:]}: voice, and what things mean",
        items,
        "" if items else "Nothing is written down yet: ask.",
    )


def _unique(records: Sequence[Record], kind: str) -> list[tuple[date, Paragraph]]:
    """Each paragraph of *kind* once, newest first; what stands in several children's entries is told once."""
    found: dict[str, tuple[date, Paragraph]] = {}
    for record in records:
        if record.destination in {Destination.CHILD_FILE, Destination.FAMILY_WORK}:
            for section in record.sections:
                for paragraph in section.paragraphs:
                    if paragraph.kind == kind:
                        found.setdefault(paragraph.text.casefold(), (record.day, paragraph))
    return list(found.values())


def _with_days(
    heading: str, paragraphs: list[tuple[date, Paragraph]], note: str = "", more: Mapping[str, str] = _NOTHING
) -> DocumentPart:
    items = tuple(
        DocumentItem(str(line.text), "; ".join(part for part in (day_in_words(day), more.get(line.source, "")) if part))
        for day, line in paragraphs
    )
    return DocumentPart(heading, items, note if items else "")


def _open_steps(steps: Sequence[OpenStep], safety: LetterSafety | None) -> tuple[DocumentPart, ...]:
    """The open steps; where they stay out of a copy for the family, nothing is said of there being none."""
    if steps:
        return (DocumentPart("Steps that are open", table=_steps(steps)),)
    if safety is not None and safety.harm:
        return ()
    return (DocumentPart("Steps that are open", note="No step is open."),)


def _steps(steps: Sequence[OpenStep]) -> Table:
    return Table(("What", "Who", "By when"), tuple((step.what, step.owner, step.when or "no day") for step in steps))


FURTHER = ("Also considered: ", "Decided by: ", "How the family is told: ", "In words for the child: ")
"""How the lines begin that stand in the record only."""


def what_and_why(decision: str) -> str:
    """What was decided and why; who decided it and what else was thought of stand in the record."""
    told = decision.splitlines()
    rest = (at for at, line in enumerate(told) if line.startswith(FURTHER))
    return "\n".join(told[: next(rest, len(told))])
