"""Records: cut from a session by destination, read before they are written, and taken out as documents."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.records.checks import answer, answered
    from supervision_tui.records.cutting import card, cut
    from supervision_tui.records.documents.files import FileThere, UnknownFormat, export
    from supervision_tui.records.evidence import Asked, Quote, evidence_for
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
    from supervision_tui.records.reading import Remark, read_through
    from supervision_tui.records.signing import NamesThere, NotSigned, add, confirm, filed

_HOMES = {
    "Addition": "model",
    "Asked": "evidence",
    "Checked": "model",
    "Confirmation": "model",
    "Cut": "model",
    "FileThere": "documents.files",
    "Filing": "model",
    "LeftOut": "model",
    "NamesThere": "signing",
    "NotSigned": "signing",
    "Paragraph": "model",
    "Quote": "evidence",
    "Record": "model",
    "Remark": "reading",
    "Section": "model",
    "UnknownFormat": "documents.files",
    "add": "signing",
    "answer": "checks",
    "answered": "checks",
    "card": "cutting",
    "confirm": "signing",
    "cut": "cutting",
    "evidence_for": "evidence",
    "export": "documents.files",
    "filed": "signing",
    "read_through": "reading",
}

__all__ = [
    "Addition",
    "Asked",
    "Checked",
    "Confirmation",
    "Cut",
    "FileThere",
    "Filing",
    "LeftOut",
    "NamesThere",
    "NotSigned",
    "Paragraph",
    "Quote",
    "Record",
    "Remark",
    "Section",
    "UnknownFormat",
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
