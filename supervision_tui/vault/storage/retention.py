"""How long documents are kept: a day to go, a hold that stops it, and a list of what will go when.

What the days and the holds mean belongs to the caller. Nothing here deletes: a day only proposes, a person confirms.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.vault.documents import ScheduledDeletion
from supervision_tui.vault.errors import DocumentNotFoundError, OnHoldError
from supervision_tui.vault.storage import queries, revisions, statements
from supervision_tui.vault.storage.revisions import RevisionRow
from supervision_tui.vault.storage.rows import document_row

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Transaction
    from supervision_tui.vault.storage.rollback_guard import ChainHead


def note_due(transaction: Transaction, line: RevisionRow, day: str | None, why: str) -> ChainHead:
    """Set the *day* on which a document should go (None: no day any more); *line* says who did it.

    Raises:
        DocumentNotFoundError: there is no such document.
    """
    _refuse_missing(transaction, line)
    transaction.execute(statements.SET_DUE, (day, why, line.kind, line.id))
    return revisions.append(transaction, line)


def note_hold(transaction: Transaction, line: RevisionRow, reason: str) -> ChainHead:
    """Put a document on hold for a *reason*, or with "" release it; *line* says who did it and why.

    Raises:
        DocumentNotFoundError: there is no such document.
    """
    _refuse_missing(transaction, line)
    transaction.execute(statements.SET_HELD, (reason, line.kind, line.id))
    return revisions.append(transaction, line)


def _refuse_missing(transaction: Transaction, line: RevisionRow) -> None:
    if revisions.current(transaction, line.kind, line.id) is None:
        message = "This document is not in the vault, so nothing was noted about it."
        raise DocumentNotFoundError(message)
    transaction.execute(statements.ADD_KEEPING, (line.kind, line.id))


def refuse_if_on_hold(transaction: Transaction, kind: str, ident: str) -> None:
    """Stop a deletion that a hold forbids.

    Raises:
        OnHoldError: names the reason of the hold.
    """
    held = transaction.scalar(statements.HELD, (kind, ident)) or hold_in_history(transaction, kind, ident)
    if held:
        message = f"This is on hold ({held}), so it was not deleted. Release the hold first, if that is right."
        raise OnHoldError(message)


def hold_in_history(transaction: Transaction, kind: str, ident: str) -> str:
    """The reason of the hold that a document's history tells of, or "": a hold that somebody took away still holds."""
    last = transaction.first(statements.LAST_HOLD, (kind, ident))
    return str(last[1]) if last is not None and last[0] == "hold" else ""


def forget(transaction: Transaction, kind: str, ident: str) -> None:
    """Drop what was noted about a document that is being deleted."""
    transaction.execute(statements.DROP_KEEPING, (kind, ident))


def scheduled(transaction: Transaction, by: date | None) -> list[ScheduledDeletion]:
    """Documents with a day to go (up to *by*, if given) or a hold, the earliest day first, those without a day last."""
    limit = by.isoformat() if by is not None else None
    return [
        ScheduledDeletion(queries.heading(document_row(row[:-3])), _day(due), str(why), str(held))
        for row in transaction.rows(statements.SCHEDULED, (limit, limit))
        for due, why, held in [row[-3:]]
    ]


def _day(due: object) -> date | None:
    """The day that is noted; None where something else wrote there (``vault check`` tells of it)."""
    try:
        return date.fromisoformat(str(due)) if due else None
    except ValueError:
        return None
