"""Encrypted copies of a vault, made while it is in use, opened to see that they are good, kept by date.

A copy is itself a vault: the same records under the same keys. Restoring makes a new vault beside, never over anything.
Deleting a document does not reach the copies made before; :func:`renew` replaces them all by one of today.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from supervision_tui.vault.disk import header, open_registry, private_files
from supervision_tui.vault.disk.lease import NAME as LOCK
from supervision_tui.vault.errors import NotSavedError, VaultDamagedError, VaultExistsError
from supervision_tui.vault.keys import key_file as key_files
from supervision_tui.vault.keys import wrapping
from supervision_tui.vault.keys.key_file import KeyFile
from supervision_tui.vault.open_vault import DataKey, OpenVault
from supervision_tui.vault.storage.database import Database
from supervision_tui.whole_files import check_name, is_in_vault

_STAMP = "%Y-%m-%d-%H%M%S"
_ALL_WITHIN = timedelta(hours=24)
_DAYS, _WEEKS, _MONTHS = 7, 5, 6
_NEWEST = 5


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A copy that was made and opened: where, of how many *documents* and *lines* of history, its *size* in bytes."""

    path: Path
    documents: int
    lines: int
    size: int
    removed: tuple[Path, ...] = ()


class BackupFolder:
    """The backups of one open vault; ``vault.backups``."""

    def __init__(self, opened: OpenVault) -> None:
        self._opened = opened
        self._own = folder_of(opened.folder)

    def make(self, target: Path) -> BackupReport:
        """Copy the vault, in use as it is, to the folder *target* (absent or empty), and open the copy to check it.

        Raises:
            VaultExistsError, NotSavedError, VaultDamagedError: no copy is left behind.
        """
        _refuse_inside_a_vault(target)
        return make(self._opened.database, self._opened.key_file, target)

    def make_named(self, name: str) -> BackupReport:
        """A copy called *name* among the vault's own, before a change of what is in it; rotation leaves it alone.

        Raises:
            NotSavedError, VaultDamagedError: no copy is left behind.
        """
        return make(self._opened.database, self._opened.key_file, self._own / name)

    def make_dated(self, folder: Path | None = None) -> BackupReport:
        """A copy named by the time in *folder* (default: ``backups`` in the vault); old ones go by rotation.

        Raises:
            NotSavedError, VaultDamagedError: no copy is left behind, and no old one was removed.
        """
        return make_dated(self._opened.database, self._opened.key_file, folder or self._own)

    def renew(self, folder: Path | None = None) -> BackupReport:
        """One copy of today in the place of all in *folder*, so that nothing deleted is left in any of them.

        Raises:
            NotSavedError, VaultDamagedError: no copy is left behind, and no old one was removed.
        """
        return renew(self._opened.database, self._opened.key_file, folder or self._own)


def folder_of(vault: Path) -> Path:
    """Where a vault keeps its own dated backups."""
    return vault / "backups"


def make(database: Database, key_file: KeyFile, target: Path) -> BackupReport:
    """Copy an open vault to the folder *target* (absent or empty) and open the copy to see that it is whole.

    Raises:
        VaultExistsError: something is in *target*.
        NotSavedError: the disk refused; nothing is left behind.
        VaultDamagedError: the vault has damaged pages, or the copy came out wrong; no copy is left behind.
    """
    with built_beside(target) as building:
        copy = building / header.NAME
        copy.touch(private_files.PRIVATE_FILE, exist_ok=False)
        try:
            database.copy_to(copy)
        except NotSavedError:
            message = "The disk has no room for the copy or refused it. Nothing is left behind; the vault is unharmed."
            raise NotSavedError(message) from None
        private_files.sync_file(copy)
        key_files.write(building, key_file)
        (building / LOCK).touch(private_files.PRIVATE_FILE)
        header.check(copy, bytes.fromhex(key_file.salt))
        documents, lines = database.compare_with(copy)
        size = copy.stat().st_size
    return BackupReport(target, documents, lines, size)


