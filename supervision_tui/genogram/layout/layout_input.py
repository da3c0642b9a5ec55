"""What the layout engine is told about a family: persons, unions, further parent links, earlier positions.

The engine knows nothing of names, symbols or ties, so none of them can ever move anybody. Lengths are terminal cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SYMBOL_WIDTH = 5
"""Cells across one symbol."""

SYMBOL_HEIGHT = 3
"""Cells down one symbol."""


@dataclass(frozen=True, slots=True)
class PersonIn:
    """One person to place.

    *earliest* and *latest* bound the birth as day ordinals (``None``: unknown). *width* is the odd number of cells that
    symbol and label need. *side* says where convention likes the person in a couple: -1 left, 1 right, 0 either.
    """

    id: str
    earliest: int | None = None
    latest: int | None = None
    width: int = SYMBOL_WIDTH
    side: int = 0


@dataclass(frozen=True, slots=True)
class UnionIn:
    """Zero to two partners and the children who hang from them, in recorded order; *since* is a day ordinal.

    Where they are no *couple*, nothing keeps them together, and each has a line of their own to their children.
    *twins*: groups of children of one birth. *lettered*: children whose line has a letter beside it.
    """

    id: str
    partners: tuple[str, ...]
    children: tuple[str, ...] = ()
    since: int | None = None
    couple: bool = True
    twins: tuple[tuple[str, ...], ...] = ()
    lettered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkIn:
    """A parent link that is not the child's home: it asks for rows and lines, never for a place."""

    child: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviousPosition:
    """Where a person stood in an earlier layout of the same family: row, and column of the centre."""

    row: int
    x: int


@dataclass(frozen=True, slots=True)
class LayoutInput:
    """A family as the engine sees it.

    *row_end*: children who are let stand first (-1) or last (1) of their siblings, whatever their age.
    """

    persons: tuple[PersonIn, ...]
    unions: tuple[UnionIn, ...] = ()
    links: tuple[LinkIn, ...] = ()
    previous: Mapping[str, PreviousPosition] = field(default_factory=dict)
    row_end: Mapping[str, int] = field(default_factory=dict)
