"""A turn in sentences, also where nobody typed full stops or capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from supervision_tui.lazy_pattern import lazy_pattern

LONGEST = 1_200
"""Characters of one sentence that are looked at."""
LONG_WITHOUT_STOPS = 5
"""A turn of more words than this without any stop is cut where a question or a reflection seems to begin."""

_STOPS = lazy_pattern(r"(?<=[.?!…;])[\"'”’)\]]*\s+|\n+|\s+[-–—]+\s+(?=[A-Z])")
_CURLY = str.maketrans({"—": "-", "–": "-", "’": "'", "‘": "'", "`": "'", "“": " ", "”": " ", '"': " "})
_NOISE = lazy_pattern(r"\[[^\]]*\]|\((?:laughs?|pause|inaudible|crying)\)")
_OTHER = lazy_pattern(r"[^a-z0-9'£% ]+")
_BLANKS = lazy_pattern(r"\s+")
_SOUNDS = lazy_pattern(
    r"(?<![\w'])(?:um+|uh+(?! (?:huh|hum))|er+m*|ah+|(?<!mm )hm+|kind of|sort of|kinda|i mean|"
    r"(?<!just so )you know(?! (?:what|how|that|if|who|why|when|where|about)))(?![\w'-])"
)
_STUTTER = lazy_pattern(r"(?<![\w'])([a-z]+(?:'[a-z]+)?)(?:- ?\1(?![\w'])(?!-))+(?:-(?=\1))?", re.IGNORECASE)
_HALF_A_WORD = lazy_pattern(r"(?<![\w'])([a-z]{1,4})-+ ?(?=\1)", re.IGNORECASE)
_LOST = lazy_pattern(
    r"(?<![\w'])(?:(you|they|we|i|it|that|he|she|what|there|who|how|where|let|here|why) (re|ve|ll|d|m|s)"
    r"|(don|didn|doesn|isn|aren|wasn|weren|won|wouldn|couldn|can|shouldn|haven|hasn|hadn) (t))(?![\w'])"
)
_JOINED = {
    word.replace("'", ""): word
    for word in [
        "don't",
        "didn't",
        "doesn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "wouldn't",
        "couldn't",
        "can't",
        "shouldn't",
        "haven't",
        "hasn't",
        "hadn't",
        "you're",
        "you've",
        "they're",
        "they've",
        "we've",
        "i'm",
        "i've",
        "that's",
        "what's",
        "it'll",
        "you'll",
        "there's",
        "who's",
        "how's",
        "let's",
    ]
}
"""Words that mean nothing else without their apostrophe (so never "were", "well", "ill", "id" or "its")."""
_WITHOUT_APOSTROPHE = lazy_pattern(rf"(?<![\w'])(?:{'|'.join(_JOINED)})(?![\w'])")
_SPOKEN = {
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "got to",
    "dunno": "don't know",
    "cos": "because",
    "coz": "because",
    "cuz": "because",
    "'cause": "because",
    "ain't": "isn't",
    "aint": "isn't",
    "gimme": "give me",
    "lemme": "let me",
    "s'pose": "suppose",
    "y'know": "you know",
    "tryna": "trying to",
}
"""Words as they are spoken, and as the phrases write them."""
_RUN_TOGETHER = lazy_pattern(rf"(?<![\w'])(?:{'|'.join(_SPOKEN)})(?![\w'])")
_AUXILIARY = (
    "do|does|did|are|is|was|were|would|could|can|will|have|has|had|might|should|don't|didn't|doesn't|aren't|isn't|"
    "wouldn't|couldn't|can't|haven't"
)
_SUBJECT = "you|your|it|that|this|they|he|she|we|i|the|there"
_AFTER_A_QUESTION_WORD = "".join(
    f"(?<!{word} )" for word in ("what", "how", "why", "when", "where", "who", "much", "many", "often", "long", "else")
)
_ONSETS = lazy_pattern(
    r"(?<=\w) (?=(?:(?:so|and|but|okay|well|now|or|then|because) )?(?:"
    rf"(?:what|why|how)(?: (?!you )[\w']+){{0,2}} (?:{_AUXILIARY}) (?:{_SUBJECT}) |(?:what|how) about "
    r"|(?:what|how)'?s (?:it|that|your|the) |why (?:an?|not) "
    rf"|{_AFTER_A_QUESTION_WORD}(?:do|did|are|were|would|could|will|have) you (?!to )"
    r"|what (?:makes|made|brings|helped|happens|worries|keeps|stopped|else|other|thoughts) "
    r"|how (?:important|confident|ready|often|many|much|long) |any(?:thing)? (?:other|else)(?![\w'])"
    r"|(?:would|could) (?:this|that|it) (?:be|feel|help|work) |tell me (?:about|more|what|how|a)(?![\w'])"
    r"|(?:is|was|are) there (?:any|some|an?|other) "
    r"|(?:does|did|has|is) (?:it|that) (?:right|correct|fair|okay|ok|sound|make|something|because|what|how|why|feel) ?"
    r"|it sounds |sounds like |it seems |(?:so|but|and) you(?:'?re|'?ve|'?d)? |i'?m wondering |i wonder ))"
)
"""Where a question or a reflection begins, where there are no stops."""
_TOO_SHORT = 3
"""Fewer words than this before a cut stay with what follows, unless they ask already."""
_ASKING = ("what", "how", "why", "tell")
_HALF_A_QUESTION = lazy_pattern(
    r"(?:(?:so|and|but|okay|well|now|or|then) )*(?:if|when|before|after|once|since|while|on) (?:\S+ ?){1,14}\Z"
)
_ASKS = lazy_pattern(r"(?:what|how|why|who|where|would|could|do|did) ")
"""A clause that leads to a question stays with it: "if you could change one thing, what would it be"."""


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
    turn = _HALF_A_WORD.sub("", _STUTTER.sub(r"\1", _NOISE.sub(" ", turn.translate(_CURLY))))
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
    """*text* in small letters, lost apostrophes put back, without stops, sounds of hesitation and doubled blanks."""
    words = _BLANKS.sub(" ", _OTHER.sub(" ", text[:LONGEST].translate(_CURLY).lower()))
    words = _LOST.sub(lambda lost: f"{lost[1] or lost[3]}'{lost[2] or lost[4]}", words)
    words = _WITHOUT_APOSTROPHE.sub(lambda joined: _JOINED[joined[0]], words)
    words = _RUN_TOGETHER.sub(lambda spoken: _SPOKEN[spoken[0]], words)
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
        if joined and _HALF_A_QUESTION.match(joined[-1].lower()) and _ASKS.match(part.lower()):
            joined[-1] = f"{joined[-1]} {part}"
        elif joined and len(joined[-1].split()) < _TOO_SHORT and not joined[-1].lower().startswith(_ASKING):
            joined[-1] = f"{joined[-1]} {part}".strip()
        elif part:
            joined.append(part)
    return tuple(joined)
