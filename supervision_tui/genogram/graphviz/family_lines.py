"""Lines between partners and down to children on paper, with slashes, years and letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dashes import draw_childless, draw_line
from supervision_tui.genogram.graphviz.font_metrics import text_width
from supervision_tui.genogram.graphviz.page import ACROSS, SIDE, Page
from supervision_tui.genogram.graphviz.symbols import edge_above

if TYPE_CHECKING:
    from supervision_tui.genogram.graphviz.dot_document import Point
    from supervision_tui.genogram.layout import EdgePath
    from supervision_tui.genogram.notation import LineStyle

SLASH = 8.0
"""Points that letters keep clear of a slash."""

SMALL, TINY = 7.5, 6.5
"""Letter heights."""

ABOVE_CHILD, STAGGER = 12.0, 9.0
"""Points above a symbol at which letters stand on lines that end side by side; how much higher every second does."""


def draw_family_lines(page: Page) -> None:
    """Every line between partners and to children of the page's drawing."""
    lines_at = Counter(path.child for path in page.drawing.paths if path.part == "child")
    for path in page.drawing.paths:
        if path.apex is None or path.child:
            _draw_path(page, path, crowded=lines_at[path.child] > 1)
        elif path.part == "bar":
            _draw_zygosity(page, path)


def _draw_path(page: Page, path: EdgePath, *, crowded: bool) -> None:
    style = page.drawing.line_style(path)
    points = _trimmed(page, path)
    draw_line(page.document, _ends(page, path, points), points, style)
    if path.part == "couple" or (path.part == "rows" and points[0][1] == points[-1][1]):
        _draw_couple_marks(page, path, style, points)
    elif path.part == "child" and style.letters:
        x, y = points[-1]
        if crowded:
            offset = path.points[-1][0] - page.drawing.layout.by_id[path.child].x
            height = ABOVE_CHILD + STAGGER * (offset % 2)
            page.document.text((x, page.at(*path.points[-1])[1] + height), style.letters, SMALL, ground=True)
        else:
            page.document.text((x + 8, y + 16), style.letters, SMALL)


def _draw_zygosity(page: Page, path: EdgePath) -> None:
    """A line between the lines of identical twins, "?" where it is not known whether they are."""
    group = page.drawing.twins_at(path)
    zygosity = {link.zygosity for link in page.drawing.family.parentages if link.child in group}
    columns = [page.centre(page.drawing.layout.by_id[twin])[0] for twin in group]
    if not columns or path.apex is None:
        return
    apex = page.at(*path.apex)
    tops = [page.centre(page.drawing.layout.by_id[twin])[1] + SIDE / 2 for twin in group]
    middle = (apex[1] + max(tops)) / 2
    low, high = min(columns), max(columns)
    if "identical" in zygosity:
        page.document.pen(width=1.5)
        page.document.stroke([((apex[0] + low) / 2, middle), ((apex[0] + high) / 2, middle)])
    elif "unknown" in zygosity:
        page.document.text((apex[0], middle - 2), "?", SMALL)


def _ends(page: Page, path: EdgePath, points: Sequence[Point]) -> tuple[str, str]:
    """The names of the two nodes that the line joins in the document."""
    if path.part == "couple":
        left, right = page.drawing.layout.unions[path.union].partners
        return left, right
    name = f"link {path.link}" if path.link >= 0 else f"union {path.union}"
    tail = page.document.point(f"{name} at {points[0][0]:.0f},{points[0][1]:.0f}", points[0])
    head = path.child or page.document.point(f"{name} at {points[-1][0]:.0f},{points[-1][1]:.0f}", points[-1])
    return tail, head


def _trimmed(page: Page, path: EdgePath) -> list[Point]:
    """The corners of *path* in points; it begins and ends at the edges of symbols, not in the middle of a cell.

    Children of one birth hang slanting from one point.
    """
    points = [page.at(x, line) for x, line in path.points]
    if path.part == "couple":
        (x0, y0), (x1, y1) = points[0], points[-1]
        points[0], points[-1] = (x0 + ACROSS / 2, y0), (x1 - ACROSS / 2, y1)
    elif path.parent:
        inwards = -1 if points[1][0] > points[0][0] else 1
        points[0] = (points[0][0] - inwards * ACROSS / 2, points[0][1])
    elif path.points[0] in page.roles:
        points[0] = (points[0][0], points[0][1] - SMALL)
    if path.child and path.part == "child":
        cx, cy = page.centre(page.drawing.layout.by_id[path.child])
        x = points[-1][0]
        points[-1] = (x, cy + edge_above(page.drawing.symbols[path.child], SIDE, x - cx))
        if path.apex is not None:
            points = [page.at(*path.apex), points[-1]]
    return points


def _draw_couple_marks(page: Page, path: EdgePath, style: LineStyle, points: Sequence[Point]) -> None:
    a, b = sorted(points[:2] if len(points) == 2 else points[2:4])  # noqa: PLR2004 - a straight bar
    union = page.drawing.unions[path.union]
    left = union is not None and union.leaver == page.drawing.layout.unions[path.union].partners[0]
    x = a[0] + (b[0] - a[0]) * (0.25 if left else 0.75)
    beside = (x + SLASH, b[0]) if left else (a[0], x - SLASH)
    if not style.slashes:
        _draw_letters(page, style, (a[0], b[0]), a[1])
    elif text_width(style.letters, SMALL) <= beside[1] - beside[0]:
        _draw_letters(page, style, beside, a[1])
    else:
        _draw_letters(page, style, (a[0], b[0]), a[1] + SLASH * 0.6)
    if style.childless:
        draw_childless(page.document, ((a[0] + b[0]) / 2, a[1]), style.childless)
    if not style.slashes:
        return
    page.document.pen()
    for offset in (-2.5, 2.5) if style.slashes.startswith("//") else (0.0,):
        page.document.stroke([(x + offset - 3.5, a[1] - 6), (x + offset + 3.5, a[1] + 6)])
    if style.slashes == "/+":
        page.document.stroke([(x - 3.5, a[1] + 6), (x + 3.5, a[1] - 6)])


def _draw_letters(page: Page, style: LineStyle, ends: tuple[float, float], bar: float) -> None:
    """What is written over the bar, on as many lines as the room between *ends* (clear of slashes) asks for."""
    if not style.letters:
        return
    room, middle = ends[1] - ends[0], (ends[0] + ends[1]) / 2
    for size, words_a_line in ((SMALL, 4), (TINY, 2), (TINY, 1)):
        lines = _in_lines(style.letters, words_a_line)
        if all(text_width(line, size) <= room for line in lines):
            break
    for number, line in enumerate(reversed(lines)):
        page.document.text((middle, bar + 6 + 7 * number), line, size, ground=True)


def _in_lines(letters: str, words_a_line: int) -> list[str]:
    """``m 2010 d 2017`` in lines: a sign and its year stay together as long as they can."""
    words = letters.split()
    return [" ".join(words[at : at + words_a_line]) for at in range(0, len(words), words_a_line)]
