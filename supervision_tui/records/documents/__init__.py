"""Writing a record: Markdown, one HTML file, or plain text to paste; and writing it to a file, safely."""

from __future__ import annotations

from supervision_tui.records.documents.document import Document, Item, Part, Picture, Table, of_record
from supervision_tui.records.documents.files import FileThere, UnknownFormat, export, write
from supervision_tui.records.documents.rendering import render, written

__all__ = [
    "Document",
    "FileThere",
    "Item",
    "Part",
    "Picture",
    "Table",
    "UnknownFormat",
    "export",
    "of_record",
    "render",
    "write",
    "written",
]
