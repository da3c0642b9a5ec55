"""Where things stand on this computer: the vault, a person's own packs, crash reports.

The local data folder is used, never the roaming one: a vault must not travel over the network by itself. The variables
``SUPERVISION_TUI_HOME`` (everything) and ``SUPERVISION_TUI_VAULT`` (the vault alone) override it.
"""

from __future__ import annotations

import os
from pathlib import Path

NAME = "supervision-tui"


def home() -> Path:
    """The folder of this program for the person logged in."""
    chosen = os.environ.get("SUPERVISION_TUI_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs  # noqa: PLC0415 - not needed when the folder is named

    return platformdirs.user_data_path(NAME, appauthor=False, roaming=False)


def vault_folder() -> Path:
    """The folder that is, or will be, the vault."""
    chosen = os.environ.get("SUPERVISION_TUI_VAULT")
    return Path(chosen) if chosen else home() / "vault"


def own_content() -> Path:
    """The folder in which a team keeps packs and templates of its own."""
    return home() / "own"


def crash_folder() -> Path:
    """The folder in which reports of failures are kept; they hold no personal data."""
    return home() / "reports"
