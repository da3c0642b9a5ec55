"""Reading lists out of the database: headings, histories, conflicting texts. Functions over an open transaction."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from supervision_tui.vault.documents import ConflictCopy, Heading, Revision
from supervision_tui.vault.errors import VaultDamagedError
from supervision_tui.vault.storage import statements
from supervision_tui.vault.storage.rows import FOREIGN_VALUE, DocumentRow, LineRow, Values, line_row
from supervision_tui.vault.storage.text_compression import decompress

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Transaction

_OWN_NOTES = frozenset({"save", "settle"})
"""What lines of these actions note is for the check, not for a person."""
MOST_NAMED = 400
"""Documents that a query names one by one; beyond that all of the kind are read."""


def open_bodies(transaction: Transaction, kind: str, idents: Collection[str]) -> dict[str, tuple[int, str]]:
    """Version and body of the documents of a *kind* among *idents*; private and missing ones are left out."""
    if len(idents) <= MOST_NAMED:
        rows = transaction.rows(statements.OPEN_BODIES_OF, (kind, json.dumps(list(idents))))
    else:
        rows = transaction.rows(statements.OPEN_BODIES, (kind,))
    wanted = frozenset(idents)
    return {ident: (version, decompress(body)) for ident, version, body in rows if ident in wanted}


def headings(transaction: Transaction, kind: str) -> list[Heading]:
    """All documents of a *kind*, newest first.

    Raises:
        VaultDamagedError: something else wrote into the list of documents.
    """
    rows = transaction.rows(statements.HEADINGS, (kind,))
    if not all(map(_is_heading, rows)):
        raise VaultDamagedError(FOREIGN_VALUE)
    return list(map(Heading._make, rows))


def _is_heading(row: Values) -> bool:
    """Whether id, author, time and title are words, and the version is a number."""
    _, ident, version, author, saved_at, title, _ = row
    return type(ident) is type(author) is type(saved_at) is type(title) is str and type(version) is int


def heading(row: DocumentRow) -> Heading:
    """A heading from a row of ``document``."""
    return Heading(row.kind, row.id, row.version, row.author, row.saved_at, row.title, row.sealed)


def kinds(transaction: Transaction) -> list[str]:
    """Every kind of which there is a document now, by the alphabet."""
    return [row[0] for row in transaction.rows(statements.KINDS)]


def history(transaction: Transaction, kind: str, ident: str) -> list[Revision]:
    """Every line of a document's history, oldest first."""
    return [_revision(line_row(row)) for row in transaction.rows(statements.HISTORY, (kind, ident))]


def _revision(row: LineRow) -> Revision:
    return Revision(
        seq=row.seq,
        kind=row.kind,
        id=row.id,
        version=row.version,
        author=row.author,
        saved_at=datetime.fromisoformat(row.saved_at),
        action=row.action,
        title=row.title,
        note="" if row.action in _OWN_NOTES else row.note,
        draft=row.draft,
        text_kept=row.body is not None,
        hash=row.hash,
        previous=row.previous,
    )


def conflict_rows(transaction: Transaction) -> list[LineRow]:
    """The rows of texts that lost a race and wait to be resolved, oldest first."""
    return [line_row(row) for row in transaction.rows(statements.CONFLICTS)]


def conflict_copy(row: LineRow, title: str, body: str | None) -> ConflictCopy:
    """A :class:`ConflictCopy` from a row whose action is ``conflict``."""
    saved_at = datetime.fromisoformat(row.saved_at)
    return ConflictCopy(row.seq, row.kind, row.id, row.base, row.author, saved_at, body, title, row.sealed)
