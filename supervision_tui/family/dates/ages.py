"""Ages in words: weeks up to six months, months up to two years, then years; never "0"."""

from __future__ import annotations

from datetime import date

from supervision_tui.family.dates.partial import PartialDate

WEEKS_UNTIL = 6
"""Months of age from which months are said rather than weeks."""
MONTHS_UNTIL = 24
"""Months of age from which years are said."""
YEAR = 12
"""Months."""
OLDEST = 120
"""Years: nobody has been older (Robine and Allard 1998 on Jeanne Calment, 122, aside); a greater age is no fact."""
DAYS_UNTIL = 14
"""Days of age from which weeks are said."""


def months_between(first: date, last: date) -> int:
    """Whole months from *first* to *last*; 0 where it is not later."""
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    return max(months, 0)


def age_in_words(born: PartialDate | None, when: date) -> str:
    """How old somebody is on *when*: ``6 weeks``, ``14 months``, ``38``, ``37 to 38``, ``about 5``; or empty.

    Years stand without a word, as on a genogram. Empty where the birth is not known, is still to come, or
    lies so far back that nobody has been so old: it is asked about then (``old_age_questions``), not told.
    """
    if born is None or born.source == "words" or born.earliest > when:
        return ""
    if months_between(min(born.latest, when), when) > OLDEST * YEAR:
        return ""
    if born.source == "estimate" and born.earliest != date.min:
        return f"about {_between(born.middle, born.middle, when)}"
    return _between(min(born.latest, when), born.earliest, when)


def _between(youngest: date, oldest: date, when: date) -> str:
    """The age of somebody born from *oldest* to *youngest*."""
    least, most = months_between(youngest, when), months_between(oldest, when)
    if most >= MONTHS_UNTIL:
        years = least // YEAR, most // YEAR
        return (
            str(years[0]) if years[0] == years[1] else f"{years[0]} to {years[1]}" if years[0] else f"up to {years[1]}"
        )
    if least < 1 and most >= WEEKS_UNTIL:
        return "under a year" if most < YEAR else f"up to {most} months"
    weeks = (when - youngest).days // 7, (when - oldest).days // 7
    if most >= WEEKS_UNTIL or (least == most > 0 and weeks[1] - weeks[0] > 1):
        return _counted(least, most, "month")
    if (when - oldest).days >= DAYS_UNTIL or (weeks[0] == weeks[1] > 0 and youngest != oldest):
        return _counted(*weeks, "week")
    return _counted((when - youngest).days, (when - oldest).days, "day") if oldest < when else "newborn"


def _counted(least: int, most: int, unit: str) -> str:
    number = str(least) if least == most else f"{least} to {most}"
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"
