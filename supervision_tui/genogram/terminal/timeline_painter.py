"""The timeline in cells: a lane for each person over a dated axis, then the numbered events in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from supervision_tui.genogram.layout import known
from supervision_tui.genogram.lettering import cells, clip
from supervision_tui.genogram.notation import Timeline, begins, describe_event, timeline_of
from supervision_tui.genogram.terminal.scene import Region, Role, Run, Scene

if TYPE_CHECKING:
    from supervision_tui.family import Person
    from supervision_tui.genogram.notation import Drawing

AXIS = 72
"""Cells of the axis in the terminal."""

NAMES = 16


def timeline_scene(drawing: Drawing, *, ascii_only: bool = False) -> Scene:
    """The timeline in cells: lanes over an axis, then the numbered events in words."""
    time = timeline_of(drawing)
    texts: list[tuple[str, Role]] = [(" " * NAMES + _axis(time), "faint")]
    regions: dict[str, Region] = {}
    for person in time.people:
        regions[person.id] = Region(0, len(texts), NAMES + AXIS, 1)
        name = clip(person.short_name, NAMES - 2)
        lane = name + " " * (NAMES - cells(name)) + _lane(drawing, time, person, ascii_only=ascii_only)
        texts.append((lane, "name"))
    texts.append(("", "space"))
    texts += [(f"{moment.number:>3}  {describe_event(drawing, moment)}", "name") for moment in time.moments]
    width = max(cells(text) for text, _role in texts)
    rows = tuple((Run(text + " " * (width - cells(text)), role),) for text, role in texts)
    return Scene(width, len(rows), rows, regions)


def _axis(time: Timeline) -> str:
    line = [" "] * AXIS
    for year in time.marks:
        at = int(time.share(dt.date(year, 1, 1)) * (AXIS - 4))
        if all(char == " " for char in line[max(0, at - 1) : at + 4]):
            line[at : at + 4] = str(year)
    return "".join(line[:AXIS])


def _lane(drawing: Drawing, time: Timeline, person: Person, *, ascii_only: bool) -> str:
    born, died = begins(person), known(person.died)
    start = 0 if born is None else int(time.share(born.earliest) * (AXIS - 4))
    end = int(time.share(drawing.at if died is None else died.latest) * (AXIS - 4))
    line = [" "] * AXIS
    for at in range(start, end + 1):
        line[at] = "-" if ascii_only else "─"
    line[start] = "." if born is None else "*" if ascii_only else "├"
    if person.dead:
        line[end] = "X" if ascii_only else "╳"
    for moment in time.moments:
        if person.id in moment.event.who:
            at = int(time.share(moment.day) * (AXIS - 4))
            number = str(moment.number)
            while at + len(number) < AXIS and any(
                char.isdigit() for char in line[max(0, at - 1) : at + len(number) + 1]
            ):
                at += 1
            line[at : at + len(number)] = number
    return "".join(line[:AXIS])
