"""Ties in the terminal: characters along the way, the mark or letter in the middle, an arrow at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from supervision_tui.genogram.notation import MARK_CELLS, TIE_STYLES, Cell, Grid
from supervision_tui.genogram.terminal.canvas import Canvas
from supervision_tui.genogram.terminal.scene import Run, Strand

if TYPE_CHECKING:
    from supervision_tui.family import Tie
    from supervision_tui.genogram.notation import Drawing

ARROWS = {(1, 0): "►", (-1, 0): "◄", (0, 1): "▼", (0, -1): "▲"}
ASCII = str.maketrans({
    "═": "=", "║": "H", "≡": "#", "┄": ".", "┆": ".", "·": ".", "≈": "~", "╌": ".", "╎": ":", "─": "-", "│": "|",
    "━": "=", "┃": "I", "‖": "!", "○": "o", "♥": "v",
    "▲": "^", "☆": "*", "×": "x", "∅": "0", "►": ">", "◄": "<", "▼": "v",
})  # fmt: skip

DIFFERS = ("≠", "%")
"""At a person or a tie that differs in another drawing; in ASCII the second."""


def draw_ties(canvas: Canvas, drawing: Drawing) -> Mapping[Cell, Strand]:
    """Every tie between two people of the drawing that finds a way, in the order of the family; its cells."""
    strands: dict[Cell, Strand] = {}
    lines = {cell for path in drawing.paths for a, b in pairwise(path.points) for cell in along((a, b))}
    grid = Grid(drawing.layout, {person_id: len(words) for person_id, words in drawing.labels.items()}, lines)
    for tie in drawing.family.ties:
        if tie.a in drawing.symbols and tie.b in drawing.symbols and tie.a != tie.b:
            cells = list(along(grid.shortest_path(tie.a, tie.b)))
            if cells:
                painter = _Tied(canvas, tie, strands)
                painter.draw(cells)
                if tie.id in drawing.options.marked:
                    painter.mark(cells)
    return strands


def along(corners: Sequence[Cell]) -> Iterator[Cell]:
    """Every cell on the way through *corners*, each once."""
    if corners:
        yield corners[0]
    for (x0, y0), (x1, y1) in pairwise(corners):
        dx, dy = (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)
        for step in range(1, abs(x1 - x0) + abs(y1 - y0) + 1):
            yield x0 + dx * step, y0 + dy * step


@dataclass(frozen=True, slots=True)
class _Tied:
    """One tie while it is drawn; its cells are put among the *strands*."""

    canvas: Canvas
    tie: Tie
    strands: dict[Cell, Strand]

    def draw(self, cells: Sequence[Cell]) -> None:
        stroke = TIE_STYLES[self.tie.kind]
        across, down = stroke.cells
        for at, (x, y) in enumerate(cells):
            following = cells[at + 1] if at + 1 < len(cells) else (x, y)
            before = cells[at - 1] if at else (x, y)
            level = following[1] == before[1] and following[0] != before[0]
            pattern = across if level else down
            self._put(x, y, pattern[at % len(pattern)])
        x, y = cells[len(cells) // 2]
        sign = self.tie.catalogue.letter or MARK_CELLS[stroke.mark]
        if sign:
            self._put(x - len(sign) // 2, y, sign)
        if stroke.arrow and len(cells) > 1:
            (x0, y0), (x1, y1) = cells[-2:]
            self._put(x1, y1, ARROWS[x1 - x0, y1 - y0])

    def mark(self, cells: Sequence[Cell]) -> None:
        """Say that this tie differs."""
        self._put(*cells[len(cells) // 4], DIFFERS[self.canvas.ascii_only])

    def _put(self, x: int, y: int, text: str) -> None:
        canvas, strands = self.canvas, self.strands
        for column in range(x, x + len(text)):
            cell = (column + canvas.margin, y)
            under = strands[cell].under if cell in strands else Run(*canvas.cell(column, y))
            strands[cell] = Strand((self.tie.a, self.tie.b), under)
        canvas.put(x, y, text.translate(ASCII) if canvas.ascii_only else text, "tie")
