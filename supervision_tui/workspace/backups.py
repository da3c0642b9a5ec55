"""Copies of the vault: which there are, when the next is due, and what to do with them when the vault is damaged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from supervision_tui.days import weekday_in_words
from supervision_tui.vault import Vault
from supervision_tui.vault.backups import dated, folder_of, time_of

BACKUP_INTERVAL = timedelta(days=1)
"""A copy at most so often."""
OLD_AFTER = timedelta(days=8)
"""When a person is told that the last copy is old."""


@dataclass(frozen=True, slots=True)
class DatedBackup:
    """One dated copy: its folder, and *made* (aware, UTC)."""

    path: Path
    made: datetime

    @property
    def when(self) -> str:
        """The time by this computer's clock, for example ``Tuesday 24 November 2026, 17:05``."""
        here = self.made.astimezone()
        return f"{weekday_in_words(here)}, {here:%H:%M}"


def dated_backups(vault: Path) -> list[DatedBackup]:
    """The dated copies that stand in the folder *vault*, newest first; works for a vault that does not open."""
    folder = folder_of(vault)
    found = [(folder / name, time_of(name)) for name in dated(folder)]
    return [DatedBackup(path, made) for path, made in reversed(found) if made is not None]


def backup_due(vault: Path, now: datetime | None = None) -> bool:
    """Whether the last copy was made more than a day ago."""
    made = [copy.made for copy in dated_backups(vault)]
    moment = now or datetime.now(UTC)
    return not made or not timedelta(0) <= moment - made[0] < BACKUP_INTERVAL


def backup_age_warning(vault: Path, now: datetime | None = None) -> str:
    """A sentence when the last copy is old or there is none, else ""."""
    made = dated_backups(vault)
    if not made:
        return "There is no copy of this notebook yet. One is made by itself when you close it."
    days = ((now or datetime.now(UTC)) - made[0].made).days
    if days < OLD_AFTER.days:
        return ""
    return f"The last copy of this notebook is {days} days old. Make one now: Notebook, Copy now."


def restore_beside(copy: Path, vault: Path, passphrase: str) -> Path:
    """Make a vault of *copy* beside *vault*, under a new name; nothing that is there is touched.

    Raises:
        WrongPassphraseError, TooManyAttemptsError, VaultDamagedError, NotSavedError: nothing was made.
    """
    target = _free(vault.with_name(f"{vault.name}-restored-{datetime.now(UTC):%Y-%m-%d}"))
    Vault.restore(copy, target, passphrase)
    return target


def swap_into_place(restored: Path, vault: Path) -> Path:
    """Put *restored* where *vault* is looked for; what stood there is kept whole under another name, which is returned.

    Raises:
        OSError: the names could not be changed; both folders are whole.
    """
    aside = _free(vault.with_name(f"{vault.name}-set-aside-{datetime.now(UTC):%Y-%m-%d}"))
    vault.rename(aside)
    try:
        restored.rename(vault)
    except OSError:
        aside.rename(vault)
        raise
    return aside


def _free(path: Path) -> Path:
    """*path*, or with a number where something stands there."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
