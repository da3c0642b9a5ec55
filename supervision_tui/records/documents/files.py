"""Writing a record to a file: whole or not at all, for its owner's eyes, and never over another one unasked."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.records.documents.rendering import render

if TYPE_CHECKING:
    from supervision_tui.records.model import Format, Record

FORMATS: dict[str, Format] = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".txt": "txt"}


class FileThere(ValueError):  # noqa: N818 - a sentence for a person
    """A file of that name is there already."""


class UnknownFormat(ValueError):  # noqa: N818 - a sentence for a person
    """The file's ending names no format that can be written."""


def export(record: Record, path: Path, *, force: bool = False) -> None:
    """Write *record* to *path* in the format that its ending names (.md, .html, .txt), readable by its owner alone.

    Raises:
        UnknownFormat: the ending is another one.
        FileThere: the file is there and *force* is not given.
        OSError: it cannot be written; what was there is unchanged.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UnknownFormat(f"A record can be written as .md, .html or .txt; '{path.name}' is none of these.")
    if path.exists() and not force:
        raise FileThere(f"There is a file '{path}' already, and it was left as it is. Choose another name.")
    words = render(record, form)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".record-")  # made for its owner alone (0600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
