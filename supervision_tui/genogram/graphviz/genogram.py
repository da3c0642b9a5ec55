"""A genogram on paper: the same places and lines as in the terminal, a symbol 40 points high and wide."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dashes import dash_dot, draw_childless
from supervision_tui.genogram.graphviz.dot_document import Point, Sheet
from supervision_tui.genogram.graphviz.fills import fill_culture, fill_health
from supervision_tui.genogram.graphviz.font_metrics import text_width
from supervision_tui.genogram.graphviz.household_outlines import draw_homes
from supervision_tui.genogram.graphviz.legend import draw_legend
from supervision_tui.genogram.graphviz.symbols import draw_symbol, edge_above
from supervision_tui.genogram.graphviz.ties import draw_ties
from supervision_tui.genogram.layout.result import SYMBOL_HEIGHT, Placed
from supervision_tui.genogram.lettering.cell_widths import clip
from supervision_tui.genogram.notation.symbols import current

if TYPE_CHECKING:
    from supervision_tui.genogram.layout.edge_paths import Wire
    from supervision_tui.genogram.notation.drawing import Drawing
    from supervision_tui.genogram.notation.line_styles import Stroke

SIDE = 40.0
"""Points of a symbol's side."""

ACROSS, DOWN = SIDE / 5, SIDE / 3
"""Points of a cell."""

YEARS = 17.0
"""Room for years above every row of symbols."""

SLASH = 8.0
"""Points that letters keep clear of a slash."""

NAME, SMALL, TINY = 10.0, 7.5, 6.5
"""Letter heights."""


