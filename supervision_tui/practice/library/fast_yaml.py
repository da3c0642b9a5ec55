"""Reads the plain kind of YAML that content is written in, some ten times sooner than a whole YAML reader.

Only what cannot be meant in two ways: mappings and lists by indentation, lists and mappings in brackets on one line,
quoted words without escapes, plain words, folded text (``>-``). Whatever else a file holds, this reader says nothing,
and the whole reader of :mod:`supervision_tui.yaml_files` reads it, limits, errors and all. Where both read a file they
agree; tests hold that.
"""

from __future__ import annotations

import re

from supervision_tui.yaml_files import DEEPEST, LARGEST_FILE, Value, plain_scalar

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +(?=\S)|$)")
_QUOTED = re.compile(r"\"([^\"\\\n]*)\"|'((?:[^'\n]|'')*)'")
_WORDS = re.compile(r"[A-Za-z0-9(~.+^$][^\n#:]*(?:(?:(?<! )#|:(?=[^\s]))[^\n#:]*)*")
_FLOW_WORDS = re.compile(r"[A-Za-z0-9(~.+^$](?:[^,\[\]{}:#\"'\n]|(?<=[A-Za-z])')*")
_STRANGE = re.compile(r"[^\n -~\xa0-\u2027\u2030-\ud7ff\uf900-\ufefe\uff00-\uffef]")


class _NotPlainError(Exception):
    """The text holds something that is for the whole reader."""


def plain_value(text: str) -> dict[str, Value] | None:
    """The mapping in *text*, or ``None`` where it is not of the plain kind."""
    if len(text) > LARGEST_FILE or " \n" in text or text.endswith(" ") or _STRANGE.search(text):
        return None
    lines = text.split("\n")
    try:
        reading = _Lines(lines)
        found = reading.mapping(0)
    except (_NotPlainError, IndexError):
        return None
    return found if reading.done and found else None


class _Lines:
    """Lines as indentation and words, without empty ones and comments."""

    def __init__(self, lines: list[str]) -> None:
        self.at = 0
        self._deep = 0
        self._every = lines
        bodies = [(number, line.lstrip(" ")) for number, line in enumerate(lines)]
        self._numbers = [number for number, body in bodies if body and body[0] != "#"]
        self._lines = [(len(lines[number]) - len(bodies[number][1]), bodies[number][1]) for number in self._numbers]

    @property
    def done(self) -> bool:
        """Whether every line was read."""
        return self.at == len(self._lines)

    def mapping(self, indent: int) -> dict[str, Value]:
        """Lines ``key: value`` at *indent*."""
        self._enter()
        found: dict[str, Value] = {}
        while self.at < len(self._lines) and self._lines[self.at][0] == indent:
            body = self._lines[self.at][1]
            match = _KEY.match(body)
            if match is None or match[1] in found:
                raise _NotPlainError
            found[match[1]] = self._after(body[match.end() :], indent)
        self._deep -= 1
        return found

    def _after(self, rest: str, indent: int) -> Value:
        """What stands behind a key at *indent*: on the line, or in those below."""
        self.at += 1
        if rest == ">-":
            return self._folded(indent)
        if rest:
            return _on_line(rest, self._deep)
        if self.at == len(self._lines):
            return None
        below, body = self._lines[self.at]
        if body.startswith("- ") and below >= indent:
            return self._list(below)
        if below > indent:
            return self.mapping(below)
        return None

    def _list(self, indent: int) -> Value:
        self._enter()
        found: list[Value] = []
        while self.at < len(self._lines) and self._lines[self.at][0] == indent:
            body = self._lines[self.at][1]
            if not body.startswith("- "):
                break
            inner = body[2:].lstrip(" ")
            if _KEY.match(inner):
                within = indent + len(body) - len(inner)
                self._lines[self.at] = (within, inner)
                found.append(self.mapping(within))
            else:
                self.at += 1
                found.append(_on_line(inner, self._deep))
        self._deep -= 1
        return found

    def _folded(self, indent: int) -> str:
        """Text folded over lines of one indentation that follow one another; all else is for the whole reader."""
        number = self._numbers[self.at]
        if self._numbers[self.at - 1] != number - 1:
            raise _NotPlainError
        first = self._lines[self.at][0]
        words = []
        while number < len(self._every) and (line := self._every[number]).startswith(" " * (indent + 1)):
            if len(line) - len(line.lstrip(" ")) != first or self._numbers[self.at] != number:
                raise _NotPlainError
            words.append(line[first:])
            self.at += 1
            number += 1
            if self.done:
                break
        if not words or any(line.startswith(" " * (indent + 1)) for line in self._until_next(number)):
            raise _NotPlainError
        return " ".join(words)

    def _until_next(self, number: int) -> list[str]:
        """Empty lines and comments from line *number* to the next that counts."""
        following = len(self._every) if self.done else self._numbers[self.at]
        return self._every[number:following]

    def _enter(self) -> None:
        self._deep += 1
        if self._deep > DEEPEST // 2:
            raise _NotPlainError


def _on_line(words: str, deep: int) -> Value:
    if words[0] in "[{":
        value, end = _flow(words, 0, deep)
        if end != len(words):
            raise _NotPlainError
        return value
    quoted = _QUOTED.fullmatch(words)
    if quoted:
        return _unquoted(quoted)
    if _WORDS.fullmatch(words) is None:
        raise _NotPlainError
    return plain_scalar(words)


def _unquoted(match: re.Match[str]) -> str:
    return match[1] if match[1] is not None else match[2].replace("''", "'")


def _flow(text: str, at: int, deep: int) -> tuple[Value, int]:
    """The value at *at* inside brackets, and where it ends."""
    if deep > DEEPEST // 2:
        raise _NotPlainError
    if text[at] == "[":
        return _flow_list(text, at + 1, deep)
    if text[at] == "{":
        return _flow_mapping(text, at + 1, deep)
    quoted = _QUOTED.match(text, at)
    if quoted:
        return _unquoted(quoted), quoted.end()
    words = _FLOW_WORDS.match(text, at)
    if words is None:
        raise _NotPlainError
    return plain_scalar(words[0].rstrip(" ")), words.end()


def _flow_list(text: str, at: int, deep: int) -> tuple[Value, int]:
    found: list[Value] = []
    at = _past_blanks(text, at)
    while text[at] != "]":
        value, at = _flow(text, at, deep + 1)
        found.append(value)
        at = _to_next(text, at, "]")
    return found, at + 1


def _flow_mapping(text: str, at: int, deep: int) -> tuple[Value, int]:
    found: dict[str, Value] = {}
    at = _past_blanks(text, at)
    while text[at] != "}":
        match = _KEY.match(text, at)
        if match is None or match[1] in found:
            raise _NotPlainError
        found[match[1]], at = _flow(text, match.end(), deep + 1)
        at = _to_next(text, at, "}")
    return found, at + 1


def _to_next(text: str, at: int, close: str) -> int:
    """The place of the next item, or of the closing bracket."""
    at = _past_blanks(text, at)
    if text[at] == ",":
        at = _past_blanks(text, at + 1)
        if text[at] == close:
            raise _NotPlainError
    elif text[at] != close:
        raise _NotPlainError
    return at


def _past_blanks(text: str, at: int) -> int:
    while text[at] == " ":
        at += 1
    return at
