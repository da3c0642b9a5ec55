"""Days that have a name: fixed ones, and those that move with Easter, as people in Britain call them.

What needs a calendar of its own and is not here (Eid, Diwali, Hanukkah, half term) is not guessed: see
:data:`NEEDS_A_CALENDAR`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from supervision_tui.lazy_pattern import lazy_pattern


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher; printed in Nature, 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, over = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    sunday = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The *number*-th of a weekday (Monday is 0) in a month; -1 is the last."""
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


FEASTS: dict[str, Callable[[int], date]] = {
    "christmas": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "xmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "xmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year": _fixed(1, 1),
    "new year's day": _fixed(1, 1),
    "new years day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new years eve": _fixed(12, 31),
    "nye": _fixed(12, 31),
    "hogmanay": _fixed(12, 31),
    "burns night": _fixed(1, 25),
    "valentine's day": _fixed(2, 14),
    "valentines day": _fixed(2, 14),
    "valentine's": _fixed(2, 14),
    "st david's day": _fixed(3, 1),
    "st patrick's day": _fixed(3, 17),
    "st george's day": _fixed(4, 23),
    "halloween": _fixed(10, 31),
    "hallowe'en": _fixed(10, 31),
    "bonfire night": _fixed(11, 5),
    "guy fawkes night": _fixed(11, 5),
    "remembrance day": _fixed(11, 11),
    "st andrew's day": _fixed(11, 30),
    "pancake day": _from_easter(-47),
    "shrove tuesday": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "mothering sunday": _from_easter(-21),
    "mother's day": _from_easter(-21),
    "mothers day": _from_easter(-21),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter": easter,
    "easter sunday": easter,
    "easter day": easter,
    "easter monday": _from_easter(1),
    "whitsun": _from_easter(49),
    "father's day": lambda year: nth_weekday(year, 6, 6, 3),
    "fathers day": lambda year: nth_weekday(year, 6, 6, 3),
    "may day": lambda year: nth_weekday(year, 5, 0, 1),
}
"""What a day is called, in small letters, to the day in a year."""

SEASONAL = frozenset({"christmas", "xmas", "new year", "easter"})
"""Names that people also use for the days around: ``Christmas 2018`` is not surely the 25th."""

FEAST_WORDS = "|".join(re.escape(name) for name in sorted(FEASTS, key=len, reverse=True))
"""Every name, for a pattern; the longest first."""

NEEDS_A_CALENDAR = lazy_pattern(
    r"\b(?:half[- ]?term|term|holidays?|hols|inset|review|court|hearing|meeting|conference|panel|contact|visit|"
    r"birthday|"
    r"lac review|iro|payday|pay day|eid|ramadan|diwali|divali|hanukkah|chanukah|passover|rosh hashanah|yom kippur|"
    r"vaisakhi|navratri|holi|chinese new year|lunar new year|wesak|nowruz|ashura)\b"
)
"""Words for days that only another calendar knows: a school's, a court's, a faith's, somebody's own."""
