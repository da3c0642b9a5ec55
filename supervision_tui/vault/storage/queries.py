"""Reading lists out of the database: headings, histories, conflicting texts. Functions over an open transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from supervision_tui.vault.documents import ConflictCopy, Heading, Revision
from supervision_tui.vault.storage.tables import document, revision
from supervision_tui.vault.storage.text_compression import decompress

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

MOST_NAMED = 400
"""Documents that a query names one by one; beyond that all of the kind are read."""


def open_bodies(connection: Connection, kind: str, idents: Collection[str]) -> dict[str, tuple[int, str]]:
    """Version and body of the documents of a *kind* among *idents*; private and missing ones are left out."""
    query = (
        select(document.c.id, document.c.version, revision.c.body)
        .join(revision, revision.c.seq == document.c.seq)
        .where(document.c.kind == kind, document.c.sealed.is_(False), revision.c.body.is_not(None))
    )
    if len(idents) <= MOST_NAMED:
        query = query.where(document.c.id.in_(list(idents)))
    rows = connection.execute(query).all()
    return {row.id: (row.version, decompress(row.body)) for row in rows if row.id in idents}


def headings(connection: Connection, kind: str) -> list[Heading]:
    """All documents of a *kind*, newest first."""
    query = select(document).where(document.c.kind == kind).order_by(document.c.saved_at.desc(), document.c.seq.desc())
    return [heading(row) for row in connection.execute(query)]


def heading(row: Mapping[str, object] | Row[tuple[object, ...]]) -> Heading:
    """A heading from a row of ``document``."""
    columns = row if isinstance(row, Mapping) else row._mapping  # noqa: SLF001 - SQLAlchemy's public name for it
    return Heading(
        kind=str(columns["kind"]),
        id=str(columns["id"]),
        version=int(str(columns["version"])),
        author=str(columns["author"]),
        saved_at=datetime.fromisoformat(str(columns["saved_at"])),
        title=str(columns["title"]),
        sealed=bool(columns["sealed"]),
    )


def kinds(connection: Connection) -> list[str]:
    """Every kind of which there is a document now, by the alphabet."""
    return sorted(connection.execute(select(document.c.kind).distinct()).scalars())


def history(connection: Connection, kind: str, ident: str) -> list[Revision]:
    """Every line of a document's history, oldest first."""
    query = select(revision).where(revision.c.kind == kind, revision.c.id == ident).order_by(revision.c.seq)
    return [_revision(row) for row in connection.execute(query)]


def _revision(row: Row[tuple[object, ...]]) -> Revision:
    return Revision(
        seq=row.seq,
        kind=row.kind,
        id=row.id,
        version=row.version,
        author=row.author,
        saved_at=datetime.fromisoformat(row.saved_at),
        action=row.action,
        title=row.title,
        note="" if row.action == "save" else row.note,
        draft=row.draft,
        text_kept=row.body is not None,
        hash=row.hash,
        previous=row.previous,
    )


def conflict_rows(connection: Connection) -> list[Row[tuple[object, ...]]]:
    """The rows of texts that lost a race and wait to be resolved, oldest first."""
    query = select(revision).where(revision.c.action == "conflict", revision.c.body.is_not(None))
    return list(connection.execute(query.order_by(revision.c.seq)).all())


def conflict_copy(row: Row[tuple[object, ...]], title: str, body: str | None) -> ConflictCopy:
    """A :class:`ConflictCopy` from a row whose action is ``conflict``."""
    saved_at = datetime.fromisoformat(row.saved_at)
    return ConflictCopy(row.seq, row.kind, row.id, row.base, row.author, saved_at, body, title, bool(row.sealed))
