"""What each form of words means as a day, seen from today. What can mean two days gives both, the likelier first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from supervision_tui.days.feasts import FEASTS, nth_weekday
from supervision_tui.days.months import days_of_month
from supervision_tui.days.vocabulary import DAY_WORDS, MONTHS, NEAR, NUMBERS, ORDINALS, PARTS, WEEKDAYS

WEEK = 7
DAY_OF_HOURS = 24
MOST_DAYS_AHEAD = 45
"""Days within which a weekday with a bare figure is a day of a month."""
_MOST_AS_A_FRACTION = {12: 24, 7: 14}
"""Twelfths that may be months and sevenths that may be days; "31/12" is a day and nothing else."""
_SHORT_YEAR = 2
"""Figures of a year without its century."""


@dataclass(frozen=True, slots=True)
class DayMeaning:
    """The day that some words mean; *others* that they can mean too; *note* beside it, such as a bank holiday."""

    day: date | None
    others: tuple[date, ...] = ()
    note: str = ""


Maker = Callable[[re.Match[str], date], DayMeaning | None]
"""Gives what a match means, seen from today; ``None`` where it is no day after all."""


def number_of(words: str) -> int:
    """``"3"``, ``"three"``, ``"a couple of"`` as a number."""
    if not words:
        return 1
    return int(words) if words.isdigit() else NUMBERS[words.removeprefix("a ").split()[0]]


def coming(weekday: int, today: date) -> date:
    """The next such weekday after *today*."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % WEEK + 1)


