"""Text as the database stores it: UTF-8, compressed."""

from __future__ import annotations

import zlib

from supervision_tui.vault.errors import VaultDamagedError


def compress(words: str) -> bytes:
    """*words* as stored. Lone surrogates survive, so that no text is ever refused."""
    return zlib.compress(words.encode("utf-8", "surrogatepass"), 1)


def decompress(stored: bytes) -> str:
    """The inverse of :func:`compress`.

    Raises:
        VaultDamagedError: *stored* did not come from it.
    """
    try:
        return zlib.decompress(stored).decode("utf-8", "surrogatepass")
    except (zlib.error, ValueError, TypeError):
        message = "The text of this document was changed by another hand and cannot be read. Look at its history."
        raise VaultDamagedError(message) from None
