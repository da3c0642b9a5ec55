"""How hard a text is to read: Flesch reading ease (Flesch 1948) and the length of its sentences.

Syllables are counted by rule, not by dictionary: groups of vowels, less a silent e. For English prose the result is
within a few points of a count by hand; it is a hint to look again, not a measurement of a writer.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from supervision_tui.practice.language.wordlist import WORD

LONG_SENTENCE = 25
"""Words; beyond this a sentence is worth cutting in two (GOV.UK style)."""

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^lsxzcghaeiouy]es|[^aeiouytd]ed|[^laeiouy]e|[aeiouy]le)$")
_ENDING = re.compile(r"(?<=[aeiouy][^aeiouy]e)(?:ments?|ly|ness|less|ful)$")
_ING = re.compile(r"[aeiouy]ing$")
_TWO = re.compile(r"(?:ia|io|iu|eo|ua|uo)(?!us|n\b|ns\b|l\b)")
_KNOWN = {
    "area": 3, "areas": 3, "create": 2, "created": 3, "creates": 2, "every": 2, "everyone": 3, "idea": 3, "ideas": 3,
    "lion": 2, "lions": 2, "people": 2, "peoples": 2, "quiet": 2, "science": 2, "someone": 2, "something": 2,
    "sometimes": 2,
}  # fmt: skip
"""Common words that the rules count wrongly."""


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence of more than :data:`LONG_SENTENCE` *words*; *line* from 1."""

    line: int
    words: int
    begins: str


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts of a text; *ease* is Flesch's (higher is easier, 60 is plain English), ``None`` under 20 words."""

    words: int
    sentences: int
    ease: float | None
    long: tuple[LongSentence, ...]

    @property
    def told(self) -> str:
        """It in a sentence."""
        if self.ease is None:
            return "Too short to say how easy it is to read."
        for least, words in _TOLD:
            if self.ease >= least:
                return words
        return _TOLD[-1][1]


_TOLD = (
    (80.0, "Easy: most ten-year-olds could read it."),
    (60.0, "Plain: most fourteen-year-olds could read it."),
    (50.0, "Fairly hard: cut long sentences, and say long words in short ones."),
    (float("-inf"), "Hard: a young person or a tired parent would struggle with it."),
)
_FEWEST = 20


def readability(text: str) -> Readability:
    """How easy *text* is to read."""
    sentences = 0
    counted: list[str] = []
    long: list[LongSentence] = []
    for match in _SENTENCE.finditer(text):
        words = WORD.findall(match[0])
        if not words:
            continue
        sentences += 1
        counted += words
        if len(words) > LONG_SENTENCE:
            line = text.count("\n", 0, match.start()) + 1
            long.append(LongSentence(line, len(words), " ".join(words[:6])))
    if len(counted) < _FEWEST:
        return Readability(len(counted), sentences, None, tuple(long))
    spoken = sum(syllables(word) * times for word, times in Counter(counted).items())
    ease = 206.835 - 1.015 * len(counted) / sentences - 84.6 * spoken / len(counted)
    return Readability(len(counted), sentences, round(ease, 1), tuple(long))


def syllables(word: str) -> int:
    """Syllables of an English *word*, by rule; at least one."""
    plain = word.casefold()
    if plain in _KNOWN:
        return _KNOWN[plain]
    groups = len(_VOWELS.findall(plain)) + len(_TWO.findall(plain)) + len(_ING.findall(plain))
    silent = _SILENT.search(_ENDING.sub("", plain))
    return max(groups - 1 if silent else groups, 1)