class Page:
    """Turns cells into points and draws one genogram on a sheet."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.sheet = Sheet(drawing.family.title)
        self.codes: set[str] = set()
        self.tops = sorted({place.y - SYMBOL_HEIGHT // 2 for place in drawing.layout.persons})

    @cached_property
    def left_links(self) -> set[str]:
        """Children at whose left a further parent's line ends: their year of birth makes room for it."""
        by_id = self.drawing.layout.by_id
        ends = ((wire.child, wire.points[-1][0]) for wire in self.drawing.wires if wire.link >= 0 and wire.child)
        return {child for child, x in ends if x < by_id[child].x}

    @cached_property
    def roles(self) -> set[tuple[int, int]]:
        """The cells under labels that have a role or a date under them: a line that begins there begins below it."""
        return {
            (place.x, place.y + SYMBOL_HEIGHT // 2 + 1 + len(self.drawing.labels[place.id]))
            for place in self.drawing.layout.persons
            if place.id in self.drawing.figures and self.drawing.figures[place.id].below
        }

    @cached_property
    def boxes(self) -> list[tuple[float, float, float, float]]:
        """(left, low, right, high) of every symbol and of every label, for whatever must not run through them."""
        found = []
        for place in self.drawing.layout.persons:
            x, y = self.centre(place)
            found.append((x - SIDE / 2, y - SIDE / 2, x + SIDE / 2, y + SIDE / 2))
            lines = len(self.drawing.labels.get(place.id, ()))
            if lines:
                half = place.width * ACROSS / 2
                found.append((x - half, y - SIDE / 2 - lines * DOWN, x + half, y - SIDE / 2))
        return found

    def at(self, x: float, line: float) -> Point:
        """The point at the middle of a cell."""
        return (x + 0.5) * ACROSS, -(line + 0.5) * DOWN - YEARS * bisect_right(self.tops, line)

    def centre(self, place: Placed) -> Point:
        """The middle of somebody's symbol."""
        return self.at(place.x, place.y)

    def draw(self) -> Sheet:
        """Everything that belongs to the view, on the sheet."""
        for wire in self.drawing.wires:
            self._wire(wire)
        for place in self.drawing.layout.persons:
            if place.id in self.drawing.figures:
                self._person(place)
        if self.drawing.options.view == "ties":
            draw_ties(self)
        elif self.drawing.options.view == "household":
            draw_homes(self)
        draw_legend(self)
        return self.sheet

    def _person(self, place: Placed) -> None:
        figure = self.drawing.figures[place.id]
        x, y = self.centre(place)
        person = self.drawing.family.person(place.id)
        letters: list[str] = []
        if self.drawing.options.view == "health":
            letters = fill_health(self.sheet, figure, person, (x, y), SIDE)
        elif self.drawing.options.view == "culture" and person.heritage:
            order = {culture.id: at for at, culture in enumerate(self.drawing.family.cultures)}
            fill_culture(self.sheet, figure, person, order, (x, y), SIDE)
        draw_symbol(self.sheet, figure, (x, y), SIDE, person.name, self.drawing.options.profile)
        for at, told in enumerate(letters):
            self.sheet.text((x - SIDE / 2 - 7, y - SIDE / 2 + 4 + 8 * at), told, SMALL, bold=True)
        top = place.y + SYMBOL_HEIGHT // 2 + 1
        for at, line in enumerate(self.drawing.labels[place.id]):
            room = place.width * ACROSS / text_width(line, NAME, bold=at == 0)
            self.sheet.text(self.at(place.x, top + at), line, NAME * min(1.0, room), bold=at == 0)
        if figure.below:
            lines = len(self.drawing.labels[place.id])
            self.sheet.text(self.at(place.x, top + lines - 0.15), clip(figure.below, 20), SMALL)
        if figure.migrated and self.drawing.options.view == "culture":
            self._wave(figure.migrated, (x, y))
        self._badges(place)
        if figure.born:
            shift = ACROSS + 2 if place.id in self.left_links else 0.0
            self.sheet.text((x - SIDE / 4 - 2 - shift, y + SIDE / 2 + 6), figure.born, SMALL, ground=True)
        if figure.died:
            self.sheet.text((x + SIDE / 4 + 2, y + SIDE / 2 + 6), figure.died, SMALL, ground=True)

    def _wave(self, year: str, at: Point) -> None:
        """A wavy line over the symbol of somebody who came to live in another country, with the year."""
        left, over = at[0] - SIDE / 2, at[1] + SIDE / 2 + 2.5
        self.sheet.pen(width=1.0)
        self.sheet.stroke([(left + step * SIDE / 16, over + (1.3 if step % 2 else -1.3)) for step in range(17)])
        self.sheet.text((at[0] + SIDE / 2 + 11, at[1] - SIDE / 2 + 5), year, SMALL)

    def _badges(self, place: Placed) -> None:
        """Legal and placement status in letters, in small boxes at the right of the symbol."""
        x, y = self.centre(place)
        for at, status in enumerate(current(self.drawing.family.person(place.id), self.drawing.at)):
            self.codes.add(status.code)
            width = 4.6 * len(status.code) + 5
            left, low = x + SIDE / 2 + 2, y + SIDE / 2 - 6 - 10 * at
            self.sheet.pen(width=0.8)
            self.sheet.shape([(left, low), (left + width, low), (left + width, low + 9), (left, low + 9)], "#ffffff")
            self.sheet.text((left + width / 2, low + 4.5), status.code, 6.5)

    def _wire(self, wire: Wire) -> None:
        stroke = self.drawing.stroke(wire)
        points = self._trimmed(wire, [self.at(x, line) for x, line in wire.points])
        if wire.part == "child" and wire.link < 0:
            points = self._twin(wire, points)
        tail, head = self._ends(wire, points)
        if stroke.style == "pair":
            dx, dy = (2.0, 0.0) if points[0][0] == points[-1][0] else (0.0, 2.0)
            self.sheet.edge(tail, head, [(x - dx, y - dy) for x, y in points])
            self.sheet.edge(tail, head, [(x + dx, y + dy) for x, y in points], "dashed")
        elif stroke.style == "double":
            for dy in (-2.0, 2.0):
                self.sheet.edge(tail, head, [(x, y + dy) for x, y in points])
        elif stroke.style == "dashdot":
            self.sheet.edge(tail, head, points, "invis")
            dash_dot(self.sheet, points)
        else:
            self.sheet.edge(tail, head, points, stroke.style)
        if wire.part == "couple":
            self._couple_marks(wire, stroke, points)
        elif wire.part == "child" and stroke.letters:
            x, y = points[-1]
            right = wire.link < 0 or x > self.centre(self.drawing.layout.by_id[wire.child])[0]
            self.sheet.text((x + 8 if right else x - 8, y + 16), stroke.letters, SMALL)

    def _twin(self, wire: Wire, points: list[Point]) -> list[Point]:
        """Twins hang slanting from one point of the bar; a line joins identical ones, "?" where that is not known."""
        group = self.drawing.twins(wire)
        if len(group) < 2:  # noqa: PLR2004 - a twin needs another
            return points
        columns = [self.centre(self.drawing.layout.by_id[one])[0] for one in group]
        apex = (sum(columns) / len(columns), points[0][1])
        if wire.child == group[0]:
            zygosity = {one.zygosity for one in self.drawing.family.parentages if one.child in group}
            low, high = min(columns), max(columns)
            middle = (apex[1] + points[-1][1]) / 2
            if "identical" in zygosity:
                self.sheet.pen(width=1.5)
                self.sheet.stroke([((apex[0] + low) / 2, middle), ((apex[0] + high) / 2, middle)])
            elif "unknown" in zygosity:
                self.sheet.text((apex[0], middle - 2), "?", SMALL)
        return [apex, points[-1]]

    def _ends(self, wire: Wire, points: Sequence[Point]) -> tuple[str, str]:
        if wire.part == "couple":
            a, b = self.drawing.layout.unions[wire.union].partners
            return a, b
        name = f"link {wire.link}" if wire.link >= 0 else f"union {wire.union}"
        tail = self.sheet.point(f"{name} at {points[0][0]:.0f},{points[0][1]:.0f}", points[0])
        head = wire.child or self.sheet.point(f"{name} at {points[-1][0]:.0f},{points[-1][1]:.0f}", points[-1])
        return tail, head

    def _trimmed(self, wire: Wire, points: list[Point]) -> list[Point]:
        """Let lines begin and end at the edges of symbols rather than at the middle of a cell."""
        if wire.part == "couple":
            (x0, y0), (x1, y1) = points[0], points[-1]
            points[0], points[-1] = (x0 + ACROSS / 2, y0), (x1 - ACROSS / 2, y1)
        elif wire.points[0] in self.roles:
            points[0] = (points[0][0], points[0][1] - SMALL)
        if wire.child and wire.part in {"child", "rows"}:
            place = self.drawing.layout.by_id[wire.child]
            cx, cy = self.centre(place)
            x = points[-1][0]
            points[-1] = (x, cy + edge_above(self.drawing.figures[wire.child], SIDE, x - cx))
        return points

    def _couple_marks(self, wire: Wire, stroke: Stroke, points: Sequence[Point]) -> None:
        a, b = (points[0], points[1]) if len(points) == 2 else (points[2], points[3])  # noqa: PLR2004 - a straight bar
        union = self.drawing.unions[wire.union]
        left = union is not None and union.leaver == self.drawing.layout.unions[wire.union].partners[0]
        x = a[0] + (b[0] - a[0]) * (0.25 if left else 0.75)
        beside = (x + SLASH, b[0]) if left else (a[0], x - SLASH)
        if not stroke.slashes:
            self._letters(stroke, (a[0], b[0]), a[1])
        elif text_width(stroke.letters, SMALL) <= beside[1] - beside[0]:
            self._letters(stroke, beside, a[1])
        else:
            self._letters(stroke, (a[0], b[0]), a[1] + SLASH * 0.6)
        if stroke.childless:
            draw_childless(self.sheet, ((a[0] + b[0]) / 2, a[1]), stroke.childless)
        if not stroke.slashes:
            return
        self.sheet.pen()
        for offset in (-2.5, 2.5) if stroke.slashes.startswith("//") else (0.0,):
            self.sheet.stroke([(x + offset - 3.5, a[1] - 6), (x + offset + 3.5, a[1] + 6)])
        if stroke.slashes == "/+":
            self.sheet.stroke([(x - 3.5, a[1] + 6), (x + 3.5, a[1] - 6)])

    def _letters(self, stroke: Stroke, ends: tuple[float, float], bar: float) -> None:
        """What is written over the bar, on as many lines as the room between *ends* (clear of slashes) asks for."""
        if not stroke.letters:
            return
        room, middle = ends[1] - ends[0], (ends[0] + ends[1]) / 2
        for size, many in ((SMALL, 4), (TINY, 2), (TINY, 1)):
            lines = _in_lines(stroke.letters, many)
            if all(text_width(line, size) <= room for line in lines):
                break
        for at, line in enumerate(reversed(lines)):
            self.sheet.text((middle, bar + 6 + 7 * at), line, size, ground=True)


def _in_lines(letters: str, many: int) -> list[str]:
    """``m 2010 d 2017`` with *many* words a line: a sign and its year stay together as long as they can."""
    words = letters.split()
    return [" ".join(words[at : at + many]) for at in range(0, len(words), many)]
