"""Words that people use for a tie: the same in a line that is typed and in the files of other programs."""

from __future__ import annotations

from supervision_tui.family.model.ties import TIE_KINDS

PLAIN_WORDS: dict[str, str] = {
    "no contact": "cut_off", "not in contact": "cut_off", "not in touch": "cut_off", "lost touch": "cut_off",
    "estranged": "cut_off", "not speaking": "cut_off", "does not speak to": "cut_off", "doesn't speak to": "cut_off",
    "does not see": "cut_off", "doesn't see": "cut_off", "don't speak": "cut_off", "fell out": "conflict",
    "argue": "conflict", "argues": "conflict", "argues with": "conflict", "rows": "conflict", "rows with": "conflict",
    "fight": "conflict", "fights": "conflict", "fights with": "conflict", "clash": "conflict",
    "best friends": "very_close", "inseparable": "fused", "loves": "love", "hates": "hate",
    "made up": "cut_off_repaired", "best mates": "very_close",
    "best mate": "very_close", "best friend": "very_close", "v close": "very_close", "really close": "very_close",
    "friends": "close", "mates": "close", "hasn't seen": "cut_off", "has not seen": "cut_off",
    "won't speak": "cut_off", "won't speak to": "cut_off", "refuses contact": "cut_off",
    "refuses contact with": "cut_off", "doesn't get on": "conflict", "doesn't get on with": "conflict",
    "does not get on": "conflict", "does not get on with": "conflict", "don't get on": "conflict",
    "not on speaking terms": "cut_off", "in touch": "plain", "knows": "plain",
    "never met": "never_met", "has never met": "never_met", "gets on with": "harmony", "get on": "harmony",
    "does not trust": "distrust", "doesn't trust": "distrust", "not close": "distant", "drifted apart": "distant",
}  # fmt: skip
"""Other words that people use for a tie, to its kind."""
_EXACT = {words: kind.id for kind in TIE_KINDS.values() for words in (kind.id, kind.id.replace("_", " "), kind.words)}


def tie_of_word(words: str) -> str | None:
    """The kind of tie that *words* say, all of them; ``None`` for any other word.

    Who does something to whom ("hits", "hit by") is not taken from a word alone: only a line says which way it goes.
    """
    plain = " ".join(words.replace("’", "'").casefold().split())
    return _EXACT.get(plain) or PLAIN_WORDS.get(plain)
