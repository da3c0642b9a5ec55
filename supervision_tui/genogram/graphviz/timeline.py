"""The timeline on paper: a dated axis, a lane for each person from birth, numbered events, and what they were below."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import DotDocument, Point
from supervision_tui.genogram.graphviz.other_legends import draw_timeline_legend
from supervision_tui.genogram.layout import known
from supervision_tui.genogram.lettering import clip
from supervision_tui.genogram.notation import Timeline, begins, describe_event, timeline_of

if TYPE_CHECKING:
    from supervision_tui.family import Person
    from supervision_tui.genogram.notation import Drawing

AXIS, NAMES, LANE, LINE = 620.0, 110.0, 38.0, 14.0
MARK = 12.0
GREY = "#9a9a9a"


def draw_timeline(drawing: Drawing, legend: DotDocument | None = None) -> DotDocument:
    """The sheet with the timeline, its legend below it or on the sheet *legend*."""
    time = timeline_of(drawing)
    document = DotDocument(drawing.family.title)
    bottom = -LANE * len(time.people) - 10
    for year in time.marks:
        x = NAMES + AXIS * time.share(dt.date(year, 1, 1))
        document.pen(GREY, 0.5, "dotted")
        document.stroke([(x, 6), (x, bottom)])
        document.text((x, 14), str(year), 8)
    for number, person in enumerate(time.people):
        _lane(document, drawing, time, person, -LANE * (number + 0.5))
    for number, moment in enumerate(time.moments):
        y = bottom - LINE * (number + 1.5)
        document.text((NAMES - 20, y), str(moment.number), 8, bold=True)
        document.text((NAMES, y), clip(describe_event(drawing, moment), 140), 8, left=True)
    draw_timeline_legend(legend or document, time.people)
    return document


def _lane(document: DotDocument, drawing: Drawing, time: Timeline, person: Person, y: float) -> None:
    born, died = begins(person), known(person.died)
    start = NAMES + (0.0 if born is None else AXIS * time.share(born.earliest))
    end = max(start, NAMES + AXIS * time.share(drawing.at if died is None else died.latest))
    document.text((0.0, y), clip(person.short_name, 18), 9, bold=person.id in drawing.family.focus, left=True)
    document.pen(width=1.4, style="dotted" if born is None else "solid")
    document.stroke([(start, y), (end, y)])
    document.pen(width=1.4)
    if born is not None:
        document.stroke([(start, y - 5), (start, y + 5)])
    if person.dead:
        document.stroke([(end - 4, y - 4), (end + 4, y + 4)])
        document.stroke([(end - 4, y + 4), (end + 4, y - 4)])
    used: list[Point] = []
    for moment in time.moments:
        if person.id in moment.event.who:
            at = _free(NAMES + AXIS * time.share(moment.day), y, used)
            used.append(at)
            document.pen(width=1.0)
            document.ellipse(at, (6.2, 6.2), "#ffffff")
            document.text(at, str(moment.number), 8)


def _free(x: float, y: float, used: list[Point]) -> Point:
    """A place for a mark at *x*, beside or above another where they would cover each other."""
    while True:
        for dy in (0.0, 12.0, -12.0):
            if all(math.dist((x, y + dy), other) >= MARK for other in used):
                return x, y + dy
        x += MARK
