"""Hints about words: what to consider instead, why, and who says so. Nothing is ever replaced, and nothing blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from supervision_tui.practice.language.readability import Readability, readability
from supervision_tui.practice.language.wordlist import WORD, PhraseIndex, T, WordList, quotations


@dataclass(frozen=True, slots=True)
class Hint:
    """Words *found* at *start* to *end* of the text (characters; *line* and *column* from 1), and what to consider.

    *row* is the number of the word list's row, ``None`` for a drifting word in an action.
    """

    start: int
    end: int
    line: int
    column: int
    found: str
    consider: str
    why: str
    source: str
    tone: Literal["info", "think", "action"]
    row: int | None


@dataclass(frozen=True, slots=True)
class LanguageReport:
    """What was noticed in a text."""

    hints: tuple[Hint, ...]
    readability: Readability


def check(text: str, words: WordList, *, actions: bool = False) -> LanguageReport:
    """Hints on *text*, in its order.

    Args:
        text: anything that somebody wrote.
        words: the list to go by (:func:`~supervision_tui.practice.language.load_words`).
        actions: every line is an action; without, only lines that begin with "Action".
    """
    reading = _Reading(text, words)
    found = [*reading.care(), *reading.drifting(every_line=actions)]
    return LanguageReport(tuple(sorted(found, key=lambda hint: (hint.start, hint.row is None))), readability(text))


class _Reading:
    def __init__(self, text: str, words: WordList) -> None:
        self._text = text
        self._list = words
        matches = list(WORD.finditer(text))
        self._spans = [match.span() for match in matches]
        self._written = [match[0].replace("’", "'") for match in matches]
        self._words = [word.casefold() for word in self._written]
        self._lines = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
        self._quoted = self._quoted_words()
        self._terms = {
            word: range(at, at + length)
            for at, length, _ in _found(words.silent, self._words, self._written)
            for word in range(at, at + length)
        }

    def _quoted_words(self) -> set[int]:
        """Numbers of the words inside quotations."""
        quoted: set[int] = set()
        starts = [start for start, _ in self._spans]
        for start, end in quotations(self._text):
            quoted.update(range(bisect_right(starts, start - 1), bisect_right(starts, end - 1)))
        return quoted

    def _silent(self, at: int, length: int) -> bool:
        """Whether a phrase is quoted, or belongs to a term that is not itself a part of the phrase."""
        for word in range(at, at + length):
            term = self._terms.get(word)
            inside = term is not None and at <= term.start and term.stop <= at + length and len(term) < length
            if word in self._quoted or (term is not None and not inside):
                return True
        return False

    def care(self) -> Iterator[Hint]:
        """Hints of the rows."""
        for at, length, row in _found(self._list.care, self._words, self._written):
            if not self._silent(at, length):
                yield self._hint(
                    at, length, row.consider, row.why, str(self._list.sources[row.source]), row.tone, row.n
                )

    def drifting(self, *, every_line: bool) -> Iterator[Hint]:
        """Hints of drifting words, in lines that are actions."""
        for at, length, entry in _found(self._list.drifts, self._words, self._written):
            if not self._silent(at, length) and (every_line or self._in_action(at)):
                yield self._hint(at, length, entry.ask, "nobody could see it done", "", "action", None)

    def _in_action(self, at: int) -> bool:
        start = self._lines[self._line(at)]
        return self._text[start : start + 24].lstrip(" -*•[]0123456789.)").casefold().startswith("action")

    def _line(self, at: int) -> int:
        return bisect_right(self._lines, self._spans[at][0]) - 1

    def _hint(  # noqa: PLR0917 - the parts of one hint, in its order
        self,
        at: int,
        length: int,
        consider: str,
        why: str,
        source: str,
        tone: Literal["info", "think", "action"],
        row: int | None,
    ) -> Hint:
        start, end = self._spans[at][0], self._spans[at + length - 1][1]
        line = self._line(at)
        column = start - self._lines[line] + 1
        return Hint(start, end, line + 1, column, self._text[start:end], consider, why, source, tone, row)


def _found(index: PhraseIndex[T], words: list[str], written: list[str]) -> Iterator[tuple[int, int, T]]:
    """Each longest phrase of *index*, none overlapping the one before: place, length, value."""
    free = 0
    for at in index.starts(words):
        match = index.longest_at(words, at, written) if at >= free else None
        if match is not None:
            yield at, match[0], match[1]
            free = at + match[0]
