"""How easily a text reads: Flesch's reading ease, the age of somebody who would follow it, and its long sentences.

Sources: reading ease after Flesch 1948; the age is the grade of Kincaid, Fishburne, Rogers & Chissom 1975 plus five.
Both come from the same counts. Syllables are counted by rule, not by dictionary: groups of vowels, less a silent e. For
English prose the result is within a few points of a count by hand; it is a hint to look again, not a measurement.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.language.phrases import WORD
from supervision_tui.text_folding import fold

LONG_SENTENCE = 25
"""Words; beyond this a sentence is worth cutting in two (GOV.UK style)."""

_SENTENCE = lazy_pattern(r"[^.!?\n]+[.!?]*")
_VOWELS = lazy_pattern(r"[aeiouy]+")
_SILENT = lazy_pattern(
    r"(?:[^lsxzcghaeiouy]es|[aeiouy]les|(?<![bcdfgkpstxz])[lr]ed|[^aeiouytdlr]ed|[^laeiouy]e|[aeiouy]le)$"
)
_ENDING = lazy_pattern(r"(?<=[aeiouy][^aeiouy]e)(?:ments?|ly|ness|less|ful)$")
_ING = lazy_pattern(r"[aeiouy]ing$")
_TWO = lazy_pattern(r"(?:ia|io|iu|eo|ua|uo)(?!us|n\b|ns\b|l\b)")
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
    """Counts of a text, and the two figures that follow from them."""

    words: int
    sentences: int
    syllables: int
    long: tuple[LongSentence, ...]

    @property
    def sentence_length(self) -> float:
        """Words in a sentence, on average; 0 without words."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def ease(self) -> float | None:
        """Flesch's reading ease: higher is easier, 60 is plain English; ``None`` under :data:`FEWEST_WORDS` words."""
        if self.words < FEWEST_WORDS:
            return None
        return round(206.835 - 1.015 * self.sentence_length - 84.6 * self.syllables / self.words, 1)

    @property
    def age(self) -> int:
        """Years from which somebody would follow it; :data:`YOUNGEST_READER` at least, and for a text without words."""
        if not self.words:
            return YOUNGEST_READER
        grade = 0.39 * self.sentence_length + 11.8 * self.syllables / self.words - 15.59
        return max(YOUNGEST_READER, round(grade + 5))

    @property
    def verdict(self) -> str:
        """How easy it is, in a sentence or two."""
        if self.words < FEWEST_WORDS:
            return "Too short to say how easy it is to read."
        ease, advice = next((name, advice) for oldest, name, advice in _VERDICTS if self.age <= oldest)
        return f"{ease}: it reads from about the age of {self.age}.{advice}"


FEWEST_WORDS = 20
"""Words of the shortest text of which it is said how easily it reads."""
YOUNGEST_READER = 5
_VERDICTS = (
    (10, "Easy", ""),
    (14, "Plain", ""),
    (17, "Fairly hard", " Cut long sentences, and say long words in short ones."),
    (float("inf"), "Hard", " A young person or a tired parent would struggle with it."),
)
"""Up to which age a text is called what, and what would help."""


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
    spoken = sum(syllables(word) * times for word, times in Counter(counted).items())
    return Readability(len(counted), sentences, spoken, tuple(long))


def syllables(word: str) -> int:
    """Syllables of an English *word*, by rule; at least one."""
    plain = fold(word)
    if plain in _KNOWN:
        return _KNOWN[plain]
    groups = len(_VOWELS.findall(plain)) + len(_TWO.findall(plain)) + len(_ING.findall(plain))
    silent = _SILENT.search(_ENDING.sub("", plain))
    return max(groups - 1 if silent else groups, 1)
