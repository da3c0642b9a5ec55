"""The word list: what to consider instead, why, and who says so; a file that practitioners can change.

A phrase is matched word by word. It begins with a capital where only that spelling is meant (``LAC``, ``Mum said``); a
star at the end of a word stands for its usual endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import Field, model_validator

from supervision_tui.practice.library.base import FrozenModel, Month, Slug
from supervision_tui.practice.library.content_files import own_content, read_shipped
from supervision_tui.text import Line

ENDINGS = ("", "s", "es", "d", "ed", "ing", "e", "er")

T = TypeVar("T")
Phrase = tuple[str, ...]
"""Words in small letters."""


class WordListRow(FrozenModel):
    """Words to look for, what to consider, why, and whose view it is. *tone* ``think`` weighs more than ``info``."""

    n: Annotated[int, Field(ge=1, le=9999)]
    say: Annotated[tuple[Line, ...], Field(min_length=1)]
    consider: Line
    why: Line
    source: Slug
    tone: Literal["info", "think"] = "info"


class Drifting(FrozenModel):
    """Words in an action that nobody could see done, and what to ask instead."""

    say: Annotated[tuple[Line, ...], Field(min_length=1)]
    ask: Line


class WordList(FrozenModel):
    """Rows by number, terms that the law needs, phrases in which a word means something else, drifting words."""

    id: Slug
    title: Line
    version: Line
    review_by: Month
    sources: dict[Slug, Line] = Field(default_factory=dict)
    legal: tuple[Line, ...] = ()
    unless: tuple[Line, ...] = ()
    rows: tuple[WordListRow, ...] = ()
    drifting: tuple[Drifting, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Each row has its own number, and names a source that is listed."""
        seen: set[int] = set()
        for row in self.rows:
            if row.n in seen:
                raise ValueError(f"row {row.n} stands here twice")
            if row.source not in self.sources:
                raise ValueError(f"row {row.n} names the source '{row.source}', which is not listed under sources")
            seen.add(row.n)
        return self

    @cached_property
    def care(self) -> PhraseIndex[WordListRow]:
        """Its rows, ready to be looked up."""
        return PhraseIndex((row, phrase) for row in self.rows for phrase in row.say)

    @cached_property
    def silent(self) -> PhraseIndex[str]:
        """Phrases inside which nothing is hinted, ready to be looked up."""
        return PhraseIndex((str(phrase), phrase) for phrase in (*self.legal, *self.unless))

    @cached_property
    def drifts(self) -> PhraseIndex[Drifting]:
        """Its drifting words, ready to be looked up."""
        return PhraseIndex((entry, phrase) for entry in self.drifting for phrase in entry.say)

    def joined(self, other: WordList) -> WordList:
        """This list with the rows of *other*, which win by number; terms and drifting words are added."""
        rows = {row.n: row for row in self.rows} | {row.n: row for row in other.rows}
        return WordList(
            id=self.id,
            title=self.title,
            version=self.version,
            review_by=self.review_by,
            sources={**self.sources, **other.sources},
            legal=(*self.legal, *other.legal),
            unless=(*self.unless, *other.unless),
            rows=tuple(rows[n] for n in sorted(rows)),
            drifting=(*self.drifting, *other.drifting),
        )


class PhraseIndex(Generic[T]):
    """Phrases by their first word: looking at a text costs one step a word, however long the list is."""

    def __init__(self, entries: Iterable[tuple[T, str]]) -> None:
        self._by_first: dict[str, list[tuple[Phrase, str, T]]] = {}
        for value, phrase in entries:
            for words in _forms(phrase):
                exact = phrase if any(letter.isupper() for letter in phrase) else ""
                self._by_first.setdefault(words[0], []).append((words, exact, value))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def starts(self, words: list[str]) -> list[int]:
        """Where in *words* a phrase may begin."""
        return [at for at, word in enumerate(words) if word in self._by_first]

    def longest_at(self, words: list[str], at: int, written: list[str]) -> tuple[int, T] | None:
        """The longest phrase that begins at *words* [*at*], as its length in words and its value.

        Args:
            words: the text's words in small letters.
            at: where to look.
            written: the same words as written, for phrases with capitals.
        """
        for phrase, exact, value in self._by_first.get(words[at], ()):
            length = len(phrase)
            if tuple(words[at : at + length]) != phrase:
                continue
            if exact and not _same_capitals(exact, written[at : at + length]):
                continue
            return length, value
        return None


def _forms(phrase: str) -> Iterator[Phrase]:
    words = tokens(phrase.casefold())
    if phrase.endswith("*"):
        for ending in ENDINGS:
            yield (*words[:-1], words[-1] + ending)
        if words[-1].endswith("e"):
            yield (*words[:-1], words[-1][:-1] + "ing")
    else:
        yield tuple(words)


def _same_capitals(exact: str, written: list[str]) -> bool:
    """Whether every word of *exact* that has a capital is written with the same capitals."""
    wanted = tokens(exact)
    return all(word == other for word, other in zip(wanted, written, strict=True) if word != word.casefold())


def tokens(text: str) -> list[str]:
    """The words of *text*; hyphens and apostrophes belong to a word."""
    return WORD.findall(text)


def load_words(own: Path | None = None) -> WordList:
    """The shipped word list, with a team's own rows (``language/*.yaml`` in the folder *own*), which win by number.

    Raises:
        FileFormatError: one of the team's own files is not a word list.
    """
    words = read_shipped("templates/language/words.yaml", WordList)
    if own is not None:
        content = own_content(own)
        for path in sorted((own / "language").glob("*.yaml")):
            words = words.joined(content.read(path, WordList))
        content.close()
    return words


WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
"""A word; hyphens and apostrophes inside belong to it."""

_QUOTED = re.compile(
    r'“[^”\n]{0,2000}”|"[^"\n]{0,2000}"|‘[^’\n]{0,1000}(?:’\w[^’\n]{0,1000})*’(?!\w)'
    r"|(?<!\w)'(?=\S)[^'\n]{0,1000}(?:'\w[^'\n]{0,1000})*(?<=\S)'(?!\w)|^[ ]*>[^\n]*",
    re.MULTILINE,
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Start and end of each quotation in *text*: in marks on one line, or a line that begins with ``>``."""
    return [match.span() for match in _QUOTED.finditer(text)]
