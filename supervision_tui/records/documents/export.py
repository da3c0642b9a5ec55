"""Writing a record to a file in the format that the file's name asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.records.documents.custom_templates import own_maker
from supervision_tui.records.documents.model import of_record
from supervision_tui.records.documents.text import render_document
from supervision_tui.text import clean
from supervision_tui.whole_files import FileExistsAlreadyError, keep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supervision_tui.records.documents.model import Document, Picture
    from supervision_tui.records.model import Format, Record

WORDS: dict[str, Format] = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".txt": "txt"}
ENDINGS = ".pdf, .docx, .html, .md, .txt, or .json (the same as data)"
"""What a document can be written as, in words."""


class UnknownFormatError(ValueError):
    """The file's ending names no format that can be written."""


def export(record: Record, path: Path, *, force: bool = False, picture: Picture | None = None) -> None:
    """Write *record* to *path*; see :func:`write`. *picture* is the family's drawing, where it belongs to it."""
    write(of_record(record, picture), path, force=force)


def write(document: Document, path: Path, *, force: bool = False, own: Sequence[Path] = ()) -> None:
    """Write *document* to *path* in the format that its ending names, readable by its owner alone.

    A template in one of the folders *own*, the last first, wins over the one that ships (:mod:`...custom_templates`).

    Raises:
        DocumentTemplateError: that template cannot be used; the message names its line.
        UnknownFormatError: the ending is another one.
        FileExistsAlreadyError: the file is there and *force* is not given.
        OSError: it cannot be written; what was there is unchanged.
    """
    ending = path.suffix.lower()
    makers = (own_maker(folder, ending) for folder in reversed(own))
    make = next((maker for maker in makers if maker), None) or _maker(ending)
    if make is None:
        raise UnknownFormatError(f"A document can be written as {ENDINGS}; '{path.name}' is none of these.")
    keep(lambda: make(document), path, force=force)


def file_content(document: Document, ending: str) -> bytes:
    """*document* as the bytes of a file with that *ending*, which no file holds yet.

    Raises:
        UnknownFormatError: the ending is another one.
    """
    make = _maker(ending)
    if make is None:
        raise UnknownFormatError(f"A document can be written as {ENDINGS}; '{ending}' is none of these.")
    return make(document)


def _maker(ending: str) -> Callable[[Document], bytes] | None:
    """What makes the bytes of a file with that *ending*."""
    if ending == ".pdf":
        from supervision_tui.records.documents.pdf import pdf  # noqa: PLC0415 - heavy, and only now needed

        return pdf
    if ending == ".docx":
        from supervision_tui.records.documents.docx import docx  # noqa: PLC0415 - heavy, and only now needed

        return docx
    if ending == ".json":
        return _data
    form = WORDS.get(ending)
    return None if form is None else lambda document: clean(render_document(document, form)).encode("utf-8")


def _data(document: Document) -> bytes:
    """The document as data: its parts, their items, tables and marks; drawings as the words that tell the same."""
    return clean(json.dumps(document.as_data, ensure_ascii=False, indent=2, default=str) + "\n").encode("utf-8")


__all__ = ["ENDINGS", "FileExistsAlreadyError", "UnknownFormatError", "export", "write"]
