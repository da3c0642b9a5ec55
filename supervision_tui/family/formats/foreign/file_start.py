"""Which program a file is of, by its first bytes: quick, since every family file is asked before it is read."""

from __future__ import annotations

import re
from pathlib import Path

FROM_PROGRAM = "Export GEDCOM from the program that made it"
FOREIGN_SUFFIXES = frozenset({".ged", ".gedcom", ".gdz", ".gno", ".gramps", ".gpkg", ".xml"})
"""Endings of other programs' files, in small letters: only a first guess, the bytes decide."""
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
NAMED_BY_BYTES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "a file of GenoPro 1, or another of its time. Save it in GenoPro 2 or later (.gno)"),
    (b"%PDF", f"a PDF: a picture of a family, without people and lines in it. {FROM_PROGRAM}"),
    (b"\x89PNG", f"a picture (PNG), without people and lines in it. {FROM_PROGRAM}"),
    (b"\xff\xd8\xff", f"a picture (JPEG), without people and lines in it. {FROM_PROGRAM}"),
    (b"GIF8", f"a picture (GIF), without people and lines in it. {FROM_PROGRAM}"),
    (b"SQLite format 3", "a database (RootsMagic or another program). Export GEDCOM from that program"),
    (b"{\\rtf", f"a text document (RTF). {FROM_PROGRAM}"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip package. Unpack it first"),
    (b"Rar!", "a RAR package. Unpack it first"),
)  # fmt: skip
"""Kinds of files that hold no family that can be read, by their first bytes, with what would do instead."""


def is_foreign(path: Path) -> bool:
    """Whether a file is of another program, by its first bytes: our own are YAML or JSON of another shape."""
    with path.open("rb") as file:
        start = file.read(20_000)
    if start.startswith((b"PK\x03\x04", b"\x1f\x8b", *(mark for mark, _ in NAMED_BY_BYTES))):
        return True
    text = start_as_text(start)
    if text.startswith("{"):
        return '"schemaVersion"' in text or '"relationships"' in text
    return (
        text.startswith("<") or re.match(r"0[ \t]+HEAD\b", text) is not None or path.suffix.lower() in FOREIGN_SUFFIXES
    )


def start_as_text(start: bytes) -> str:
    """The beginning of a file as text: after a byte order mark, whatever the encoding."""
    if start.startswith(_MARKS[1:]):
        return start.decode("utf-16", errors="replace").lstrip("\ufeff \t\r\n")
    if start[1:2] == b"\0":
        return start.decode("utf-16-le", errors="replace").lstrip()
    if start[:1] == b"\0":
        return start.decode("utf-16-be", errors="replace").lstrip()
    return start.removeprefix(_MARKS[0]).decode("latin-1").lstrip()
