"""Lines of GEDCOM before they are text: a tree, into which lines that came with another file are put back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from supervision_tui.lazy_pattern import lazy_pattern

LONGEST_VALUE = 230
"""Characters in a line of version 5.5.1; longer values go on in CONC lines."""
_SPANS = ("BET", "FROM", "TO", "BEF", "AFT", "INT", "(")
_LINE = lazy_pattern(r"(\d{1,3}) (?:@([^@]+)@ )?([A-Za-z0-9_]+)(?: (.*))?", re.DOTALL)


@dataclass(slots=True)
class WrittenLine:
    """One line: its tag, what it says, the reference that it has or points to (*target*), and what stands below."""

    tag: str
    value: str = ""
    xref: str = ""
    target: str = ""
    below: list[WrittenLine] = field(default_factory=list)

    def add(self, tag: str, value: str = "", target: str = "") -> WrittenLine:
        """A new line below this one."""
        line = WrittenLine(tag, value, target=target)
        self.below.append(line)
        return line


def text_of(record: WrittenLine, *, seven: bool) -> str:
    """A record and all below it as text."""
    return "".join(f"{line}\n" for line in _texts(record, 0, seven=seven))


def _texts(line: WrittenLine, level: int, *, seven: bool) -> Iterator[str]:
    if not seven and line.tag == "DATE":
        _with_phrase(line)
    head = f"{level} @{line.xref}@ {line.tag}" if line.xref else f"{level} {line.tag}"
    if line.target:
        yield f"{head} @{line.target}@"
    else:
        first, *more = line.value.split("\n")
        yield from _cut(head, level, first, seven=seven)
        for words in more:
            yield from _cut(f"{level + 1} CONT", level, words, seven=seven)
    for below in line.below:
        yield from _texts(below, level + 1, seven=seven)


def _with_phrase(line: WrittenLine) -> None:
    """Before version 7 the words beside a date are part of it, where it is one day."""
    phrase = next((below for below in line.below if below.tag == "PHRASE"), None)
    if phrase is None:
        return
    line.below.remove(phrase)
    if line.value and not line.value.startswith(_SPANS):
        line.value = f"INT {line.value} ({phrase.value.strip('()')})"


def _cut(head: str, level: int, value: str, *, seven: bool) -> Iterator[str]:
    """One line, or in version 5.5.1 as many as its length asks for, never cut beside a blank."""
    if seven:
        yield f"{head} {'@' if value.startswith('@') else ''}{value}" if value else head
        return
    value = value.replace("@", "@@")
    while len(value) > LONGEST_VALUE:
        at = LONGEST_VALUE
        while at > 1 and (" " in value[at - 1 : at + 1] or value[at - 1] == "@"):
            at -= 1
        at = at if at > 1 else LONGEST_VALUE
        yield f"{head} {value[:at]}"
        head, value = f"{level + 1} CONC", value[at:]
    yield f"{head} {value}" if value else head


def parsed(text: str, level: int, target_of: Callable[[str], str]) -> list[WrittenLine]:
    """Lines that were carried along, as a tree; *target_of* gives the reference that an id has now, or nothing."""
    top: list[WrittenLine] = []
    stack: list[WrittenLine] = []
    for raw in text.split("\n"):
        match = _LINE.fullmatch(raw)
        depth = int(match[1]) - level if match is not None else -1
        if match is None or depth < 0 or depth > len(stack):
            continue
        value = match[4] or ""
        if match[3] == "CONT" and stack:
            stack[-1].value += f"\n{value}"
            continue
        pointed = value[1:-1] if re.fullmatch(r"@[^@]+@", value) else ""
        target = target_of(pointed) if pointed else ""
        words = pointed if pointed and not target else value.removeprefix("@") if value.startswith("@@") else value
        line = WrittenLine(match[3], "" if target else words, match[2] or "", target)
        (stack[depth - 1].below if depth else top).append(line)
        del stack[depth:]
        stack.append(line)
    return top


def merge(into: WrittenLine, carried: list[WrittenLine]) -> None:
    """Put lines back where they stood.

    One without words joins the line of its tag that is written anyway, with what is below it; any other is added.
    """
    written = list(into.below)
    for line in carried:
        place = next((below for below in written if below.tag == line.tag), None)
        if (place is not None and not line.value and not line.target and line.below) or (
            place is not None and line.tag in {"NAME", "PHRASE"}
        ):
            merge(place, line.below)
        else:
            into.below.append(line)
