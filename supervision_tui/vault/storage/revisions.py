"""Documents and their revisions in the database: saving, reading, deleting. Functions over an open transaction."""

from __future__ import annotations

import secrets
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, insert, select, text, update

from supervision_tui.text_folding import fold
from supervision_tui.vault.errors import VaultDamagedError
from supervision_tui.vault.storage import hash_chain
from supervision_tui.vault.storage.documents import Heading, Kept, Revision
from supervision_tui.vault.storage.rollback_guard import Head
from supervision_tui.vault.storage.tables import document, meta, passage, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_DRAFTS_KEPT_EVERY = timedelta(minutes=2)
_TO_TIDY = "words to tidy"
_SQUEEZE = text("INSERT INTO words(words) VALUES('optimize')")
_ADD_WORDS = text("INSERT INTO words(rowid, folded) VALUES (:number, :folded)")
_DROP_WORDS = text("DELETE FROM words WHERE rowid = :number")


@dataclass(frozen=True, slots=True)
class Line:
    """What a new line of the history says; *body* is as stored (see :func:`packed`)."""

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


def packed(words: str) -> bytes:
    """Text as stored: UTF-8, compressed. Lone surrogates survive, so that no text is ever refused."""
    return zlib.compress(words.encode("utf-8", "surrogatepass"), 1)


def unpacked(body: bytes) -> str:
    """The inverse of :func:`packed`.

    Raises:
        VaultDamagedError: this was never packed by us.
    """
    try:
        return zlib.decompress(body).decode("utf-8", "surrogatepass")
    except (zlib.error, ValueError, TypeError):
        message = "The text of this document was changed by another hand and cannot be read. Look at its history."
        raise VaultDamagedError(message) from None


def head(connection: Connection) -> Head:
    """The newest line of the history."""
    row = connection.execute(select(revision.c.seq, revision.c.hash).order_by(revision.c.seq.desc()).limit(1)).first()
    return Head(row.seq, row.hash) if row else Head(0, hash_chain.START)


def append(connection: Connection, line: Line) -> Head:
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
    return Head(last.seq + 1, digest)


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


def at_seq(connection: Connection, seq: int) -> Row[tuple[object, ...]] | None:
    """One line of the history."""
    return connection.execute(select(revision).where(revision.c.seq == seq)).first()


def at_version(connection: Connection, kind: str, ident: str, version: int) -> Row[tuple[object, ...]] | None:
    """The line that saved a document's *version*."""
    query = select(revision).where(
        revision.c.kind == kind, revision.c.id == ident, revision.c.version == version, revision.c.action == "save"
    )
    return connection.execute(query).first()


def save(connection: Connection, line: Line, search: str) -> Head:
    """Make *line* (an action ``save``) the document's newest version, found by the words in *search*."""
    old = current(connection, line.kind, line.id)
    if old is not None:
        _thin(connection, line, int(old.seq))
    newest = append(connection, line)
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
        connection.execute(insert(passage), {"number": number, "shown": packed(search)})
    return newest


def _drop_words(connection: Connection, number: int) -> None:
    if connection.execute(delete(passage).where(passage.c.number == number)).rowcount:
        connection.execute(_DROP_WORDS, {"number": number})


def _thin(connection: Connection, line: Line, before: int) -> None:
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
    kept = connection.execute(query).scalar()
    gap = datetime.fromisoformat(str(old.saved_at)) - datetime.fromisoformat(kept) if kept else _DRAFTS_KEPT_EVERY
    if timedelta(0) <= gap < _DRAFTS_KEPT_EVERY:
        blank(connection, revision.c.seq == before)


def blank(connection: Connection, where: object) -> int:
    """Overwrite the texts of the lines that *where* picks; the lines themselves stay. Returns how many."""
    emptied = update(revision).where(where, revision.c.salt.is_not(None), revision.c.action != "delete")  # type: ignore[arg-type]
    return connection.execute(emptied.values(title="", body=None, note="", salt=None)).rowcount


def remove(connection: Connection, kind: str, ident: str, line: Line) -> tuple[Head, int]:
    """Delete a document with every text it ever had; *line* (an action ``delete``) is what stays."""
    row = current(connection, kind, ident)
    if row is not None:
        _drop_words(connection, row.number)
        connection.execute(delete(meta).where(meta.c.name == _TO_TIDY))
        connection.execute(insert(meta), {"name": _TO_TIDY, "value": "yes"})
        connection.execute(delete(document).where(document.c.number == row.number))
    emptied = blank(connection, and_(revision.c.kind == kind, revision.c.id == ident))
    return append(connection, line), emptied


def to_tidy(connection: Connection) -> bool:
    """Whether words of deleted documents may still stand in the search index."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _TO_TIDY)).scalar() is not None


def tidy(connection: Connection) -> None:
    """Write the search index afresh without the words of deleted documents (about a second for 80 MB of text)."""
    connection.execute(_SQUEEZE)
    connection.execute(delete(meta).where(meta.c.name == _TO_TIDY))


def heading(row: Mapping[str, object] | Row[tuple[object, ...]]) -> Heading:
    """A heading from a row of ``document``."""
    got = row if isinstance(row, Mapping) else row._mapping  # noqa: SLF001 - SQLAlchemy's public name for it
    return Heading(
        kind=str(got["kind"]),
        id=str(got["id"]),
        version=int(str(got["version"])),
        author=str(got["author"]),
        saved_at=datetime.fromisoformat(str(got["saved_at"])),
        title=str(got["title"]),
        sealed=bool(got["sealed"]),
    )


def history_line(row: Row[tuple[object, ...]]) -> Revision:
    """A :class:`Revision` from a row of ``revision``."""
    return Revision(
        seq=row.seq,
        kind=row.kind,
        id=row.id,
        version=row.version,
        author=row.author,
        saved_at=datetime.fromisoformat(row.saved_at),
        action=row.action,
        title=row.title,
        note=row.note,
        draft=row.draft,
        text_kept=row.body is not None,
        hash=row.hash,
        previous=row.previous,
    )


def kept(row: Row[tuple[object, ...]], body: str | None) -> Kept:
    """A :class:`Kept` from a row of ``revision`` whose action is ``conflict``."""
    return Kept(row.seq, row.kind, row.id, row.base, row.author, datetime.fromisoformat(row.saved_at), body)
