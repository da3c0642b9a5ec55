"""The recovery key: sixteen words for a drawer."""

from __future__ import annotations

from typing import ClassVar

from supervision_tui.vault.errors import VaultError, WrongRecoveryWordsError
from supervision_tui.vault.keys.key_words import KeyWords


class RecoveryWords(KeyWords):
    """Sixteen words that open a vault when its passphrase is forgotten."""

    called: ClassVar[str] = "recovery words"
    again: ClassVar[str] = "Look at the paper again."
    purpose: ClassVar[bytes] = b"recovery-words"
    error: ClassVar[type[VaultError]] = WrongRecoveryWordsError