def months_on(day: date, months: int) -> date:
    """*day* so many months later; where that month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_of_month(year, month + 1)))


def _sunday(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())


def year_of(year: str | None) -> int | None:
    """The year that was written, ``26`` as 2026; ``None`` where none was."""
    if not year:
        return None
    bare = year.strip("'")
    return 2000 + int(bare) if len(bare) == _SHORT_YEAR else int(bare)


def _dated(day: int, month: int, year: int | None, today: date) -> DayMeaning:
    """A day of a month; without a year the next one from today."""
    if year is not None:
        return DayMeaning(date(year, month, day))
    years = [ahead for ahead in range(today.year, today.year + 9) if day <= days_of_month(ahead, month)]
    found = next(found for at in years if (found := date(at, month, day)) >= today)
    if found < months_on(today, 12):
        return DayMeaning(found)
    last = next(last for at in (0, 1) if (last := _day_within(date(today.year + at, month, 1), day)) >= today)
    return DayMeaning(found, (last,) if last != found else ())  # 29 February, where the next has only 28 days


def named_date(match: re.Match[str], today: date) -> DayMeaning | None:
    """``3 December``, ``December 3rd 2026``, with or without its weekday."""
    meant = _dated(int(match["day"]), MONTHS[match["month"]], year_of(match["year"]), today)
    month_first = match.start("month") < match.start("day")
    as_year = 2000 + int(match["day"])
    if month_first and not match["year"] and match[0][-1].isdigit() and as_year in {today.year, today.year + 1}:
        first = date(as_year, MONTHS[match["month"]], 1)
        return DayMeaning(meant.day, (_day_within(first, 31),))
    return _checked(match, meant)


def named_in_words(match: re.Match[str], today: date) -> DayMeaning:
    """``the first of December``."""
    return _dated(DAY_WORDS[match["word"]], MONTHS[match["month"]], year_of(match["year"]), today)


def two_days(match: re.Match[str], today: date) -> DayMeaning | None:
    """``3 to 5 December``: the last, with the first beside it."""
    last = named_date(match, today)
    if last is None or last.day is None:
        return None
    return DayMeaning(last.day, (last.day.replace(day=int(match["first"])),))


def day_of_month(match: re.Match[str], today: date) -> DayMeaning:
    """``the 5th of next month``; of this month only a day that is still to come."""
    number, first = int(match["day"]), today.replace(day=1)
    if match["whose"] == "next":
        return DayMeaning(months_on(first, 1).replace(day=number))
    day = first.replace(day=number)
    return DayMeaning(day if day >= today else months_on(first, 1).replace(day=number))


def in_figures(match: re.Match[str], today: date) -> DayMeaning | None:
    """``3/12``, ``3.12.26``: day first; "in 3/12", as clinicians write it, is in three months."""
    day, figure = int(match["day"]), int(match["figure"])
    meant = _checked(match, _dated(day, figure, year_of(match["year"]), today))
    sign = match.groupdict().get("sign") or match[0][len(match["day"]) : len(match["day"]) + 1]
    if match["year"] or match.groupdict().get("weekday") or sign.strip() != "/" or figure not in {7, 12}:
        return meant
    before = match.string[: match.start()].strip()
    if day > _MOST_AS_A_FRACTION[figure] or (before and before not in {"in", "within"}):
        return meant
    ahead = months_on(today, day) if figure == 12 else today + timedelta(days=day)  # noqa: PLR2004 - twelfths are months
    if before and meant.day:
        return DayMeaning(ahead, (meant.day, *meant.others))
    return DayMeaning(meant.day, (*meant.others, ahead), meant.note)


def figures_of_weekday(match: re.Match[str], today: date) -> DayMeaning | None:
    """``Tues 8.12`` is a day where that is a Tuesday; else the figures are a time."""
    try:
        meant = _dated(int(match["day"]), int(match["figure"]), None, today)
    except (ValueError, StopIteration):
        return None
    return meant if meant.day is not None and meant.day.weekday() == WEEKDAYS[match["weekday"]] else None


def _checked(match: re.Match[str], meant: DayMeaning) -> DayMeaning:
    """*meant*, with a question where the weekday that was said is another one."""
    weekday = match.groupdict().get("weekday")
    if weekday is None or meant.day is None or meant.day.weekday() == WEEKDAYS[weekday]:
        return meant
    near = meant.day + timedelta(days=(WEEKDAYS[weekday] - meant.day.weekday() + 3) % WEEK - 3)
    return DayMeaning(meant.day, (near,), f"not a {near:%A}")


def iso_date(match: re.Match[str], _today: date) -> DayMeaning:
    """``2026-12-03``."""
    return DayMeaning(date(int(match["year"]), int(match["figure"]), int(match["day"])))


def day_to_come(match: re.Match[str], today: date) -> DayMeaning | None:
    """``the 30th``, ``Friday 4th``: the next such day of a month, on that weekday where one is said.

    Where that is months away the weekday may have been said wrongly: both are asked about.
    """
    number, weekday = int(match["day"]), match.groupdict().get("weekday")
    first = next(_days_numbered(number, today), None)
    if first is None or weekday is None or first.weekday() == WEEKDAYS[weekday]:
        return DayMeaning(first)
    found = next((day for day in _days_numbered(number, today) if day.weekday() == WEEKDAYS[weekday]), None)
    if found is None or (found - today).days <= MOST_DAYS_AHEAD:
        return DayMeaning(found)
    meant = _checked(match, DayMeaning(first))
    return DayMeaning(meant.day, (*meant.others, found), meant.note)


def _days_numbered(number: int, today: date) -> Iterator[date]:
    """The days of that number of this month and the 95 after it, from *today* on."""
    for ahead in range(12 * 8):
        month = months_on(today.replace(day=1), ahead)
        if 0 < number <= days_of_month(month.year, month.month) and (day := month.replace(day=number)) >= today:
            yield day


def near_day_of_month(match: re.Match[str], today: date) -> DayMeaning | None:
    """``Friday 4``: only where that day is near; else the figure is something else, such as a time."""
    meant = day_to_come(match, today)
    return (
        meant if meant is not None and meant.day is not None and (meant.day - today).days <= MOST_DAYS_AHEAD else None
    )


def at_feast(match: re.Match[str], today: date) -> DayMeaning:
    """``Christmas``, ``Good Friday 2027``: without a year the next one."""
    make = FEASTS[match["feast"]]
    if match["year"]:
        return DayMeaning(make(int(match["year"])))
    return DayMeaning(next(found for ahead in (0, 1) if (found := make(today.year + ahead)) >= today))


def beside(day: date, weekday: int, *, back: bool) -> date:
    """The next such weekday after *day*, or the last before it; never *day* itself."""
    away = (day.weekday() - weekday - 1) if back else (weekday - day.weekday() - 1)
    return day + timedelta(days=(away % WEEK + 1) * (-1 if back else 1))


def near_feast(match: re.Match[str], today: date) -> DayMeaning:
    """``the Monday before Christmas``, ``the day after Boxing Day``."""
    feast = at_feast(match, today).day or today
    back, weekday = match["side"] == "before", match["weekday"]
    if weekday is None:
        return DayMeaning(feast + timedelta(days=-1 if back else 1))
    return DayMeaning(beside(feast, WEEKDAYS[weekday], back=back))


def on_weekday(match: re.Match[str], today: date) -> DayMeaning:
    """``Friday``, ``this Friday``, ``next Friday``, ``last Friday``."""
    weekday, which = WEEKDAYS[match["weekday"]], (match["which"] or "").strip()
    soonest = coming(weekday, today)
    if which == "last":
        return DayMeaning(today - timedelta(days=(today.weekday() - weekday - 1) % WEEK + 1))
    if which == "next" and soonest <= _sunday(today):
        return DayMeaning(soonest + timedelta(days=WEEK), (soonest,))
    return DayMeaning(soonest, (today,) if which == "this" and today.weekday() == weekday else ())


def weekday_after_next(match: re.Match[str], today: date) -> DayMeaning:
    """``the Monday after next``: a week after the one that "next Monday" means."""
    soonest = coming(WEEKDAYS[match["weekday"]], today)
    later = soonest + timedelta(days=WEEK)
    return DayMeaning(later + timedelta(days=WEEK), (later,)) if soonest <= _sunday(today) else DayMeaning(later)


def one_of_two_weekdays(match: re.Match[str], today: date) -> DayMeaning:
    """``Mon/Tues``: the later of them, the other beside it."""
    days = sorted(coming(WEEKDAYS[match[name]], today) for name in ("first", "second"))
    return DayMeaning(days[1], (days[0],))


def weekday_of_week(match: re.Match[str], today: date) -> DayMeaning:
    """``Tuesday next week``, ``Tuesday this week``, ``Tuesday last week``."""
    monday = today - timedelta(days=today.weekday())
    weeks = {"next": 1, "last": -1}.get(match["week"], 0)
    return DayMeaning(monday + timedelta(days=WEEK * weeks + WEEKDAYS[match["weekday"]]))


def weekday_on(match: re.Match[str], today: date) -> DayMeaning:
    """``Friday week``, ``a week on Friday``, ``a fortnight on Friday``, ``tomorrow week``."""
    start = match["start"]
    weeks = 2 if "fortnight" in match[0] else number_of(match.groupdict().get("number") or "")
    if start in {"today", "tomorrow"}:
        return DayMeaning(today + timedelta(days=WEEK * weeks + (start == "tomorrow")))
    soonest = coming(WEEKDAYS[start], today)
    other = (today + timedelta(days=WEEK * weeks),) if soonest == today + timedelta(days=WEEK) else ()
    return DayMeaning(soonest + timedelta(days=WEEK * weeks), other)


def nth_of_month(match: re.Match[str], today: date) -> DayMeaning | None:
    """``first Monday in January``, ``the last Friday of the month``, ``of next month``."""
    number, weekday = ORDINALS[match["nth"]], WEEKDAYS[match["weekday"]]
    if match["month"]:
        month = MONTHS[match["month"]]
        found = (nth_weekday(at, month, weekday, number) for at in (today.year, today.year + 1))
        year = year_of(match["year"])
        return DayMeaning(
            nth_weekday(year, month, weekday, number) if year else next(day for day in found if day >= today)
        )
    at = months_on(today.replace(day=1), match["whose"] == "next")
    day = nth_weekday(at.year, at.month, weekday, number)
    return DayMeaning(day) if day >= today else None


def in_a_while(match: re.Match[str], today: date) -> DayMeaning:
    """``in 3 weeks``, ``two months``, ``48 hours``; with ``ago``, back."""
    number, unit = number_of(match["number"]), match["unit"]
    number = -number if match.groupdict().get("ago") else number
    if unit.startswith("m"):
        return DayMeaning(months_on(today, number))
    if unit.startswith("y"):
        return DayMeaning(months_on(today, 12 * number))
    if unit.startswith("h"):
        return DayMeaning(today + timedelta(days=-(-number // DAY_OF_HOURS)))
    return DayMeaning(today + timedelta(days=number * {"d": 1, "w": WEEK, "f": 2 * WEEK}[unit[0]]))


def near_today(match: re.Match[str], today: date) -> DayMeaning:
    """``tomorrow``, ``eod``, ``the day before yesterday``."""
    return DayMeaning(today + timedelta(days=NEAR.get(match["near"], 0)))


def in_hours(match: re.Match[str], today: date) -> DayMeaning:
    """``in half an hour``, ``in 3 hours``: today; from a whole day on that day; late at night it can be tomorrow."""
    number = number_of(match.groupdict().get("number") or "")
    if number >= DAY_OF_HOURS:
        return DayMeaning(today + timedelta(days=-(-number // DAY_OF_HOURS)))
    return DayMeaning(today, (today + timedelta(days=1),) if number > 1 else ())


def in_weeks_as_figures(match: re.Match[str], today: date) -> DayMeaning:
    """``6/52``: six weeks, as clinicians write it."""
    return DayMeaning(today + timedelta(days=WEEK * int(match["number"])))


def after_next(match: re.Match[str], today: date) -> DayMeaning:
    """``the week after next``: its Friday, its Monday beside it; the weekend; the month after next."""
    unit = match["unit"]
    if unit == "month":
        first = months_on(today.replace(day=1), 2)
        return DayMeaning(_day_within(first, 31), (first,))
    monday = today - timedelta(days=today.weekday()) + timedelta(days=2 * WEEK)
    if unit == "weekend":
        saturday = today + timedelta(days=(5 - today.weekday()) % WEEK) + timedelta(days=2 * WEEK)
        return DayMeaning(saturday, (saturday - timedelta(days=WEEK),))
    return DayMeaning(monday + timedelta(days=4), (monday,))


def this_day_next(match: re.Match[str], today: date) -> DayMeaning:
    """``this day next month``."""
    if match["unit"] == "week":
        return DayMeaning(today + timedelta(days=WEEK))
    return DayMeaning(months_on(today, 12 if match["unit"] == "year" else 1))


def while_from(match: re.Match[str], today: date) -> DayMeaning:
    """``a month from Monday``, ``a year today``."""
    start = match["start"]
    base = (
        today + timedelta(days=start == "tomorrow")
        if start in {"today", "tomorrow"}
        else coming(WEEKDAYS[start], today)
    )
    return DayMeaning(months_on(base, number_of(match["number"]) * (12 if match["unit"].startswith("y") else 1)))


def weeks_before_last(match: re.Match[str], today: date) -> DayMeaning:
    """``a week last Friday``: a week before it."""
    last = today - timedelta(days=(today.weekday() - WEEKDAYS[match["weekday"]] - 1) % WEEK + 1)
    return DayMeaning(last - timedelta(days=WEEK * number_of(match["number"])))


def of_week(match: re.Match[str], today: date) -> DayMeaning:
    """``next week``, ``end of the week``, ``early next week``: as a day by which, its Friday; its Monday beside it."""
    monday = today - timedelta(days=today.weekday()) + timedelta(days=WEEK * ((match["week"] or "") == "next"))
    part = (match["part"] or "").split(" ")[0]
    friday = monday + timedelta(days=4)
    if friday < today:
        friday += timedelta(days=WEEK)
    if part in {"start", "beginning", "early"}:
        return DayMeaning(max(monday, today))
    if part in {"middle", "mid", "midweek"}:
        return DayMeaning(max(monday + timedelta(days=2), today))
    if part in {"end", "e", "late", "later"} or monday < today:
        return DayMeaning(friday)
    return DayMeaning(friday, (monday,))


def at_weekend(match: re.Match[str], today: date) -> DayMeaning:
    """``the weekend``: its Saturday, with its Sunday beside it; ``next weekend``: the one after."""
    saturday = today + timedelta(days=(5 - today.weekday()) % WEEK)
    if match["week"]:
        return DayMeaning(saturday + timedelta(days=WEEK), (saturday,))
    return DayMeaning(saturday, (saturday + timedelta(days=1),))


def of_month_part(match: re.Match[str], today: date) -> DayMeaning:
    """``next month``, ``end of the month``, ``mid January``: the last day that it means, the first beside it."""
    found = match.groupdict()
    named, which = found.get("month"), found.get("which")
    part = (match["part"] or ("" if named or which else "end")).split(" ")[0]
    begins, ends = PARTS.get(part, (1, 31))
    if named is None:
        first = months_on(today.replace(day=1), which == "next")
    else:
        year = year_of(match["year"])
        first = date(year or today.year, MONTHS[named], 1)
        if year is None and _day_within(first, ends) < today:
            first = first.replace(year=first.year + 1)
    start, end = _day_within(first, begins), _day_within(first, ends)
    return DayMeaning(end, (start,) if today <= start < end else ())


def _day_within(month: date, number: int) -> date:
    """That day of the month that begins on *month*, or its last where it is shorter."""
    return month.replace(day=min(number, days_of_month(month.year, month.month)))


def at_year_end(match: re.Match[str], today: date) -> DayMeaning:
    """``the end of the year``, ``the end of next year``."""
    return DayMeaning(date(today.year + ((match["week"] or "").strip() == "next"), 12, 31))
