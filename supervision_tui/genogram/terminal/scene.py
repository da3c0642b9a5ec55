"""A drawing in cells as plain data: rows of runs, and where everybody is. No Textual, no escape sequence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "space", "symbol", "focus", "dead", "inside", "name", "line", "couple", "tie", "badge", "household", "faint", "mark"
]
"""What a run is, so that it can be given a colour; every role also differs in shape or words."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring cells of one role."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in cells: *x*, *y* of its upper left cell."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Strand:
    """One cell of a tie between the two people *ends*, and what the cell would hold without it."""

    ends: tuple[str, str]
    under: Run


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing: *rows* from the top, every row *width* cells wide; *regions* by person id hold symbol and label.

    *strands*: the cells (x, y) on which ties are drawn; *ghosts*: where somebody missing would stand.
    """

    width: int
    height: int
    rows: tuple[tuple[Run, ...], ...]
    regions: Mapping[str, Region]
    sentences: Mapping[str, str] = field(default_factory=dict)
    strands: Mapping[tuple[int, int], Strand] = field(default_factory=dict)
    ghosts: Mapping[str, Region] = field(default_factory=dict)

    def words(self, person_id: str) -> str:
        """One sentence about the person, for the line under the drawing and for screen readers."""
        return self.sentences.get(person_id, "")


def paint_cells(scene: Scene) -> list[list[tuple[str, Role]]]:
    """The rows as (text, role) runs."""
    return [[(run.text, run.role) for run in row] for row in scene.rows]


def to_text(scene: Scene) -> str:
    """The drawing as plain text, without blanks at the ends of lines."""
    return "\n".join("".join(run.text for run in row).rstrip() for row in scene.rows)
