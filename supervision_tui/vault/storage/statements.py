"""Every statement that the vault says to its database, by name; the driver keeps each one prepared.

Times are ISO 8601 in UTC with microseconds, so that they sort as text. Lists of ids and kinds come as JSON, so that a
statement stays the same however many there are.
"""

from __future__ import annotations

from supervision_tui.vault.storage.rows import DocumentRow, LineRow

_LINE = ", ".join(LineRow._fields)
_DOCUMENT = ", ".join(DocumentRow._fields)
_DOCUMENT_D = ", ".join(f"d.{name}" for name in DocumentRow._fields)

# history
HEAD = "SELECT seq, hash FROM revision ORDER BY seq DESC LIMIT 1"
ADD_LINE = f"INSERT INTO revision ({_LINE}) VALUES ({', '.join('?' * len(LineRow._fields))})"  # noqa: S608 - own names
LINE = f"SELECT {_LINE} FROM revision WHERE seq = ?"  # noqa: S608 - own names
LINES = f"SELECT {_LINE} FROM revision WHERE seq >= ? AND seq < ? ORDER BY seq"  # noqa: S608 - own names
LINE_OF_VERSION = f"SELECT {_LINE} FROM revision WHERE kind = ? AND id = ? AND version = ? AND action = 'save'"  # noqa: S608 - own names
HISTORY = f"SELECT {_LINE} FROM revision WHERE kind = ? AND id = ? ORDER BY seq"  # noqa: S608 - own names
FIRST_LINE = "SELECT min(seq) FROM revision"
NAMES_OF_LINES = "SELECT seq, kind, id FROM revision INDEXED BY ix_revision_kind_id_version"
NUMBERS_OF_LINES = "SELECT seq FROM revision NOT INDEXED WHERE seq > 0 ORDER BY seq"
LAST_VERSION = "SELECT max(version) FROM revision WHERE kind = ? AND id = ?"
EVER_SEALED = "SELECT 1 FROM revision WHERE kind = ? AND id = ? AND sealed LIMIT 1"
LAST_KEPT_OF_AUTHOR = (
    "SELECT saved_at FROM revision WHERE kind = ? AND id = ? AND action = 'save' AND version < ? AND body IS NOT NULL "
    "AND author = ? ORDER BY version DESC LIMIT 1"
)
_REDACT = "UPDATE revision SET title = '', body = NULL, note = '', salt = NULL WHERE salt IS NOT NULL AND "
REDACT_LINE = f"{_REDACT} action != 'delete' AND seq = ?"
REDACT_DOCUMENT = f"{_REDACT} action != 'delete' AND kind = ? AND id = ?"
REDACT_CONFLICT = f"{_REDACT} action = 'conflict' AND seq = ?"
CONFLICTS = f"SELECT {_LINE} FROM revision WHERE action = 'conflict' AND body IS NOT NULL ORDER BY seq"  # noqa: S608 - own names
SAME_CONFLICT = (
    "SELECT 1 FROM revision WHERE kind = ? AND id = ? AND action = 'conflict' AND author = ? AND body = ? LIMIT 1"
)

