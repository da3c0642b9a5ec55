"""Sets of words, written as people read them: in one string."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """The words of *listed*, between blanks."""
    return frozenset(listed.split())
