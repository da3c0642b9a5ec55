"""A telling in the first person: whether somebody tells of their own family, and the words for who tells."""

from __future__ import annotations

import re
from itertools import pairwise

from supervision_tui.family.narrative.grammar import kin_nouns
from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.family.narrative.grammar.words import words_of
from supervision_tui.lazy_pattern import lazy_pattern

TELLER, TELLERS = "teller", "tellers"
"""Pronouns of phrases: who tells; and who tells with a partner."""
FIRST_PERSON = {"i": TELLER, "me": TELLER, "we": TELLERS, "us": TELLERS}
OWN = word_set("my our")
BEHIND_COUNT = word_set("are were have all both live go see on by with since now , . ; : ( and")
"""What may stand behind "my three" where that says children."""
_QUOTED = lazy_pattern(r"[\"“][^\"”]*[\"”]|(?<!\w)['‘][^'’]*['’](?!\w)")
_MOST_ADJECTIVES = 3
_BY_AGE = word_set("eldest oldest youngest")


def tells_of_own_family(text: str) -> bool:
    """Whether *text* is told by somebody of the family: "my mum", "our Jade's dad", "my name is ...".

    A note by somebody who works with the family ("I visited on Monday") is not; nor is what it quotes.
    """
    lows = [word.low for word in words_of(_QUOTED.sub(" ", text))]
    if any(low == "my" and after == "name" for low, after in pairwise(lows)):
        return True
    if any(low in OWN and after in _BY_AGE for low, after in pairwise(lows)) or lows[:2] == ["me", "and"]:
        return True
    if _NAMED.search(text) and _WE.search(text):
        return True
    return any(_own_kin(lows, at + 1) for at, low in enumerate(lows) if low in OWN)


_FOSTERS = lazy_pattern(
    r"\b(?:(?:i|we)(?: have|['’]ve)? foster|(?:i|we)(?: am| are|['’]m|['’]re) (?:a )?foster|(?:another|different|"
    r"last|previous|"
    r"former|other|new) (?:foster )?carers?|a (?:\w+ )?foster carer|foster (?:baby|child|son|daughter|carers)|"
    r"(?:came|moved) to us\b|placed with (?:us|me)\b|our (?:placement|link worker)|"
    r"supervising social worker|fostering)",
    re.IGNORECASE,
)


_FOSTERED = lazy_pattern(r"\bmy (?:foster|carers?\b)|with (?:a |my )?foster (?:family|carers?)", re.IGNORECASE)
_OF_GRANDCHILD = lazy_pattern(r"\bmy (?:\w+ )?grand(?:son|daughter|child|kid)", re.IGNORECASE)
_NAMED = lazy_pattern(r"\bI(?:['’]m| am) (?:called )?[A-Z][a-z]+\b(?!,? (?:a|an|the|their|his|her|from) )")
_WE = lazy_pattern(
    r"\b(?:our [A-Z]|(?:[Ww]e|I)(?:['’]ve| have| had) (?:been married|got|had)|[Ww]e (?:had|lost|live)|with me\b)"
)


def is_carer(text: str) -> bool:
    """Whether whoever tells *text* is a foster carer, by their words: "came to us", "is with another carer"."""
    return bool(_FOSTERS.search(text)) and not _FOSTERED.search(text)


def tells_of_own_parents(text: str) -> bool:
    """Whether "mum" and "Dad" in *text* are those of whoever tells, and not of a child whom they look after."""
    return not is_carer(text) and not _OF_GRANDCHILD.search(text)


def _own_kin(lows: list[str], at: int) -> bool:
    if kin_nouns.NUMBERS.get(lows[at] if at < len(lows) else "", 0) > 1 and {*lows[at + 1 : at + 2]} <= BEHIND_COUNT:
        return True
    for start in range(at, at + _MOST_ADJECTIVES + 1):
        found = kin_nouns.noun_at(lows, start)
        if found is not None:
            return found[0].relation not in kin_nouns.ROUND
        if start >= len(lows) or lows[start] not in kin_nouns.ADJECTIVES:
            return False
    return False
