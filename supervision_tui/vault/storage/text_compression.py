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
        VaultDamagedError: *stored* did not come from it, or something stands behind it.
    """
    reading = zlib.decompressobj()
    try:
        words = reading.decompress(stored).decode("utf-8", "surrogatepass")
    except (zlib.error, ValueError, TypeError):
        raise VaultDamagedError(_NOT_OURS) from None
    if not reading.eof or reading.unused_data:
        raise VaultDamagedError(_NOT_OURS)
    return words


_NOT_OURS = "The text of this document was changed by another hand and cannot be read. Look at its history."
