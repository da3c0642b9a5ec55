"""The words of a text as names are compared: where each is, and what it is without accents, marks and capitals.

A word is a run of letters, marks and digits with what is invisible inside it, after Unicode's word boundaries (UAX 29,
rules WB4 to WB7), by the properties of the ``regex`` library; an apostrophe joins, a hyphen, dot or underscore parts.
Scripts that are written without blanks give a word for every character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, overload

from supervision_tui.lazy_pattern import lazy_pattern, lazy_unicode_pattern
from supervision_tui.text_folding import fold

_APOSTROPHES = "'’‘ʼʻ`´＇"
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_INVISIBLE = r"\p{Cf}\N{REPLACEMENT CHARACTER}"
_WORD = lazy_unicode_pattern(
    rf"[{_UNSPACED}]\p{{M}}*"
    rf"|(?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}])(?:(?![{_UNSPACED}])[\p{{L}}\p{{M}}\p{{N}}{_INVISIBLE}]|"
    rf"[{_APOSTROPHES}](?=\p{{L}}))*"
)
_ASCII_WORD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|['`](?=[A-Za-z]))*")
"""The same for a text of ASCII alone, which most texts are."""
_ONE_UNSPACED = lazy_unicode_pattern(rf"[{_UNSPACED}]")
_ENTITY_OR_TAG = lazy_unicode_pattern(r"(?i)&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});|</?[a-z][^<>]{0,80}>")
_SENTENCE_END = lazy_pattern(r"[.!?…。।؟]['\"”’)\]]*\s|\n\s*\n|[;:|•\t]\s|[。।؟]|\n\s*[-*•]")
_OPENING = '"“‘«('
_ABBREVIATED = frozenset({"mr", "mrs", "ms", "dr", "st", "rev", "prof"})
"""Words whose full stop ends no sentence."""
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁԛѡһкмнтвαοενκιρτυχ", "aeopcyxijsdqwhkmhtbaoevkiptux")
"""Cyrillic and Greek letters that look like Latin ones (Unicode Technical Standard 39, confusables)."""
_TATWEEL = "\u0640"
_ARABIC = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", _TATWEEL: None})
LONGEST_GAP = 12
"""Characters between two words of one name."""


class Token(NamedTuple):
    """One word of a text.

    Attributes:
        key: the word folded; a possessive ending is off.
        start, end: where it is, without the possessive ending.
        capital: whether it begins with a capital letter.
        cased: whether its script has capitals at all.
        opens: whether it begins a sentence, a line or a quotation, where a capital says nothing.
        shouted: whether it is longer than a letter and in capitals only.
        joined: whether a name can run on from the word before it to this one.
        comma: whether a comma is between the word before and this one.
        stop: whether a full stop follows at once, as after an initial.
        possessive: whether an 's was taken off.
        mail: whether an @ follows, so that it is the end of a name in an e-mail address.
    """

    key: str
    start: int
    end: int
    capital: bool
    cased: bool
    opens: bool
    shouted: bool
    joined: bool
    comma: bool
    stop: bool
    possessive: bool
    mail: bool


class Tokens(Sequence[Token]):
    """The words of *text* in their order; what goes beyond a word's letters is worked out where it is asked for.

    *joined* are words, from a first to a last one, that are one word here: a name written letter by letter.

    Attributes:
        keys: every word folded.
    """

    def __init__(self, text: str, joined: Sequence[tuple[int, int]] = ()) -> None:
        self._text = text
        if "<" in text or "&" in text:
            self._text = _ENTITY_OR_TAG.sub(lambda match: " " * len(match[0]), text)
        word = _ASCII_WORD if self._text.isascii() else _WORD
        found = [(_key(match[0]), *match.span()) for match in word.finditer(self._text)]
        found = [entry for entry in found if entry[0]]
        for first, last in reversed(joined):
            pieces = found[first : last + 1]
            found[first : last + 1] = [("".join(key for key, _, _ in pieces), pieces[0][1], pieces[-1][2])]
        self._spans = [(start, end) for _, start, end in found]
        self.keys = [key for key, _, _ in found]
        self._made: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        token = self._made.get(at)
        if token is None:
            token = self._made[at] = self._make(at)
        return token

    def __iter__(self) -> Iterator[Token]:
        return (self[at] for at in range(len(self)))

    def is_capital(self, at: int) -> bool:
        """Whether the word *at* begins with a capital letter."""
        return self._text[self._spans[at][0]].isupper()

    def gap(self, at: int) -> str:
        """What stands between the word *at* and the one before it."""
        return self._text[self._spans[at - 1][1] if at else 0 : self._spans[at][0]]

    def with_joined(self, runs: Sequence[tuple[int, int]]) -> Tokens:
        """The same words, of which each of *runs*, from a first to a last one in order, is one word."""
        return Tokens(self._text, runs)

    def _make(self, at: int) -> Token:
        start, end = self._spans[at]
        raw, first = self._text[start:end], self._text[start]
        gap = self.gap(at)
        opens, joined, comma = False, True, False
        if gap != " " or not at:
            previous = self.keys[at - 1] if at else ""
            ended = _SENTENCE_END.search(gap) is not None and not (len(previous) <= 1 or previous in _ABBREVIATED)
            opens = not at or ended or "\n" in gap or any(mark in gap for mark in _OPENING)
            joined = at > 0 and not ended and len(gap) <= LONGEST_GAP and "(" not in gap
            comma = "," in gap
        cased = first.lower() != first.upper()
        follows = self._text[end : end + 1]
        ending = len(raw) - len(_without_possessive(raw))
        return Token(
            key=self.keys[at],
            start=start,
            end=end - ending,
            capital=cased and first.isupper(),
            cased=cased,
            opens=opens,
            shouted=len(raw) > 1 and raw.isupper(),
            joined=joined,
            comma=comma,
            stop=follows == ".",
            possessive=ending > 0,
            mail=follows == "@",
        )


def name_tokens(name: str) -> list[str]:
    """The folded words of a *name*."""
    return Tokens(name).keys


def is_unspaced(char: str) -> bool:
    """Whether *char* is of a script that is written without blanks between words."""
    return not char.isascii() and _ONE_UNSPACED.match(char) is not None


def _without_possessive(raw: str) -> str:
    if len(raw) > 2 and raw[-1] in "sS" and raw[-2] in _APOSTROPHES:  # noqa: PLR2004 - an apostrophe and an s
        return raw[:-2]
    return raw


def forget_tokens() -> None:
    """Let go of the words that were compared."""
    _key.cache_clear()


@lru_cache(maxsize=20_000)
def _key(raw: str) -> str:
    """*raw* as words are compared: see the module's words."""
    raw = _without_possessive(raw)
    if raw.isascii():
        return raw.lower().replace("'", "").replace("`", "")
    visible = "".join(
        char
        for char in raw
        if char not in _APOSTROPHES and char != "\N{REPLACEMENT CHARACTER}" and unicodedata.category(char) != "Cf"
    )
    return "".join(fold(unicodedata.normalize("NFKC", visible)).split()).translate(_LOOK_ALIKES).translate(_ARABIC)
