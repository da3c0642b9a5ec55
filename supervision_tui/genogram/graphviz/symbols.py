"""Symbols on paper: the outline as a node, so that edges can end at it, and what stands inside as ink behind it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import INK, DotDocument, Point
from supervision_tui.genogram.graphviz.font_metrics import text_width
from supervision_tui.genogram.graphviz.identity_marks import draw_identity_marks
from supervision_tui.genogram.notation import LOSSES, SHAPES

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import Profile, Symbol

DOUBLE = 3.0
"""Gap of a double outline, s/13 of the 40 points."""

AGE, SMALL, LEAST = 12.0, 7.0, 8.0
SMALL_SYMBOLS = {"triangle": 0.6, "dot": 0.25, "pet": 0.6}
NODES = {"square": "square", "circle": "circle", "diamond": "diamond", "triangle": "triangle", "rectangle": "box"}


def draw_symbol(
    document: DotDocument, symbol: Symbol, at: Point, side: float, name: str, profile: Profile = "mcgoldrick"
) -> None:
    """The symbol of *figure* centred on *at*, *side* points across; *name* becomes its tooltip."""
    size = _size(symbol, side)
    if symbol.loss and symbol.loss != "stillbirth":
        _loss(document, symbol, at, size, name, profile)
        return
    wide = size * 1.5 if symbol.shape == "rectangle" else size
    high = size * 0.8 if symbol.shape == "rectangle" else size
    outline = "dashed" if symbol.kind in {"professional", "unknown"} else "solid"
    shape = symbol.shape
    if profile == "nsgc" and symbol.kind == "unborn":
        shape = SHAPES.get(symbol.gender, "diamond")
    if symbol.dead:
        _cross(document, symbol, at, size, single=profile == "nsgc")
    if symbol.focus and profile != "nsgc":
        _inner_outline(document, symbol, at, size)
    _around(document, symbol, at, size)
    draw_identity_marks(document, symbol, at, size, profile)
    inside = "" if symbol.shape == "triangle" and profile != "nsgc" else symbol.inside
    looks = {"fontsize": f"{_age_size(symbol, inside, size):g}", "style": outline, "penwidth": "2"}
    document.node(symbol.id, at, (wide, high), NODES[shape], inside, name, **looks)
    if symbol.loss == "stillbirth" and profile == "nsgc":
        document.text((at[0] + size, at[1]), LOSSES[symbol.loss], SMALL)


def _age_size(symbol: Symbol, inside: str, size: float) -> float:
    """Points of the age in a symbol of that *size*: as many as leave it clear of its outlines."""
    within = size - (2.4 * DOUBLE if symbol.focus else 0.0) - 3.0
    room = within - AGE if symbol.shape == "diamond" else within * (0.85 if symbol.shape == "circle" else 1.0)
    wide = text_width(inside, AGE)
    return AGE if wide <= room else round(max(AGE * room / wide, LEAST), 1)


def _loss(document: DotDocument, symbol: Symbol, at: Point, size: float, name: str, profile: Profile) -> None:
    """A pregnancy that was lost: a dot, a small cross or a small triangle; letters in the profile nsgc."""
    x, y = at
    if profile == "nsgc" or symbol.loss == "ectopic":
        document.node(symbol.id, at, (size * 2, size * 2), "triangle", tooltip=name, penwidth="1.5")
        document.text((x + size * 2, y), LOSSES[symbol.loss], SMALL)
        if symbol.loss == "termination":
            document.pen()
            document.stroke([(x - size, y - size), (x + size, y + size)])
    elif symbol.loss == "termination":
        document.node(symbol.id, at, (size, size), "point", tooltip=name, style="invis")
        document.pen(width=2)
        half = size * 0.66
        document.stroke([(x - half, y - half), (x + half, y + half)])
        document.stroke([(x - half, y + half), (x + half, y - half)])
    else:
        document.node(symbol.id, at, (size, size), "circle", tooltip=name, style="filled", fillcolor=INK)


def _around(document: DotDocument, symbol: Symbol, at: Point, size: float) -> None:
    """An arrow at the lower left for who asked for help, a triangle at the upper right for a family secret."""
    x, y = at
    half = size / 2
    document.pen(width=1.4)
    if symbol.consultand:
        tip = (x - half - 2, y - half + 4)
        document.stroke([(tip[0] - 12, tip[1] - 12), tip])
        document.shape([(tip[0] - 7, tip[1] - 2), tip, (tip[0] - 2, tip[1] - 7)], INK)
    if symbol.secret:
        document.shape([(x + half - 1, y + half + 2), (x + half + 9, y + half + 2), (x + half + 4, y + half + 11)])


def _size(symbol: Symbol, side: float) -> float:
    if symbol.shape == "diamond" and symbol.kind != "pet":
        return side
    if symbol.loss == "stillbirth":
        return side / 2
    return side * SMALL_SYMBOLS.get("pet" if symbol.kind == "pet" else symbol.shape, 1.0)


def _cross(document: DotDocument, symbol: Symbol, at: Point, size: float, *, single: bool) -> None:
    """Corner to corner, a *single* line in the profile nsgc; the age in the middle keeps a white ground."""
    x, y = at
    reach = {"circle": size / 2 / math.sqrt(2), "diamond": size / 4}.get(symbol.shape, size / 2)
    gap = reach * 0.48 if symbol.inside else 0.0
    document.pen(INK, 1.5)
    for dx, dy in ((-1, -1), (1, 1)) if single else ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        document.stroke([(x + dx * gap, y + dy * gap), (x + dx * reach, y + dy * reach)])


def _inner_outline(document: DotDocument, symbol: Symbol, at: Point, size: float) -> None:
    x, y = at
    inner = size / 2 - DOUBLE
    document.pen(INK, 1.5)
    if symbol.shape == "circle":
        document.ellipse(at, (inner, inner))
    elif symbol.shape == "diamond":
        inner -= DOUBLE * 0.4
        document.shape([(x, y + inner), (x + inner, y), (x, y - inner), (x - inner, y)])
    elif symbol.shape == "triangle":
        base, top = y - size / 4 + DOUBLE, y + size / 2 - 2 * DOUBLE
        document.shape([(x, top), (x + inner - DOUBLE, base), (x - inner + DOUBLE, base)])
    else:
        document.shape([(x - inner, y - inner), (x + inner, y - inner), (x + inner, y + inner), (x - inner, y + inner)])


def edge_above(symbol: Symbol, side: float, dx: float) -> float:
    """How far above the middle the outline lies, *dx* points beside it."""
    half = _size(symbol, side) / 2
    if symbol.shape in {"circle", "dot"}:
        return math.sqrt(max(0.0, half * half - dx * dx))
    if symbol.shape in {"diamond", "triangle"}:
        return max(0.0, half - abs(dx) * (2 if symbol.shape == "triangle" else 1))
    return half * (0.8 if symbol.shape == "rectangle" else 1.0)
