"""A turn in sentences, also where nobody typed full stops or capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 1_200
"""Characters of one sentence that are looked at."""
LONG_WITHOUT_STOPS = 6
"""A turn of more words than this without any stop is cut where a question or a reflection seems to begin."""

_STOPS = re.compile(r"(?<=[.?!…;])[\"'”’)\]]*\s+|\n+|\s+[-–—]+\s+(?=[A-Z])")
_CURLY = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": " ", "”": " ", '"': " "})
_NOISE = re.compile(r"\[[^\]]*\]|\((?:laughs?|pause|inaudible|crying)\)")
_OTHER = re.compile(r"[^a-z0-9'£%\- ]+")
_BLANKS = re.compile(r"\s+")
_SOUNDS = re.compile(
    r"(?<![\w'])(?:um+|uh+|er+m*|ah|you know(?! (?:what|how|that|if|who|why|when|where|about))|i mean)(?![\w'])"
)
_AUXILIARY = "do|does|did|are|is|was|were|would|could|can|will|have|has|might"
_SUBJECT = "you|your|it|that|this|they|he|she|we|i|the|there"
_AFTER_HOW = "else|kind|sort|kinds|much|many|often|long|about|important|confident|ready|part"
_ONSETS = re.compile(
    r"(?<=\w) (?=(?:(?:so|and|but|okay|well|now|or) )?(?:"
    rf"(?:what|why|how)(?: (?:{_AFTER_HOW}))?(?: of)?(?: \w+)? (?:{_AUXILIARY}) (?:{_SUBJECT})"
    r"|(?:do|did|are|were|would|could|can|will|have) you (?!to )"
    r"|why (?:an?|not) |tell me (?:about|more|what|how|a)|(?:is|was) there |(?:does|did|has|is) it "
    r"|(?:is|was|does) that (?:right|correct|fair|okay|ok|sound|make|something|because|what|how|why) ?"
    r"|it sounds |sounds like |it seems |so you(?:'?re|'?ve|'?d)? |but you(?:'?re|'?ve|'?d)? ))"
)
"""Where a question or a reflection begins, where there are no stops."""
_TOO_SHORT = 3
"""Fewer words than this before a cut stay with what follows, unless they ask already."""
_ASKING = ("what", "how", "why", "tell")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as typed, the same in small letters and bare, and how it ended: ``?``, ``.``, ``!`` or nothing."""

    text: str
    bare: str
    end: str

    @property
    def length(self) -> int:
        """Words."""
        return len(self.bare.split())


def sentences(turn: str) -> tuple[Sentence, ...]:
    """The sentences of *turn*, in order; none of them empty."""
    turn = _NOISE.sub(" ", turn.translate(_CURLY))
    pieces = [piece.strip() for piece in _STOPS.split(turn)]
    stops = any(mark in turn for mark in ".?!")
    found = []
    for piece in pieces:
        for part in (piece,) if stops else _cut(piece):
            words = bare(part)
            if words:
                found.append(Sentence(part, words, _end(part)))
    return tuple(found)


def bare(text: str) -> str:
    """*text* in small letters, without stops, sounds of hesitation and doubled blanks."""
    words = _OTHER.sub(" ", text[:LONGEST].translate(_CURLY).lower())
    return _BLANKS.sub(" ", _SOUNDS.sub(" ", words)).strip(" -")


def _end(text: str) -> str:
    last = text.rstrip("\"' )")[-1:]
    return last if last in "?.!" else ""


def _cut(piece: str) -> tuple[str, ...]:
    """A turn without stops, cut where a question or a reflection seems to begin."""
    if len(piece.split()) <= LONG_WITHOUT_STOPS:
        return (piece,)
    lowered = piece.lower()
    cuts = [0, *(match.start() for match in _ONSETS.finditer(lowered)), len(piece)]
    parts = [piece[first:last].strip() for first, last in pairwise(cuts)]
    joined: list[str] = []
    for part in parts:
        if joined and len(joined[-1].split()) < _TOO_SHORT and not joined[-1].lower().startswith(_ASKING):
            joined[-1] = f"{joined[-1]} {part}".strip()
        elif part:
            joined.append(part)
    return tuple(joined)
