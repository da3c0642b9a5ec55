"""What kind of place a vault is in: a network share, a folder synced to a cloud, a disk that is nearly full.

The write-ahead log needs a local disk (SQLite's documentation of WAL says so), and a synchroniser copies files in the
middle of a write. Such places are named, and the safer rollback journal is used there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_NETWORK = (
    "nfs nfs4 cifs smb smb2 smb3 smbfs afpfs webdav davfs davfs2 fuse.sshfs fuse.rclone fuse.davfs2 9p ncpfs afs "
    "glusterfs fuse.glusterfs ceph lustre vboxsf prl_fs fuse.vmhgfs-fuse"
)
_SYNCED = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mobile documents", "iCloud"),
    ("icloud", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("syncthing", "Syncthing"),
)
_MIB = 1 << 20
_LITTLE, _VERY_LITTLE = 200 * _MIB, 50 * _MIB
_REMOTE_DRIVE = 4


@dataclass(frozen=True, slots=True)
class DiskLocation:
    """What is known about a folder: on a *network* disk, *synced* by which service ("" for none)."""

    network: bool
    synced: str

    @property
    def safe_for_log(self) -> bool:
        """Whether the write-ahead log may be used."""
        return not self.network and not self.synced

    def warnings(self) -> list[str]:
        """What the person should know, a sentence each."""
        sentences = []
        if self.network:
            sentences.append(
                "This vault stands on a network disk. It is safer and faster in a folder of this computer."
            )
        if self.synced:
            sentences.append(
                f"This vault stands in a folder that {self.synced} copies to other machines. The copies are encrypted, "
                "but two machines can write over each other. Move it to a folder that is not synced."
            )
        return sentences


def examine(folder: Path) -> DiskLocation:
    """What kind of place *folder* is, as far as this system tells."""
    path = folder.resolve()
    return DiskLocation(_on_network(path), _synced_by(path))


def space_warning(folder: Path) -> str:
    """A sentence when the disk under *folder* is nearly full, else ""."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return "The disk that the vault is on cannot be reached. What was saved is safe; check that the disk is there."
    if free < _VERY_LITTLE:
        return f"The disk is almost full ({free // _MIB} MB left): the next saves may fail. Make room now."
    if free < _LITTLE:
        return f"The disk is nearly full ({free // _MIB} MB left). Make some room soon."
    return ""


def _synced_by(path: Path) -> str:
    """The service that syncs *path*, by the names of its folders and the places that services announce."""
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        announced = os.environ.get(variable)
        if announced and path.is_relative_to(announced):
            return "OneDrive"
    for part in (part.lower() for part in path.parts):
        for mark, name in _SYNCED:
            if part == mark or part.startswith((f"{mark} ", f"{mark}-")):
                return name
    return ""


if sys.platform == "win32":

    def _on_network(path: Path) -> bool:
        import ctypes  # noqa: PLC0415 - only on Windows

        if str(path).startswith("\\\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE

else:

    def _on_network(path: Path) -> bool:
        return file_system(path, _mounts()) in _NETWORK.split()


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system that holds *path*, from a table in the form of ``/proc/mounts``; "" if unknown."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) > 2:  # noqa: PLR2004 - device, place, type, options
            place = fields[1].encode().decode("unicode_escape")
            if path.is_relative_to(place) and len(place) >= len(best):
                best, kind = place, fields[2]
    return kind


def as_proc_mounts(listed: str) -> str:
    """What macOS's ``mount`` lists (``//team@server/share on /Volumes/share (smbfs, nodev)``) in the other form."""
    found = (re.fullmatch(r"(.+?) on (/.*) \((\w+).*\)", line) for line in listed.splitlines())
    lines = ((match[1].replace(" ", "\\040"), match[2].replace(" ", "\\040"), match[3]) for match in found if match)
    return "\n".join(" ".join(line) for line in lines)


def _mounts() -> str:
    try:
        if sys.platform == "darwin":
            listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5)
            return as_proc_mounts(listed.stdout)
        return Path("/proc/mounts").read_text("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return ""
