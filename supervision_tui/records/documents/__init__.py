"""Writing a record: Markdown, one HTML file, or plain text to paste; and writing it to a file, safely."""

from __future__ import annotations

from supervision_tui.records.documents.export import FileExistsAlreadyError, UnknownFormatError, export, write
from supervision_tui.records.documents.model import Document, Item, Part, Picture, Table, of_record
from supervision_tui.records.documents.text import render, written

__all__ = [
    "Document",
    "FileExistsAlreadyError",
    "Item",
    "Part",
    "Picture",
    "Table",
    "UnknownFormatError",
    "export",
    "of_record",
    "render",
    "write",
    "written",
]
