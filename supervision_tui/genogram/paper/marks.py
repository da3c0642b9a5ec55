"""Symbols on paper: the outline as a node, so that edges can end at it, and what stands inside as ink behind it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from supervision_tui.genogram.paper.sheet import INK, Point, Sheet

if TYPE_CHECKING:
    from supervision_tui.genogram.figures import Figure

DOUBLE = 3.0
"""Gap of a double outline, s/13 of the 40 points."""

AGE = 12.0
SMALL_SYMBOLS = {"triangle": 0.6, "dot": 0.25, "pet": 0.6}
NODES = {"square": "square", "circle": "circle", "diamond": "diamond", "triangle": "triangle", "rectangle": "box"}


def draw_symbol(sheet: Sheet, figure: Figure, at: Point, side: float, name: str) -> None:
    """The symbol of *figure* centred on *at*, *side* points across; *name* becomes its tooltip."""
    size = _size(figure, side)
    if figure.shape == "dot":
        sheet.node(figure.id, at, (size, size), "circle", tooltip=name, style="filled", fillcolor=INK)
        return
    wide = size * 1.5 if figure.shape == "rectangle" else size
    high = size * 0.8 if figure.shape == "rectangle" else size
    outline = "dashed" if figure.kind in {"professional", "unknown"} else "solid"
    if figure.dead:
        _cross(sheet, figure, at, size)
    if figure.focus:
        _inner_outline(sheet, figure, at, size)
    sheet.node(
        figure.id, at, (wide, high), NODES[figure.shape], "" if figure.shape == "triangle" else figure.inside, name,
        fontsize=f"{AGE:g}", style=outline, penwidth="2", regular="false",
    )  # fmt: skip


def _size(figure: Figure, side: float) -> float:
    if figure.shape == "diamond" and figure.kind != "pet":
        return side
    return side * SMALL_SYMBOLS.get("pet" if figure.kind == "pet" else figure.shape, 1.0)


def _cross(sheet: Sheet, figure: Figure, at: Point, size: float) -> None:
    """Corner to corner; the age in the middle keeps a white ground."""
    x, y = at
    reach = {"circle": size / 2 / math.sqrt(2), "diamond": size / 4}.get(figure.shape, size / 2)
    gap = reach * 0.48 if figure.inside else 0.0
    sheet.pen(INK, 1.5)
    for dx, dy in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        sheet.stroke([(x + dx * gap, y + dy * gap), (x + dx * reach, y + dy * reach)])


def _inner_outline(sheet: Sheet, figure: Figure, at: Point, size: float) -> None:
    x, y = at
    inner = size / 2 - DOUBLE
    sheet.pen(INK, 1.5)
    if figure.shape == "circle":
        sheet.ellipse(at, (inner, inner))
    elif figure.shape == "diamond":
        inner -= DOUBLE * 0.4
        sheet.shape([(x, y + inner), (x + inner, y), (x, y - inner), (x - inner, y)])
    elif figure.shape == "triangle":
        base, top = y - size / 4 + DOUBLE, y + size / 2 - 2 * DOUBLE
        sheet.shape([(x, top), (x + inner - DOUBLE, base), (x - inner + DOUBLE, base)])
    else:
        sheet.shape([(x - inner, y - inner), (x + inner, y - inner), (x + inner, y + inner), (x - inner, y + inner)])


def edge_above(figure: Figure, side: float, dx: float) -> float:
    """How far above the middle the outline lies, *dx* points beside it."""
    half = _size(figure, side) / 2
    if figure.shape in {"circle", "dot"}:
        return math.sqrt(max(0.0, half * half - dx * dx))
    if figure.shape in {"diamond", "triangle"}:
        return max(0.0, half - abs(dx) * (2 if figure.shape == "triangle" else 1))
    return half * (0.8 if figure.shape == "rectangle" else 1.0)
