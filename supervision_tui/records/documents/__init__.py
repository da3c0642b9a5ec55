"""Writing a record: Markdown, one HTML file, or plain text to paste; and writing it to a file, safely."""

from __future__ import annotations

from supervision_tui.records.documents.files import FileThere, UnknownFormat, export
from supervision_tui.records.documents.rendering import render

__all__ = ["FileThere", "UnknownFormat", "export", "render"]
