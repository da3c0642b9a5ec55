"""Files of other programs, recognised by their bytes and read into one ledger.

GEDCOM, GEDZIP, GenoPro, Gramps and OpenGenogram are read; a file of another kind is named for what it is, with what to
export instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from supervision_tui.family.formats import genopro, gramps, opengenogram
from supervision_tui.family.formats.foreign.file_start import FROM_PROGRAM, NAMED_BY_BYTES, start_as_text
from supervision_tui.family.formats.foreign.packages import (
    Package,
    gzip_content,
    is_outside,
    tar_entry,
    zip_entry,
    zip_names,
)
from supervision_tui.family.formats.gedcom.reading import gedcom_family
from supervision_tui.family.formats.ledger import Ledger, Progress, no_progress
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.report import ForeignFileError, GedcomFormatError, Imported
from supervision_tui.family.formats.xml_elements import xml_tree
from supervision_tui.lazy_pattern import lazy_pattern

LARGEST = 10_000_000
"""Bytes of a file."""
NOTHING = "Nothing was brought in."
LINE_BY_LINE = "Open it beside this program and tell the family line by line"
OWN_FORMAT = "supervision-tui/family/"
INSTEAD = "GEDCOM, GenoPro (.gno), Gramps (.gramps, .gpkg), OpenGenogram (.json) or a family file of this program"
TAR_MARK = slice(257, 262)
_ROOT = lazy_pattern(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
NAMED_BY_ROOT = {
    "mxfile": f"a drawing of draw.io, not a family file. {LINE_BY_LINE}",
    "mxGraphModel": f"a drawing of draw.io, not a family file. {LINE_BY_LINE}",
    "svg": f"a picture (SVG), without people and lines in it. {FROM_PROGRAM}",
    "html": "a web page (perhaps a report of GenoPro). Hand over the family file itself: the .gno, or GEDCOM",
    "graphml": f"a graph (GraphML). {FROM_PROGRAM}",
}
NAMED_BY_ENTRY: tuple[tuple[str, str], ...] = (
    (r"visio/", f"a drawing of Visio, not a family file. {LINE_BY_LINE}"),
    (r"word/document\.xml", "a Word document. Export GEDCOM from the program that made the family"),
    (r"xl/workbook\.xml", "an Excel workbook. Export GEDCOM from the program that made the family"),
    (r"page\.xml|.*\.eddx", "a drawing of EdrawMax, not a family file. Tell the family line by line"),
)


def read_foreign(
    source: Path | bytes, name: str = "", *, letters: str = "", progress: Progress = no_progress
) -> Imported:
    """The family in a file of another program, or in the bytes of one, with the report.

    *letters* names the encoding of a GEDCOM file where a person has chosen one; *progress* is told how far the reading
    is, and may raise to stop it.

    Raises:
        ForeignFileError: it cannot be read at all; the message says why, and what would do.
        OSError: the file cannot be opened.
    """
    name, data = _bytes(source, name)
    return _read(data, name or "family", letters, progress)


def read_gedcom(source: Path | bytes, name: str = "", *, letters: str = "") -> Imported:
    """The family in a GEDCOM file, or in the bytes of one, with the report.

    Raises:
        GedcomFormatError: it cannot be read at all; the message says why.
        OSError: the file cannot be opened.
    """
    try:
        name, data = _bytes(source, name)
        return gedcom_family(data, name or "family", Ledger(), letters)
    except ForeignFileError as refused:
        raise GedcomFormatError(str(refused)) from None


def _bytes(source: Path | bytes, name: str) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        if len(source) > LARGEST:
            raise ForeignFileError(f"This file is too large: at most {LARGEST // 1_000_000} MB can be read. {NOTHING}")
        return name, source
    if source.stat().st_size > LARGEST:
        raise ForeignFileError(f"{source.name} is too large: at most {LARGEST // 1_000_000} MB can be read. {NOTHING}")
    return name or source.stem, source.read_bytes()


def _read(data: bytes, name: str, letters: str, progress: Progress) -> Imported:
    """By the first bytes; a package is opened once, and looked at again."""
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name, letters, progress)
    if data.startswith(b"\x1f\x8b"):
        return _gzipped(data, name, progress)
    for mark, what in NAMED_BY_BYTES:
        if data.startswith(mark):
            raise ForeignFileError(f"This is {what}. {NOTHING}")
    text = start_as_text(data[:20_000])
    if text.startswith("<"):
        return _xml(data, name, Ledger("element", progress), text)
    if OWN_FORMAT in text:
        raise ForeignFileError(f"This is a family file of this program already: it needs no import. {NOTHING}")
    if text.startswith("{"):
        return opengenogram.opengenogram_family(data, name, Ledger("value", progress))
    if re.match(r"0[ \t]+HEAD\b", text):
        return gedcom_family(data, name, Ledger(progress=progress), letters)
    raise ForeignFileError(f"This is not a family file of a kind that can be read. What would do: {INSTEAD}. {NOTHING}")


def _zipped(data: bytes, name: str, letters: str, progress: Progress) -> Imported:
    names = zip_names(data)
    genopro = next((entry for entry in names if entry.casefold() == "data.xml"), None)
    if genopro is not None:
        package = zip_entry(data, genopro)
        ledger = Ledger("element", progress)
        _tell_package(package, ledger)
        return _xml(package.data, name, ledger, start_as_text(package.data[:20_000]), only="GenoPro")
    gedcoms = [entry for entry in names if entry.casefold().endswith(".ged") and not entry.startswith("__MACOSX/")]
    gedcoms = [entry for entry in gedcoms if not is_outside(entry)]
    chosen = "gedcom.ged" if "gedcom.ged" in names else gedcoms[0] if len(gedcoms) == 1 else None
    if chosen is None:
        _refuse_package(names, gedcoms)
        raise ForeignFileError(NOTHING)
    package = zip_entry(data, chosen)
    ledger = Ledger(progress=progress)
    if chosen != "gedcom.ged":
        ledger.about_file(f"the package holds no gedcom.ged; '{chosen}' was read in its place.", "program")
    _tell_package(package, ledger)
    imported = gedcom_family(package.data, name, ledger, letters)
    return Imported(imported.family, imported.report, "GEDZIP")


def _refuse_package(names: list[str], gedcoms: list[str]) -> None:
    for entry in names:
        for pattern, what in NAMED_BY_ENTRY:
            if re.match(pattern, entry):
                raise ForeignFileError(f"This is {what}. {NOTHING}")
    if gedcoms:
        listed = ", ".join(f"'{entry}'" for entry in gedcoms[:10])
        raise ForeignFileError(f"This package holds several GEDCOM files: {listed}. Unpack the one you want. {NOTHING}")
    listed = ", ".join(f"'{entry[:60]}'" for entry in names[:5]) or "nothing"
    raise ForeignFileError(
        "This package holds no family file: it should hold Data.xml (GenoPro) or gedcom.ged (GEDZIP), and it holds "
        f"{listed}. {NOTHING}"
    )


def _tell_package(package: Package, ledger: Ledger) -> None:
    """What else a package holds: pictures, and names that lead out of it."""
    others = [entry for entry in package.others if not entry.startswith("__MACOSX/")]
    if others:
        what = "1 picture or other file" if len(others) == 1 else f"{len(others)} pictures or other files"
        ledger.about_file(f"left out: {what} in the package (not opened).", "pictures")
    if package.outside:
        outside = len(package.outside)
        names = "1 entry has a name that leads" if outside == 1 else f"{outside} entries have names that lead"
        ledger.about_file(f"{names} out of the package; not touched.", "pictures")


def _gzipped(data: bytes, name: str, progress: Progress) -> Imported:
    inner = gzip_content(data)
    ledger = Ledger("element", progress)
    if inner[TAR_MARK] == b"ustar":
        package = tar_entry(inner, "data.gramps")
        _tell_package(package, ledger)
        inner = gzip_content(package.data) if package.data.startswith(b"\x1f\x8b") else package.data
    return _xml(inner, name, ledger, start_as_text(inner[:20_000]), only="database")


def _xml(data: bytes, name: str, ledger: Ledger, start: str, only: str = "") -> Imported:
    """By the root element; *only* is the one that a package of this kind holds."""
    for root, what in NAMED_BY_ROOT.items():
        if re.search(rf"<(?:[\w.-]+:)?{root}[\s>/]", start, re.IGNORECASE):
            raise ForeignFileError(f"This is {what}. {NOTHING}")
    tree = xml_tree(data)
    read = _readers().get(tree.tag)
    if read is None or (only and tree.tag != only):
        raise ForeignFileError(
            f"This is XML of a kind that is not known (it begins with '{tree.tag[:40]}'). What would do: {INSTEAD}. "
            f"{NOTHING}"
        )
    return read(tree, name, ledger)


def _readers() -> dict[str, Callable[[Node, str, Ledger], Imported]]:
    return {"GenoPro": genopro.genopro_family, "database": gramps.gramps_family}
