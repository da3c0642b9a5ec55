"""The hash chain: each line of a vault's history holds the hash of the line before it.

Convention: SHA-256 over canonical JSON (no blanks, ASCII). The text itself enters through a salted hash, and deleting a
text deletes its salt, so what stays in the chain says nothing about the words that are gone. The newest line is sealed
with a key of the vault's own (keyed BLAKE2b, RFC 7693): a chain that somebody else worked out anew, without that key,
does not end in a seal that holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from supervision_tui.vault.storage.rows import AuthorKeyRow, LineRow

START = "0" * 64
"""Stands for the line before the first."""


def content_hash(salt: bytes, title: str, body: object, note: str) -> str:
    """The hash of what a line says: its *title*, stored *body* (bytes) and *note*, under its own random *salt*."""
    digest = hashlib.sha256(salt)
    stored = body if isinstance(body, bytes) else str(body or "").encode()
    for part in (title.encode(), stored, note.encode()):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def link(row: LineRow, previous: str) -> str:
    """The hash of a line: everything of it but its words, which enter by their own hash, and the line before."""
    line = (*row[: row._fields.index("title")], row.content_hash, previous)
    return hashlib.sha256(json.dumps(line, separators=(",", ":")).encode()).hexdigest()


def seal(seq: int, digest: str, key: bytes, keys_seal: str = "") -> str:
    """The seal of the newest line, and of the seal of the authors' keys where there is one, in hexadecimal."""
    words = f"{seq} {digest} {keys_seal}".rstrip()
    return hashlib.blake2b(words.encode(), key=key, digest_size=32, person=b"newest-line").hexdigest()


def seal_of_keys(rows: Iterable[AuthorKeyRow], key: bytes) -> str:
    """The seal of the authors' keys, in hexadecimal."""
    words = json.dumps([[row.author, row.public.hex(), row.wrapped, row.made_at] for row in sorted(rows)])
    return hashlib.blake2b(words.encode(), key=key, digest_size=32, person=b"author-keys").hexdigest()
