"""Reading a whole vault and comparing it with its hashes: what is damaged, changed or missing, by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from supervision_tui.days import moment_in_words
from supervision_tui.vault import derived_state, search_index_check
from supervision_tui.vault.derived_state import DerivedState
from supervision_tui.vault.disk import sync_conflicts
from supervision_tui.vault.documents import IntegrityFinding
from supervision_tui.vault.errors import VaultDamagedError, VaultError
from supervision_tui.vault.keys import key_file as key_files
from supervision_tui.vault.open_vault import OpenVault
from supervision_tui.vault.storage import hash_chain, revisions, schema, statements
from supervision_tui.vault.storage.rows import LineRow, Values, document_row, is_line_without_words, line_row

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Database, Transaction

Key = tuple[str, str]

_CHUNK = 200
_PAGES_NAMED = 20
_MOST_LINES = 10_000_000
_NEWER = "A newer version of the program used this notebook; what it added cannot be checked with this one."


def check(opened: OpenVault) -> list[IntegrityFinding]:
    """Every finding about an open vault, the grave ones first; an empty list says that all is well."""
    database = opened.database
    walk = _Walk(database, _names(database))
    pages = _pages(database)
    findings = [*_key_file(opened), *pages, *walk.findings(), *_documents(database, walk), *_state(database, walk)]
    structure = [] if pages else _structure(database)
    current = None if walk.unreadable else walk.state.current
    with_index = not pages and not structure
    findings += [*structure, *search_index_check.findings(database, current, with_index=with_index)]
    if newer := _newer(database):
        findings.append(IntegrityFinding(newer, grave=False))
    if conflict := sync_conflicts.conflict_warning(opened.folder):
        findings.append(IntegrityFinding(conflict, grave=False))
    before = opened.last_seen.recall()
    if before is not None and before.seq and walk.hashes.get(before.seq) != before.hash:
        message = f"Line {before.seq} of the history is not the one that was last seen on this machine."
        findings.append(IntegrityFinding(message, grave=True))
    return sorted(findings, key=lambda finding: not finding.grave)


def _key_file(opened: OpenVault) -> list[IntegrityFinding]:
    """The two copies of the key file, as they are on the disk now."""
    try:
        key_file, warning = key_files.read(opened.folder)
    except VaultError as error:
        return [IntegrityFinding(str(error), grave=True)]
    findings = [IntegrityFinding(warning, grave=True)] if warning else []
    if not opened.seal_held or key_file != opened.key_file:
        findings.append(IntegrityFinding("The key file was changed by something other than this program.", grave=True))
    if not warning and not key_files.copies_equal(opened.folder):
        message = (
            "The second copy of the key file is damaged or out of date. Change the passphrase to write both again."
        )
        findings.append(IntegrityFinding(message, grave=False))
    return findings


def _pages(database: Database) -> list[IntegrityFinding]:
    """Pages whose authentication code does not fit."""
    try:
        lines = database.damaged_pages()
    except VaultError as error:
        return [IntegrityFinding(str(error), grave=True)]
    findings = [IntegrityFinding(f"Damage in the file: {line}.", grave=True) for line in lines[:_PAGES_NAMED]]
    if len(lines) > _PAGES_NAMED:
        findings.append(IntegrityFinding(f"And {len(lines) - _PAGES_NAMED} more damaged pages.", grave=True))
    return findings


def _names(database: Database) -> dict[int, Key]:
    """Which document each line is about, from the index, which may be readable where the line is not."""
    try:
        with database.reading() as transaction:
            rows = transaction.rows(statements.NAMES_OF_LINES)
    except VaultError:
        return {}
    return {seq: (str(kind), str(ident)) for seq, kind, ident in rows}


@dataclass
class _Walk:
    """One walk along the chain, oldest line first."""

    database: Database
    names: dict[int, Key]
    hashes: dict[int, str] = field(default_factory=dict)
    newest_save: dict[Key, int] = field(default_factory=dict)
    unreadable: set[Key] = field(default_factory=set)
    foreign: dict[int, str] = field(default_factory=dict)
    state: DerivedState = field(default_factory=DerivedState)
    _previous: str = hash_chain.START
    _expected: int = 1
    _clock: str = ""

    def findings(self) -> Iterator[IntegrityFinding]:
        """What is wrong with each line, and with those that are not there."""
        for seq, row in self._lines():
            if seq != self._expected:
                yield self._gap(seq)
            if row is None:
                yield self._cannot_be_read(seq)
            else:
                yield from self._line(row)
            self._expected = seq + 1
        if early := [self.names[seq] for seq in self.names if seq < 1]:
            yield IntegrityFinding("Lines stand before the first of the history.", grave=True, documents=tuple(early))

    def _line(self, row: LineRow) -> Iterator[IntegrityFinding]:
        key = (row.kind, row.id)
        if self._previous and row.previous != self._previous:
            yield IntegrityFinding(
                f"Line {row.seq} of the history does not follow the one before.", grave=True, documents=(key,)
            )
        if hash_chain.link(row, row.previous) != row.hash:
            yield IntegrityFinding(f"Line {row.seq} of the history was changed.", grave=True, documents=(key,))
        elif not _words_fit(row):
            yield IntegrityFinding(
                f"The text of line {row.seq} of the history was changed.", grave=True, documents=(key,)
            )
        if row.action == revisions.ACCEPTED:
            message = f"{derived_state.SEAL_BROKEN} Somebody went on with it all the same ({_day(row.saved_at)})."
            yield IntegrityFinding(message, grave=True)
        if row.saved_at < self._clock:
            message = f"The clock went back before line {row.seq} of the history ({_day(row.saved_at)})."
            yield IntegrityFinding(message, grave=False, documents=(key,))
        self._clock = row.saved_at
        self._previous = row.hash
        self.hashes[row.seq] = row.hash
        self.state.add(row)
        if row.action == "save":
            self.newest_save[key] = row.seq
        elif row.action == "delete":
            self.newest_save.pop(key, None)

    def _gap(self, seq: int) -> IntegrityFinding:
        missing = f"Line {self._expected}" if seq == self._expected + 1 else f"Lines {self._expected} to {seq - 1}"
        return IntegrityFinding(f"{missing} of the history: missing.", grave=True)

    def _cannot_be_read(self, seq: int) -> IntegrityFinding:
        self._previous = ""
        key = self.names.get(seq)
        if key:
            self.unreadable.add(key)
        what, how = self.foreign.get(seq, "Line"), "was changed" if seq in self.foreign else "cannot be read"
        return IntegrityFinding(f"{what} {seq} of the history {how}.", grave=True, documents=(key,) if key else ())

    def _lines(self) -> Iterator[tuple[int, LineRow | None]]:
        """Every line by number; None for one that cannot be read."""
        numbers = self._numbers()
        for start in range(0, len(numbers), _CHUNK):
            chunk = numbers[start : start + _CHUNK]
            try:
                rows = self._between(chunk[0], chunk[-1] + 1)
            except VaultError:
                yield from self._one_by_one(chunk)
            else:
                yield from rows

    def _one_by_one(self, numbers: Sequence[int]) -> Iterator[tuple[int, LineRow | None]]:
        for seq in numbers:
            try:
                rows = self._between(seq, seq + 1)
            except VaultError:
                yield seq, None
            else:
                yield from rows

    def _numbers(self) -> Sequence[int]:
        """The numbers of the lines, from the index, else from the lines, else as many as there can be."""
        if self.names:
            return sorted(seq for seq in self.names if seq > 0)
        try:
            with self.database.reading() as transaction:
                return [seq for (seq,) in transaction.rows(statements.NUMBERS_OF_LINES)]
        except VaultError:
            return range(1, self._last() + 1)

    def _between(self, start: int, stop: int) -> list[tuple[int, LineRow | None]]:
        with self.database.reading() as transaction:
            return [(row[0], self._line_or_none(row)) for row in transaction.rows(statements.LINES, (start, stop))]

    def _line_or_none(self, values: Values) -> LineRow | None:
        """A line; None where something else wrote values into it that no line has."""
        try:
            return line_row(values)
        except VaultDamagedError:
            self.foreign[int(str(values[0]))] = "The text of line" if is_line_without_words(values) else "Line"
            return None

    def _last(self) -> int:
        try:
            with self.database.reading() as transaction:
                return min(revisions.head(transaction).seq, _MOST_LINES)
        except VaultError:
            return 0


def _words_fit(row: LineRow) -> bool:
    """Whether a line's words are those of its hash; one whose salt is gone has none."""
    if row.body == b"":
        return False  # an empty text is stored compressed, and where there is none nothing is stored
    if row.salt is None:
        return not row.title and row.body is None and not row.note
    return hash_chain.content_hash(row.salt, row.title, row.body, row.note) == row.content_hash


