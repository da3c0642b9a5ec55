"""What the tables beside the history must say, worked out from the history: documents, holds, days to go, autosaves.

Only the history is chained, so whatever else the database says is held against it. The same lines give the same state;
a table that says something else was changed by something other than this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from supervision_tui.vault.documents import IntegrityFinding
from supervision_tui.vault.errors import VaultDamagedError
from supervision_tui.vault.storage import revisions, schema, statements
from supervision_tui.vault.storage.rows import KeepingRow, LineRow, document_row
from supervision_tui.vault.storage.text_compression import decompress

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Transaction

Key = tuple[str, str]
FOREIGN = "The database's own structure was changed by something other than this program: {names}."
"""Tells of a trigger, a view or a table that is not ours; *names* are the objects that differ."""
SEAL_BROKEN = (
    "The newest line of the history is not the one that this program sealed: something else changed the records."
)
KEYS_CHANGED = "The keys for private entries are not those that this program sealed: something else changed them."
_COLUMNS = ("version", "seq", "author", "saved_at", "title", "sealed")


@dataclass
class DerivedState:
    """The state that the history leads to; give it every line, oldest first (:meth:`add`)."""

    current: dict[Key, LineRow] = field(default_factory=dict)
    held: dict[Key, str] = field(default_factory=dict)
    due: dict[Key, tuple[str | None, str]] = field(default_factory=dict)
    _kept: dict[tuple[Key, str], datetime] = field(default_factory=dict)
    _emptied_drafts: list[tuple[int, Key]] = field(default_factory=list)
    _deleted: dict[Key, int] = field(default_factory=dict)

    def add(self, row: LineRow) -> None:
        """Take one line of the history into account."""
        key = (row.kind, row.id)
        if row.action == "save":
            self.current[key] = row
            self._add_save(row, key)
        elif row.action == "delete":
            self._deleted[key] = row.seq
            for known in (self.current, self.held, self.due):
                known.pop(key, None)
        elif row.action in {"hold", "release"}:
            self.held[key] = row.note if row.action == "hold" else ""
        elif row.action == "due":
            day, _, why = row.note.partition(": ")
            self.due[key] = (None if day == "no day" else day, why)

    def _add_save(self, row: LineRow, key: Key) -> None:
        """An autosave's text may go only within two minutes of one of the same author that stays."""
        try:
            saved_at = datetime.fromisoformat(row.saved_at)
        except ValueError:
            return  # a time that somebody wrote over: the line itself is told as changed
        if row.body is not None:
            self._kept[key, row.author] = saved_at
            return
        before = self._kept.get((key, row.author))
        gap = saved_at - before if before else revisions.DRAFTS_KEPT_EVERY
        if row.draft and not timedelta(0) <= gap < revisions.DRAFTS_KEPT_EVERY:
            self._emptied_drafts.append((row.seq, key))

    def differences(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        """Every place where a table says something else than the history."""
        yield from self._texts()
        yield from self._documents(transaction)
        yield from self._keeping(transaction)
        yield from self._author_keys(transaction)
        yield from self._passages(transaction)

    def _texts(self) -> Iterator[IntegrityFinding]:
        for key, row in self.current.items():
            if row.body is None:
                yield _grave("The text of a document as it stands was taken away.", key)
        for seq, key in self._emptied_drafts:
            if self._deleted.get(key, 0) < seq and self.current[key].seq != seq:
                yield _grave(f"The text of line {seq} of the history was taken away.", key)

    def _documents(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        for row in map(document_row, transaction.rows(statements.DOCUMENTS)):
            key = (row.kind, row.id)
            line = self.current.get(key)
            if line is None or line.seq != row.seq:
                continue  # told already: it stands at another version, or at none
            wrong = [name for name in _COLUMNS if getattr(line, name) != getattr(row, name)]
            if wrong:
                yield _grave(f"The list of documents was changed ({', '.join(wrong)}).", key)

    def _keeping(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        rows = {(row.kind, row.id): row for row in map(KeepingRow._make, transaction.rows(statements.KEEPING))}
        for key in sorted(rows.keys() | self.held.keys() | self.due.keys()):
            row = rows.get(key)
            if (row.held if row else "") != self.held.get(key, ""):
                yield _grave("A hold was put on or taken off without a line in the history.", key)
            if ((row.due, row.why) if row else (None, "")) != self.due.get(key, (None, "")):
                yield _grave("The day to go of a document was changed without a line in the history.", key)

    def _author_keys(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        present = {author for author, _ in transaction.rows(statements.AUTHOR_KEYS)}
        missing = {str(row.author) for row in self.current.values() if row.sealed} - present
        for author in sorted(missing):
            yield IntegrityFinding(f"The key for the private entries of {author} is missing.", grave=True)

    def _passages(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        """Whether the words that a search shows are those that were saved; vaults of former versions do not say."""
        for kind, ident, shown in transaction.rows(statements.PASSAGES):
            line = self.current.get((kind, ident))
            if line is None or not line.note.startswith(revisions.SEARCH_MARK):
                continue
            try:
                search = decompress(shown) if shown is not None else ""
            except VaultDamagedError:
                search = "\0"
            if revisions.search_mark(search) != line.note:
                message = "The words by which a search finds a document were changed or taken away."
                yield _grave(message, (kind, ident))


def index_differences(transaction: Transaction) -> Iterator[IntegrityFinding]:
    """Whether the search index has an entry for every text that it should, and for no other."""
    indexed = set(transaction.rows(statements.INDEXED_NUMBERS))
    searchable = set(transaction.rows(statements.SEARCHABLE_NUMBERS))
    if indexed != searchable:
        yield IntegrityFinding(
            "The search index was changed or emptied; searches may miss documents. The documents are safe.", grave=True
        )


def foreign_objects(transaction: Transaction) -> list[str]:
    """Names of what is in the database and not ours: a table, view, trigger or index; and what of ours is missing."""
    rows = transaction.rows(statements.OBJECTS)
    found = {(str(row[0]), str(row[1])) for row in rows if not str(row[1]).startswith("sqlite_autoindex_")}
    return sorted(f"{kind} {name}" for kind, name in found ^ schema.OBJECTS)


def foreign_columns(transaction: Transaction) -> list[str]:
    """Tables whose columns are not those that this program makes."""
    wanted = schema.columns()
    return sorted(name for name in wanted if schema.columns_of(transaction.rows, name) != wanted[name])


def foreign_facts(transaction: Transaction) -> list[str]:
    """Names of facts about the vault that this program does not keep."""
    return sorted(str(name) for name, _ in transaction.rows(statements.FACTS) if name not in revisions.FACTS)


def _grave(message: str, key: Key) -> IntegrityFinding:
    return IntegrityFinding(message, grave=True, documents=(key,))
