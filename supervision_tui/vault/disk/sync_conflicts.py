"""Copies that a synchroniser puts beside the vault's files when two machines wrote at the same time.

Each has its own way of naming them: ``records-LAPTOPB.db``, ``records-LAPTOPB-2.db`` (OneDrive), ``records (Ann's
conflicted copy 2026-09-03).db`` (Dropbox), ``records (conflicted copy 2026-09-03 101010).db`` (Nextcloud),
``records.sync-conflict-20260903-101010-ABCDEFG.db`` (Syncthing), ``records (1).db``, ``Copy of records.db`` (Google
Drive), ``records 2.db`` (iCloud), ``records.db.conflict1`` (rclone). So a file in the vault's folder that has a file
of ours in its name and is not one of ours is taken for such a copy, with the log of one (``-wal``), which holds words
too. What the other machine wrote is in such a copy and nowhere else, so it is named and can be read; it is never
merged or removed.
"""

from __future__ import annotations

from pathlib import Path

from supervision_tui.vault.disk import header

_RECORDS, _KEYS = "records", "keys"
_LOGS = ("-wal", "-shm", "-journal")
_OWN = frozenset({"keys.json", "keys.second.json", header.NAME, *(f"{header.NAME}{log}" for log in _LOGS)})
_ON_ITS_WAY = (".", "~")
"""Begin the names of files that somebody is still writing: this program, a synchroniser that fetches one."""


def conflict_copies(folder: Path) -> list[Path]:
    """The copies in the vault's *folder*, by name; none where it cannot be looked into."""
    try:
        files = sorted(path for path in folder.iterdir() if path.name not in _OWN and path.is_file())
    except OSError:
        return []
    return [path for path in files if _is_named_after_ours(path.name.casefold())]


def _is_named_after_ours(name: str) -> bool:
    return (_RECORDS in name or _KEYS in name) and not name.startswith(_ON_ITS_WAY)


def is_conflict_copy(path: Path) -> bool:
    """Whether *path* is such a copy of a vault's records, which can be opened for reading."""
    name = path.name.casefold()
    is_log = any(log in name for log in _LOGS)
    return _RECORDS in name and not is_log and path.name not in _OWN and path in conflict_copies(path.parent)


def conflict_warning(folder: Path) -> str:
    """A sentence for the person that names every copy in *folder*, or ""."""
    copies = conflict_copies(folder)
    if not copies:
        return ""
    names = ", ".join(f"“{path.name}”" for path in copies)
    stand, such, them = ("stand", "copies", "them") if len(copies) > 1 else ("stands", "a copy", "it")
    read = "F7 at the door opens it for reading (or --vault with its name). Copy over what is missing, then move"
    return (
        f"{names} {stand} beside this notebook's own files: a synchroniser puts such {such} there when two machines "
        "wrote at the same time. What the other machine wrote may be missing here. Nothing was merged and nothing is "
        f"lost. {read if any(map(is_conflict_copy, copies)) else 'Move'} {them} to another folder."
    )
