"""Ties on paper: straight where nobody stands in the way, else along free cells; never through a symbol."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import DotDocument, Point
from supervision_tui.genogram.notation import TIE_STYLES, Cell, Grid, TieStyle

if TYPE_CHECKING:
    from supervision_tui.family import Tie
    from supervision_tui.genogram.graphviz.page import Page

COLOURS = {
    "plain": "#555555", "warm": "#1a6b3c", "distant": "#5f6b7a", "cut_off": "#7a1f1f", "tense": "#b3261e",
    "harm": "#8a0f1c", "care": "#1f5f8b", "attention": "#6b4fa0",
}  # fmt: skip
"""By tone, dark enough on white; shape and letter always tell the same."""

STRAIGHT, BESIDE = 2, 11.0
"""Points of a straight way; how far a second straight tie of the same two lies beside the first."""

BELOW = 22.0
"""Points below a symbol's middle from which a label may stand."""

PERIOD, AMPLITUDE = 10.0, 5.5
"""A zigzag's s/4 and s/7 of the 40 points."""


def draw_ties(page: Page) -> None:
    """Every tie of the drawing's family between people who have a place."""
    drawing = page.drawing
    lines = {cell for path in drawing.paths for a, b in pairwise(path.points) for cell in _between(a, b)}
    grid = Grid(drawing.layout, {person_id: len(words) for person_id, words in drawing.labels.items()}, lines)
    pairs: Counter[frozenset[str]] = Counter()
    for number, tie in enumerate(drawing.family.ties):
        if tie.a in drawing.symbols and tie.b in drawing.symbols and tie.a != tie.b:
            points = _points(page, grid.shortest_path(tie.a, tie.b), tie)
            if len(points) == STRAIGHT:
                points = _shifted(points, BESIDE * pairs[frozenset((tie.a, tie.b))])
            pairs[frozenset((tie.a, tie.b))] += 1
            draw_tie(page.document, points, tie.kind, tie.catalogue.letter, COLOURS[tie.tone], f"tie {number}")


def _between(a: Cell, b: Cell) -> Iterator[Cell]:
    for x in range(min(a[0], b[0]), max(a[0], b[0]) + 1):
        for y in range(min(a[1], b[1]), max(a[1], b[1]) + 1):
            yield x, y


def _points(page: Page, corners: Sequence[Cell], tie: Tie) -> list[Point]:
    """The way in points, from the edge of one symbol to the edge of the other."""
    straight = _straight(page, tie)
    if straight or not corners:
        return straight or [page.centre(page.drawing.layout.by_id[person_id]) for person_id in (tie.a, tie.b)]
    points = [page.at(*cell) for cell in corners]
    ends = [page.centre(page.drawing.layout.by_id[person_id]) for person_id in (tie.a, tie.b)]
    return [*_reach(ends[0], points[0]), *points, *_reach(ends[1], points[-1])]


def _reach(centre: Point, door: Point) -> list[Point]:
    """The point at the symbol's edge before *door*; none when the door lies below the label, where the tie ends."""
    return [] if door[1] < centre[1] - BELOW else [_toward(centre, door)]


def _toward(centre: Point, point: Point) -> Point:
    """A point just outside the symbol at *centre*, on the way to *point*."""
    dx, dy = point[0] - centre[0], point[1] - centre[1]
    scale = 22.0 / max(abs(dx), abs(dy), 22.0)
    return centre[0] + dx * scale, centre[1] + dy * scale


def _straight(page: Page, tie: Tie) -> list[Point]:
    """The straight way, if it meets nobody's symbol or label and no partner bar lies along it; else nothing."""
    by_id = page.drawing.layout.by_id
    a, b = page.centre(by_id[tie.a]), page.centre(by_id[tie.b])
    if by_id[tie.a].row == by_id[tie.b].row:
        return []
    ends = [_toward(a, b), _toward(b, a)]
    steps = max(2, int(math.dist(*ends) / 4))
    for at in range(steps + 1):
        x = ends[0][0] + (ends[1][0] - ends[0][0]) * at / steps
        y = ends[0][1] + (ends[1][1] - ends[0][1]) * at / steps
        if any(left <= x <= right and low <= y <= high for left, low, right, high in page.boxes):
            return []
    return ends


def draw_tie(document: DotDocument, points: Sequence[Point], kind: str, letter: str, colour: str, name: str) -> None:
    """One tie of *kind* along *points*."""
    draw_stroke(document, points, TIE_STYLES[kind], letter, colour, name)


def draw_stroke(
    document: DotDocument, points: Sequence[Point], stroke: TieStyle, letter: str, colour: str, name: str
) -> None:
    """*stroke* along *points* with its marks, an arrow at the last of them and *letter* beside it."""
    width = 2.2 if stroke.heavy else 1.2
    tail, head = document.point(f"{name} from", points[0]), document.point(f"{name} to", points[-1])
    offsets = [(at - (stroke.lines - 1) / 2) * stroke.wide for at in range(stroke.lines)]
    for offset in offsets:
        line = _shifted(points, offset)
        if stroke.wave == "wavy":
            line = _waved(line, PERIOD, 2.5)
        document.edge(tail, head, line, stroke.dash, width, colour)
    if stroke.wave in {"zigzag", "high"}:
        height = AMPLITUDE * (1.8 if stroke.wave == "high" else 1.0)
        dash = "dashed" if stroke.dash == "dotted" else "solid"
        document.edge(tail, head, _waved(points, PERIOD, height), dash, width, colour)
    _marks(document, points, stroke, colour)
    if stroke.arrow:
        _arrow(document, points, stroke, colour)
    if letter:
        (x, y), (dx, dy) = _along(points, 0.38)
        with document.together(""):  # no page cuts it
            document.text((x - dy * 10, y + dx * 10), letter, 9, bold=True, color=colour)


