"""The recovery key: sixteen plain words for a drawer, which know when one of them was copied wrongly.

Thirteen words carry 130 random bits; three more are check words, a Reed-Solomon code over GF(1024) (Reed and Solomon
1960; primitive polynomial x^10 + x^3 + 1). One wrong word is named together with the word that fits; two wrong words,
or two exchanged, are noticed. The list is our own: 1,024 words of 3 to 9 letters, no two alike in their first four
letters, none one slip of the pen from another.
"""

from __future__ import annotations

import difflib
import re
import secrets
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from supervision_tui.vault.errors import WrongRecoveryWordsError

CARRYING = 13
CHECKING = 3
COUNT = CARRYING + CHECKING
_FIELD = 1023
_POLYNOMIAL = 0b10000001001
_PER_LINE = 4


@cache
def word_list() -> tuple[str, ...]:
    """The 1,024 words in order."""
    return tuple(files("supervision_tui.vault").joinpath("words.txt").read_text("ascii").split())


@cache
def _tables() -> tuple[tuple[int, ...], dict[int, int]]:
    """Powers of the generator and their logarithms."""
    powers, value = [], 1
    for _ in range(_FIELD):
        powers.append(value)
        value <<= 1
        value ^= _POLYNOMIAL if value > _FIELD else 0
    return tuple(powers), {power: at for at, power in enumerate(powers)}


def _times(a: int, b: int) -> int:
    powers, logs = _tables()
    return powers[(logs[a] + logs[b]) % _FIELD] if a and b else 0


def _syndromes(symbols: list[int]) -> list[int]:
    """The code word's value at generator powers 0, 1 and 2: all zero when the words fit together."""
    powers, _ = _tables()
    found = []
    for at in range(CHECKING):
        value = 0
        for symbol in symbols:
            value = _times(value, powers[at]) ^ symbol
        found.append(value)
    return found


def _with_checks(symbols: list[int]) -> list[int]:
    """Append the check symbols: the remainder after division by (x-1)(x-g)(x-g^2)."""
    powers, _ = _tables()
    generator = [1]
    for at in range(CHECKING):
        shifted = [*generator, 0]
        scaled = [0, *(_times(value, powers[at]) for value in generator)]
        generator = [a ^ b for a, b in zip(shifted, scaled, strict=True)]
    rest = [*symbols, *([0] * CHECKING)]
    for at in range(len(symbols)):
        factor = rest[at]
        for offset, value in enumerate(generator):
            rest[at + offset] ^= _times(value, factor)
    return [*symbols, *rest[-CHECKING:]]


@dataclass(frozen=True, repr=False)
class RecoveryWords:
    """Sixteen words that open a vault when its passphrase is forgotten. ``str()`` gives four numbered lines of four."""

    words: tuple[str, ...]

    @classmethod
    def new(cls) -> RecoveryWords:
        """Fresh words from the operating system's randomness."""
        known = word_list()
        symbols = _with_checks([secrets.randbelow(len(known)) for _ in range(CARRYING)])
        return cls(tuple(known[symbol] for symbol in symbols))

    @classmethod
    def read(cls, typed: str) -> RecoveryWords:
        """Words as a person typed them: any case, any separators, line numbers ignored, four letters are enough.

        Raises:
            WrongRecoveryWordsError: names the word that is unknown or does not fit, or the count.
        """
        parts = re.findall(r"[a-z]+", typed.lower())
        if len(parts) != COUNT:
            message = f"There should be {COUNT} recovery words and here are {len(parts)}. Type them all, in order."
            raise WrongRecoveryWordsError(message)
        known = word_list()
        symbols = [known.index(_known(part, place)) for place, part in enumerate(parts, 1)]
        _check(symbols)
        return cls(tuple(known[symbol] for symbol in symbols))

    def key(self) -> bytes:
        """The 32-byte key that the words stand for (130 random bits need no slow derivation)."""
        return blake2b(" ".join(self.words).encode(), digest_size=32, person=b"recovery-words").digest()

    def __str__(self) -> str:
        rows = [self.words[at : at + _PER_LINE] for at in range(0, COUNT, _PER_LINE)]
        return "\n".join(
            "  ".join(f"{row * _PER_LINE + at:2} {word:<9}" for at, word in enumerate(words, 1)).rstrip()
            for row, words in enumerate(rows)
        )

    def __repr__(self) -> str:
        return "RecoveryWords(hidden)"


def _known(part: str, place: int) -> str:
    """The listed word that *part* means."""
    known = word_list()
    if part in known:
        return part
    alike = [word for word in known if len(part) >= _PER_LINE and word[:_PER_LINE] == part[:_PER_LINE] == part]
    if alike:
        return alike[0]
    near = difflib.get_close_matches(part, known, n=1)
    hint = f" Is it “{near[0]}”?" if near else ""
    message = f"Word {place} of the recovery words is not one of ours.{hint} Look at the paper again."
    raise WrongRecoveryWordsError(message)


def _check(symbols: list[int]) -> None:
    """Refuse words that do not fit together, naming the one at fault where one alone explains it."""
    found = _syndromes(symbols)
    if not any(found):
        return
    _, logs = _tables()
    if all(found) and (logs[found[1]] - logs[found[0]]) % _FIELD == (logs[found[2]] - logs[found[1]]) % _FIELD:
        power = (logs[found[1]] - logs[found[0]]) % _FIELD
        if power < COUNT:
            place = COUNT - power
            fitting = word_list()[symbols[place - 1] ^ found[0]]
            message = f"Word {place} does not fit the others; “{fitting}” would. Look at the paper again."
            raise WrongRecoveryWordsError(message)
    message = "Two or more of the recovery words are wrong or out of order. Look at the paper again, word by word."
    raise WrongRecoveryWordsError(message)
