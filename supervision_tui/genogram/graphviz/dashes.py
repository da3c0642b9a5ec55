"""Lines in every style of the notation, also those that Graphviz does not have; the stem of a childless couple."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import INK, DotDocument, Point

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import LineStyle

PATTERNS = {"dashdot": (6.0, 1.2), "sparse": (1.2,)}
"""Points of ink, one length after the other, in the styles that are drawn as ink."""

SPACES = {"dashdot": 3.0, "sparse": 5.0}
"""Points between two pieces of ink."""

STEM, BAR = 11.0, 5.0

WIDTH, HEAVY = 1.5, 3.2
"""Points of a line, and of one between partners of different generations."""


def draw_line(document: DotDocument, ends: tuple[str, str], points: Sequence[Point], style: LineStyle) -> None:
    """*points* as a line in *style* between the nodes *ends*."""
    width = HEAVY if style.heavy else WIDTH
    if style.style == "pair":
        dx, dy = (2.0, 0.0) if points[0][0] == points[-1][0] else (0.0, 2.0)
        document.edge(*ends, [(x - dx, y - dy) for x, y in points])
        document.edge(*ends, [(x + dx, y + dy) for x, y in points], "dashed")
    elif style.style == "double":
        dx, dy = (2.0, 0.0) if points[0][0] == points[-1][0] else (0.0, 2.0)
        for side in (-1, 1):
            document.edge(*ends, [(x + side * dx, y + side * dy) for x, y in points])
    elif style.style in PATTERNS:
        document.edge(*ends, points, "invis")
        _ink(document, points, style.style, width)
    else:
        document.edge(*ends, points, style.style, width)


def _ink(document: DotDocument, points: Sequence[Point], pattern: str, width: float) -> None:
    """Ink along *points* in pieces."""
    document.pen(INK, width)
    for start, end in itertools.pairwise(points):
        length = math.dist(start, end)
        at = 0.0
        for piece in itertools.cycle(PATTERNS[pattern]):
            if at >= length:
                break
            stop = min(length, at + piece)
            document.stroke([_between(start, end, at / length), _between(start, end, stop / length)])
            at = stop + SPACES[pattern]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def draw_childless(document: DotDocument, at: Point, why: str) -> None:
    """A short stem under the middle of a couple, with one bar by choice and two where children did not come (NSGC)."""
    x, y = at
    document.pen(INK, 1.5)
    document.stroke([(x, y), (x, y - STEM)])
    for down in (0.0, 3.5) if why == "infertile" else (0.0,):
        document.stroke([(x - BAR, y - STEM - down), (x + BAR, y - STEM - down)])