def _shifted(points: Sequence[Point], offset: float) -> list[Point]:
    """*points* moved sideways, corners kept square."""
    if not offset:
        return list(points)
    moved = []
    for at, (x, y) in enumerate(points):
        before, after = points[max(at - 1, 0)], points[min(at + 1, len(points) - 1)]
        normals = [_normal(p, q) for p, q in ((before, (x, y)), ((x, y), after)) if p != q]
        nx, ny = sum(n[0] for n in normals), sum(n[1] for n in normals)
        size = max(0.5, (nx * nx + ny * ny) / len(normals))
        moved.append((x + nx * offset / size, y + ny * offset / size))
    return moved


def _normal(a: Point, b: Point) -> Point:
    size = math.dist(a, b) or 1.0
    return -(b[1] - a[1]) / size, (b[0] - a[0]) / size


def _along(points: Sequence[Point], share: float) -> tuple[Point, Point]:
    """(the point at a share of the way, the direction there)."""
    lengths = [math.dist(a, b) for a, b in pairwise(points)]
    left = sum(lengths) * share
    for (a, b), length in zip(pairwise(points), lengths, strict=True):
        if length and left <= length:
            direction = (b[0] - a[0]) / length, (b[1] - a[1]) / length
            return (a[0] + direction[0] * left, a[1] + direction[1] * left), direction
        left -= length
    return points[-1], (1.0, 0.0)


def _waved(points: Sequence[Point], period: float, height: float) -> list[Point]:
    """A zigzag along *points* that ends on them."""
    corners = [points[0]]
    side = 1.0
    for a, b in pairwise(points):
        length = math.dist(a, b)
        steps = max(1, round(length / (period / 2)))
        nx, ny = _normal(a, b)
        for at in range(1, steps):
            share = at / steps
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            corners.append((x + nx * height * side, y + ny * height * side))
            side = -side
        corners.append(b)
    return corners


LETTER_MARKS = {"heart": "♥", "hearts": "♥♥", "star": "☆", "wish": "♥?"}


def _marks(document: DotDocument, points: Sequence[Point], stroke: TieStyle, colour: str) -> None:
    (x, y), direction = _along(points, 0.5)
    document.pen(colour, 1.8)
    if stroke.mark in LETTER_MARKS:
        document.text((x, y + 7), LETTER_MARKS[stroke.mark], 10, color=colour)
    elif stroke.mark in {"cut", "mended"}:
        _cut(document, (x, y), direction, mended=stroke.mark == "mended")
    elif stroke.mark == "triangle":
        document.shape([(x - 6, y - 5), (x + 6, y - 5), (x, y + 6)], colour)
    elif stroke.mark == "cross":
        document.stroke([(x - 4, y - 4), (x + 4, y + 4)])
        document.stroke([(x - 4, y + 4), (x + 4, y - 4)])
    elif stroke.mark == "sparse":
        steps = max(2, int(sum(math.dist(a, b) for a, b in pairwise(points)) / 14))
        for at in range(steps + 1):
            document.ellipse(_along(points, at / steps)[0], (0.5, 0.5), colour)
    elif stroke.mark == "empty":
        for end in (0.12, 0.88):
            document.text(_along(points, end)[0], "∅", 10, color=colour)


def _cut(document: DotDocument, at: Point, direction: Point, *, mended: bool) -> None:
    """Two bars across; with a ring between them where it was mended."""
    (x, y), (dx, dy) = at, direction
    gap = 6.0 if mended else 2.5
    for shift in (-gap, gap):
        px, py = x + dx * shift, y + dy * shift
        document.stroke([(px - dy * 7, py + dx * 7), (px + dy * 7, py - dx * 7)])
    if mended:
        document.ellipse((x, y), (3.2, 3.2), "#ffffff")


def _arrow(document: DotDocument, points: Sequence[Point], stroke: TieStyle, colour: str) -> None:
    (x, y), (dx, dy) = _along(points, 1.0)
    document.pen(colour, 1.8)

    def head(back: float) -> list[Point]:
        bx, by = x - dx * back, y - dy * back
        return [
            (bx - dx * 9 - dy * 5, by - dy * 9 + dx * 5),
            (bx, by),
            (bx - dx * 9 + dy * 5, by - dy * 9 - dx * 5),
        ]

    if stroke.arrow == "double":
        document.stroke(head(0))
        document.stroke(head(5))
        return
    if stroke.arrow == "cross":
        document.stroke(head(0))
        bx, by = x - dx * 14, y - dy * 14
        document.stroke([(bx - 4, by - 4), (bx + 4, by + 4)])
        document.stroke([(bx - 4, by + 4), (bx + 4, by - 4)])
        return
    document.shape(head(0), "" if stroke.arrow == "open" else colour)
    if stroke.arrow == "barred":
        bx, by = x - dx * 12, y - dy * 12
        document.stroke([(bx - dy * 6, by + dx * 6), (bx + dy * 6, by - dx * 6)])