def _documents(database: Database, walk: _Walk) -> Iterator[IntegrityFinding]:
    """Whether each document stands at the newest version that the history has."""
    try:
        with database.reading() as transaction:
            rows = map(document_row, transaction.rows(statements.DOCUMENTS))
            standing = {(row.kind, row.id): row.seq for row in rows}
    except VaultDamagedError:
        yield IntegrityFinding("The list of documents cannot be read whole.", grave=True)
        return
    for key in sorted(standing.keys() | walk.newest_save.keys()):
        if key in walk.unreadable or standing.get(key) == walk.newest_save.get(key):
            continue
        if key not in standing:
            message = "A document is missing that the history says is there."
        elif key not in walk.newest_save:
            message = "A document is there of which the history knows nothing."
        else:
            message = "A document does not stand at the newest version of its history."
        yield IntegrityFinding(message, grave=True, documents=(key,))


def _state(database: Database, walk: _Walk) -> list[IntegrityFinding]:
    """Where the other tables say something else than the history; nothing is held against a history with gaps."""
    if walk.unreadable:
        return []
    try:
        with database.reading() as transaction:
            sealed = revisions.seal_holds(transaction, database.head_key)
            keys_hold = revisions.keys_seal_holds(transaction, database.head_key)
            foreign = _foreign(transaction)
            findings = list(walk.state.differences(transaction))
    except VaultError as error:
        return [IntegrityFinding(str(error), grave=True)]
    if not sealed:
        findings.append(IntegrityFinding(derived_state.SEAL_BROKEN, grave=True))
    if not keys_hold:
        findings.append(IntegrityFinding(derived_state.KEYS_CHANGED, grave=True))
    if foreign:
        findings.append(IntegrityFinding(derived_state.FOREIGN.format(names=", ".join(foreign)), grave=True))
    return findings


