"""Documents and their revisions in the database: saving, reading, deleting. Functions over an open transaction."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from supervision_tui.text_folding import fold
from supervision_tui.vault.errors import VaultDamagedError
from supervision_tui.vault.storage import hash_chain, statements
from supervision_tui.vault.storage.rollback_guard import ChainHead
from supervision_tui.vault.storage.rows import (
    FOREIGN_VALUE,
    AuthorKeyRow,
    DocumentRow,
    LineRow,
    author_key_row,
    document_row,
    line_row,
)
from supervision_tui.vault.storage.text_compression import compress

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Transaction

SEARCH_MARK = "search:"
"""Begins the note of a line that says by which words its document is found."""
DRAFTS_KEPT_EVERY = timedelta(minutes=2)
KEYS_SEAL = "seal of the authors' keys"
"""The fact that seals the keys of private entries."""
_WORDS_TO_PURGE = "words to tidy"
_YES = "yes"
FACTS: Mapping[str, str | None] = MappingProxyType(
    {
        "vault": None,
        "instance": None,
        statements.SEAL: None,
        KEYS_SEAL: None,
        _WORDS_TO_PURGE: _YES,
        statements.LOG_IN_USE: _YES,
    }
)
"""Every fact about a vault that there can be, with its value where there is one alone."""
_SETTLES = "settles line "
ACCEPTED = "accept"
"""The action of a line that stands where something else changed the records and somebody went on with them."""


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


def head(transaction: Transaction) -> ChainHead:
    """The newest line of the history."""
    seq, digest = transaction.first(statements.HEAD) or (0, hash_chain.START)
    if not isinstance(digest, str):
        raise VaultDamagedError(FOREIGN_VALUE)
    return ChainHead(seq, digest)


def append(transaction: Transaction, line: RevisionRow) -> ChainHead:
    """Add *line* to the history, seal it as the newest, and return the new head."""
    last = head(transaction)
    salt = secrets.token_bytes(16)
    row = LineRow(
        seq=last.seq + 1,
        kind=line.kind,
        id=line.id,
        version=line.version,
        base=line.base,
        author=line.author,
        saved_at=stamp(line.saved_at),
        action=line.action,
        draft=line.draft,
        sealed=line.sealed,
        title=line.title,
        body=line.body,
        note=line.note,
        salt=salt,
        content_hash=hash_chain.content_hash(salt, line.title, line.body, line.note),
        previous=last.hash,
        hash="",
    )
    row = row._replace(hash=hash_chain.link(row, last.hash))
    transaction.execute(statements.ADD_LINE, row)
    return seal_head(transaction, ChainHead(row.seq, row.hash))


def seal_head(transaction: Transaction, newest: ChainHead) -> ChainHead:
    """Note with the vault's own key that *newest* is the newest line, and return it."""
    keys_seal = transaction.scalar(statements.FACT, (KEYS_SEAL,)) or ""
    sealed = hash_chain.seal(newest.seq, newest.hash, transaction.head_key, keys_seal)
    transaction.execute(statements.SET_FACT, (statements.SEAL, sealed))
    return newest


def seal_holds(transaction: Transaction, head_key: bytes) -> bool:
    """Whether the newest line is the one that this program sealed last."""
    newest, keys_seal = head(transaction), transaction.scalar(statements.FACT, (KEYS_SEAL,)) or ""
    sealed = hash_chain.seal(newest.seq, newest.hash, head_key, keys_seal)
    return bool(transaction.scalar(statements.FACT, (statements.SEAL,)) == sealed)


def seal_keys(transaction: Transaction) -> None:
    """Note with the vault's own key that the authors' keys are these; the newest line's seal covers the note."""
    sealed = hash_chain.seal_of_keys(_author_keys(transaction), transaction.head_key)
    transaction.execute(statements.SET_FACT, (KEYS_SEAL, sealed))
    seal_head(transaction, head(transaction))


def keys_sealed(transaction: Transaction) -> bool:
    """Whether the authors' keys are sealed at all: not yet in a vault of an earlier program."""
    return transaction.first(statements.FACT, (KEYS_SEAL,)) is not None


def keys_seal_holds(transaction: Transaction, head_key: bytes) -> bool:
    """Whether the authors' keys are those that this program sealed, or were never sealed."""
    sealed = transaction.scalar(statements.FACT, (KEYS_SEAL,))
    return sealed is None or sealed == hash_chain.seal_of_keys(_author_keys(transaction), head_key)


def _author_keys(transaction: Transaction) -> list[AuthorKeyRow]:
    return list(map(author_key_row, transaction.rows(statements.AUTHOR_KEYS)))


def stamp(moment: datetime) -> str:
    """A time as stored."""
    return moment.isoformat("T", "microseconds")


def current(transaction: Transaction, kind: str, ident: str) -> DocumentRow | None:
    """The row of a document as it stands."""
    row = transaction.first(statements.DOCUMENT, (kind, ident))
    return document_row(row) if row else None


def last_version(transaction: Transaction, kind: str, ident: str) -> int:
    """The highest version that a document, even a deleted one, ever had; 0 for none."""
    return int(transaction.scalar(statements.LAST_VERSION, (kind, ident)) or 0)


def was_ever_sealed(transaction: Transaction, kind: str, ident: str) -> bool:
    """Whether any text of a document, even a deleted one, was private to its author."""
    return transaction.first(statements.EVER_SEALED, (kind, ident)) is not None


def at_seq(transaction: Transaction, seq: int) -> LineRow | None:
    """One line of the history."""
    row = transaction.first(statements.LINE, (seq,))
    return line_row(row) if row else None


