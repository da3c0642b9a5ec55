"""Other programs' words for how a child and a parent, or two partners, belong together."""

from __future__ import annotations

import re
from typing import NamedTuple

from supervision_tui.family.model import marks
from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.model.unions import ChangeKind, Ending, UnionKind
from supervision_tui.lazy_pattern import lazy_pattern


class NamedKind(NamedTuple):
    """What a word says of a parent: the kind, and whether the word was known at all."""

    kind: ParentageKind
    known: bool


_PARENT_WORDS: tuple[tuple[str, ParentageKind], ...] = (
    (r"\badopt", "adopted"),
    (r"\bfoster", "foster"),
    (r"\bstep", "step"),
    (r"guardian|\bsgo\b", "guardianship"),
    (r"\bdonor|\bdonat", "donor"),
    (r"surroga", "surrogate"),
    (r"\bkin(?:ship)?\b|grandparent|grandmother|grandfather|\baunt|\buncle", "kinship"),
    (r"^(?:birth|natural|biological|biol\.?|bio|blood|genetic|born|own)\b", "birth"),
)
_PARENTS = tuple((lazy_pattern(pattern), kind) for pattern, kind in _PARENT_WORDS)
_NOT_SAID = frozenset({"", "unknown", "not known", "private", "other", "sealing", "none stated", "unspecified"})


def parentage_kind(words: str) -> NamedKind:
    """How a parent is one by the file's own *words*; a word that is not known says nothing of it.

    What a line of shorthand understands ("sgo", "nan looks after", "connected person") is understood here too.
    """
    plain = " ".join(words.casefold().replace("_", " ").split())
    if plain in _NOT_SAID:
        return NamedKind("unknown", known=plain != "other")
    named = next((kind for pattern, kind in marks.KINSHIP if pattern.fullmatch(plain)), None)
    if named is not None:
        return NamedKind(named, known=True)
    return next(
        (NamedKind(kind, known=True) for pattern, kind in _PARENTS if pattern.search(plain)),
        NamedKind("unknown", known=False),
    )


class CoupleWord(NamedTuple):
    """What a word says of a couple: a kind, or a turn, or neither."""

    kind: UnionKind | None = None
    turn: ChangeKind | None = None
    own_word: bool = False
    """Whether the file's own word says more than the kind, and is kept beside it."""


_COUPLES: tuple[tuple[re.Pattern[str], CoupleWord], ...] = tuple(
    (lazy_pattern(pattern), word)
    for pattern, word in (
        (r"civil partner|civil union|registered partner|same.sex", CoupleWord("civil_partnership", "married")),
        (r"common.?law", CoupleWord("cohabiting", own_word=True)),
        (r"cohabit|liv(?:ing|ed?) together|live.in|unmarried couple", CoupleWord("cohabiting", own_word=True)),
        (r"\bsepar|\bsepr\b|lived apart|living apart|split up|broke up|parted\b", CoupleWord(turn="separated")),
        (r"reconcil|together again|got back", CoupleWord(turn="reconciled")),
        (r"\bdivorce (?:filed|filing)|filed for divorce|divorce petition", CoupleWord(own_word=True)),
        (r"\bdivorc", CoupleWord(turn="divorced")),
        (r"annul|nullity", CoupleWord(turn="annulled")),
        (r"engage|betroth|fianc", CoupleWord("engaged", "engaged")),
        (r"(?:never|not) married|unmarried|partner|friends|unknown|single|other|liaison",
         CoupleWord("unknown", own_word=True)),
        (r"moved in", CoupleWord(turn="moved_in")),
        (r"moved out", CoupleWord(turn="moved_out")),
        (r"^(?:first )?(?:met|meeting)\b", CoupleWord(turn="met")),
        (r"remarri", CoupleWord("married", "remarried")),
        (r"marri|wedding|religious|church|civil|ceremony|spouse|husband|wife|nikah|nikkah|customary|traditional",
         CoupleWord("married", "married", own_word=True)),
    )
)  # fmt: skip


def couple_word(words: str) -> CoupleWord:
    """What the file's own *words* (``Common Law``, ``MYHERITAGE:REL_PARTNERS``, ``Separation``) say of a couple."""
    plain = " ".join(words.casefold().replace("_", " ").replace("-", " ").split())
    found = next((word for pattern, word in _COUPLES if pattern.search(plain)), None)
    return found or _shorthand_word(plain)


_TURNS: dict[Ending, ChangeKind] = {"separation": "separated", "divorce": "divorced", "annulment": "annulled"}
"""How a couple ended, to the turn that ended it."""


def _shorthand_word(plain: str) -> CoupleWord:
    """What *plain* says of a couple where it is a word of the shorthand: "lt", "cp", "fling", "affair", "sep"."""
    ending = marks.ENDINGS.get(plain)
    if ending is not None:
        return CoupleWord(turn=_TURNS.get(ending), own_word=ending not in _TURNS)
    kind = marks.UNIONS.get(plain)
    turns: dict[str, ChangeKind] = {"married": "married", "engaged": "engaged", "civil_partnership": "married"}
    return CoupleWord(kind, turns.get(kind), own_word=True) if kind is not None else CoupleWord()
