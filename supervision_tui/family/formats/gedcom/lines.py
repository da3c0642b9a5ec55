"""GEDCOM bytes into a tree of nodes, whatever wrote them: line ends, bad lines, bounded in size and depth.

Both libraries (ged4py, gedcom7) stop at the first line that breaks the grammar; a file from a worried relative's old
program must rather come in with the broken lines named, so the lines are read here and the two serve as oracles in
tests.
"""

from __future__ import annotations

import re

from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.letters import decoded
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.report import ForeignFileError
from supervision_tui.lazy_pattern import lazy_pattern

LARGEST = 10_000_000
"""Bytes."""
LONGEST_LINE = 200_000
"""Characters."""
DEEPEST = 30
MOST_LINES = 1_000_000
HEADER = 5_000
"""Characters in which the header says the version."""

_LINE = lazy_pattern(r"[ \t]*(\d{1,3})[ \t]+(?:(@[^@\s][^@]{0,80}@)[ \t]+)?([A-Za-z0-9_]{1,80})(?: (.*))?", re.DOTALL)
_HEAD = lazy_pattern(r"\s*0[ \t]+HEAD\b")
_SAYS_SEVEN = lazy_pattern(r"\n\s*2 VERS 7")
_BREAK = lazy_pattern(r"\r\n|\n\r|\r|\n")


def records(data: bytes, ledger: Ledger, letters: str = "") -> list[Node]:
    """The records (level 0) of *data*, in order; lines that are no GEDCOM are told.

    *letters* names the encoding where a person has chosen one.

    Raises:
        ForeignFileError: it is too large, or no GEDCOM header is there.
    """
    if len(data) > LARGEST:
        raise ForeignFileError(
            f"This file is too large: at most {LARGEST // 1_000_000} MB of GEDCOM can be read. Nothing was brought in."
        )
    text = decoded(data, ledger, letters)
    if not _HEAD.match(text):
        raise ForeignFileError("This is not a GEDCOM file: it does not begin with '0 HEAD'. Nothing was brought in.")
    if "\r" in text:
        text = _BREAK.sub("\n", text)
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    if len(lines) > MOST_LINES:
        raise ForeignFileError(
            f"This file is too large: at most {MOST_LINES:,} lines of GEDCOM can be read. Nothing was brought in."
        )
    return _tree(lines, ledger, seven=_SAYS_SEVEN.search(text[:HEADER]) is not None)


def _tree(lines: list[str], ledger: Ledger, *, seven: bool) -> list[Node]:
    top: list[Node] = []
    stack: list[Node] = []
    tail: list[str] = []
    match_line = _LINE.fullmatch
    for number, line in enumerate(lines, start=1):
        match = match_line(line) if len(line) <= LONGEST_LINE else None
        if match is None:
            if not line.strip():
                ledger.blank += 1
            else:
                ledger.tell_line(number, "skipped: this is not a line of GEDCOM.")
            continue
        digits, xref, tag, value = match.groups("")
        level = int(digits)
        if level > len(stack) or level > DEEPEST:
            ledger.tell_line(number, f"skipped: level {level} does not follow level {len(stack) - 1}.")
            continue
        tag = tag.upper()
        if "@" in value:
            value = _unescaped(value, seven=seven)
        if level == len(stack) and level and tag in {"CONT", "CONC"}:
            tail += ["\n" if tag == "CONT" else "", value]
            last = stack[-1]
            if last.more is None:
                last.more = []
            last.more.append(number)
            continue
        if tail:
            _join(stack, tail)
        node = Node(number, tag, xref.strip("@"), value)
        (stack[level - 1].below if level else top).append(node)
        del stack[level:]
        stack.append(node)
    _join(stack, tail)
    return top


def _join(stack: list[Node], tail: list[str]) -> None:
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
