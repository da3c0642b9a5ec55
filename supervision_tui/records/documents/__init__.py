"""Writing a record: Markdown, one HTML file, or plain text to paste; and writing it to a file, safely."""

from __future__ import annotations

from supervision_tui.records.documents.export import (
    FileExistsAlreadyError,
    UnknownFormatError,
    export,
    file_content,
    write,
)
from supervision_tui.records.documents.model import Document, DocumentItem, DocumentPart, Picture, Table, of_record
from supervision_tui.records.documents.text import render_document, render_record

__all__ = [
    "Document",
    "DocumentItem",
    "DocumentPart",
    "FileExistsAlreadyError",
    "Picture",
    "Table",
    "UnknownFormatError",
    "export",
    "file_content",
    "of_record",
    "render_document",
    "render_record",
    "write",
]
