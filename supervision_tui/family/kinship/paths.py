"""Ways from one person to another through a family: by descent, by couples, and by both.

A path knows its own way back, so that what two people are to each other can never contradict itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from supervision_tui.family.model.unions import Union

Half = Literal["no", "half", "unsure"]
"""Whether two siblings share both parents, one, or one that is known while another is not."""


@dataclass(frozen=True, slots=True)
class Link:
    """How a child and a lasting parent belong together.

    *severed*: by birth, where the law gave the child to others; *doubted*: it is not sure.
    """

    adopted: bool = False
    severed: bool = False
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Blood:
    """A way by descent (birth or adoption): *up* generations to the shared parents, then *down*.

    *chain* holds everyone on the way from start to end, both included, but not the shared parents of two siblings: they
    are *apex*. With *up* or *down* 0 one is the other's ancestor and *apex* is empty.
    """

    chain: tuple[str, ...]
    up: int
    down: int
    apex: tuple[str, ...] = ()
    half: Half = "no"
    adopted: bool = False
    severed: bool = False
    doubted: bool = False
    twin: Literal["", "twin", "identical twin"] = ""

    @property
    def length(self) -> int:
        """Generations walked."""
        return self.up + self.down

    @property
    def inverse(self) -> Blood:
        """The way back."""
        return replace(self, chain=self.chain[::-1], up=self.down, down=self.up)

    @property
    def on_the_way(self) -> frozenset[str]:
        """Everyone on it, shared parents included."""
        return frozenset(self.chain) | frozenset(self.apex)


@dataclass(frozen=True, slots=True)
class Couple:
    """A step from one partner to the other, neither *up* nor *down*."""

    chain: tuple[str, str]
    union: Union
    up: int = 0
    down: int = 0

    @property
    def length(self) -> int:
        """One step."""
        return 1

    @property
    def inverse(self) -> Couple:
        """The step back."""
        return Couple((self.chain[1], self.chain[0]), self.union)

    @property
    def ex(self) -> bool:
        """Whether the two parted in life."""
        return self.union.over and self.union.ended != "death"

    @property
    def is_marriage(self) -> bool:
        """Whether the law makes in-laws of it."""
        return self.union.kind in {"married", "civil_partnership"}

    @property
    def shares_life(self) -> bool:
        """Whether they share or shared a life, so that children of one are stepchildren of the other."""
        return self.is_marriage or self.union.kind == "cohabiting"

    @property
    def on_the_way(self) -> frozenset[str]:
        """Both."""
        return frozenset(self.chain)


Piece = Blood | Couple


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one person to another: one to three pieces, each beginning where the one before ended.

    *times* counts ways of the same shape through different ancestors: 2 for double cousins. *both_sides* says that they
    begin with different parents, so that neither maternal nor paternal is the whole of it.
    """

    pieces: tuple[Piece, ...]
    times: int = 1
    both_sides: bool = False

    @property
    def route(self) -> tuple[str, ...]:
        """Everyone on the way, start and end included, shared parents not."""
        return (*self.pieces[0].chain[:1], *(person_id for piece in self.pieces for person_id in piece.chain[1:]))

    @property
    def length(self) -> int:
        """Generations and couples walked."""
        return sum(piece.length for piece in self.pieces)

    @property
    def inverse(self) -> Path:
        """The way back."""
        return Path(tuple(piece.inverse for piece in reversed(self.pieces)), self.times)

    @property
    def by_descent(self) -> bool:
        """Whether no couple is on the way."""
        return len(self.pieces) == 1 and isinstance(self.pieces[0], Blood)

    @property
    def ex(self) -> bool:
        """Whether a couple on the way has parted."""
        return any(isinstance(piece, Couple) and piece.ex for piece in self.pieces)

    @property
    def doubted(self) -> bool:
        """Whether a parent link on the way is in doubt."""
        return any(isinstance(piece, Blood) and piece.doubted for piece in self.pieces)

    @property
    def closeness(self) -> tuple[int, int, int, int, tuple[tuple[tuple[str, ...], int], ...]]:
        """Sorts the nearer first, the same from both ends: length, then blood, then current, then full."""
        halves = sum(isinstance(piece, Blood) and piece.half != "no" for piece in self.pieces)
        couples = sum(isinstance(piece, Couple) for piece in self.pieces)
        there = tuple((piece.chain, piece.up) for piece in self.pieces)
        back = tuple((piece.chain[::-1], piece.down) for piece in reversed(self.pieces))
        return (self.length, couples, int(self.ex), halves, min(there, back))
