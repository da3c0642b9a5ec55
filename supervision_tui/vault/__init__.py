"""Encrypted storage of documents with their history, search and backup. Knows nothing of social work.

A vault is a folder with ``keys.json`` (wrapped keys, no secret) and ``records.db`` (SQLCipher). Importing this package
is cheap: the database and the cryptography are loaded when a vault is first made or opened.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "BackupReport", "ConflictCopy", "ConflictError", "Cost", "DeletionReceipt", "DiskFullError",
    "DocumentNotFoundError", "Heading", "IntegrityFinding", "NotAVaultError", "NotSavedError", "OnHoldError",
    "PrivateLockedError", "RecoveryWords", "Revision", "Save", "ScheduledDeletion", "SearchHit", "StoredDocument",
    "TooManyAttemptsError", "Vault", "VaultBusyError", "VaultClosedError", "VaultDamagedError", "VaultEmptyError",
    "VaultError", "VaultExistsError", "VaultNewerError", "VaultReadOnlyError", "VaultRolledBackError",
    "VaultSwappedError", "VaultTruncatedError", "VaultUnencryptedError", "WeakPassphraseError", "Writer",
    "WrongPassphraseError", "WrongRecoveryWordsError",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.vault.backups import BackupReport
    from supervision_tui.vault.documents import (
        ConflictCopy,
        DeletionReceipt,
        Heading,
        IntegrityFinding,
        Revision,
        Save,
        ScheduledDeletion,
        SearchHit,
        StoredDocument,
    )
    from supervision_tui.vault.errors import (
        ConflictError,
        DiskFullError,
        DocumentNotFoundError,
        NotAVaultError,
        NotSavedError,
        OnHoldError,
        PrivateLockedError,
        TooManyAttemptsError,
        VaultBusyError,
        VaultClosedError,
        VaultDamagedError,
        VaultEmptyError,
        VaultError,
        VaultExistsError,
        VaultNewerError,
        VaultReadOnlyError,
        VaultRolledBackError,
        VaultSwappedError,
        VaultTruncatedError,
        VaultUnencryptedError,
        WeakPassphraseError,
        WrongPassphraseError,
        WrongRecoveryWordsError,
    )
    from supervision_tui.vault.keys.recovery_words import RecoveryWords
    from supervision_tui.vault.keys.wrapping import Cost
    from supervision_tui.vault.vault import Vault
    from supervision_tui.vault.writer import Writer
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "backups": "BackupReport",
            "documents": (
                "ConflictCopy DeletionReceipt Heading IntegrityFinding Revision Save ScheduledDeletion SearchHit "
                "StoredDocument"
            ),
            "errors": (
                "ConflictError DiskFullError DocumentNotFoundError NotAVaultError NotSavedError OnHoldError "
                "PrivateLockedError TooManyAttemptsError VaultBusyError VaultClosedError VaultDamagedError "
                "VaultEmptyError VaultError VaultExistsError VaultNewerError VaultReadOnlyError "
                "VaultRolledBackError VaultSwappedError VaultTruncatedError VaultUnencryptedError "
                "WeakPassphraseError WrongPassphraseError WrongRecoveryWordsError"
            ),
            "keys.recovery_words": "RecoveryWords",
            "keys.wrapping": "Cost",
            "vault": "Vault",
            "writer": "Writer",
        },
    )
