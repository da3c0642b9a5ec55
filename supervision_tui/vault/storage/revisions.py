"""Documents and their revisions in the database: saving, reading, deleting. Functions over an open transaction."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, insert, select, text, update

from supervision_tui.text_folding import fold
from supervision_tui.vault.storage import hash_chain
from supervision_tui.vault.storage.rollback_guard import ChainHead
from supervision_tui.vault.storage.tables import document, meta, passage, revision
from supervision_tui.vault.storage.text_compression import compress

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

SEARCH_MARK = "search:"
"""Begins the note of a line that says by which words its document is found."""
DRAFTS_KEPT_EVERY = timedelta(minutes=2)
_WORDS_TO_PURGE = "words to tidy"
_REWRITE_INDEX = text("INSERT INTO words(words) VALUES('optimize')")
_ADD_WORDS = text("INSERT INTO words(rowid, folded) VALUES (:number, :folded)")
_DROP_WORDS = text("DELETE FROM words WHERE rowid = :number")


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """What a new line of the history says; *body* is as stored (see ``text_compression``)."""

    kind: str
    id: str
    version: int
    base: int
    author: str
    saved_at: datetime
    action: str
    title: str = ""
    body: bytes | None = None
    note: str = ""
    draft: bool = False
    sealed: bool = False


def head(connection: Connection) -> ChainHead:
    """The newest line of the history."""
    row = connection.execute(select(revision.c.seq, revision.c.hash).order_by(revision.c.seq.desc()).limit(1)).first()
    return ChainHead(row.seq, row.hash) if row else ChainHead(0, hash_chain.START)


def append(connection: Connection, line: RevisionRow) -> ChainHead:
    """Add *line* to the history and return the new head."""
    last = head(connection)
    salt = secrets.token_bytes(16)
    row: dict[str, object] = {
        "seq": last.seq + 1,
        "kind": line.kind,
        "id": line.id,
        "version": line.version,
        "base": line.base,
        "author": line.author,
        "saved_at": stamp(line.saved_at),
        "action": line.action,
        "draft": line.draft,
        "sealed": line.sealed,
        "title": line.title,
        "body": line.body,
        "note": line.note,
        "salt": salt,
        "content_hash": hash_chain.content_hash(salt, line.title, line.body, line.note),
        "previous": last.hash,
    }
    digest = hash_chain.link(row, last.hash)
    connection.execute(insert(revision), {**row, "hash": digest})
    return ChainHead(last.seq + 1, digest)


def stamp(moment: datetime) -> str:
    """A time as stored."""
    return moment.isoformat("T", "microseconds")


def current(connection: Connection, kind: str, ident: str) -> Row[tuple[object, ...]] | None:
    """The row of a document as it stands."""
    return connection.execute(select(document).where(document.c.kind == kind, document.c.id == ident)).first()


def last_version(connection: Connection, kind: str, ident: str) -> int:
    """The highest version that a document, even a deleted one, ever had; 0 for none."""
    query = select(func.max(revision.c.version)).where(revision.c.kind == kind, revision.c.id == ident)
    return connection.execute(query).scalar() or 0


def was_ever_sealed(connection: Connection, kind: str, ident: str) -> bool:
    """Whether any text of a document, even a deleted one, was private to its author."""
    query = select(revision.c.seq).where(revision.c.kind == kind, revision.c.id == ident, revision.c.sealed.is_(True))
    return connection.execute(query.limit(1)).first() is not None


def at_seq(connection: Connection, seq: int) -> Row[tuple[object, ...]] | None:
    """One line of the history."""
    return connection.execute(select(revision).where(revision.c.seq == seq)).first()


def at_version(connection: Connection, kind: str, ident: str, version: int) -> Row[tuple[object, ...]] | None:
    """The line that saved a document's *version*."""
    query = select(revision).where(
        revision.c.kind == kind, revision.c.id == ident, revision.c.version == version, revision.c.action == "save"
    )
    return connection.execute(query).first()


