"""A genogram on paper: the same places and lines as in the terminal, a symbol 40 points high and wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import DotDocument, Point
from supervision_tui.genogram.graphviz.family_lines import draw_family_lines
from supervision_tui.genogram.graphviz.fills import fill_culture, fill_health
from supervision_tui.genogram.graphviz.font_metrics import text_width
from supervision_tui.genogram.graphviz.household_outlines import draw_homes
from supervision_tui.genogram.graphviz.legend import draw_legend
from supervision_tui.genogram.graphviz.page import ACROSS, SIDE, Page
from supervision_tui.genogram.graphviz.symbols import draw_symbol
from supervision_tui.genogram.graphviz.ties import draw_ties
from supervision_tui.genogram.layout import SYMBOL_HEIGHT, Placed
from supervision_tui.genogram.lettering import clip
from supervision_tui.genogram.notation import Symbol, current

if TYPE_CHECKING:
    from supervision_tui.family import Person
    from supervision_tui.genogram.notation import Drawing

BESIDE_STEM = 3.0
"""Points between a year and the line that goes down to the symbol."""
STEEP = 1.4
"""A twin line that goes more steeply across than this leaves no room above the shoulder of the symbol."""
YEAR_TOP = 11.0
"""Points from a symbol to the top of the year above it."""
SHOULDER = 13.0
"""Points that a year beside a symbol stands lower than one above it."""
NAME, SMALL = 10.0, 7.5
"""Letter heights: of names, and of years and roles."""

NOT_NAMES = frozenset({"not known", "unknown", "name not known"})
"""Labels of people whose name nobody knows: no part of them is a given name."""

LONGEST_ROLE = 20
"""Letters of a role under a name."""


def draw_genogram(drawing: Drawing, legend: DotDocument | None = None) -> DotDocument:
    """Everything that belongs to the view of *drawing*, as a document; the legend below it, or on *legend*."""
    page = Page(drawing)
    draw_family_lines(page)
    for place in drawing.layout.persons:
        if place.id in drawing.symbols:
            with page.document.together(drawing.family.person(place.id).name):
                _draw_person(page, place)
    if drawing.options.view == "ties":
        draw_ties(page)
    elif drawing.options.view == "household":
        draw_homes(page)
    draw_legend(page, legend or page.document)
    return page.document


ACCENT = 3.0
"""Points between a symbol and its name, so that the accent of a capital (Ŵ, É, Ẵ) stands clear of the symbol."""


def _draw_person(page: Page, place: Placed) -> None:
    """One symbol with all that stands in it and round it."""
    document, drawing = page.document, page.drawing
    symbol, person, centre = drawing.symbols[place.id], drawing.family.person(place.id), page.centre(place)
    letters = _fill(page, symbol, person, centre)
    draw_symbol(document, symbol, centre, SIDE, person.name, drawing.options.profile)
    for number, letter in enumerate(letters):
        document.text((centre[0] - SIDE / 2 - 7, centre[1] - SIDE / 2 + 4 + 8 * number), letter, SMALL, bold=True)
    _draw_label(page, place, symbol)
    if symbol.migrated and drawing.options.view == "culture":
        _draw_migration_wave(document, symbol.migrated, centre)
    _draw_status_boxes(page, person, centre)
    _draw_years(page, place, symbol, centre)


def _fill(page: Page, symbol: Symbol, person: Person, centre: Point) -> list[str]:
    """Fill the symbol as the view asks; letters of health marks that have no part of the symbol are returned."""
    drawing = page.drawing
    if drawing.options.view == "health":
        return fill_health(page.document, symbol, person, centre, SIDE)
    if drawing.options.view == "culture" and person.heritage:
        number = {culture.id: at for at, culture in enumerate(drawing.family.cultures)}
        fill_culture(page.document, symbol, person, number, centre, SIDE)
    return []


def _draw_label(page: Page, place: Placed, symbol: Symbol) -> None:
    """The name under a symbol, given names bold and the family name plain, and a role or a date below it."""
    document, lines = page.document, page.drawing.labels[place.id]
    top = place.y + SYMBOL_HEIGHT // 2 + 1
    given = max(len(lines) - 1, 1) if " ".join(lines).casefold() not in NOT_NAMES else 0
    for number, line in enumerate(lines):
        bold = number < given
        room = place.width * ACROSS / text_width(line, NAME, bold=bold)
        x, y = page.at(place.x, top + number)
        half = text_width(line, NAME, bold=bold) / 2 + 2
        crossed = page.has_twin_crossing((x - half, y - NAME), (x + half, y + NAME))
        document.text((x, y - ACCENT), line, NAME * min(1.0, room), bold=bold, ground=crossed)
    if symbol.below:
        x, y = page.at(place.x, top + len(lines) - 0.15)
        document.text((x, y - ACCENT), clip(symbol.below, LONGEST_ROLE), SMALL)


def _draw_years(page: Page, place: Placed, symbol: Symbol, centre: Point) -> None:
    """The year of birth above a symbol at the left, the year of death at the right."""
    x, above = centre[0], centre[1] + SIDE / 2 + 6
    for side, year in ((-1, symbol.born), (1, symbol.died)):
        slope = page.twin_offsets.get(place.id, 0.0)
        slanting = slope * side if slope * side > 0 else 0.0
        if year and slanting > STEEP:  # beside the shoulder, below the line that comes slanting
            edge = SIDE / 2 if symbol.shape == "square" else 3 * SIDE / 8
            away = edge + text_width(year, SMALL) / 2 + 3
            page.document.text((x + side * away, above - SHOULDER), year, SMALL, ground=True)
        elif year:
            lines = page.line_ends_beside.get((place.id, side), 0)
            beside = max(SIDE / 4 + 2, text_width(year, SMALL) / 2 + BESIDE_STEM)  # "~1987" is wider than "1987"
            away = beside + (ACROSS * lines + 2 if lines else 0.0) + YEAR_TOP * slanting
            page.document.text((x + side * away, above), year, SMALL, ground=True)


def _draw_migration_wave(document: DotDocument, year: str, centre: Point) -> None:
    """A wavy line over the symbol of somebody who came to live in another country, with the year."""
    left, above = centre[0] - SIDE / 2, centre[1] + SIDE / 2 + 2.5
    document.pen(width=1.0)
    document.stroke([(left + step * SIDE / 16, above + (1.3 if step % 2 else -1.3)) for step in range(17)])
    document.text((centre[0] + SIDE / 2 + 11, centre[1] - SIDE / 2 + 5), year, SMALL)


def _draw_status_boxes(page: Page, person: Person, centre: Point) -> None:
    """Legal and placement status in letters, in small boxes at the right of the symbol."""
    for number, status in enumerate(current(person, page.drawing.at)):
        page.codes.add(status.code)
        width = 4.6 * len(status.code) + 5
        left, low = centre[0] + SIDE / 2 + 2, centre[1] + SIDE / 2 - 6 - 10 * number
        page.document.pen(width=0.8)
        corners = [(left, low), (left + width, low), (left + width, low + 9), (left, low + 9)]
        page.document.shape(corners, "#ffffff")
        page.document.text((left + width / 2, low + 4.5), status.code, 6.5)
