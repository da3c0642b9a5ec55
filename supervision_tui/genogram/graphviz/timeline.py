"""The timeline on paper: a dated axis, a lane for each person from birth, numbered events, and what they were below."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import Point, Sheet
from supervision_tui.genogram.layout.from_family import known
from supervision_tui.genogram.lettering.cell_widths import clip
from supervision_tui.genogram.notation.timeline import Time, begins, told_moment, told_time

if TYPE_CHECKING:
    from supervision_tui.family import Person
    from supervision_tui.genogram.notation.drawing import Drawing

AXIS, NAMES, LANE, LINE = 620.0, 110.0, 38.0, 14.0
MARK = 12.0
GREY = "#9a9a9a"


def draw_timeline(drawing: Drawing) -> Sheet:
    """The sheet with the timeline."""
    time = told_time(drawing)
    sheet = Sheet(drawing.family.title)
    bottom = -LANE * len(time.people) - 10
    for year in time.marks:
        x = NAMES + AXIS * time.share(dt.date(year, 1, 1))
        sheet.pen(GREY, 0.5, "dotted")
        sheet.stroke([(x, 6), (x, bottom)])
        sheet.text((x, 14), str(year), 8)
    for number, person in enumerate(time.people):
        _lane(sheet, drawing, time, person, -LANE * (number + 0.5))
    for number, moment in enumerate(time.moments):
        y = bottom - LINE * (number + 1.5)
        sheet.text((NAMES - 20, y), str(moment.number), 8, bold=True)
        sheet.text((NAMES, y), clip(told_moment(drawing, moment), 140), 8, left=True)
    return sheet


def _lane(sheet: Sheet, drawing: Drawing, time: Time, person: Person, y: float) -> None:
    born, died = begins(person), known(person.died)
    start = NAMES + (0.0 if born is None else AXIS * time.share(born.earliest))
    end = max(start, NAMES + AXIS * time.share(drawing.at if died is None else died.latest))
    sheet.text((0.0, y), clip(person.short_name, 18), 9, bold=person.id in drawing.family.focus, left=True)
    sheet.pen(width=1.4, style="dotted" if born is None else "solid")
    sheet.stroke([(start, y), (end, y)])
    sheet.pen(width=1.4)
    if born is not None:
        sheet.stroke([(start, y - 5), (start, y + 5)])
    if person.dead:
        sheet.stroke([(end - 4, y - 4), (end + 4, y + 4)])
        sheet.stroke([(end - 4, y + 4), (end + 4, y - 4)])
    used: list[Point] = []
    for moment in time.moments:
        if person.id in moment.event.who:
            at = _free(NAMES + AXIS * time.share(moment.day), y, used)
            used.append(at)
            sheet.pen(width=1.0)
            sheet.ellipse(at, (6.2, 6.2), "#ffffff")
            sheet.text(at, str(moment.number), 7)


def _free(x: float, y: float, used: list[Point]) -> Point:
    """A place for a mark at *x*, beside or above another where they would cover each other."""
    while True:
        for dy in (0.0, 12.0, -12.0):
            if all(math.dist((x, y + dy), other) >= MARK for other in used):
                return x, y + dy
        x += MARK
