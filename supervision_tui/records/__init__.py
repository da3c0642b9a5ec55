"""Records: cut from a session by destination, read before they are written, and taken out as documents."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.records.checklist_evidence import (
        EvidencedItem,
        EvidenceQuote,
        answer_item,
        answer_to,
        evidence_for,
    )
    from supervision_tui.records.documents.export import FileExistsAlreadyError, UnknownFormatError, export
    from supervision_tui.records.documents.text import render_record
    from supervision_tui.records.lifecycle import NamesLeftError, NotConfirmedError, add, confirm, mark_filed
    from supervision_tui.records.model import (
        Addition,
        CheckedItem,
        Confirmation,
        Filing,
        Omission,
        Paragraph,
        Record,
        Section,
        SessionRecords,
    )
    from supervision_tui.records.review import ReviewRemark, review_record
    from supervision_tui.records.split_by_destination import private_card, split_session

_HOMES = {
    "Addition": "model",
    "CheckedItem": "model",
    "Confirmation": "model",
    "EvidenceQuote": "checklist_evidence",
    "EvidencedItem": "checklist_evidence",
    "FileExistsAlreadyError": "documents.export",
    "Filing": "model",
    "NamesLeftError": "lifecycle",
    "NotConfirmedError": "lifecycle",
    "Omission": "model",
    "Paragraph": "model",
    "Record": "model",
    "ReviewRemark": "review",
    "Section": "model",
    "SessionRecords": "model",
    "UnknownFormatError": "documents.export",
    "add": "lifecycle",
    "answer_item": "checklist_evidence",
    "answer_to": "checklist_evidence",
    "confirm": "lifecycle",
    "evidence_for": "checklist_evidence",
    "export": "documents.export",
    "mark_filed": "lifecycle",
    "private_card": "split_by_destination",
    "render_record": "documents.text",
    "review_record": "review",
    "split_session": "split_by_destination",
}

__all__ = [
    "Addition",
    "CheckedItem",
    "Confirmation",
    "EvidenceQuote",
    "EvidencedItem",
    "FileExistsAlreadyError",
    "Filing",
    "NamesLeftError",
    "NotConfirmedError",
    "Omission",
    "Paragraph",
    "Record",
    "ReviewRemark",
    "Section",
    "SessionRecords",
    "UnknownFormatError",
    "add",
    "answer_item",
    "answer_to",
    "confirm",
    "evidence_for",
    "export",
    "mark_filed",
    "private_card",
    "render_record",
    "review_record",
    "split_session",
]


def __getattr__(name: str) -> object:
    """Import the module of *name* when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