@contextmanager
def built_beside(target: Path) -> Iterator[Path]:
    """A folder to fill that becomes *target* when the block ends well, and is gone when it does not."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        message = f"There is something in {target} already, and nothing goes over it. Choose an empty or a new folder."
        raise VaultExistsError(message)
    try:
        check_name(target)
    except OSError as error:
        raise NotSavedError(str(error)) from None
    building = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=private_files.PRIVATE_FOLDER)
        building.mkdir(mode=private_files.PRIVATE_FOLDER)
        building.chmod(private_files.PRIVATE_FOLDER)
        yield building
        if target.exists():
            target.rmdir()
        building.rename(target)
        private_files.sync_folder(target.parent)
    except OSError as error:
        why = error.strerror or "the disk refused"
        message = f"{target} could not be made: {why}. Nothing is left behind. {private_files.CHOOSE_ANOTHER}"
        raise NotSavedError(message) from None
    finally:
        shutil.rmtree(building, ignore_errors=True)


def make_dated(database: Database, key_file: KeyFile, folder: Path, now: datetime | None = None) -> BackupReport:
    """Make a copy named by the time in *folder*, then remove those that the rotation no longer keeps.

    Kept: the five newest, all of the last day, one a day for a week, one a week for five weeks, one a month for half a
    year. Nothing is removed unless the new copy is good.
    """
    at = (now or datetime.now(UTC)).astimezone(UTC)
    _sweep(folder)
    report = make(database, key_file, _name_for(folder, at))
    surplus_copies = [folder / name for name in surplus(dated(folder), at)]
    for old in surplus_copies:
        shutil.rmtree(old, ignore_errors=True)
    return BackupReport(report.path, report.documents, report.lines, report.size, tuple(surplus_copies))


def renew(database: Database, key_file: KeyFile, folder: Path) -> BackupReport:
    """Make a copy of today and remove every older one in *folder*, so that what was deleted is in none of them."""
    older = [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    report = make(database, key_file, _name_for(folder, datetime.now(UTC)))
    for old in older:
        shutil.rmtree(old, ignore_errors=True)
    return BackupReport(report.path, report.documents, report.lines, report.size, tuple(older))


def dated(folder: Path) -> list[str]:
    """Names of the dated copies in *folder*, oldest first."""
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and time_of(path.name))


def surplus(names: list[str], now: datetime) -> list[str]:
    """Which of the dated copies *names* the rotation lets go at the time *now*."""
    dated = sorted(((at, name) for name in names if (at := time_of(name))), reverse=True)
    keep = {name for _, name in dated[:_NEWEST]}
    keep |= {name for at, name in dated if now - at <= _ALL_WITHIN}
    rules: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
        (_DAYS, lambda at: (at.year, at.month, at.day)),
        (_WEEKS, lambda at: tuple(at.isocalendar())[:2]),
        (_MONTHS, lambda at: (at.year, at.month)),
    )
    for count, span in rules:
        newest: dict[tuple[int, ...], str] = {}
        for at, name in dated:
            newest.setdefault(span(at), name)
        keep |= set(list(newest.values())[:count])
    return [name for _, name in dated if name not in keep]


def restore(backup: Path, target: Path, unlock: DataKey) -> BackupReport:
    """Make a vault in *target* (absent or empty) from the copy *backup*, opened by *unlock*; the copy is only read.

    The restored vault knows itself as another copy, so it is not taken for an older state of the first.

    Raises:
        WrongPassphraseError, WrongRecoveryWordsError: the copy stays locked; nothing was made.
        VaultDamagedError: the copy is not whole; nothing was made.
        VaultExistsError, NotSavedError: see :func:`make`.
    """
    _refuse_inside_a_vault(target)
    if open_registry.is_open_here(backup):
        message = "This vault is open, so it is no backup. Make a backup of it first; nothing was made."
        raise VaultExistsError(message)
    key_file, _ = key_files.read(backup)
    header.check(backup / header.NAME, bytes.fromhex(key_file.salt))
    data_key = unlock(key_file)
    with built_beside(target) as building:
        copy = building / header.NAME
        for name in (header.NAME, f"{header.NAME}-wal"):
            if (backup / name).exists():
                shutil.copyfile(backup / name, building / name)
                (building / name).chmod(private_files.PRIVATE_FILE)
        fresh = key_file.model_copy(update={"instance": secrets.token_hex(16)}).sealed(data_key)
        database = Database(copy, wrapping.database_key(data_key), fresh.salt)
        try:
            if damaged := database.damaged_pages():
                message = f"This backup is damaged ({len(damaged)} pages). Nothing was made of it; try another one."
                raise VaultDamagedError(message)
            documents, lines = database.set_instance(fresh.instance)
        finally:
            database.close()
        private_files.sync_file(copy)
        (building / LOCK).touch(private_files.PRIVATE_FILE)
        key_files.write(building, fresh)
        size = copy.stat().st_size
    return BackupReport(target, documents, lines, size)


def _refuse_inside_a_vault(target: Path) -> None:
    """Stop a vault inside a vault's own folder: it goes when that one goes, and is no copy that helps."""
    if is_in_vault(target.parent):
        message = (
            f"'{target.parent}' is inside a notebook's own folder: a copy there goes when that one goes. Nothing was "
            "made. Choose a folder somewhere else."
        )
        raise VaultExistsError(message)


def _name_for(folder: Path, at: datetime) -> Path:
    """A new name in *folder* for a copy made *at* a time: to the second or, when that is taken, more exactly."""
    plain = folder / at.strftime(_STAMP)
    return folder / at.strftime(f"{_STAMP}-%f") if plain.exists() else plain


def _sweep(folder: Path) -> None:
    """Remove what copies that were interrupted more than a day ago left behind."""
    if not folder.is_dir():
        return
    for leftover in folder.glob(".????-??-??-??????.????????"):
        if datetime.now(UTC).timestamp() - leftover.stat().st_mtime > _ALL_WITHIN.total_seconds():
            shutil.rmtree(leftover, ignore_errors=True)


def time_of(name: str) -> datetime | None:
    """The time (aware, UTC) in a copy's name; None where there is none."""
    for form in (_STAMP, f"{_STAMP}-%f"):
        try:
            return datetime.strptime(name, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
