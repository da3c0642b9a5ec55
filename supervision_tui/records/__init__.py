"""Records: cut from a session by destination, read before they are written, and taken out as documents."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.records.cutting import cut
    from supervision_tui.records.documents.files import FileThere, UnknownFormat, export
    from supervision_tui.records.model import Cut, LeftOut, Paragraph, Record, Section

_HOMES = {
    "Cut": "model",
    "FileThere": "documents.files",
    "LeftOut": "model",
    "Paragraph": "model",
    "Record": "model",
    "Section": "model",
    "UnknownFormat": "documents.files",
    "cut": "cutting",
    "export": "documents.files",
}

__all__ = ["Cut", "FileThere", "LeftOut", "Paragraph", "Record", "Section", "UnknownFormat", "cut", "export"]


def __getattr__(name: str) -> object:
    """Import the module of *name* when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
