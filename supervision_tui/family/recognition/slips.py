"""One slip of the hand: a letter left out, added, changed, or two changed round (Damerau 1964).

Found by deletions on both sides (Garbe 2012, symmetric delete), then compared with the ``rapidfuzz`` library.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from supervision_tui.lazy_import import load_on_use

SHORTEST = 4
"""Letters of the shortest word in which a slip is looked for; of shorter ones too many are alike."""

_OSA: Any = load_on_use("rapidfuzz.distance", {"OSA": "distance"})
"""Optimal string alignment: of a library of 40 modules, loaded when a word is near another."""


class Slips:
    """Words that are one slip away from one another.

    Args:
        words: the folded words to be recognised.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= SHORTEST:
                for shorter in _deletions(word):
                    self._by_deletion[shorter].append(word)
        self._near = lru_cache(maxsize=20_000)(self._look_up)

    def near(self, word: str) -> tuple[str, ...]:
        """The words to be recognised that are one slip away from *word*."""
        return self._near(word) if len(word) >= SHORTEST - 1 else ()

    def _look_up(self, word: str) -> tuple[str, ...]:
        candidates = {other for shorter in _deletions(word) for other in self._by_deletion.get(shorter, ())}
        return tuple(sorted(_one_slip_from(word, candidates - {word}))) if candidates else ()


def _one_slip_from(word: str, others: Iterable[str]) -> Iterator[str]:
    distance = _OSA("distance")
    return (other for other in others if distance(word, other, score_cutoff=1) == 1)


def _deletions(word: str) -> set[str]:
    """*word*, and *word* without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
