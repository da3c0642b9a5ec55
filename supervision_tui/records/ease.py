"""How easily a text reads: its length, the length of its sentences, and the age of somebody who would follow it.

Source: the grade formula of Kincaid, Fishburne, Rogers & Chissom 1975; the age is the grade plus five. Syllables are
counted by groups of vowels, which is right for about nine words in ten: enough for a hint, never for a verdict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(r"[.!?…]+(?:\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿ]+")


@dataclass(frozen=True, slots=True)
class Ease:
    """*words* of a text, words in a *sentence* on average, and the *age* from which it can be followed (5 at least)."""

    words: int
    sentence: float
    age: int


def ease(text: str) -> Ease:
    """How easily *text* reads; a text without words reads at five."""
    words = _WORD.findall(text)
    if not words:
        return Ease(0, 0.0, 5)
    sentences = sum(1 for part in _SENTENCE.split(text) if part and _WORD.search(part)) or 1
    per_sentence = len(words) / sentences
    grade = 0.39 * per_sentence + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59
    return Ease(len(words), per_sentence, max(5, round(grade + 5)))


def _syllables(word: str) -> int:
    small = word.casefold()
    groups = len(_VOWELS.findall(small))
    silent = small.endswith("e") and not small.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