# documents
DOCUMENT = f"SELECT {_DOCUMENT} FROM document WHERE kind = ? AND id = ?"  # noqa: S608 - own names
DOCUMENTS = f"SELECT {_DOCUMENT} FROM document"  # noqa: S608 - own names
IDENTS = "SELECT kind, id FROM document"
ADD_DOCUMENT = (
    "INSERT INTO document (kind, id, version, seq, author, saved_at, title, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
CHANGE_DOCUMENT = (
    "UPDATE document SET version = ?, seq = ?, author = ?, saved_at = ?, title = ?, sealed = ? WHERE number = ?"
)
DROP_DOCUMENT = "DELETE FROM document WHERE number = ?"
HEADINGS = (
    "SELECT kind, id, version, author, saved_at, title, sealed FROM document WHERE kind = ? "
    "ORDER BY saved_at DESC, seq DESC"
)
KINDS = "SELECT DISTINCT kind FROM document ORDER BY kind"
_OPEN_BODIES = (
    "SELECT d.id, d.version, r.body FROM document d JOIN revision r ON r.seq = d.seq "
    "WHERE d.kind = ? AND NOT d.sealed AND r.body IS NOT NULL"
)
OPEN_BODIES = _OPEN_BODIES
OPEN_BODIES_OF = f"{_OPEN_BODIES} AND d.id IN (SELECT value FROM json_each(?))"  # noqa: S608 - own names
COUNT_DOCUMENTS = "SELECT count(*) FROM document"
COUNT_LINES = "SELECT count(*) FROM revision"

# search
ADD_WORDS = "INSERT INTO words (rowid, folded) VALUES (?, ?)"
DROP_WORDS = "DELETE FROM words WHERE rowid = ?"
REWRITE_WORDS = "INSERT INTO words (words) VALUES ('optimize')"
ADD_PASSAGE = "INSERT INTO passage (number, shown) VALUES (?, ?)"
DROP_PASSAGE = "DELETE FROM passage WHERE number = ?"
SHOWN = (
    "SELECT p.number, p.shown, d.kind, d.id FROM passage p LEFT JOIN document d "
    "ON d.number = p.number ORDER BY p.number"
)
_SEARCH = (
    f"SELECT {_DOCUMENT_D}, p.shown FROM words "  # noqa: S608 - own names
    "JOIN document d ON d.number = words.rowid JOIN passage p ON p.number = words.rowid WHERE words MATCH ?"
)
NEXT_SEGMENT = "SELECT min(segid) FROM words_idx WHERE segid > ?"
PAGE_UP_TO = "SELECT pgno >> 1 FROM words_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1"
PAGE_AFTER = "SELECT pgno >> 1 FROM words_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1"
INDEX_PAGE = "SELECT block FROM words_data WHERE id = ?"
SEARCH_IDS = "SELECT d.id FROM words JOIN document d ON d.number = words.rowid WHERE words MATCH ? AND d.kind = ?"
SEARCH = f"{_SEARCH} ORDER BY words.rank LIMIT ?"
SEARCH_KINDS = f"{_SEARCH} AND d.kind IN (SELECT value FROM json_each(?)) ORDER BY words.rank LIMIT ?"  # noqa: S608 - own names

# how long
KEEPING = "SELECT kind, id, due, why, held FROM keeping"
HELD = "SELECT held FROM keeping WHERE kind = ? AND id = ?"
ADD_KEEPING = "INSERT OR IGNORE INTO keeping (kind, id) VALUES (?, ?)"
SET_DUE = "UPDATE keeping SET due = ?, why = ? WHERE kind = ? AND id = ?"
SET_HELD = "UPDATE keeping SET held = ? WHERE kind = ? AND id = ?"
DROP_KEEPING = "DELETE FROM keeping WHERE kind = ? AND id = ?"
LAST_HOLD = (
    "SELECT action, note FROM revision WHERE kind = ? AND id = ? AND action IN ('hold', 'release', 'delete') "
    "ORDER BY seq DESC LIMIT 1"
)
SCHEDULED = (
    f"SELECT {_DOCUMENT_D}, k.due, k.why, k.held FROM document d "  # noqa: S608 - own names
    "JOIN keeping k ON k.kind = d.kind AND k.id = d.id WHERE (k.due IS NOT NULL OR k.held != '') "
    "AND (? IS NULL OR k.due <= ?) ORDER BY k.due IS NULL, k.due, d.number"
)

# authors' own keys
AUTHOR_KEY = "SELECT author, public, wrapped, made_at FROM author_key WHERE author = ?"
AUTHOR_KEYS = "SELECT author, public, wrapped, made_at FROM author_key"
ADD_AUTHOR_KEY = "INSERT INTO author_key (author, public, wrapped, made_at) VALUES (?, ?, ?, ?)"
WRAP_AUTHOR_KEY = "UPDATE author_key SET wrapped = ? WHERE author = ?"

# facts about the vault
LOG_IN_USE = "log in use"
"""The fact that the newest words stand in the log beside the file, not in the file."""
SEAL = "seal"
"""The fact that seals the newest line of the history."""
FACTS = "SELECT name, value FROM meta"
FACT = "SELECT value FROM meta WHERE name = ?"
SET_FACT = "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
DROP_FACT = "DELETE FROM meta WHERE name = ?"
OBJECTS = "SELECT type, name, sql FROM sqlite_master"
APPLICATION = "PRAGMA application_id"
"""A number by which programs may mark a file as theirs; this one leaves it at nought."""
SCHEMA_NUMBER = "PRAGMA user_version"
SETTINGS_OF_FILE = (
    ("how free pages are kept", "PRAGMA auto_vacuum", 0),
    ("how words are encoded", "PRAGMA encoding", "UTF-8"),
)
"""What else stands in the head of the file: in words, how to ask, and what this program leaves there."""
