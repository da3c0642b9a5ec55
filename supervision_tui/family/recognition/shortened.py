"""Short forms that people make by rule, which no table can hold: "Chiddy" for Chidi, "Kayl" for Kayleigh, "Jojo".

English makes them of the beginning of a name: alone, with an ending (-y, -ie, -o, -s), with an r, l or s turned into a
z ("Shaz" for Sharon), or said twice. Source: Elizabeth Gordon Withycombe, The Oxford Dictionary of English Christian
Names (3rd edition 1977), introduction; Laurie Bauer, English Word-formation (1983), 7.3 on clipping and hypocoristics.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

SHORTEST = 3
"""Letters of the shortest beginning of a name that stands alone, or before an ending of one letter."""
SHORTEST_BEFORE_AN_ENDING = 2
"""Letters of a beginning whose last letter is doubled before an ending: "Abby" for Abigail."""
_ENDINGS = ("ie", "ey", "ee", "y", "i", "o", "s")
_ENDINGS_WITH_Z = ("zza", "zzer", "zz", "za", "z")
_TURNED_INTO_Z = "rlscz"
"""Letters that become a z at the end of a short form; at none of them the z is added."""
_VOWELS = frozenset("aeiouy")
_MOST = 12
"""Names with one beginning, after which a beginning says nothing."""


class ShortenedNames:
    """Which of some given names a word may be a short form of, by rule.

    Args:
        names: the folded given names.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted({name for name in names if len(name) > SHORTEST})
        self._full = lru_cache(maxsize=20_000)(self._look_up)

    def full(self, word: str) -> tuple[str, ...]:
        """The given names of which the folded *word* may be a short form; never the word itself."""
        return self._full(word) if len(word) >= SHORTEST and word.isalpha() else ()

    def _look_up(self, word: str) -> tuple[str, ...]:
        found = {name for beginning in _beginnings(word) for name in self._beginning_with(beginning)}
        return tuple(sorted(found - {word}))

    def _beginning_with(self, beginning: str) -> list[str]:
        at = bisect_left(self._names, beginning)
        several = self._names[at : at + _MOST + 1]
        found = [name for name in several if name.startswith(beginning)]
        return found if len(found) <= _MOST else []


def _beginnings(word: str) -> Iterator[str]:
    """The beginnings of names of which *word* may be made."""
    yield word
    half = word[: len(word) // 2]
    if len(half) >= SHORTEST_BEFORE_AN_ENDING and half * 2 == word:
        yield half
    for ending in _ENDINGS:
        if word.endswith(ending):
            yield from _before_an_ending(word.removesuffix(ending))
    for ending in _ENDINGS_WITH_Z:
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST_BEFORE_AN_ENDING and base[-1] in _VOWELS:
            yield from (base + letter for letter in _TURNED_INTO_Z)
            if len(base) >= SHORTEST:
                yield base
            break


def _before_an_ending(base: str) -> Iterator[str]:
    """A beginning that ends in a consonant, which may have been doubled before the ending."""
    if not base or base[-1] in _VOWELS:
        return
    if len(base) >= SHORTEST:
        yield base
    if base[-2:-1] == base[-1:] and len(base) > SHORTEST_BEFORE_AN_ENDING:
        yield base[:-1]
