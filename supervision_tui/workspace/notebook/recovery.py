"""Coming in by the recovery words: see that they fit, choose a new passphrase, get fresh words."""

from __future__ import annotations

from pathlib import Path

from supervision_tui.vault import Vault
from supervision_tui.workspace.notebook.opening import workspace_of
from supervision_tui.workspace.workspace import Workspace


class Recovery:
    """A vault that was opened by its recovery words and waits for a new passphrase.

    Args:
        folder: the vault.
        words: the recovery words, as typed.

    Raises:
        WrongRecoveryWordsError: names the word at fault.
        VaultError: it could not be opened; nothing was changed.
    """

    def __init__(self, folder: Path, words: str) -> None:
        self._vault: Vault | None = Vault.open_with_recovery(folder, words)
        self._words = words

    def finish(self, new: str) -> tuple[Workspace, str]:
        """Let the passphrase *new* open the vault from now on; the workspace, and fresh recovery words to show once.

        Raises:
            WeakPassphraseError, NotSavedError: nothing was changed; another one may be tried.
        """
        if self._vault is None:
            raise RuntimeError("this recovery was given up")
        self._vault.credentials.recover(self._words, new)
        fresh = self._vault.credentials.renew_recovery_words(new)
        vault, self._vault, self._words = self._vault, None, ""
        return workspace_of(vault), str(fresh)

    def give_up(self) -> None:
        """Close the vault again; the passphrase stays as it was."""
        vault, self._vault, self._words = self._vault, None, ""
        if vault is not None:
            vault.close()
