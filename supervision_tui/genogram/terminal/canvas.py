"""A sheet of cells on which lines join by themselves: every cell remembers the directions in which lines leave it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from supervision_tui.genogram.lettering import clusters
from supervision_tui.genogram.terminal.scene import Role, Run

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8

_SOLID = " ╵╷│╴┘┐┤╶└┌├─┴┬┼"
_ASCII = " '.|'''+`'.+-+++"

SOFT: dict[str, dict[str, str]] = {
    "dashed": {"│": "╎", "─": "╌"},
    "dotted": {"│": "┊", "─": "┈"},
    "dashdot": {"│": "┇", "─": "┅"},
    "sparse": {"│": "·", "─": "·"},
    "heavy": {"│": "┃", "─": "━"},
    "double": {"│": "║", "─": "═"},
}
SOFT_ASCII: dict[str, dict[str, str]] = {
    "dashed": {"|": ":", "-": "~"},
    "dotted": {"|": ".", "-": "."},
    "dashdot": {"|": "!", "-": "_"},
    "sparse": {"|": "'", "-": "'"},
    "heavy": {"|": "#", "-": "#"},
    "double": {"|": "H", "-": "="},
}
"""Straight pieces in other styles than solid; corners and joints stay solid."""


class Canvas:
    """Cells to draw on, *margin* columns left of column 0; line 0 is the first. Drawing outside is ignored."""

    def __init__(self, width: int, height: int, *, ascii_only: bool = False, margin: int = 0) -> None:
        self.width, self.height, self.ascii_only, self.margin = width, height, ascii_only, margin
        self.arms: dict[tuple[int, int], int] = {}
        self.glyphs: dict[tuple[int, int], tuple[str, Role]] = {}
        self.soft: dict[tuple[int, int], str] = {}
        self.line_role: dict[tuple[int, int], Role] = {}

    def line(self, points: Sequence[tuple[int, int]], role: Role, style: str = "solid") -> None:
        """Straight pieces through *points*; where they meet other lines they join."""
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            if x0 == x1:
                for y in range(min(y0, y1), max(y0, y1)):
                    self._arm(x0, y, DOWN, role, style)
                    self._arm(x0, y + 1, UP, role, style)
            else:
                for x in range(min(x0, x1), max(x0, x1)):
                    self._arm(x, y0, RIGHT, role, style)
                    self._arm(x + 1, y0, LEFT, role, style)

    def _arm(self, x: int, y: int, arm: int, role: Role, style: str) -> None:
        cell = (x, y)
        if cell in self.arms and self.soft.get(cell) != style:
            self.soft.pop(cell, None)
        elif style != "solid":
            self.soft[cell] = style
        self.arms[cell] = self.arms.get(cell, 0) | arm
        self.line_role[cell] = role

    def put(self, x: int, y: int, text: str, role: Role) -> None:
        """Write *text* from cell (x, y); it covers lines. What is cut short ends in a full stop in ASCII."""
        if self.ascii_only:
            text = text.replace("…", ".")
        for letter, size in clusters(text):
            if x >= -self.margin and x + size <= self.width - self.margin and 0 <= y < self.height:
                self.glyphs[x, y] = (letter, role)
                if size > 1:
                    self.glyphs[x + 1, y] = ("", role)
            x += size

    def is_free(self, x: int, y: int, count: int = 1) -> bool:
        """Whether nothing stands in *count* cells from (x, y) on, neither a word nor a line."""
        return all((x + at, y) not in self.glyphs and not self.joined(x + at, y) for at in range(count))

    def joined(self, x: int, y: int) -> int:
        """Directions in which lines leave cell (x, y)."""
        return self.arms.get((x, y), 0)

    def rows(self) -> tuple[tuple[Run, ...], ...]:
        """Everything drawn, as runs."""
        return tuple(self._row(y) for y in range(self.height))

    def _row(self, y: int) -> tuple[Run, ...]:
        runs: list[Run] = []
        text = ""
        role: Role = "space"
        for x in range(-self.margin, self.width - self.margin):
            char, now = self.cell(x, y)
            if now != role and text:
                runs.append(Run(text, role))
                text = ""
            text, role = text + char, now
        if text:
            runs.append(Run(text, role))
        return tuple(runs)

    def cell(self, x: int, y: int) -> tuple[str, Role]:
        """What stands in cell (x, y)."""
        if (x, y) in self.glyphs:
            return self.glyphs[x, y]
        arms = self.arms.get((x, y), 0)
        if not arms:
            return " ", "space"
        char = (_ASCII if self.ascii_only else _SOLID)[arms]
        style = self.soft.get((x, y), "solid")
        if style != "solid":
            char = (SOFT_ASCII if self.ascii_only else SOFT)[style].get(char, char)
        return char, self.line_role[x, y]
