"""Records: cut from a session by destination, read before they are written, and taken out as documents."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.records.checklist_evidence import Asked, Quote, answer, answered, evidence_for
    from supervision_tui.records.documents.export import FileExistsAlreadyError, UnknownFormatError, export
    from supervision_tui.records.lifecycle import NamesLeftError, NotConfirmedError, add, confirm, filed
    from supervision_tui.records.model import (
        Addition,
        Checked,
        Confirmation,
        Cut,
        Filing,
        LeftOut,
        Paragraph,
        Record,
        Section,
    )
    from supervision_tui.records.review import Remark, read_through
    from supervision_tui.records.split_by_destination import card, cut

_HOMES = {
    "Addition": "model",
    "Asked": "checklist_evidence",
    "Checked": "model",
    "Confirmation": "model",
    "Cut": "model",
    "FileExistsAlreadyError": "documents.export",
    "Filing": "model",
    "LeftOut": "model",
    "NamesLeftError": "lifecycle",
    "NotConfirmedError": "lifecycle",
    "Paragraph": "model",
    "Quote": "checklist_evidence",
    "Record": "model",
    "Remark": "review",
    "Section": "model",
    "UnknownFormatError": "documents.export",
    "add": "lifecycle",
    "answer": "checklist_evidence",
    "answered": "checklist_evidence",
    "card": "split_by_destination",
    "confirm": "lifecycle",
    "cut": "split_by_destination",
    "evidence_for": "checklist_evidence",
    "export": "documents.export",
    "filed": "lifecycle",
    "read_through": "review",
}

__all__ = [
    "Addition",
    "Asked",
    "Checked",
    "Confirmation",
    "Cut",
    "FileExistsAlreadyError",
    "Filing",
    "LeftOut",
    "NamesLeftError",
    "NotConfirmedError",
    "Paragraph",
    "Quote",
    "Record",
    "Remark",
    "Section",
    "UnknownFormatError",
    "add",
    "answer",
    "answered",
    "card",
    "confirm",
    "cut",
    "evidence_for",
    "export",
    "filed",
    "read_through",
]


def __getattr__(name: str) -> object:
    """Import the module of *name* when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
