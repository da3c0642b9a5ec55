"""A letter to a child: what the people who work with them heard, decided, and will do. Ideas never stand in it.

Source: content specification 7.1 (written for the child, now and at thirty) and 7.6. The words are those of the child's
own entry: nobody's words are turned into others, so a person reads it aloud once and makes it theirs.
"""

from __future__ import annotations

from supervision_tui.days import day_in_words
from supervision_tui.family import Family
from supervision_tui.practice import Destination
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart
from supervision_tui.records.kinds.transfer import what_and_why
from supervision_tui.records.model import Paragraph, Record
from supervision_tui.session import first_name

DRAFT = "A draft in the words of the record. Read it aloud, say “you”, and leave out what is not {name}'s to carry."
HEARD = frozenset({"child_voice", "childs_eye", "seen", "told"})
MEANT = frozenset({"impact", "meaning", "different"})


def letter(record: Record, family: Family | None) -> Document:
    """The letter that the child-file entry *record* makes.

    Raises:
        ValueError: *record* is not a child's.
    """
    if record.destination is not Destination.CHILD_FILE:
        raise ValueError("A letter is written from a child's own entry. This record is not one.")
    name = first_name(family, str(record.subject))
    told = [paragraph for section in record.sections for paragraph in section.paragraphs]
    parts = (
        _part(
            "What you said or showed, and what we heard", [paragraph for paragraph in told if paragraph.field in HEARD]
        ),
        _part("What we think this means for you", [paragraph for paragraph in told if paragraph.field in MEANT]),
        _part("What was decided, and why", [paragraph for paragraph in told if paragraph.kind == "decision"]),
        _part("What will happen, and who does it", [paragraph for paragraph in told if paragraph.kind == "action"]),
        _part("What we should like to ask you", [paragraph for paragraph in told if paragraph.kind == "question"]),
        DocumentPart(
            "If something here is wrong", (DocumentItem("Please tell us. Your words are added, and stay."),), prose=True
        ),
    )
    return Document(
        title=f"A letter to {name}",
        about=day_in_words(record.day),
        notice=DRAFT.format(name=name),
        opening=f"Dear {name}",
        parts=tuple(part for part in parts if part.items),
        closing=(f"From {record.author}",),
        author=str(record.author),
        reader=name,
        family=str(record.family_ref),
        purpose=f"so that {name} knows what was talked about",
    )


def _part(heading: str, paragraphs: list[Paragraph]) -> DocumentPart:
    words = (
        what_and_why(paragraph.text) if paragraph.kind == "decision" else str(paragraph.text)
        for paragraph in paragraphs
    )
    return DocumentPart(heading, tuple(DocumentItem(text) for text in words), prose=True)
