"""What a layout is: where everybody stands, and what had to give way, in words.

``Layout`` is plain data and can be kept beside the family so that the next layout starts from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from supervision_tui.genogram.layout.layout_input import PreviousPosition

SYMBOL_WIDTH = 5
"""Cells across one symbol."""

SYMBOL_HEIGHT = 3
"""Cells down one symbol."""


class Placed(BaseModel):
    """One person's place. *x*, *y*: centre of the symbol in cells, y downwards; *width*, *height*: with the label.

    *birth* is as precise an ISO date as is known (``1980``, ``1980-03``, ``1980-03-02``) or ``None``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    x: int
    y: int
    width: int
    height: int
    row: int
    birth: str | None = None


class PlacedUnion(BaseModel):
    """Partners, left one first, and the children who hang from them in the drawing, leftmost first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    partners: tuple[str, ...]
    children: tuple[str, ...]


class Compromise(BaseModel):
    """A rule that gave way: which, for whom, and why in a sentence for people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    persons: tuple[str, ...]
    why: str


class Layout(BaseModel):
    """Where everybody in a family stands.

    *passing* keeps the columns of lines that pass a row on their way down, *links* the parents who are not home as
    (child, parents); *seconds* is what the placing alone took.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    persons: tuple[Placed, ...] = ()
    unions: tuple[PlacedUnion, ...] = ()
    compromises: tuple[Compromise, ...] = ()
    label_lines: int = 2
    passing: Mapping[str, int] = {}
    links: tuple[tuple[str, tuple[str, ...]], ...] = ()
    seconds: float = 0.0

    @cached_property
    def by_id(self) -> Mapping[str, Placed]:
        """Every place by person id."""
        return {place.id: place for place in self.persons}

    @cached_property
    def rows(self) -> tuple[tuple[Placed, ...], ...]:
        """The persons of each row from the top, each row from the left."""
        count = max((place.row for place in self.persons), default=-1) + 1
        rows: list[list[Placed]] = [[] for _ in range(count)]
        for place in self.persons:
            rows[place.row].append(place)
        return tuple(tuple(sorted(row, key=lambda place: (place.x, place.id))) for row in rows)

    @property
    def positions(self) -> dict[str, PreviousPosition]:
        """Rows and columns to start the next layout from."""
        return {place.id: PreviousPosition(place.row, place.x) for place in self.persons}
