"""Free words for a tie in other programs' files: a kind of the catalogue only where the word is exactly that."""

from __future__ import annotations

from supervision_tui.family.model.ties import TIE_KINDS

_EXACT = {words: kind.id for kind in TIE_KINDS.values() for words in (kind.id, kind.id.replace("_", " "), kind.words)}


def tie_of_word(words: str) -> str | None:
    """The kind of tie that *words* are the id or the words of; ``None`` for any other word."""
    return _EXACT.get(" ".join(words.casefold().split()))
