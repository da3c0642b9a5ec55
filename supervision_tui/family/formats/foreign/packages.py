"""One entry out of a package (zip, gzip, tar), read into memory within limits and never unpacked to disk.

Bytes are counted while they are unpacked: the size that a package declares is a claim. A package is refused where its
entries have a password or are too many; an entry whose name leads out of the package is told and not touched.
Convention: ISO/IEC 21320-1 for zip; POSIX ustar for tar.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO

from supervision_tui.family.formats.report import ForeignFileError
from supervision_tui.lazy_pattern import lazy_pattern

LARGEST = 10_000_000
"""Bytes of one entry."""
MOST_ENTRIES = 10_000
ENCRYPTED = 0x1
"""Bit of a zip entry's flags: it has a password."""
PIECE = 65_536
NOTHING = "Nothing was brought in."
_LEADS_OUT = lazy_pattern(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")


@dataclass(frozen=True, slots=True)
class Package:
    """What one entry held, and what is to be told of the others.

    *name* is the entry's; *others* are entries beside it; *outside* names that lead out of the package.
    """

    name: str
    data: bytes
    others: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def zip_names(data: bytes) -> list[str]:
    """The names of the entries of a zip package, folders aside.

    Raises:
        ForeignFileError: it cannot be read, or has too many entries.
    """
    with _zip(data) as archive:
        return [entry.filename for entry in archive.infolist() if not entry.is_dir()]


def zip_entry(data: bytes, name: str) -> Package:
    """The entry *name* of a zip package.

    Raises:
        ForeignFileError: it cannot be read, has a password, or is too large.
    """
    with _zip(data) as archive:
        entry = archive.getinfo(name)
        if entry.flag_bits & ENCRYPTED:
            raise ForeignFileError(f"This package has a password. Save it without one, and try again. {NOTHING}")
        try:
            with archive.open(entry) as file:
                found = _counted(file)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError):
            raise ForeignFileError(f"This package is broken: '{name}' cannot be unpacked. {NOTHING}") from None
        others = tuple(other.filename for other in archive.infolist() if other.filename != name and not other.is_dir())
    return Package(name, found, tuple(other for other in others if not is_outside(other)), _outside(others))


def is_outside(name: str) -> bool:
    """Whether an entry's name leads out of the package."""
    return _LEADS_OUT.search(name) is not None


def _outside(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if is_outside(name))


def _zip(data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
        raise ForeignFileError(f"This package is broken and cannot be opened. {NOTHING}") from None
    if len(archive.filelist) > MOST_ENTRIES:
        archive.close()
        raise ForeignFileError(f"This package holds more than {MOST_ENTRIES:,} entries. {NOTHING}")
    return archive


def gzip_content(data: bytes) -> bytes:
    """What a gzip file holds.

    Raises:
        ForeignFileError: it is broken or too large.
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return _counted(file)
    except (gzip.BadGzipFile, EOFError, zlib.error, OSError):
        raise ForeignFileError(f"This file is compressed and broken: it cannot be unpacked. {NOTHING}") from None


def tar_entry(data: bytes, name: str) -> Package:
    """The entry *name* of a tar package; links and devices are not touched.

    Raises:
        ForeignFileError: it is not there, is too large, or the package is broken.
    """
    found, others = None, []
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for number, entry in enumerate(archive):
                if number >= MOST_ENTRIES:
                    raise ForeignFileError(f"This package holds more than {MOST_ENTRIES:,} entries. {NOTHING}")
                if entry.name.removeprefix("./") == name and entry.isfile() and found is None:
                    file = archive.extractfile(entry)
                    found = _counted(file) if file is not None else None
                elif not entry.isdir():
                    others.append(entry.name)
    except (tarfile.TarError, EOFError, OSError, ValueError) as broken:
        if isinstance(broken, ForeignFileError):
            raise
        raise ForeignFileError(f"This package is broken and cannot be opened. {NOTHING}") from None
    if found is None:
        raise ForeignFileError(f"This package does not hold '{name}'. {NOTHING}")
    names = tuple(others)
    return Package(name, found, tuple(other for other in names if not is_outside(other)), _outside(names))


def _counted(file: IO[bytes] | gzip.GzipFile) -> bytes:
    """All bytes of *file*, counted while they come."""
    pieces, size = [], 0
    read = file.read
    while piece := read(PIECE):
        size += len(piece)
        if size > LARGEST:
            raise ForeignFileError(
                f"This file is too large: at most {LARGEST // 1_000_000} MB can be read once it is unpacked. {NOTHING}"
            )
        pieces.append(piece)
    return b"".join(pieces)
