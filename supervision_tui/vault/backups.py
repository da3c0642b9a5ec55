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
from typing import TYPE_CHECKING

from supervision_tui.vault.disk import header, private_files
from supervision_tui.vault.disk.lease import NAME as LOCK
from supervision_tui.vault.errors import NotSavedError, VaultDamagedError, VaultExistsError
from supervision_tui.vault.keys import key_file as keyfile
from supervision_tui.vault.keys import wrapping
from supervision_tui.vault.keys.key_file import KeyFile

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Database

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
        keyfile.write(building, key_file)
        (building / LOCK).touch(private_files.PRIVATE_FILE)
        header.look(copy, bytes.fromhex(key_file.salt))
        documents, lines = database.compare_with(copy)
        size = copy.stat().st_size
    return BackupReport(target, documents, lines, size)


@contextmanager
def built_beside(target: Path) -> Iterator[Path]:
    """A folder to fill that becomes *target* when the block ends well, and is gone when it does not."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        message = f"There is something in {target} already, and nothing goes over it. Choose an empty or a new folder."
        raise VaultExistsError(message)
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
        message = f"{target} could not be made: {error.strerror or 'the disk refused'}. Nothing is left behind."
        raise NotSavedError(message) from None
    finally:
        shutil.rmtree(building, ignore_errors=True)


def make_dated(database: Database, key_file: KeyFile, folder: Path, now: datetime | None = None) -> BackupReport:
    """Make a copy named by the time in *folder*, then remove those that the rotation no longer keeps.

    Kept: the five newest, all of the last day, one a day for a week, one a week for five weeks, one a month for half a
    year. Nothing is removed unless the new copy is good.
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    _sweep(folder)
    report = make(database, key_file, _place_for(folder, moment))
    going = [folder / name for name in surplus(listed(folder), moment)]
    for old in going:
        shutil.rmtree(old, ignore_errors=True)
    return BackupReport(report.path, report.documents, report.lines, report.size, tuple(going))


def renew(database: Database, key_file: KeyFile, folder: Path) -> BackupReport:
    """Make a copy of today and remove every older one in *folder*, so that what was deleted is in none of them."""
    older = [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    report = make(database, key_file, _place_for(folder, datetime.now(UTC)))
    for old in older:
        shutil.rmtree(old, ignore_errors=True)
    return BackupReport(report.path, report.documents, report.lines, report.size, tuple(older))


def listed(folder: Path) -> list[str]:
    """Names of the dated copies in *folder*, oldest first."""
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and moment_of(path.name))


def surplus(names: list[str], now: datetime) -> list[str]:
    """Which of the dated copies *names* the rotation lets go at the time *now*."""
    dated = sorted(((moment, name) for name in names if (moment := moment_of(name))), reverse=True)
    keep = {name for _, name in dated[:_NEWEST]}
    keep |= {name for moment, name in dated if now - moment <= _ALL_WITHIN}
    rules: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
        (_DAYS, lambda moment: (moment.year, moment.month, moment.day)),
        (_WEEKS, lambda moment: tuple(moment.isocalendar())[:2]),
        (_MONTHS, lambda moment: (moment.year, moment.month)),
    )
    for count, span in rules:
        newest: dict[tuple[int, ...], str] = {}
        for moment, name in dated:
            newest.setdefault(span(moment), name)
        keep |= set(list(newest.values())[:count])
    return [name for _, name in dated if name not in keep]


def restore(backup: Path, target: Path, data_key: Callable[[KeyFile], bytes]) -> BackupReport:
    """Make a vault in *target* (absent or empty) from the copy *backup*, opened by *data_key*; the copy is only read.

    The restored vault knows itself as another copy, so it is not taken for an older state of the first.

    Raises:
        WrongPassphraseError, WrongRecoveryWordsError: the copy stays locked; nothing was made.
        VaultDamagedError: the copy is not whole; nothing was made.
        VaultExistsError, NotSavedError: see :func:`make`.
    """
    from supervision_tui.vault.opening import DATABASE_KEY, open_here  # noqa: PLC0415 - it imports our neighbours
    from supervision_tui.vault.storage import database as engine  # noqa: PLC0415 - SQLAlchemy, only when it is needed

    if open_here(backup):
        message = "This vault is open, so it is no backup. Make a backup of it first; nothing was made."
        raise VaultExistsError(message)
    key_file, _ = keyfile.read(backup)
    header.look(backup / header.NAME, bytes.fromhex(key_file.salt))
    found = data_key(key_file)
    with built_beside(target) as building:
        copy = building / header.NAME
        for name in (header.NAME, f"{header.NAME}-wal"):
            if (backup / name).exists():
                shutil.copyfile(backup / name, building / name)
                (building / name).chmod(private_files.PRIVATE_FILE)
        fresh = key_file.model_copy(update={"instance": secrets.token_hex(16)}).sealed(found)
        database = engine.Database(copy, wrapping.subkey(found, DATABASE_KEY), fresh.salt)
        try:
            if damaged := database.damaged_pages():
                message = f"This backup is damaged ({len(damaged)} pages). Nothing was made of it; try another one."
                raise VaultDamagedError(message)
            documents, lines = database.become(fresh.instance)
        finally:
            database.close()
        private_files.sync_file(copy)
        (building / LOCK).touch(private_files.PRIVATE_FILE)
        keyfile.write(building, fresh)
        size = copy.stat().st_size
    return BackupReport(target, documents, lines, size)


def _place_for(folder: Path, moment: datetime) -> Path:
    """A new name in *folder* that tells the *moment*, to the second or, when that is taken, more exactly."""
    plain = folder / moment.strftime(_STAMP)
    return folder / moment.strftime(f"{_STAMP}-%f") if plain.exists() else plain


def _sweep(folder: Path) -> None:
    """Remove what copies that were interrupted more than a day ago left behind."""
    if not folder.is_dir():
        return
    for left in folder.glob(".????-??-??-??????.????????"):
        if datetime.now(UTC).timestamp() - left.stat().st_mtime > _ALL_WITHIN.total_seconds():
            shutil.rmtree(left, ignore_errors=True)


def moment_of(name: str) -> datetime | None:
    """The time (aware, UTC) in a copy's name; None where there is none."""
    for form in (_STAMP, f"{_STAMP}-%f"):
        try:
            return datetime.strptime(name, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