def at_version(transaction: Transaction, kind: str, ident: str, version: int) -> LineRow | None:
    """The line that saved a document's *version*."""
    row = transaction.first(statements.LINE_OF_VERSION, (kind, ident, version))
    return line_row(row) if row else None


LastKept = dict[tuple[str, str], tuple[int, str | None]]
"""By kind and id: the newest line of a document, and when the last text before it of its author that stays was saved.

What one save found out spares the next one the way back through all the autosaves whose texts are gone.
"""


def save(
    transaction: Transaction,
    line: RevisionRow,
    search: str,
    passage: bytes | None,
    *,
    old: DocumentRow | None,
    before: LineRow | None,
    last_kept: LastKept,
) -> ChainHead:
    """Make *line* (an action ``save``, its note a search mark) a document's newest version, found by *search*.

    Args:
        transaction: what it is written in.
        line: the new line of the history.
        search: the words.
        passage: they as stored, where the caller has them.
        old: the document as it stands; None for a new one.
        before: the line of the history that holds the text of *old*; None for a new document.
        last_kept: what earlier saves found out; this one adds to it.
    """
    key = (line.kind, line.id)
    known = last_kept.pop(key, None)
    thinned = _thin(transaction, line, before, known) if before is not None else None
    newest = append(transaction, line)
    values = (line.version, newest.seq, line.author, stamp(line.saved_at), line.title, line.sealed)
    if old is None:
        number = transaction.execute(statements.ADD_DOCUMENT, (line.kind, line.id, *values)).lastrowid
    else:
        number = old.number
        transaction.execute(statements.CHANGE_DOCUMENT, (*values, number))
        _drop_words(transaction, number)
    if search and not line.sealed:
        transaction.execute(statements.ADD_WORDS, (number, fold(search)))
        transaction.execute(statements.ADD_PASSAGE, (number, compress(search) if passage is None else passage))
    if thinned is not None:
        last_kept[key] = (newest.seq, thinned[0])
    return newest


def search_mark(search: str) -> str:
    """What a line notes about the words that a search finds its document by, so that the chain covers them too."""
    return f"{SEARCH_MARK}{hashlib.blake2b(search.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"


def _drop_words(transaction: Transaction, number: int) -> None:
    if transaction.execute(statements.DROP_PASSAGE, (number,)).rowcount:
        transaction.execute(statements.DROP_WORDS, (number,))


def _thin(
    transaction: Transaction, line: RevisionRow, old: LineRow, known: tuple[int, str | None] | None
) -> tuple[str | None] | None:
    """Drop the text of the autosave *old* when one of the same author, not two minutes older, is kept.

    Gives when the last text of that author was saved that stays; None where nothing was looked for.
    """
    if not old.draft or old.author != line.author or old.body is None:
        return None
    if known is not None and known[0] == old.seq:
        last_kept = known[1]
    else:
        last_kept = transaction.scalar(statements.LAST_KEPT_OF_AUTHOR, (line.kind, line.id, old.version, line.author))
    saved_at = datetime.fromisoformat(old.saved_at)
    gap = saved_at - datetime.fromisoformat(last_kept) if last_kept else DRAFTS_KEPT_EVERY
    if timedelta(0) <= gap < DRAFTS_KEPT_EVERY:
        transaction.execute(statements.REDACT_LINE, (old.seq,))
        return (last_kept,)
    return (old.saved_at,)


def remove(transaction: Transaction, kind: str, ident: str, line: RevisionRow) -> tuple[ChainHead, int]:
    """Delete a document with every text it ever had; *line* (an action ``delete``) is what stays."""
    row = current(transaction, kind, ident)
    if row is not None:
        _drop_words(transaction, row.number)
        transaction.execute(statements.SET_FACT, (_WORDS_TO_PURGE, _YES))
        transaction.execute(statements.DROP_DOCUMENT, (row.number,))
    emptied = transaction.execute(statements.REDACT_DOCUMENT, (kind, ident)).rowcount
    return append(transaction, line), emptied


def words_to_purge(transaction: Transaction) -> bool:
    """Whether words of deleted documents may still stand in the search index."""
    return transaction.first(statements.FACT, (_WORDS_TO_PURGE,)) is not None


def purge_words(transaction: Transaction) -> None:
    """Write the search index afresh without the words of deleted documents (about a second for 80 MB of text)."""
    transaction.execute(statements.REWRITE_WORDS)
    transaction.execute(statements.DROP_FACT, (_WORDS_TO_PURGE,))


def keep_conflict(transaction: Transaction, line: RevisionRow) -> ChainHead:
    """Keep a text that lost a race as *line*, unless the very same is kept already."""
    if transaction.first(statements.SAME_CONFLICT, (line.kind, line.id, line.author, line.body)) is None:
        return append(transaction, line)
    return head(transaction)


def accepted_line(now: datetime) -> RevisionRow:
    """The line that says that somebody went on with records whose newest line was not sealed by this program."""
    return RevisionRow("vault", "history", 0, 0, "", now, ACCEPTED, note="")


def begins_with_the_first_line(transaction: Transaction) -> bool:
    """Whether no line stands before the first, and the first is there."""
    return transaction.scalar(statements.FIRST_LINE) in {None, 1}


def settled_note(seq: int) -> str:
    """What a line notes that settles the text of line *seq*."""
    return f"{_SETTLES}{seq}"


def settled_line(note: str) -> int | None:
    """The line that a settlement's *note* names; None in one of an earlier program."""
    number = note.removeprefix(_SETTLES)
    return int(number) if note.startswith(_SETTLES) and number.isascii() and number.isdigit() else None


def redact_conflict(transaction: Transaction, seq: int) -> bool:
    """Overwrite the conflicting text at *seq*; false when there is none (any more)."""
    return bool(transaction.execute(statements.REDACT_CONFLICT, (seq,)).rowcount)
