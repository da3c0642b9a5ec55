"""Copies that a synchroniser puts beside the vault's files when two machines wrote at the same time.

OneDrive names them ``records-LAPTOPB.db``, Dropbox ``records (Ann's conflicted copy 2026-09-03).db``, Syncthing
``records.sync-conflict-20260903-101010-ABCDEFG.db``, Google Drive ``records (1).db``, iCloud ``records 2.db``. What the
other machine wrote is in such a copy and nowhere else, so it is named and can be read; it is never merged or removed.
"""

from __future__ import annotations

from pathlib import Path

from supervision_tui.vault.disk import header

_BEGINNINGS = ("records", "keys")
_ENDINGS = (".db", ".json")
_OWN = frozenset({"keys.json", "keys.second.json", header.NAME})


def conflict_copies(folder: Path) -> list[Path]:
    """The copies in the vault's *folder*, by name; none where it cannot be looked into."""
    try:
        names = sorted(path for path in folder.iterdir() if path.name not in _OWN and path.is_file())
    except OSError:
        return []
    return [path for path in names if path.name.startswith(_BEGINNINGS) and path.suffix in _ENDINGS]


def is_conflict_copy(path: Path) -> bool:
    """Whether *path* is such a copy of a vault's records."""
    return path.suffix == ".db" and path in conflict_copies(path.parent)


def conflict_warning(folder: Path) -> str:
    """A sentence for the person that names every copy in *folder*, or ""."""
    names = [f"“{path.name}”" for path in conflict_copies(folder)]
    if not names:
        return ""
    several = len(names) > 1
    return (
        f"{', '.join(names)} {'stand' if several else 'stands'} beside this notebook's own files: a synchroniser puts "
        f"such {'copies' if several else 'a copy'} there when two machines wrote at the same time. What the other "
        "machine wrote may be missing here. Nothing was merged and nothing is lost: F7 at the door opens it for "
        "reading (or --vault with its name). Copy over what is missing, then move it to another folder."
    )
