"""How long documents are kept: a day to go, a hold that stops it, and a list of what will go when.

What the days and the holds mean belongs to the caller. Nothing here deletes: a day only proposes, a person confirms.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from supervision_tui.vault.documents import ScheduledDeletion
from supervision_tui.vault.errors import DocumentNotFoundError, OnHoldError
from supervision_tui.vault.storage import queries, revisions
from supervision_tui.vault.storage.revisions import RevisionRow
from supervision_tui.vault.storage.tables import document, keeping, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from supervision_tui.vault.storage.rollback_guard import ChainHead


def note(connection: Connection, line: RevisionRow, values: dict[str, str | None]) -> ChainHead:
    """Set *values* (``due``, ``why``, ``held``) of a document and add *line*, which says who did it and why.

    Raises:
        DocumentNotFoundError: there is no such document.
    """
    current = revisions.current(connection, line.kind, line.id)
    if current is None:
        message = "This document is not in the vault, so nothing was noted about it."
        raise DocumentNotFoundError(message)
    where = (keeping.c.kind == line.kind) & (keeping.c.id == line.id)
    if connection.execute(update(keeping).where(where).values(**values)).rowcount == 0:
        connection.execute(insert(keeping), {"kind": line.kind, "id": line.id, **values})
    return revisions.append(connection, line)


def refuse_if_on_hold(connection: Connection, kind: str, ident: str) -> None:
    """Stop a deletion that a hold forbids.

    Raises:
        OnHoldError: names the reason of the hold.
    """
    query = select(keeping.c.held).where(keeping.c.kind == kind, keeping.c.id == ident)
    held = connection.execute(query).scalar() or hold_in_history(connection, kind, ident)
    if held:
        message = f"This is on hold ({held}), so it was not deleted. Release the hold first, if that is right."
        raise OnHoldError(message)


def hold_in_history(connection: Connection, kind: str, ident: str) -> str:
    """The reason of the hold that a document's history tells of, or "": a hold that somebody took away still holds."""
    query = (
        select(revision.c.action, revision.c.note)
        .where(revision.c.kind == kind, revision.c.id == ident, revision.c.action.in_(("hold", "release", "delete")))
        .order_by(revision.c.seq.desc())
        .limit(1)
    )
    last = connection.execute(query).first()
    return str(last.note) if last is not None and last.action == "hold" else ""


def forget(connection: Connection, kind: str, ident: str) -> None:
    """Drop what was noted about a document that is being deleted."""
    connection.execute(delete(keeping).where(keeping.c.kind == kind, keeping.c.id == ident))


def scheduled(connection: Connection, by: date | None) -> list[ScheduledDeletion]:
    """Documents with a day to go (up to *by*, if given) or a hold, the earliest day first, those without a day last."""
    query = (
        select(document, keeping.c.due, keeping.c.why, keeping.c.held)
        .join(keeping, (keeping.c.kind == document.c.kind) & (keeping.c.id == document.c.id))
        .order_by(keeping.c.due.is_(None), keeping.c.due, document.c.number)
    )
    query = query.where(keeping.c.due.is_not(None) | (keeping.c.held != ""))
    if by is not None:
        query = query.where(keeping.c.due <= by.isoformat())
    return [
        ScheduledDeletion(queries.heading(row), date.fromisoformat(row.due) if row.due else None, row.why, row.held)
        for row in connection.execute(query)
    ]
