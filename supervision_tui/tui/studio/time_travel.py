"""The family at an earlier day: the days to stop at, and the way from one to the next."""

from __future__ import annotations

from datetime import date

from supervision_tui.family import Family, PartialDate


def year_ends_with_changes(family: Family) -> tuple[date, ...]:
    """The last day of every year in which something began, ended or happened, the earliest first."""
    years: set[int] = set()
    for person in family.persons:
        years |= _years(person.born, person.died)
    for union in family.unions:
        years |= _years(union.since, union.until)
    for tie in family.ties:
        years |= _years(tie.since, tie.until)
    for home in family.households:
        for member in home.members:
            years |= _years(member.since, member.until)
    for event in family.events:
        years |= _years(event.date)
    return tuple(date(year, 12, 31) for year in sorted(years))


def _years(*days: PartialDate | None) -> set[int]:
    return {day.latest.year for day in days if day is not None}


def next_stop(days: tuple[date, ...], now: date | None, step: int) -> date | None:
    """The day *step* places from *now* among *days*; ``None`` is today, after the last of them."""
    stops = [*days, None]
    at = stops.index(now) if now in stops else len(stops) - 1
    return stops[max(0, min(at + step, len(stops) - 1))]
