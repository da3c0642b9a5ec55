"""Phrases of the word list, and where they stand in a text.

A phrase is matched word by word. A capital means that only that spelling is meant (``LAC``, ``Mum said``). A star at
the end of a word stands for its usual endings, ``(a|b)`` for either, ``(a|)`` for *a* or nothing, ``~`` for any
one word. A choice holds no other choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

from supervision_tui.lazy_pattern import lazy_pattern

ENDINGS = ("", "s", "es", "d", "ed", "ing", "e", "er")
ANY_WORD = "~"

T = TypeVar("T")
Phrase = tuple[str, ...]
"""Words in small letters."""

WORD = lazy_pattern(r"[^\W_]+(?:['’\-][^\W_]+)*")
"""A word; hyphens and apostrophes inside belong to it."""

_CHOICE = lazy_pattern(r"\(([^()]*\|[^()]*)\)")
_PART = lazy_pattern(rf"{ANY_WORD}|(?:{WORD.pattern})\*?")


@dataclass(slots=True)
class _Node(Generic[T]):
    """What may follow the words so far, and the values of phrases that end here (with their wording, for capitals)."""

    following: dict[str, _Node[T]] = field(default_factory=dict)
    endings: list[tuple[Phrase | None, T]] = field(default_factory=list)


class PhraseIndex(Generic[T]):
    """Phrases as a tree of words: looking at a text costs one step a word, however long the list is."""

    def __init__(self, entries: Iterable[tuple[T, str]]) -> None:
        self._root: _Node[T] = _Node()
        for value, phrase in entries:
            for written in wordings(phrase):
                node = self._root
                for word in written:
                    node = node.following.setdefault(word.casefold(), _Node())
                capitals = any(word != word.casefold() for word in written)
                node.endings.append((written if capitals else None, value))

    def starts(self, words: list[str]) -> list[int]:
        """Where in *words* a phrase may begin."""
        first = self._root.following
        return [at for at, word in enumerate(words) if word in first]

    def longest_at(self, words: list[str], at: int, written: list[str]) -> tuple[int, T] | None:
        """The longest phrase that begins at *words* [*at*], as its length in words and its value.

        Args:
            words: the text's words in small letters.
            at: where to look.
            written: the same words as written, for phrases with capitals.
        """
        longest: tuple[int, T] | None = None
        open_nodes = [(self._root, 0)]
        while open_nodes:
            node, length = open_nodes.pop()
            if longest is None or length > longest[0]:
                for exact, value in node.endings:
                    if exact is None or _same_capitals(exact, written[at : at + length]):
                        longest = (length, value)
                        break
            if at + length < len(words):
                following = (words[at + length], ANY_WORD)
                open_nodes.extend((node.following[word], length + 1) for word in following if word in node.following)
        return longest

    def matches(self, words: list[str], written: list[str]) -> Iterator[tuple[int, int, T]]:
        """Each longest phrase, none overlapping the one before: place, length in words, value."""
        free = 0
        for at in self.starts(words):
            match = self.longest_at(words, at, written) if at >= free else None
            if match is not None:
                yield at, match[0], match[1]
                free = at + match[0]


def wordings(phrase: str) -> Iterator[Phrase]:
    """Every wording that *phrase* stands for, as words with their capitals."""
    choice = _CHOICE.search(phrase)
    if choice is not None:
        for option in choice[1].split("|"):
            yield from wordings(f"{phrase[: choice.start()]}{option}{phrase[choice.end() :]}")
        return
    parts = [_inflected(word) for word in _PART.findall(phrase.replace("’", "'"))]
    yield from product(*parts)


def _inflected(word: str) -> tuple[str, ...]:
    """*word* itself, or, with a star, with each of the usual endings."""
    if not word.endswith("*"):
        return (word,)
    stem = word[:-1]
    forms = tuple(stem + ending for ending in ENDINGS)
    return (*forms, stem[:-1] + "ing") if stem.endswith("e") else forms


def _same_capitals(exact: Phrase, written: list[str]) -> bool:
    """Whether every word of *exact* that has a capital is written with the same capitals."""
    return all(word == other for word, other in zip(exact, written, strict=True) if word != word.casefold())