def save(connection: Connection, line: RevisionRow, search: str) -> ChainHead:
    """Make *line* (an action ``save``) the document's newest version, found by the words in *search*."""
    old = current(connection, line.kind, line.id)
    if old is not None:
        _thin(connection, line, int(old.seq))
    newest = append(connection, replace(line, note=search_mark(search) if not line.sealed else ""))
    values: dict[str, object] = {
        "kind": line.kind,
        "id": line.id,
        "version": line.version,
        "seq": newest.seq,
        "author": line.author,
        "saved_at": stamp(line.saved_at),
        "title": line.title,
        "sealed": line.sealed,
    }
    if old is None:
        number = connection.execute(insert(document), values).inserted_primary_key[0]  # type: ignore[index]
    else:
        number = old.number
        connection.execute(update(document).where(document.c.number == number), values)
        _drop_words(connection, number)
    if search and not line.sealed:
        connection.execute(_ADD_WORDS, {"number": number, "folded": fold(search)})
        connection.execute(insert(passage), {"number": number, "shown": compress(search)})
    return newest


def search_mark(search: str) -> str:
    """What a line notes about the words that a search finds its document by, so that the chain covers them too."""
    return f"{SEARCH_MARK}{hashlib.blake2b(search.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"


def _drop_words(connection: Connection, number: int) -> None:
    if connection.execute(delete(passage).where(passage.c.number == number)).rowcount:
        connection.execute(_DROP_WORDS, {"number": number})


def _thin(connection: Connection, line: RevisionRow, before: int) -> None:
    """Drop the text of the autosave at *before* when one of the same author, not two minutes older, is kept."""
    old = at_seq(connection, before)
    if old is None or not old.draft or old.author != line.author or old.body is None:
        return
    query = (
        select(revision.c.saved_at)
        .where(
            and_(revision.c.kind == line.kind, revision.c.id == line.id, revision.c.action == "save"),
            revision.c.version < old.version,
            revision.c.body.is_not(None),
            revision.c.author == line.author,
        )
        .order_by(revision.c.version.desc())
        .limit(1)
    )
    last_kept = connection.execute(query).scalar()
    saved_at = datetime.fromisoformat(str(old.saved_at))
    gap = saved_at - datetime.fromisoformat(last_kept) if last_kept else DRAFTS_KEPT_EVERY
    if timedelta(0) <= gap < DRAFTS_KEPT_EVERY:
        redact_text(connection, revision.c.seq == before)


def redact_text(connection: Connection, where: object) -> int:
    """Overwrite the texts of the lines that *where* picks; the lines themselves stay. Returns how many."""
    emptied = update(revision).where(where, revision.c.salt.is_not(None), revision.c.action != "delete")  # type: ignore[arg-type]
    return connection.execute(emptied.values(title="", body=None, note="", salt=None)).rowcount


def remove(connection: Connection, kind: str, ident: str, line: RevisionRow) -> tuple[ChainHead, int]:
    """Delete a document with every text it ever had; *line* (an action ``delete``) is what stays."""
    row = current(connection, kind, ident)
    if row is not None:
        _drop_words(connection, row.number)
        connection.execute(delete(meta).where(meta.c.name == _WORDS_TO_PURGE))
        connection.execute(insert(meta), {"name": _WORDS_TO_PURGE, "value": "yes"})
        connection.execute(delete(document).where(document.c.number == row.number))
    emptied = redact_text(connection, and_(revision.c.kind == kind, revision.c.id == ident))
    return append(connection, line), emptied


def words_to_purge(connection: Connection) -> bool:
    """Whether words of deleted documents may still stand in the search index."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _WORDS_TO_PURGE)).scalar() is not None


def purge_words(connection: Connection) -> None:
    """Write the search index afresh without the words of deleted documents (about a second for 80 MB of text)."""
    connection.execute(_REWRITE_INDEX)
    connection.execute(delete(meta).where(meta.c.name == _WORDS_TO_PURGE))


def keep_conflict(connection: Connection, line: RevisionRow) -> ChainHead:
    """Keep a text that lost a race as *line*, unless the very same is kept already."""
    query = select(revision).where(
        revision.c.kind == line.kind,
        revision.c.id == line.id,
        revision.c.action == "conflict",
        revision.c.author == line.author,
        revision.c.body == line.body,
    )
    if connection.execute(query).first() is None:
        return append(connection, line)
    return head(connection)


def redact_conflict(connection: Connection, seq: int) -> bool:
    """Overwrite the conflicting text at *seq*; false when there is none (any more)."""
    return bool(redact_text(connection, (revision.c.seq == seq) & (revision.c.action == "conflict")))
