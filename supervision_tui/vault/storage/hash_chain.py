"""The hash chain: each line of a vault's history holds the hash of the line before it.

Convention: SHA-256 over canonical JSON (no blanks, ASCII). The text itself enters through a salted hash, and deleting a
text deletes its salt, so what stays in the chain says nothing about the words that are gone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

START = "0" * 64
"""Stands for the line before the first."""

COVERED = ("seq", "kind", "id", "version", "base", "author", "saved_at", "action", "draft", "sealed", "content_hash")


def content_hash(salt: bytes, title: str, body: object, note: str) -> str:
    """The hash of what a line says: its *title*, stored *body* (bytes) and *note*, under its own random *salt*."""
    digest = hashlib.sha256(salt)
    stored = body if isinstance(body, bytes) else str(body or "").encode()
    for part in (title.encode(), stored, note.encode()):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def link(row: Mapping[str, object], previous: str) -> str:
    """The hash of a line: its :data:`COVERED` columns and the *previous* line's hash."""
    line = [row[name] for name in COVERED]
    return hashlib.sha256(json.dumps([*line, previous], separators=(",", ":")).encode()).hexdigest()
