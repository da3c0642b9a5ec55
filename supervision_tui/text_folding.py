"""Words made comparable: the same letters whatever the accents, so that Łukasz is found by lukasz.

Unicode NFKD without its combining marks (UAX 15), case-folded, and the letters that have no decomposition spelt out.
Scripts written without blanks between words (Chinese, Japanese, Thai) are split into single characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import regex

_SPELT = str.maketrans(
    {
        "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t",
        "ı": "i", "ŋ": "n", "Ŋ": "n", "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th",
        "Þ": "th", "ð": "d", "Ð": "d", "ƒ": "f", "ə": "e", "Ə": "e", "’": "'", "ʼ": "'", "ʻ": "'",
    }
)  # fmt: skip
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_ASCII_WORD = lazy_pattern(r"[^\W_]+(?:'[^\W_]+)*", re.ASCII)
_LETTER = rf"[\p{{L}}\p{{N}}--[{_UNSPACED}]]"
_IN_WORD = rf"[\p{{L}}\p{{N}}\p{{M}}\p{{Cf}}--[{_UNSPACED}]]"
_EACH_UNSPACED = lazy_pattern(rf"([{_UNSPACED}])")


def fold(text: str) -> str:
    """*text* in plain lower-case letters; characters of unspaced scripts stand apart."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.translate(_SPELT))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return _EACH_UNSPACED.sub(r" \1 ", bare.casefold())


def name_key(name: str) -> str:
    """*name* as names are compared: folded, one kind of hyphen and blank, nothing invisible.

    ``name_key("Zoë Łukasz") == name_key("zoe lukasz")``; so do a soft hyphen inside, and a curly apostrophe.
    """
    if name.isascii():
        return " ".join(name.lower().split())
    visible = "".join(char for char in name if unicodedata.category(char) != "Cf")
    return " ".join(fold(visible.translate(_HYPHENS)).split())


def words(text: str) -> list[tuple[str, int, int]]:
    """Every word of *text*: folded, with its start and end in *text*."""
    word = _ASCII_WORD if text.isascii() else _word()
    return [(fold(match[0]).strip(), match.start(), match.end()) for match in word.finditer(text)]


@cache
def _word() -> regex.Pattern[str]:
    """A word by Unicode's boundaries (UAX 29): marks and joiners belong to the letter before them, in every script."""
    import regex  # noqa: PLC0415 - 40 ms, and plain English has no need of it

    return regex.compile(rf"(?V1)[{_UNSPACED}]+|{_LETTER}{_IN_WORD}*(?:['’ʼ]{_LETTER}{_IN_WORD}*)*")


def flat(text: str) -> str:
    """*text* folded letter for letter, so that places in it are places in *text*; the rest is left as it is."""
    return (text if text.isascii() else text.translate(_letters())).lower()


@cache
def _letters() -> dict[int, str]:
    """Every letter of Latin, Greek and Cyrillic with marks that folds to a single letter."""
    folded = {code: fold(chr(code)) for code in (*range(0xC0, 0x530), *range(0x1E00, 0x2000), 0x2019)}
    return {code: letter for code, letter in folded.items() if len(letter) == 1}


def beginnings(sought: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds, in flat text, every word that begins with one of the folded words *sought*."""
    longest_first = sorted(sought, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in longest_first)})\w*")


def query(typed: str) -> str:
    """What was *typed* as an FTS5 query in which every word must be found (each as a beginning).

    Every word is quoted, so nothing typed is ever read as query language; "" when there is no word in it.
    """
    return " ".join(f'"{word}"*' for word, _, _ in words(typed))
