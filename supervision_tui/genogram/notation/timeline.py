"""A family's time: a lane for each person from birth, and events on a dated axis, with ages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.family.dates import date_in_words
from supervision_tui.genogram.layout import known
from supervision_tui.genogram.notation.symbols import age, age_in_words

if TYPE_CHECKING:
    from supervision_tui.family import Event, PartialDate, Person
    from supervision_tui.genogram.notation.drawing import Drawing

DECADE, HALF_DECADE = 10, 5
SHORT = 25
"""Years up to which the axis has a mark every five."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """One dated event with the number that stands on the lanes of those it happened to."""

    number: int
    day: dt.date
    event: Event


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated *moments* in order, the people with a lane, and the first and last year of the axis."""

    moments: tuple[DatedEvent, ...]
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


def timeline_of(drawing: Drawing) -> Timeline:
    """Events up to the day of the drawing, and everybody whom one of them happened to or who is in focus."""
    dated = [(known(event.date), event) for event in drawing.family.events]
    ordered = sorted(
        ((date.middle, event) for date, event in dated if date is not None and date.earliest <= drawing.at),
        key=lambda pair: (pair[0], pair[1].id),
    )
    moments = tuple(DatedEvent(at + 1, day, event) for at, (day, event) in enumerate(ordered))
    named = {person_id for moment in moments for person_id in moment.event.who} | set(drawing.family.focus)
    place = drawing.layout.by_id
    people = sorted(
        (person for person in drawing.family.persons if person.id in named and person.id in drawing.symbols),
        key=lambda person: (place[person.id].row, place[person.id].x),
    )
    days = [moment.day for moment in moments] + [drawing.at]
    births = [date for person in people if (date := begins(person)) is not None]
    days += [date.middle if date.earliest == dt.date.min else date.earliest for date in births]
    return Timeline(moments, tuple(people), min(days).year, max(max(days).year, min(days).year + 1))


def begins(person: Person) -> PartialDate | None:
    """Where the lane of *person* begins: the birth, or the day it is due."""
    return known(person.born or person.due)


def describe_event(drawing: Drawing, moment: DatedEvent) -> str:
    """An event in words: when, what, and whom at what age."""
    whom = []
    for person_id in moment.event.who:
        if person_id in drawing.symbols:
            person = drawing.family.person(person_id)
            years = age(person.born, None, moment.day)
            alive = known(person.born) is None or person.born is None or person.born.earliest <= moment.day
            whom.append(
                f"{person.short_name}, {age_in_words(years)}" if age_in_words(years) and alive else person.short_name
            )
    when = "" if moment.event.date is None else f"{date_in_words(moment.event.date)}: "
    people = f" ({'; '.join(whom)})" if whom else ""
    return f"{when}{moment.event.what}{people}"
