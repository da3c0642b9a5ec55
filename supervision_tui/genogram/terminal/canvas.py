"""A sheet of cells on which lines join by themselves: every cell remembers the directions in which lines leave it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

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
                top, bottom = min(y0, y1), max(y0, y1)
                self._piece([(x0, y) for y in range(top, bottom + 1)], (DOWN, UP), role, style)
            else:
                left, right = min(x0, x1), max(x0, x1)
                self._piece([(x, y0) for x in range(left, right + 1)], (RIGHT, LEFT), role, style)

    def _piece(self, cells: Sequence[tuple[int, int]], ways: tuple[int, int], role: Role, style: str) -> None:
        """A straight piece through *cells*, which leaves the first one way, the last the other, all between both."""
        if len(cells) < 2:  # noqa: PLR2004 - it goes nowhere
            return
        arms, soft, last = self.arms, self.soft, len(cells) - 1
        for at, cell in enumerate(cells):
            known = arms.get(cell, 0)
            if known and soft.get(cell, "solid") != style:
                soft.pop(cell, None)
            elif style != "solid":
                soft[cell] = style
            arms[cell] = known | (ways[0] if at < last else 0) | (ways[1] if at else 0)
        self.line_role.update(dict.fromkeys(cells, role))

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
        """Everything drawn, as runs; only what is drawn is looked at, which in a large family is a cell in twenty."""
        drawn: list[dict[int, tuple[str, Role]]] = [{} for _ in range(self.height)]
        left, right, height = -self.margin, self.width - self.margin, self.height
        chars, soft, roles = _ASCII if self.ascii_only else _SOLID, self.soft, self.line_role
        for place, arms in self.arms.items():
            x, y = place
            if left <= x < right and 0 <= y < height:
                drawn[y][x] = self.cell(x, y) if place in soft or not arms else (chars[arms], roles[place])
        for (x, y), glyph in self.glyphs.items():
            if left <= x < right and 0 <= y < height:
                drawn[y][x] = glyph
        return tuple(tuple(self._runs(cells)) for cells in drawn)

    def _runs(self, drawn: Mapping[int, tuple[str, Role]]) -> Iterator[Run]:
        """A row of these cells by column: what stands beside one another in one role is one run."""
        pieces: list[tuple[str, Role]] = []
        at, end = -self.margin, self.width - self.margin
        for x in sorted(drawn):
            if x > at:
                pieces.append((" " * (x - at), "space"))
            pieces.append(drawn[x])
            at = x + 1
        if end > at:
            pieces.append((" " * (end - at), "space"))
        for role, together in itertools.groupby(pieces, key=itemgetter(1)):
            if text := "".join([text for text, _role in together]):
                yield Run(text, role)

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
