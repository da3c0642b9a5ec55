"""Rows of the tables as they are read: plain tuples with names."""

from __future__ import annotations

from typing import NamedTuple


class LineRow(NamedTuple):
    """A line of the history, as ``revision`` holds it; *body* is as stored (see ``text_compression``)."""

    seq: int
    kind: str
    id: str
    version: int
    base: int
    author: str
    saved_at: str
    action: str
    draft: bool
    sealed: bool
    title: str
    body: bytes | None
    note: str
    salt: bytes | None
    content_hash: str
    previous: str
    hash: str


class DocumentRow(NamedTuple):
    """A document as it stands, as ``document`` holds it."""

    number: int
    kind: str
    id: str
    version: int
    seq: int
    author: str
    saved_at: str
    title: str
    sealed: bool


class KeepingRow(NamedTuple):
    """What is noted of how long a document is kept, as ``keeping`` holds it."""

    kind: str
    id: str
    due: str | None
    why: str
    held: str


Values = tuple[object, ...]
"""A row as the driver gives it."""

_DRAFT, _SEALED = LineRow._fields.index("draft"), LineRow._fields.index("sealed")


def line_row(values: Values) -> LineRow:
    """A line from the columns of ``revision`` in their order; truth values, which SQLite keeps as 0 and 1, as such."""
    draft, sealed = bool(values[_DRAFT]), bool(values[_SEALED])
    return LineRow._make((*values[:_DRAFT], draft, sealed, *values[_SEALED + 1 :]))


def document_row(values: Values) -> DocumentRow:
    """A document from the columns of ``document`` in their order."""
    return DocumentRow._make((*values[:-1], bool(values[-1])))
