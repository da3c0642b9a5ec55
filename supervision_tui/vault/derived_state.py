"""What the tables beside the history must say, worked out from the history: documents, holds, days to go, autosaves.

Only the history is chained, so whatever else the database says is held against it. The same lines give the same state;
a table that says something else was changed by something other than this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from supervision_tui.vault.documents import IntegrityFinding
from supervision_tui.vault.kept_texts import KeptTexts
from supervision_tui.vault.storage import revisions, schema, statements
from supervision_tui.vault.storage.rows import DocumentRow, LineRow, author_key_row, document_row, keeping_row

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
class RowNumbers:
    """By which number SQLite knows each document: one more than the highest that was there when it was first saved."""

    numbers: dict[Key, int] = field(default_factory=dict)
    is_whole: bool = True
    _in_order: list[tuple[int, Key]] = field(default_factory=list)
    _lines: int = 0

    def add(self, row: LineRow) -> None:
        """Take one line into account; where one is missing, what follows is not known."""
        key, self._lines = (row.kind, row.id), self._lines + 1
        self.is_whole = self.is_whole and row.seq == self._lines
        if row.action == "delete":
            self.numbers.pop(key, None)
        elif row.action == "save" and key not in self.numbers:
            while self._in_order and self.numbers.get(self._in_order[-1][1]) != self._in_order[-1][0]:
                self._in_order.pop()
            self.numbers[key] = self._in_order[-1][0] + 1 if self._in_order else 1
            self._in_order.append((self.numbers[key], key))

    def is_number_of(self, row: DocumentRow) -> bool:
        """Whether a document of the list has its number, as far as that is known."""
        return not self.is_whole or self.numbers.get((row.kind, row.id)) == row.number


@dataclass
class DerivedState:
    """The state that the history leads to; give it every line, oldest first (:meth:`add`)."""

    current: dict[Key, LineRow] = field(default_factory=dict)
    held: dict[Key, str] = field(default_factory=dict)
    due: dict[Key, tuple[str | None, str]] = field(default_factory=dict)
    texts: KeptTexts = field(default_factory=KeptTexts)
    rows: RowNumbers = field(default_factory=RowNumbers)

    def add(self, row: LineRow) -> None:
        """Take one line of the history into account."""
        key = (row.kind, row.id)
        self.texts.add(row)
        self.rows.add(row)
        if row.action == "save":
            self.current[key] = row
        elif row.action == "delete":
            for known in (self.current, self.held, self.due):
                known.pop(key, None)
        elif row.action in {"hold", "release"}:
            self.held[key] = row.note if row.action == "hold" else ""
        elif row.action == "due":
            day, _, why = row.note.partition(": ")
            self.due[key] = (None if day == "no day" else day, why)

    def differences(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        """Every place where a table says something else than the history."""
        yield from self.texts.findings()
        yield from self._documents(transaction)
        yield from self._keeping(transaction)
        yield from self._author_keys(transaction)

    def _documents(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        for row in map(document_row, transaction.rows(statements.DOCUMENTS)):
            key = (row.kind, row.id)
            line = self.current.get(key)
            if line is None or line.seq != row.seq:
                continue  # told already: it stands at another version, or at none
            wrong = [name for name in _COLUMNS if getattr(line, name) != getattr(row, name)]
            wrong += [] if self.rows.is_number_of(row) else ["number"]
            if wrong:
                yield _grave(f"The list of documents was changed ({', '.join(wrong)}).", key)

    def _keeping(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        rows = {(row.kind, row.id): row for row in map(keeping_row, transaction.rows(statements.KEEPING))}
        for key in sorted(rows.keys() | self.held.keys() | self.due.keys()):
            row = rows.get(key)
            noted = key in self.held or key in self.due
            if (row.held if row else "") != self.held.get(key, "") or (row is not None and not noted):
                yield _grave("A hold was put on or taken off without a line in the history.", key)
            if ((row.due, row.why) if row else (None, "")) != self.due.get(key, (None, "")):
                yield _grave("The day to go of a document was changed without a line in the history.", key)

    def _author_keys(self, transaction: Transaction) -> Iterator[IntegrityFinding]:
        present = {row.author for row in map(author_key_row, transaction.rows(statements.AUTHOR_KEYS))}
        missing = {row.author for row in self.current.values() if row.sealed} - present
        for author in sorted(missing):
            yield IntegrityFinding(f"The key for the private entries of {author} is missing.", grave=True)


def foreign_objects(transaction: Transaction) -> list[str]:
    """Names of what is in the database and not ours, of what of ours is missing, and of what is worded otherwise."""
    differing = schema.objects_in(transaction.rows(statements.OBJECTS)) ^ schema.objects()
    head = ["whose file it is"] if transaction.scalar(statements.APPLICATION) else []
    head += ["its number"] if schema.version_of(transaction) < schema.CURRENT else []
    head += [name for name, asked, ours in statements.SETTINGS_OF_FILE if transaction.scalar(asked) != ours]
    return [*head, *sorted({f"{kind} {name}" for kind, name, _ in differing})]


def foreign_facts(transaction: Transaction) -> list[str]:
    """Names of facts about the vault that this program does not keep, or not with this value."""
    values = {str(name): value for name, value in transaction.rows(statements.FACTS)}
    return sorted(
        name
        for name, value in values.items()
        if name not in revisions.FACTS or revisions.FACTS[name] not in {None, value}
    )


def _grave(message: str, key: Key) -> IntegrityFinding:
    return IntegrityFinding(message, grave=True, documents=(key,))
