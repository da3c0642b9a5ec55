"""A text as sentences, and a sentence as words: contractions taken apart, with the place where each word stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from supervision_tui.lazy_pattern import lazy_pattern

_END = lazy_pattern(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[^\W_a-z])|\n+\s*")
_ABBREVIATION = lazy_pattern(
    r"(?:\b(?:mr|mrs|ms|dr|st|prof|approx|ca|e\.g|i\.e|vs|aka|dob|nee)|\bno(?=\.)(?<=\bNo)|(?<!['’])\b(?-i:[A-Z]))\.$",
    re.IGNORECASE,
)
_WORD = lazy_pattern(
    r"[0-9]{1,2}:[0-9]{2}(?![0-9])|(?:[0-9]+|[a-z]+)-(?:year|month|week|day)s?-old|[0-9]+(?:[./][0-9]+)*(?:st|nd|rd|th|ish|m|w|yrs?|y|k)?(?![^\W_])|"
    r"[^\W_]+(?:['’\-][^\W_]+)*['’]?|\S"
)
_NOT = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall"}
_CONTRACTED = lazy_pattern(r"(?P<stem>.+?)(?P<tail>n['’]t|['’](?:s|re|ve|m|ll|d))$", re.IGNORECASE)
_TAILS = {"'re": "are", "'ve": "have", "'m": "am", "'ll": "will", "'d": "had", "n't": "not"}
_OF_DISEASES = frozenset(
    ["parkinson", "alzheimer", "crohn", "tourette", "asperger", "huntington", "down", "hodgkin", "raynaud", "jehovah"]
)
"""Names before "'s" that make one word with it: "Parkinson's"."""
_SHORT = {
    "mgm": ("maternal", "Grandmother"), "mgf": ("maternal", "Grandfather"), "pgm": ("paternal", "Grandmother"),
    "pgf": ("paternal", "Grandfather") }  # fmt: skip
"""What practice notes shorten, written out."""
_IS = frozenset(["he", "she", "it", "who", "that", "there", "where", "what", "here", "everyone", "nobody"])


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a sentence: as *text*, in small letters as *low*, at *start* to *end* of the sentence."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, or with a letter of a script that has none."""
        first = self.text[0]
        return first.isalpha() and first == first.upper() and self.low != "i"


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where each sentence or line of *text* begins and ends."""
    cuts = [0]
    for match in _END.finditer(text):
        before = text[cuts[-1] : match.start()]
        if "\n" in match[0] or not _ABBREVIATION.search(before.rstrip("\"'”’)")):
            cuts.append(match.end())
    spans = list(zip(cuts, [*cuts[1:], len(text)], strict=True))
    found = []
    for start, end in spans:
        piece = text[start:end]
        bare = piece.strip(" \t\r\n•*–—-·")
        if bare:
            at = start + piece.index(bare)
            found.append((at, at + len(bare)))
    return found


def words_of(sentence: str) -> list[Word]:
    """The words and marks of *sentence*; "isn't" is "is not", and what belongs to somebody ends in a word "'s"."""
    words: list[Word] = []
    for match in _WORD.finditer(sentence):
        whole = _SHORT.get(match[0].casefold(), ()) if match[0].isupper() else ()
        if whole:
            words += [Word(word, word.casefold(), match.start(), match.end()) for word in whole]
        elif match[0] == "plus" and words:
            words.append(Word("plus", "and", match.start(), match.end()))
        else:
            words += _parts(match[0], match.start())
    return words


def _parts(text: str, start: int) -> Iterator[Word]:
    end = start + len(text)
    if text[-1] in "'’" and len(text) > 1:
        stem = text[:-1]
        yield Word(stem, stem.casefold(), start, end - 1)
        if stem[-1] in "sS":
            yield Word("'s", "'s", end - 1, end)
        return
    match = _CONTRACTED.fullmatch(text)
    if text.casefold() == "cannot" or match is None:
        yield from _uncontracted(text, start)
        return
    stem, tail = match["stem"], match["tail"].casefold().replace("’", "'")
    if tail == "'s" and stem.casefold() in _OF_DISEASES:
        yield Word(text, f"{stem.casefold()}'s", start, end)
        return
    cut = start + len(stem)
    low = stem.casefold()
    if tail == "n't":
        low = _NOT.get(f"{low}n't", low)
    yield Word(stem, low, start, cut)
    if tail == "'s":
        yield Word(text[len(stem) :], "is" if low in _IS else "'s", cut, end)
    else:
        yield Word(text[len(stem) :], _TAILS[tail], cut, end)


def _uncontracted(text: str, start: int) -> Iterator[Word]:
    if text.casefold() == "cannot":
        yield Word(text[:3], "can", start, start + 3)
        yield Word(text[3:], "not", start + 3, start + 6)
    else:
        yield Word(text, text.casefold().replace("’", "'"), start, start + len(text))
