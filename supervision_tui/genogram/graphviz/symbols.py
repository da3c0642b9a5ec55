"""Symbols on paper: the outline as a node, so that edges can end at it, and what stands inside as ink behind it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import INK, Point, Sheet
from supervision_tui.genogram.graphviz.identity_marks import draw_particulars
from supervision_tui.genogram.notation.symbols import LOSSES, SHAPES

if TYPE_CHECKING:
    from supervision_tui.genogram.notation.line_styles import Profile
    from supervision_tui.genogram.notation.symbols import Figure

DOUBLE = 3.0
"""Gap of a double outline, s/13 of the 40 points."""

AGE, SMALL = 12.0, 7.0
SMALL_SYMBOLS = {"triangle": 0.6, "dot": 0.25, "pet": 0.6}
NODES = {"square": "square", "circle": "circle", "diamond": "diamond", "triangle": "triangle", "rectangle": "box"}


def draw_symbol(
    sheet: Sheet, figure: Figure, at: Point, side: float, name: str, profile: Profile = "mcgoldrick"
) -> None:
    """The symbol of *figure* centred on *at*, *side* points across; *name* becomes its tooltip."""
    size = _size(figure, side)
    if figure.loss and figure.loss != "stillbirth":
        _loss(sheet, figure, at, size, name, profile)
        return
    wide = size * 1.5 if figure.shape == "rectangle" else size
    high = size * 0.8 if figure.shape == "rectangle" else size
    outline = "dashed" if figure.kind in {"professional", "unknown"} else "solid"
    shape = figure.shape
    if profile == "nsgc" and figure.kind == "unborn":
        shape = SHAPES.get(figure.gender, "diamond")
    if figure.dead:
        _cross(sheet, figure, at, size, single=profile == "nsgc")
    if figure.focus and profile != "nsgc":
        _inner_outline(sheet, figure, at, size)
    _around(sheet, figure, at, size)
    draw_particulars(sheet, figure, at, size, profile)
    inside = "" if figure.shape == "triangle" and profile != "nsgc" else figure.inside
    looks = {"fontsize": f"{AGE:g}", "style": outline, "penwidth": "2"}
    sheet.node(figure.id, at, (wide, high), NODES[shape], inside, name, **looks)
    if figure.loss == "stillbirth" and profile == "nsgc":
        sheet.text((at[0] + size, at[1]), LOSSES[figure.loss], SMALL)


def _loss(sheet: Sheet, figure: Figure, at: Point, size: float, name: str, profile: Profile) -> None:
    """A pregnancy that was lost: a dot, a small cross or a small triangle; letters in the profile nsgc."""
    x, y = at
    if profile == "nsgc" or figure.loss == "ectopic":
        sheet.node(figure.id, at, (size * 2, size * 2), "triangle", tooltip=name, penwidth="1.5")
        sheet.text((x + size * 2, y), LOSSES[figure.loss], SMALL)
        if figure.loss == "termination":
            sheet.pen()
            sheet.stroke([(x - size, y - size), (x + size, y + size)])
    elif figure.loss == "termination":
        sheet.node(figure.id, at, (size, size), "point", tooltip=name, style="invis")
        sheet.pen(width=2)
        half = size * 0.66
        sheet.stroke([(x - half, y - half), (x + half, y + half)])
        sheet.stroke([(x - half, y + half), (x + half, y - half)])
    else:
        sheet.node(figure.id, at, (size, size), "circle", tooltip=name, style="filled", fillcolor=INK)


def _around(sheet: Sheet, figure: Figure, at: Point, size: float) -> None:
    """An arrow at the lower left for who asked for help, a triangle at the upper right for a family secret."""
    x, y = at
    half = size / 2
    sheet.pen(width=1.4)
    if figure.consultand:
        tip = (x - half - 2, y - half + 4)
        sheet.stroke([(tip[0] - 12, tip[1] - 12), tip])
        sheet.shape([(tip[0] - 7, tip[1] - 2), tip, (tip[0] - 2, tip[1] - 7)], INK)
    if figure.secret:
        sheet.shape([(x + half - 1, y + half + 2), (x + half + 9, y + half + 2), (x + half + 4, y + half + 11)])


def _size(figure: Figure, side: float) -> float:
    if figure.shape == "diamond" and figure.kind != "pet":
        return side
    if figure.loss == "stillbirth":
        return side / 2
    return side * SMALL_SYMBOLS.get("pet" if figure.kind == "pet" else figure.shape, 1.0)


def _cross(sheet: Sheet, figure: Figure, at: Point, size: float, *, single: bool) -> None:
    """Corner to corner, a *single* line in the profile nsgc; the age in the middle keeps a white ground."""
    x, y = at
    reach = {"circle": size / 2 / math.sqrt(2), "diamond": size / 4}.get(figure.shape, size / 2)
    gap = reach * 0.48 if figure.inside else 0.0
    sheet.pen(INK, 1.5)
    for dx, dy in ((-1, -1), (1, 1)) if single else ((-1, -1), (-1, 1), (1, -1), (1, 1)):
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
