"""A family's time: a lane for each person from birth, and events on a dated axis, with ages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.genogram.layout.from_family import known
from supervision_tui.genogram.lettering.cell_widths import cells, clip
from supervision_tui.genogram.notation.symbols import age
from supervision_tui.genogram.terminal.scene import Region, Role, Run, Scene

if TYPE_CHECKING:
    from supervision_tui.family import Event, PartialDate, Person
    from supervision_tui.genogram.notation.drawing import Drawing

AXIS = 72
"""Cells of the axis in the terminal."""

NAMES = 16
DECADE, HALF_DECADE = 10, 5
SHORT = 25
"""Years up to which the axis has a mark every five."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One dated event with the number that stands on the lanes of those it happened to."""

    number: int
    day: dt.date
    event: Event


@dataclass(frozen=True, slots=True)
class Time:
    """The dated *moments* in order, the people with a lane, and the first and last year of the axis."""

    moments: tuple[Moment, ...]
    people: tuple[Person, ...]
    first: int
    last: int

    def share(self, day: dt.date) -> float:
        """How far along the axis *day* lies, 0 to 1."""
        start = dt.date(self.first, 1, 1).toordinal()
        span = dt.date(self.last, 12, 31).toordinal() - start
        return min(1.0, max(0.0, (day.toordinal() - start) / span))

    @property
    def marks(self) -> range:
        """The years that the axis names."""
        step = HALF_DECADE if self.last - self.first <= SHORT else DECADE
        return range(self.first - self.first % step + step, self.last + 1, step)


def told_time(drawing: Drawing) -> Time:
    """Events up to the day of the drawing, and everybody whom one of them happened to or who is in focus."""
    dated = [(known(event.date), event) for event in drawing.family.events]
    ordered = sorted(
        ((date.middle, event) for date, event in dated if date is not None and date.earliest <= drawing.at),
        key=lambda pair: (pair[0], pair[1].id),
    )
    moments = tuple(Moment(at + 1, day, event) for at, (day, event) in enumerate(ordered))
    named = {one for moment in moments for one in moment.event.who} | set(drawing.family.focus)
    place = drawing.layout.by_id
    people = sorted(
        (person for person in drawing.family.persons if person.id in named and person.id in drawing.figures),
        key=lambda person: (place[person.id].row, place[person.id].x),
    )
    days = [moment.day for moment in moments] + [drawing.at]
    births = [date for person in people if (date := begins(person)) is not None]
    days += [date.middle if date.earliest == dt.date.min else date.earliest for date in births]
    return Time(moments, tuple(people), min(days).year, max(max(days).year, min(days).year + 1))


def begins(person: Person) -> PartialDate | None:
    """Where the lane of *person* begins: the birth, or the day it is due."""
    return known(person.born or person.due)


def told_moment(drawing: Drawing, moment: Moment) -> str:
    """An event in words: when, what, and whom at what age."""
    whom = []
    for one in moment.event.who:
        if one in drawing.figures:
            person = drawing.family.person(one)
            years = age(person.born, None, moment.day)
            alive = known(person.born) is None or person.born is None or person.born.earliest <= moment.day
            whom.append(f"{person.short_name}, {years}" if years and alive else person.short_name)
    when = "" if moment.event.date is None else f"{moment.event.date.text}: "
    people = f" ({'; '.join(whom)})" if whom else ""
    return f"{when}{moment.event.what}{people}"


def timeline_scene(drawing: Drawing, *, ascii_only: bool = False) -> Scene:
    """The timeline in cells: lanes over an axis, then the numbered events in words."""
    time = told_time(drawing)
    texts: list[tuple[str, Role]] = [(" " * NAMES + _axis(time), "faint")]
    regions: dict[str, Region] = {}
    for person in time.people:
        regions[person.id] = Region(0, len(texts), NAMES + AXIS, 1)
        name = clip(person.short_name, NAMES - 2)
        lane = name + " " * (NAMES - cells(name)) + _lane(drawing, time, person, ascii_only=ascii_only)
        texts.append((lane, "name"))
    texts.append(("", "space"))
    texts += [(f"{moment.number:>3}  {told_moment(drawing, moment)}", "name") for moment in time.moments]
    width = max(cells(text) for text, _role in texts)
    rows = tuple((Run(text + " " * (width - cells(text)), role),) for text, role in texts)
    return Scene(width, len(rows), rows, regions)


def _axis(time: Time) -> str:
    line = [" "] * AXIS
    for year in time.marks:
        at = int(time.share(dt.date(year, 1, 1)) * (AXIS - 4))
        if all(char == " " for char in line[max(0, at - 1) : at + 4]):
            line[at : at + 4] = str(year)
    return "".join(line[:AXIS])


def _lane(drawing: Drawing, time: Time, person: Person, *, ascii_only: bool) -> str:
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
            told = str(moment.number)
            while at + len(told) < AXIS and any(char.isdigit() for char in line[max(0, at - 1) : at + len(told) + 1]):
                at += 1
            line[at : at + len(told)] = told
    return "".join(line[:AXIS])
