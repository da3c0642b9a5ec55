"""Rows of the tables as they are read: plain tuples with names, each value of the sort that this program writes.

SQLite keeps any sort of value in any column, so a value of another sort was put there by something else.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, get_args, get_type_hints

from supervision_tui.vault.errors import VaultDamagedError


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


class AuthorKeyRow(NamedTuple):
    """An author's own key, as ``author_key`` holds it: *public* is its public half, *wrapped* the locked other half."""

    author: str
    public: bytes
    wrapped: str
    made_at: str


Values = tuple[object, ...]
"""A row as the driver gives it."""

_TRUTH = frozenset({0, 1})


def _sorts(row: type[NamedTuple]) -> tuple[tuple[type, ...], ...]:
    """Which sorts of value each column may hold."""
    return tuple(get_args(hint) or (int if hint is bool else hint,) for hint in get_type_hints(row).values())


_LINE, _DOCUMENT = _sorts(LineRow), _sorts(DocumentRow)
_KEEPING, _AUTHOR_KEY = _sorts(KeepingRow), _sorts(AuthorKeyRow)
_DRAFT, _SEALED = LineRow._fields.index("draft"), LineRow._fields.index("sealed")
_SAVED_AT = LineRow._fields.index("saved_at")
FOREIGN_VALUE = (
    "A part of the vault's records is not as this program writes it: something else changed it. Nothing more was "
    "changed. Run “vault check” to see which documents it touches, and restore from a backup."
)


def line_row(values: Values) -> LineRow:
    """A line from the columns of ``revision`` in their order; truth values, which SQLite keeps as 0 and 1, as such.

    Raises:
        VaultDamagedError: a value is of a sort that this program does not write there.
    """
    _refuse_other_sorts(values, _LINE)
    draft, sealed, saved_at = values[_DRAFT], values[_SEALED], values[_SAVED_AT]
    if draft not in _TRUTH or sealed not in _TRUTH or not is_moment(saved_at):
        raise VaultDamagedError(FOREIGN_VALUE)
    return LineRow._make((*values[:_DRAFT], bool(draft), bool(sealed), *values[_SEALED + 1 :]))


def is_line_without_words(values: Values) -> bool:
    """Whether it is one of the columns of words alone that holds what this program does not write there."""
    head, tail = LineRow._fields.index("title"), LineRow._fields.index("content_hash")
    try:
        line_row((*values[:head], "", None, "", None, *values[tail:]))
    except VaultDamagedError:
        return False
    return True


def document_row(values: Values) -> DocumentRow:
    """A document from the columns of ``document`` in their order.

    Raises:
        VaultDamagedError: a value is of a sort that this program does not write there.
    """
    _refuse_other_sorts(values, _DOCUMENT)
    if values[-1] not in _TRUTH:
        raise VaultDamagedError(FOREIGN_VALUE)
    return DocumentRow._make((*values[:-1], bool(values[-1])))


def keeping_row(values: Values) -> KeepingRow:
    """What is noted of a document from the columns of ``keeping`` in their order.

    Raises:
        VaultDamagedError: a value is of a sort that this program does not write there.
    """
    _refuse_other_sorts(values, _KEEPING)
    return KeepingRow._make(values)


def author_key_row(values: Values) -> AuthorKeyRow:
    """An author's own key from the columns of ``author_key`` in their order.

    Raises:
        VaultDamagedError: a value is of a sort that this program does not write there.
    """
    _refuse_other_sorts(values, _AUTHOR_KEY)
    return AuthorKeyRow._make(values)


def is_moment(value: object) -> bool:
    """Whether *value* is a time as this program stores it: ISO 8601 with its distance from UTC."""
    try:
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


def _refuse_other_sorts(values: Values, sorts: tuple[tuple[type, ...], ...]) -> None:
    if not all(map(isinstance, values, sorts)):
        raise VaultDamagedError(FOREIGN_VALUE)
