"""A key as sixteen plain words, for paper or the telephone, which know when one of them was copied wrongly.

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
from pathlib import Path
from typing import ClassVar, Self

from supervision_tui.vault.errors import VaultError

CARRYING = 13
CHECKING = 3
COUNT = CARRYING + CHECKING
_FIELD = 1023
_POLYNOMIAL = 0b10000001001
_PER_LINE = 4


@cache
def word_list() -> tuple[str, ...]:
    """The 1,024 words in order."""
    return tuple((Path(__file__).parents[1] / "words.txt").read_text("ascii").split())


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
class KeyWords:
    """Sixteen words that stand for a key. ``str()`` gives four numbered lines of four.

    A kind of words says what it is *called*, what to look at *again* after a slip, the *error* that it raises, and the
    *purpose* that keeps its keys apart from those of every other kind (at most 16 bytes).
    """

    words: tuple[str, ...]

    called: ClassVar[str]
    again: ClassVar[str]
    purpose: ClassVar[bytes]
    error: ClassVar[type[VaultError]]

    @classmethod
    def new(cls) -> Self:
        """Fresh words from the operating system's randomness."""
        known = word_list()
        symbols = _with_checks([secrets.randbelow(len(known)) for _ in range(CARRYING)])
        return cls(tuple(known[symbol] for symbol in symbols))

    @classmethod
    def read(cls, typed: str) -> Self:
        """Words as a person typed them: any case, any separators, line numbers ignored, four letters are enough.

        Raises:
            VaultError: the kind's own *error*; names the word that is unknown or does not fit, or the count.
        """
        parts = cls.parts(typed)
        if len(parts) != COUNT:
            raise cls.error(f"There should be {COUNT} {cls.called} and here are {len(parts)}. Type them all, in order.")
        known = word_list()
        symbols = [known.index(cls._known(part, place)) for place, part in enumerate(parts, 1)]
        cls._check(symbols)
        return cls(tuple(known[symbol] for symbol in symbols))

    @staticmethod
    def parts(typed: str) -> list[str]:
        """The words in what was *typed*, whatever stands between them."""
        return re.findall(r"[a-z]+", typed.lower())

    def key(self) -> bytes:
        """The 32-byte key that the words stand for (130 random bits need no slow derivation)."""
        return blake2b(" ".join(self.words).encode(), digest_size=32, person=self.purpose).digest()

    def __str__(self) -> str:
        rows = [self.words[at : at + _PER_LINE] for at in range(0, COUNT, _PER_LINE)]
        return "\n".join(
            "  ".join(f"{row * _PER_LINE + at:2} {word:<9}" for at, word in enumerate(words, 1)).rstrip()
            for row, words in enumerate(rows)
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}(hidden)"

    @classmethod
    def _known(cls, part: str, place: int) -> str:
        """The listed word that *part* means."""
        known = word_list()
        if part in known:
            return part
        alike = [word for word in known if len(part) >= _PER_LINE and word[:_PER_LINE] == part[:_PER_LINE] == part]
        if alike:
            return alike[0]
        near = difflib.get_close_matches(part, known, n=1)
        hint = f" Is it “{near[0]}”?" if near else ""
        raise cls.error(f"Word {place} of the {cls.called} is not one of ours.{hint} {cls.again}")

    @classmethod
    def _check(cls, symbols: list[int]) -> None:
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
                raise cls.error(f"Word {place} does not fit the others; “{fitting}” would. {cls.again}")
        raise cls.error(f"Two or more of the {cls.called} are wrong or out of order. {cls.again[:-1]}, word by word.")
