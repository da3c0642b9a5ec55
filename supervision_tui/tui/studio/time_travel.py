"""The family as it was: the days on which something changed, and going from one to the next."""

from __future__ import annotations

from datetime import date

from supervision_tui.family import Family
from supervision_tui.family.dates import PartialDate


def turning_days(family: Family) -> tuple[date, ...]:
    """The last day of every year in which something began, ended or happened, the earliest first."""
    found: set[int] = set()
    for person in family.persons:
        found |= _years(person.born, person.died)
    for union in family.unions:
        found |= _years(union.since, union.until)
    for tie in family.ties:
        found |= _years(tie.since, tie.until)
    for home in family.households:
        for member in home.members:
            found |= _years(member.since, member.until)
    for event in family.events:
        found |= _years(event.date)
    return tuple(date(year, 12, 31) for year in sorted(found))


def _years(*days: PartialDate | None) -> set[int]:
    return {day.latest.year for day in days if day is not None}


def stepped(days: tuple[date, ...], now: date | None, step: int) -> date | None:
    """The day *step* turns away from *now*; ``None`` is today, after the last of them."""
    line = [*days, None]
    at = line.index(now) if now in line else len(line) - 1
    return line[max(0, min(at + step, len(line) - 1))]
