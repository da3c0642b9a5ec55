"""A page for somebody else, locked with a passphrase of its own; it opens by itself in any browser, offline.

AES-256-GCM under a key from PBKDF2-HMAC-SHA-256 (600,000 rounds; OWASP password storage 2023), because that is what
every browser can undo without another program. Argon2id, which guards the vault, is not in browsers; so the passphrase
should be a good one, and told by another way than the page.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass

from nacl.bindings import crypto_aead_aes256gcm_decrypt, crypto_aead_aes256gcm_encrypt
from nacl.exceptions import CryptoError, UnavailableError

from supervision_tui.vault.errors import VaultError, WrongPassphraseError
from supervision_tui.vault.keys import passphrase_policy

ROUNDS = 600_000
_SALT_BYTES, _NONCE_BYTES, _KEY_BYTES = 16, 12, 32


@dataclass(frozen=True, slots=True)
class LockedPage:
    """A locked text: *salt*, *nonce* and *box* in base64, and the *rounds* of PBKDF2."""

    salt: str
    nonce: str
    box: str
    rounds: int = ROUNDS


def seal(words: str, passphrase: str) -> LockedPage:
    """Lock *words* with *passphrase*.

    Raises:
        WeakPassphraseError: it is too short or too common.
        VaultError: this processor has no AES instructions, which the library asks for.
    """
    passphrase_policy.check(passphrase)
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    try:
        box = crypto_aead_aes256gcm_encrypt(words.encode(), b"", nonce, _key(passphrase, salt, ROUNDS))
    except UnavailableError:
        message = (
            "This computer's processor cannot lock such a page. Nothing was written; write it without a passphrase."
        )
        raise VaultError(message) from None
    return LockedPage(b64encode(salt).decode(), b64encode(nonce).decode(), b64encode(box).decode())


def unseal(page: LockedPage, passphrase: str) -> str:
    """The words again.

    Raises:
        WrongPassphraseError: it does not open them, or they were changed.
    """
    key = _key(passphrase, b64decode(page.salt), page.rounds)
    try:
        return crypto_aead_aes256gcm_decrypt(b64decode(page.box), b"", b64decode(page.nonce), key).decode()
    except CryptoError:
        message = "This passphrase does not open the page. Check capital letters and the keyboard; try again."
        raise WrongPassphraseError(message) from None


def _key(passphrase: str, salt: bytes, rounds: int) -> bytes:
    typed = unicodedata.normalize("NFC", passphrase).encode()
    return hashlib.pbkdf2_hmac("sha256", typed, salt, rounds, _KEY_BYTES)
