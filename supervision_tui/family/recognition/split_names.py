"""Names that a text writes in pieces, put together again: "S i o b h á n", "J-P", "O Neil", "Mc Donald"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from supervision_tui.family.recognition.common_words import PARTICLES
from supervision_tui.family.recognition.tokens import Tokens, is_unspaced
from supervision_tui.lazy_pattern import lazy_unicode_pattern

if TYPE_CHECKING:
    from supervision_tui.family.recognition.names import Names

SHORTEST_SPELT = 3
"""Letters of the shortest name among letters that are not all names; of what follows a particle."""
LONGEST_RUN = 80
"""Letters, one by one, that are looked at together."""
MOST_SIGNS = 8
"""Characters of one letter with all its signs."""
_LETTER = lazy_unicode_pattern(r"(?=\p{L})\X")
MOST_PIECES = 4
"""Words of one surname with its particles: "van der Berg" has three."""
_BETWEEN_LETTERS = frozenset(" .-_*/·\u00a0\u2010\u2011\u2013")
_WIDEST = 3
"""Characters between two letters of a name written letter by letter."""
_BEFORE_THE_REST = PARTICLES | {"o", "d", "fitz"}


def joined_names(tokens: Tokens, names: Names) -> Tokens:
    """*tokens* with the pieces of one name of *names* as one word."""
    runs: list[tuple[int, int]] = []
    for first, last in sorted((*_spelt_out(tokens, names), *_with_particles(tokens, names))):
        if not runs or first > runs[-1][1]:
            runs.append((first, last))
    return tokens.with_joined(runs) if runs else tokens


def _spelt_out(tokens: Tokens, names: Names) -> Iterator[tuple[int, int]]:
    """The first and the last word of each name that is written letter by letter, or in its initials."""
    for first, last in _runs_of_letters(tokens):
        letters = tokens.keys[first : last + 1]
        if "".join(letters) in names.by_initials or "".join(letters) in names.by_word:
            yield first, last
            continue
        spelt = list(_names_in(letters, names))
        whole = sum(end - start for start, end in spelt) == len(letters)
        for start, end in spelt:
            if whole or len("".join(letters[start:end])) >= SHORTEST_SPELT:
                yield first + start, first + end - 1


def _names_in(letters: Sequence[str], names: Names) -> Iterator[tuple[int, int]]:
    """Where in *letters* names begin and end, the longest first."""
    at = 0
    while at < len(letters) - 1:
        end = next((end for end in range(len(letters), at + 1, -1) if "".join(letters[at:end]) in names.by_word), 0)
        if end:
            yield at, end
        at = end or at + 1


def _runs_of_letters(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Where letters stand one by one: two or more, with little between them."""
    letters = [at for at, key in enumerate(tokens.keys) if (len(key) == 1 or not key.isascii()) and _is_letter(key)]
    first = last = -1
    for at in letters:
        if first >= 0 and at == last + 1 and at - first < LONGEST_RUN and _is_narrow(tokens.gap(at)):
            last = at
            continue
        if last > first:
            yield first, last
        first = last = at
    if last > first:
        yield first, last


def _is_letter(key: str) -> bool:
    """Whether *key* is one letter, with the marks and signs that belong to it in scripts that have such."""
    if key.isascii():
        return len(key) == 1 and key.isalpha()
    return len(key) <= MOST_SIGNS and _LETTER.fullmatch(key) is not None and not is_unspaced(key[0])


def _is_narrow(gap: str) -> bool:
    return len(gap) <= _WIDEST and _BETWEEN_LETTERS.issuperset(gap)


def _with_particles(tokens: Tokens, names: Names) -> Iterator[tuple[int, int]]:
    """Each surname of which a particle stands apart in the text, or apostrophe and blank are changed round."""
    keys = tokens.keys
    taken = -1
    for at in [at for at, key in enumerate(keys) if key in _BEFORE_THE_REST]:
        if at <= taken:
            continue
        for last in range(min(at + MOST_PIECES, len(keys)) - 1, at, -1):
            whole = "".join(keys[at : last + 1])
            if whole in names.by_word and len(keys[last]) >= SHORTEST_SPELT and _is_one(tokens, at, last):
                yield at, last
                taken = last
                break


def _is_one(tokens: Tokens, first: int, last: int) -> bool:
    return all(set(tokens.gap(at)) <= set(" '’-\u00a0\u2010\u2011") for at in range(first + 1, last + 1))
