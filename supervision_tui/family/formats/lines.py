"""GEDCOM bytes into a tree of lines, whatever wrote them: encodings, line ends, bad lines, bounded in size and depth.

Both libraries (ged4py, gedcom7) stop at the first line that breaks the grammar; a file from a worried relative's old
program must rather come in with the broken lines named, so the lines are read here and the two serve as oracles in
tests. The ANSEL table is the one that ged4py brings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from supervision_tui.family.formats.report import GedcomFormatError, Report

LARGEST = 10_000_000
"""Bytes."""
LONGEST_LINE = 200_000
"""Characters."""
DEEPEST = 30
MOST_LINES = 500_000

_LINE = re.compile(r"\s*(\d{1,3})[ \t]+(?:(@[^@\s][^@]{0,80}@)[ \t]+)?([A-Za-z0-9_]{1,80})(?: (.*))?", re.DOTALL)
_BREAK = re.compile(r"\r\n|\n\r|\r|\n")
_SAYS_CHAR = re.compile(rb"[\r\n]\s*1 CHAR ([A-Za-z0-9 _-]{1,30})")
_SAYS_SEVEN = re.compile(rb"[\r\n]\s*2 VERS 7")
ENCODINGS = {
    "ANSEL": "gedcom", "UTF-8": "utf-8", "UTF8": "utf-8", "UNICODE": "utf-16", "ASCII": "ascii", "ANSI": "cp1252",
    "WINDOWS": "cp1252", "IBMPC": "cp437", "IBM": "cp437", "IBM-PC": "cp437", "OEM": "cp437", "MSDOS": "cp850",
    "MACINTOSH": "mac_roman", "MAC": "mac_roman", "IBM WINDOWS": "cp1252", "LATIN1": "latin-1", "ISO-8859-1": "latin-1",
}  # fmt: skip
"""What files say in CHAR, real ones included (ged4py issue 11), to Python's name."""


@dataclass(slots=True)
class Node:
    """One line: its number in the file, its tag, its cross-reference, its value, and the lines below it."""

    number: int
    tag: str
    xref: str
    value: str
    below: list[Node] = field(default_factory=list)

    def first(self, tag: str) -> Node | None:
        """The first line below with this tag."""
        return next((node for node in self.below if node.tag == tag), None)

    def every(self, *tags: str) -> list[Node]:
        """Lines below with one of these tags."""
        return [node for node in self.below if node.tag in tags]

    def text(self, tag: str) -> str:
        """The value of the first line below with this tag, else empty."""
        found = self.first(tag)
        return found.value if found is not None else ""


def records(data: bytes, report: Report) -> list[Node]:
    """The records (level 0) of *data*, in order; lines that are no GEDCOM are skipped and reported.

    Raises:
        GedcomFormatError: it is too large, or no GEDCOM header is there.
    """
    if len(data) > LARGEST:
        message = (
            f"This file is too large: at most {LARGEST // 1_000_000} MB of GEDCOM can be read. Nothing was brought in."
        )
        raise GedcomFormatError(message)
    text = decoded(data, report)
    if not re.match(r"\s*0[ \t]+HEAD\b", text):
        raise GedcomFormatError("This is not a GEDCOM file: it does not begin with '0 HEAD'. Nothing was brought in.")
    return _tree(_numbered(text), seven="\n2 VERS 7" in _BREAK.sub("\n", text[:2000]), report=report)


def decoded(data: bytes, report: Report) -> str:
    """*data* as text: byte order mark first, then what the header says, then what works."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").lstrip("\ufeff")
    if data.startswith(b"\xef\xbb\xbf"):
        return _as(data, "utf-8-sig", report)
    head = data[:20_000]
    if head[1:2] == b"\0" or head[:1] == b"\0":
        return data.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", errors="replace")
    said = _SAYS_CHAR.search(head)
    name = said.group(1).decode("ascii").strip().upper() if said else ""
    if _SAYS_SEVEN.search(head):
        return _as(data, "utf-8", report)
    codec = ENCODINGS.get(name, "")
    if name and not codec:
        report.add(
            0, f"The file says it is written in '{name}', which is not known; it was read as UTF-8 where it could be."
        )
    return _as(data, codec or "utf-8", report)


def _as(data: bytes, codec: str, report: Report) -> str:
    if codec == "utf-16":
        codec = "utf-8"  # it says so without a byte order mark and without zero bytes: it is not
    if codec == "gedcom":
        import ansel  # type: ignore[import-untyped] # noqa: PLC0415 - only for files in ANSEL

        ansel.register()
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        if codec in {"utf-8", "utf-8-sig", "ascii"}:
            report.add(
                0, "Letters in this file are not written as it says; they were read as Windows letters (cp1252)."
            )
        return data.decode("cp1252", errors="replace")


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    start, number = 0, 1
    for found in _BREAK.finditer(text):
        yield number, text[start : found.start()]
        start, number = found.end(), number + 1
    if start < len(text):
        yield number, text[start:]


def _tree(lines: Iterator[tuple[int, str]], *, seven: bool, report: Report) -> list[Node]:
    top: list[Node] = []
    stack: list[Node] = []
    tail: list[str] = []
    for number, line in lines:
        if number > MOST_LINES:
            report.add(number, "The file has too many lines; the rest was not read.")
            break
        if not line.strip():
            continue
        match = _LINE.fullmatch(line) if len(line) <= LONGEST_LINE else None
        if match is None:
            report.add(number, "skipped: this is not a line of GEDCOM.")
            continue
        level = int(match[1])
        if level > len(stack) or level > DEEPEST:
            report.add(number, f"skipped: level {level} does not follow level {len(stack) - 1}.")
            continue
        tag, value = match[3].upper(), match[4] or ""
        if tag in {"CONT", "CONC"} and level == len(stack):
            tail += ["\n" if tag == "CONT" else "", _unescaped(value, seven=seven)]
            continue
        _finish(stack, tail)
        node = Node(number, tag, (match[2] or "").strip("@"), _unescaped(value, seven=seven))
        (stack[level - 1].below if level else top).append(node)
        del stack[level:]
        if tag not in {"CONT", "CONC"}:
            stack.append(node)
    _finish(stack, tail)
    return top


def _finish(stack: list[Node], tail: list[str]) -> None:
    """Give the last line what continued it, all at once: a note of a million lines is joined but once."""
    if tail and stack:
        stack[-1].value += "".join(tail)
    tail.clear()


def _unescaped(value: str, *, seven: bool) -> str:
    """*value* with doubled signs undone: at the beginning in version 7, everywhere before."""
    if seven:
        return value[1:] if value.startswith("@@") else value
    return value.replace("@@", "@")


def pointer(value: str) -> str:
    """The cross-reference that *value* points to, else empty."""
    value = value.strip()
    return value[1:-1] if len(value) > 2 and value[0] == value[-1] == "@" and "@" not in value[1:-1] else ""  # noqa: PLR2004
