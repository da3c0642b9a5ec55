"""Other ways to write a name as a whole: its pieces run together, and its first letters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from supervision_tui.family.recognition.common_words import PARTICLES
from supervision_tui.family.recognition.tokens import name_tokens
from supervision_tui.lazy_pattern import lazy_pattern

_HYPHEN = lazy_pattern(r"[-\u2010-\u2015]")
_LETTERS = lazy_pattern(r"[A-Za-z -]*")
_PLAIN = lazy_pattern(r"[A-Za-z]* (?!ma?c)[A-Za-z]*", re.IGNORECASE)
"""One given name and one surname, which has no pieces."""
_MAC = ("mac", "mc")
_LEAST_AFTER_MAC = 4
"""Letters after Mac or Mc in a surname, so that "Mack" and "Macy" stay what they are."""


def joined_pieces(name: str) -> Iterator[tuple[str, Literal["given", "surname"]]]:
    """The pieces of *name* that can be run together: "jeanpaul" of Jean-Paul, "vanderberg" of van der Berg."""
    if _PLAIN.fullmatch(name):  # most names
        return
    chunks = [chunk for chunk in map(_words, name.split()) if chunk]
    if not chunks:
        return
    if len(chunks[0]) > 1:
        yield "".join(chunks[0]), "given"
    elif len(chunks) > 2 and chunks[1][0] not in PARTICLES:  # noqa: PLR2004 - two given names and a surname
        yield "".join((*chunks[0], *chunks[1])), "given"
    last = len(chunks) - 1
    first = last
    while first > 1 and chunks[first - 1][0] in PARTICLES:
        first -= 1
    pieces = [word for chunk in chunks[first:] for word in chunk]
    if last and len(pieces) > 1:
        yield "".join(pieces), "surname"
    for word in pieces if last else ():
        yield from ((other, "surname") for other in _mac_and_mc(word))


def double_initials(name: str) -> Iterator[str]:
    """The first letters of a hyphened given name: "jp" of Jean-Paul."""
    chunks = name.split()
    pieces = name_tokens(chunks[0]) if chunks and _HYPHEN.search(chunks[0]) else []
    if len(pieces) > 1:
        yield "".join(piece[0] for piece in pieces)


def whole_initials(name: str) -> Iterator[str]:
    """The first letters of a whole name: all; without what stands between; of given names: "mjw", "mw", "mj"."""
    words = [word for word in _words(name) if word not in PARTICLES and not word.isdigit()]
    if len(words) > 1 and all(word[0].isalpha() for word in words):
        letters = "".join(word[0] for word in words)
        given = [letters[:-1]] if len(words) > 2 else []  # noqa: PLR2004 - two given names and a surname
        yield from dict.fromkeys((letters, letters[0] + letters[-1], *given))


def _words(name: str) -> list[str]:
    """The folded words of *name*; of a name in plain letters without the longer way to them."""
    return name.lower().replace("-", " ").split() if _LETTERS.fullmatch(name) else name_tokens(name)


def _mac_and_mc(word: str) -> Iterator[str]:
    for here, there in (_MAC, _MAC[::-1]):
        rest = word.removeprefix(here)
        if rest != word and len(rest) >= _LEAST_AFTER_MAC and not rest.startswith("c" if here == "mac" else "a"):
            yield there + rest
