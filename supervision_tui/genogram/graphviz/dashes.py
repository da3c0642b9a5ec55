"""Lines that Graphviz has no style for: dash and dot, and the short stem of a couple without children."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from supervision_tui.genogram.graphviz.dot_document import INK, DotDocument, Point

DASH, SPACE, DOT = 6.0, 3.0, 1.2
STEM, BAR = 11.0, 5.0


def dash_dot(document: DotDocument, points: Sequence[Point]) -> None:
    """Ink along *points*: a dash, a dot, a dash."""
    document.pen(INK, 1.5)
    for a, b in itertools.pairwise(points):
        length = math.dist(a, b)
        at, long = 0.0, True
        while at < length:
            end = min(length, at + (DASH if long else DOT))
            document.stroke([_between(a, b, at / length), _between(a, b, end / length)])
            at, long = end + SPACE, not long


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def draw_childless(document: DotDocument, at: Point, why: str) -> None:
    """A short stem under the middle of a couple, with one bar by choice and two where children did not come (NSGC)."""
    x, y = at
    document.pen(INK, 1.5)
    document.stroke([(x, y), (x, y - STEM)])
    for down in (0.0, 3.5) if why == "infertile" else (0.0,):
        document.stroke([(x - BAR, y - STEM - down), (x + BAR, y - STEM - down)])
