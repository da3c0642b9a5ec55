"""Where things stand on this computer: the vault, a person's own packs, crash reports.

The local data folder is used, never the roaming one: a vault must not travel over the network by itself. The variables
``SUPERVISION_TUI_HOME`` (everything) and ``SUPERVISION_TUI_VAULT`` (the vault alone) override it.
"""

from __future__ import annotations

import os
from pathlib import Path

from supervision_tui.workspace.organisation import in_words, organisation

NAME = "supervision-tui"


def home() -> Path:
    """The folder of this program for the person logged in."""
    chosen = os.environ.get("SUPERVISION_TUI_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs  # noqa: PLC0415 - not needed when the folder is named

    return platformdirs.user_data_path(NAME, appauthor=False, roaming=False)


def vault_folder() -> Path:
    """The folder that is, or will be, the vault; where the organisation has fixed it, there and nowhere else."""
    ruled = organisation()
    notebooks = ruled.settings.notebooks
    if notebooks and ruled.is_fixed("notebooks"):
        return in_words(notebooks) / "vault"
    chosen = os.environ.get("SUPERVISION_TUI_VAULT")
    if chosen:
        return Path(chosen)
    if notebooks and not os.environ.get("SUPERVISION_TUI_HOME"):
        return in_words(notebooks) / "vault"
    return home() / "vault"


def copies_folder() -> Path | None:
    """The folder in which the organisation wants a second copy a day, if it does."""
    copies = organisation().settings.copies
    return in_words(copies) if copies else None


def own_content() -> Path:
    """The folder in which a person or a team keeps packs and templates of its own."""
    return home() / "own"


def content_folders() -> tuple[Path, ...]:
    """Folders with packs and templates beside the shipped ones; what stands in a later one wins by id.

    The organisation's comes first; where it has fixed its content, nobody else's counts.
    """
    ruled = organisation()
    theirs = (in_words(ruled.settings.content),) if ruled.settings.content else ()
    own = () if theirs and ruled.is_fixed("content") else (own_content(),)
    return tuple(folder for folder in (*theirs, *own) if folder.is_dir())


def crash_folder() -> Path:
    """The folder in which reports of failures are kept; they hold no personal data."""
    return home() / "reports"