def _foreign(transaction: Transaction) -> list[str]:
    """What is in the database and not ours; what a newer program put there is not known here."""
    if schema.version_of(transaction) > schema.CURRENT:
        return []
    facts = (f"fact “{name}”" for name in derived_state.foreign_facts(transaction))
    return [*derived_state.foreign_objects(transaction), *facts]


def _newer(database: Database) -> str:
    """A sentence where a newer program used the records: what it added is not held against anything here."""
    try:
        with database.reading() as transaction:
            number = schema.version_of(transaction)
    except VaultError:
        return ""
    return _NEWER if number > schema.CURRENT else ""


def _structure(database: Database) -> list[IntegrityFinding]:
    """Whether tables, indexes and the search index fit together."""
    try:
        with database.raw_connection() as raw:
            lines = [str(row[0]) for row in raw.execute(f"PRAGMA integrity_check({_PAGES_NAMED})").fetchall()]
    except VaultError as error:
        return [IntegrityFinding(str(error), grave=True)]
    wrong = [line for line in lines if line != "ok"]
    findings = [
        IntegrityFinding(f"The records do not fit together: {line}.", grave=True)
        for line in wrong
        if not line.startswith("fts5")
    ]
    if len(findings) < len(wrong):
        message = "The search index is damaged; searches may miss documents. The documents are safe."
        findings.append(IntegrityFinding(message, grave=True))
    return findings


def _day(stamp: str) -> str:
    try:
        return moment_in_words(datetime.fromisoformat(stamp).astimezone())
    except ValueError:
        return "a time that cannot be read"
