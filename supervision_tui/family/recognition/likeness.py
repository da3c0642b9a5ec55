"""Words that are, or are like, a part of a name: the same, one slip away, a short form by rule, with an ending."""

from __future__ import annotations

from typing import NamedTuple

from supervision_tui.family.recognition.common_words import is_common
from supervision_tui.family.recognition.names import Bearer, NamePart, Names
from supervision_tui.family.recognition.tokens import Token, Tokens

SHORTEST_SLIP = 4
"""Letters of the shortest word alone that may be a misspelt name."""
SHORTEST_STEM = 4
"""Letters of a name to which a script without capitals adds an ending."""
SHORTEST_LATIN_STEM = 5
"""Letters of a name to which a language with capitals adds one: "Dąbrowskiego", "Natanowi"."""
LONGEST_ENDING = 3
MANY_FAMILIES = 5
"""A first name or surname that is borne in more families than this points at none of them."""
_OTHER_SURNAMES = ("son", "ton", "ley", "man", "ford", "s")
"""Endings that make another English name of a name."""


class Hit(NamedTuple):
    """One word that is a part of somebody's name, or like one.

    Attributes:
        bearer: whose name.
        word: the part of the name.
        part: which part it is.
        exact: whether the word of the text is that very word.
        shortened: whether it is a short form of it by rule, and no misspelling.
    """

    bearer: Bearer
    word: str
    part: NamePart
    exact: bool
    shortened: bool = False


class Likeness:
    """What the words of one text are like.

    Args:
        names: who is to be recognised.
        tokens: the words of the text.
    """

    def __init__(self, names: Names, tokens: Tokens) -> None:
        self._names = names
        self._tokens = tokens
        self.known = {key: hits for key in dict.fromkeys(tokens.keys) if (hits := self._look_up(key))}
        self._like: dict[str, list[Hit]] = {}

    def exact(self, at: int) -> list[Hit]:
        """Whose name the word *at* is a part of; of a plural or a word with numbers after it, what it is made of."""
        return self.known.get(self._tokens.keys[at], [])

    def slipped(self, at: int) -> list[Hit]:
        """Whose name the word *at* is one slip away from; nobody's for a word of every day written like one."""
        token = self._tokens[at]
        if not token.capital and is_common(token.key):
            return []
        found = self._like.get(token.key)
        if found is None:
            found = self._like[token.key] = self._one_slip_away(token.key)
        return found

    def short_for(self, at: int) -> tuple[str, ...]:
        """The given names of which the word *at* may be a short form; none for a word of every day written like one."""
        key = self._tokens.keys[at]
        names = self._names.shortened.full(key)
        return names if names and (self._tokens[at].capital or not is_common(key)) else ()

    def of_a_word_alone(self, at: int) -> list[Hit]:
        """Who is meant by a misspelt name, a short form, a name with an ending, or the beginning of a longer name."""
        token = self._tokens[at]
        if token.cased and not (token.capital and not (token.opens and is_common(token.key))):
            return []
        if not token.cased:
            return self._with_an_ending(token, SHORTEST_STEM) or self.slipped(at)
        if is_common(token.key):
            return []
        if len(token.key) >= SHORTEST_SLIP:
            near = self._one_slip_away(token.key)
            near = [hit for hit in near if hit.part != "short" and len(hit.word) >= SHORTEST_SLIP]
            if near:
                return near
        short = [] if token.shouted else self._short_for(token.key)
        return short or self._with_an_ending(token, SHORTEST_LATIN_STEM)

    def _look_up(self, word: str) -> list[Hit]:
        hits = [Hit(bearer, word, bearer.parts[word], exact=True) for bearer in self._names.of(word)]
        if hits:
            return hits
        stem = word.rstrip("0123456789")
        stem = stem[:-1] if stem == word and word.endswith("s") else stem
        return [Hit(bearer, stem, bearer.parts[stem], exact=True) for bearer in self._names.of(stem)]

    def _one_slip_away(self, key: str) -> list[Hit]:
        return [
            Hit(bearer, word, bearer.parts[word], exact=False)
            for word in self._names.slips.near(key)
            for bearer in self._names.of(word)
        ]

    def _short_for(self, key: str) -> list[Hit]:
        """Whose given name *key* is short for; nobody's who shares it with many families."""
        return [
            Hit(bearer, name, "given", exact=False, shortened=True)
            for name in self._names.shortened.full(key)
            if len(self._names.families_of[name]) <= MANY_FAMILIES
            for bearer in self._names.of(name)
            if bearer.parts[name] == "given"
        ]

    def _with_an_ending(self, token: Token, shortest: int) -> list[Hit]:
        key = token.key
        if token.cased and (token.opens or key.endswith(_OTHER_SURNAMES)):
            return []
        stems = [key[:end] for end in range(max(shortest, len(key) - LONGEST_ENDING), len(key))]
        return [
            Hit(bearer, stem, bearer.parts[stem], exact=False)
            for stem in stems
            for bearer in self._names.of(stem)
            if bearer.parts[stem] != "short"
        ]
