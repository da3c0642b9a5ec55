"""Keys: one random data key for a vault, wrapped once for each way in.

A passphrase goes through Argon2id (Biryukov, Dinu, Khovratovich 2016; RFC 9106) with a random salt; what comes out
locks the data key in a NaCl SecretBox (Bernstein 2008). Changing a passphrase wraps the same data key again and touches
no record. What the database and the key file use are derived from the data key (BLAKE2b, RFC 7693, personalised).
"""

from __future__ import annotations

import enum
import secrets
import unicodedata
from base64 import b64decode, b64encode
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as NaClError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from supervision_tui.vault.errors import VaultDamagedError

KEY_BYTES = 32
_SALT_BYTES = 16
_MIB = 1 << 20


class Cost(enum.Enum):
    """How dear one guess at a passphrase is: Argon2id passes and bytes of memory.

    ``STANDARD`` is for every vault that holds real words, ``SMALL`` for machines with little memory. ``FAST`` protects
    nothing: for tests and throw-away demonstrations only, and never chosen by itself.
    """

    STANDARD = (3, 256 * _MIB)
    SMALL = (3, 64 * _MIB)
    FAST = (1, 8192)


def derive(passphrase: str, salt: bytes, passes: int, memory: int) -> bytes:
    """The 32-byte key that *passphrase* (in Unicode NFC) stands for.

    Args:
        passphrase: as typed.
        salt: 16 random bytes.
        passes: Argon2id iterations.
        memory: bytes.

    Raises:
        VaultDamagedError: the machine cannot do what the vault asks for.
    """
    words = unicodedata.normalize("NFC", passphrase).encode()
    try:
        return bytes(argon2id.kdf(KEY_BYTES, words, salt, passes, memory))
    except (NaClError, MemoryError):
        message = (
            f"Opening this vault takes {memory // _MIB} MB of free memory and this machine does not have it now. "
            "Nothing was changed. Close other programs and try again."
        )
        raise VaultDamagedError(message) from None


def wrap(key: bytes, secret: bytes) -> str:
    """*secret* locked with *key*, as base64."""
    return b64encode(bytes(SecretBox(key).encrypt(secret))).decode()


def unwrap(key: bytes, box: str) -> bytes | None:
    """What is locked in *box*, or None when *key* does not fit or the box is damaged."""
    try:
        return bytes(SecretBox(key).decrypt(b64decode(box, validate=True)))
    except (CryptoError, ValueError, TypeError):
        return None


def new_salt() -> bytes:
    """Sixteen random bytes."""
    return secrets.token_bytes(_SALT_BYTES)


def new_key() -> bytes:
    """A random 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def subkey(data_key: bytes, purpose: bytes) -> bytes:
    """The key for one *purpose* (at most 16 bytes) derived from *data_key*."""
    return blake2b(key=data_key, digest_size=KEY_BYTES, person=purpose).digest()


def database_key(data_key: bytes) -> bytes:
    """The key of ``records.db``."""
    return subkey(data_key, b"records.db")


def head_key(data_key: bytes) -> bytes:
    """The key that seals the newest line of the history; the key of ``records.db`` does not lead to it."""
    return subkey(data_key, b"newest line")
