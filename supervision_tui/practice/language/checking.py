"""Hints about words: what to consider instead, why, and who says so. Nothing is ever replaced, and nothing blocks.

Each hint is given once a text, at its first words, with how often it holds. Left alone are quotations, a court's words,
terms of the law, what a service did (where the row says so), and other meanings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from supervision_tui.practice.language.phrases import WORD
from supervision_tui.practice.language.readability import Readability, readability
from supervision_tui.practice.language.services import done_by_a_service
from supervision_tui.practice.language.wordlist import WordList, WordListRow, quotations


@dataclass(frozen=True, slots=True)
class Hint:
    """The *words* at *start* to *end* of the text (characters; *line* and *column* from 1), and what to consider.

    *row* is the number of the word list's row, ``None`` for a drifting word in an action. *times* is how many places of
    the text the hint holds for; only the first is given.
    """

    start: int
    end: int
    line: int
    column: int
    words: str
    consider: str
    why: str
    source: str
    tone: Literal["info", "think", "action"]
    row: int | None
    times: int = 1


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
    found.sort(key=lambda hint: (hint.start, hint.row is None))
    times = Counter(map(_once, found))
    first: dict[tuple[int | None, str, str], Hint] = {}
    for hint in found:
        first.setdefault(_once(hint), hint)
    hints = tuple(replace(hint, times=times[key]) for key, hint in first.items())
    return LanguageReport(hints, readability(text))


def _once(hint: Hint) -> tuple[int | None, str, str]:
    """What is given once a text: a row, and each wording of a row that weighs more."""
    return hint.row, hint.consider, hint.words.casefold() if hint.tone == "think" else ""


class _Reading:
    def __init__(self, text: str, words: WordList) -> None:
        self._text = text
        self._list = words
        matches = list(WORD.finditer(text))
        self._spans = [match.span() for match in matches]
        self._written = [match[0].replace("’", "'") for match in matches]
        self._words = [word.casefold() for word in self._written]
        self._lines = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
        self._sentences = self._sentence_starts()
        self._quoted = self._quoted_words()
        self._courts = {
            bisect_right(self._sentences, at) for at, _, _ in words.court_phrases.matches(self._words, self._written)
        }
        self._terms = {
            word: range(at, at + length)
            for at, length, _ in words.silent.matches(self._words, self._written)
            for word in range(at, at + length)
        }

    def _quoted_words(self) -> set[int]:
        """Numbers of the words inside quotations."""
        quoted: set[int] = set()
        starts = [start for start, _ in self._spans]
        for start, end in quotations(self._text):
            quoted.update(range(bisect_right(starts, start - 1), bisect_right(starts, end - 1)))
        return quoted

    def _sentence_starts(self) -> list[int]:
        """Numbers of the words that begin a sentence; a line is one at least."""
        starts = [0]
        for at in range(1, len(self._spans)):
            between = self._text[self._spans[at - 1][1] : self._spans[at][0]]
            if any(mark in between for mark in ".!?\n"):
                starts.append(at)
        return starts

    def _spared(self, at: int, length: int, row: WordListRow) -> bool:
        """Whether the sentence gives a court's words, tells of something else, or of what a service did."""
        number = bisect_right(self._sentences, at)
        if number in self._courts:
            return True
        start = self._sentences[number - 1]
        end = self._sentences[number] if number < len(self._sentences) else len(self._words)
        others = (*self._words[start:at], *self._words[at + length : end])
        if not row.unless_near.isdisjoint(others):
            return True
        before = slice(start, at)
        return row.spares == "services" and done_by_a_service(self._words[before], self._written[before], self._list)

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
        for at, length, row in self._list.care.matches(self._words, self._written):
            if not self._silent(at, length) and not self._spared(at, length, row):
                yield self._hint(
                    at, length, row.consider, row.why, str(self._list.sources[row.source]), row.tone, row.n
                )

    def drifting(self, *, every_line: bool) -> Iterator[Hint]:
        """Hints of drifting words, in lines that are actions."""
        for at, length, entry in self._list.drifts.matches(self._words, self._written):
            if not self._silent(at, length) and (every_line or self._in_action(at)):
                yield self._hint(
                    at,
                    length,
                    entry.ask,
                    "nobody could see it done",
                    self._list.sources.get(entry.source, ""),
                    "action",
                    None,
                )

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
