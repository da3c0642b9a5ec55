"""Days and ages that stir: anniversaries, and a child who reaches an age that mattered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Protocol, TypeVar

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.dates.span import month_end, moved
from supervision_tui.family.model.events import Event
from supervision_tui.family.model.persons import Person
from supervision_tui.family.patterns.context import PatternContext
from supervision_tui.family.patterns.pattern import Pattern

LOSSES = frozenset({"death", "suicide", "loss", "pregnancy_loss", "removal", "adoption"})
MARKED = LOSSES | {
    "care_entry", "separation", "migration", "prison", "exploitation", "missing", "abuse", "domestic_abuse",
    "violence", "leaving_home", "exclusion",
}  # fmt: skip
"""Themes whose day of the year may stir something."""

DIFFICULT = frozenset({"illness", "exclusion", "missing", "violence", "addiction", "exploitation"})
AROUND = timedelta(days=21)
AROUND_LOSS = 30
"""Days of the year between a loss and the beginning of a difficulty."""

SAME_AGE_WITHIN = 183
"""Days."""

AGE_EVENTS = frozenset({
    "death", "loss", "care_entry", "leaving_home", "migration", "prison", "exploitation", "first_child", "abuse",
    "exclusion", "missing", "removal",
})  # fmt: skip
NEAR_KIN = 3
"""Steps of kinship: parents, siblings, grandparents, aunts and uncles."""


def anniversary(context: PatternContext) -> Iterator[Pattern]:
    """G-ANNIV: a marked day within three weeks of today, or a difficulty that began near the day of an earlier loss."""
    for event, years in near_days(context.family.events, context.today):
        if context.family.index.people(event.who):
            ago = "a year" if years == 1 else f"{years} years"
            yield Pattern(
                "G-ANNIV",
                f"{ago[0].upper()}{ago[1:]} since: {event.what}",
                f"Shown because {event.date} comes round within three weeks of {context.today.isoformat()}.",
                event.who,
                (f'"{_sentence(event.what)}": that was {ago} ago about now. Does anyone mark it?',),
                facts=(event.id,),
                theme=event.theme,
            )
    yield from _began_near_a_loss(context)


class DatedEvent(Protocol):
    """Something that happened, as far as its day matters here."""

    @property
    def theme(self) -> str:
        """What it was about."""

    @property
    def date(self) -> PartialDate | None:
        """When it was, as far as that is known."""


EventT = TypeVar("EventT", bound=DatedEvent)


def near_days(events: Iterable[EventT], today: date) -> Iterator[tuple[EventT, int]]:
    """Those of *events* that mark people, with their day near *today*, and how many years ago each was."""
    for event in events:
        years = _years_since(event.date, today) if event.theme in MARKED else 0
        if years:
            yield event, years


def _years_since(when: PartialDate | None, today: date) -> int:
    """Whole years since *when* if its day of the year is near *today*, else 0; needs a known month."""
    if when is None or when.month is None or _months_apart(when.month, today.month) > 1:
        return 0
    if when.latest > moved(today, -10):
        return 0
    for year in (today.year - 1, today.year, today.year + 1):
        years = year - when.earliest.year
        first, last = moved(when.earliest, 12 * years), moved(when.latest, 12 * years)
        if when.latest == month_end(when.latest.year, when.latest.month):
            last = month_end(last.year, last.month)
        if years > 0 and first - AROUND <= today <= last + AROUND:
            return years
    return 0


def _months_apart(month: int, other: int) -> int:
    """Months between two months of the year, the shorter way round."""
    apart = abs(month - other)
    return min(apart, 12 - apart)


def _began_near_a_loss(context: PatternContext) -> Iterator[Pattern]:
    lately = context.months_ago(24)
    losses = [event for event in context.family.events if event.theme in LOSSES and event.date and event.date.month]
    for event in context.family.events:
        child = next((person for person in context.children if person.id in event.who), None)
        if event.theme not in DIFFICULT or child is None or event.date is None or event.date.latest < lately:
            continue
        for loss in losses:
            if _same_season(event, loss) and any(
                context.closeness(child.id, person_id) <= NEAR_KIN for person_id in loss.who
            ):
                yield Pattern(
                    "G-ANNIV",
                    f"It began at the time of year of an earlier loss: {loss.what}",
                    f'Shown because "{event.what}" ({event.date}) began within a month of the day of '
                    f'"{loss.what}" ({loss.date}).',
                    (child.id, *loss.who),
                    (f"Does anyone mark the time of year of {loss.what}? What does {child.short_name} know of it?",),
                    facts=(event.id, loss.id),
                    theme=loss.theme,
                )


def _same_season(event: Event, loss: Event) -> bool:
    if event.date is None or loss.date is None or event.date.middle <= loss.date.latest + timedelta(days=300):
        return False
    days = abs(event.date.middle.timetuple().tm_yday - loss.date.middle.timetuple().tm_yday)
    return min(days, 365 - days) <= AROUND_LOSS


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def same_age_anniversary(context: PatternContext) -> Iterator[Pattern]:
    """G-SAMEAGE: a child within six months of the age at which someone near had a hard or great event."""
    seen: set[tuple[str, str, int]] = set()
    for event in context.family.events:
        if event.theme not in AGE_EVENTS or event.date is None:
            continue
        for elder in context.lived_by(event):
            age = context.age_at(elder, event.date)
            for child in context.born_children if age is not None else ():
                key = (child.id, elder.id, age or 0)
                if key not in seen and _coming(context, child, elder, age or 0):
                    seen.add(key)
                    yield _same_age_pattern(context, child, elder, event, age or 0)


def _coming(context: PatternContext, child: Person, elder: Person, age: int) -> bool:
    if child.id == elder.id or child.born is None or context.closeness(child.id, elder.id) > NEAR_KIN:
        return False
    turns = moved(child.born.middle, 12 * age)
    return abs((turns - context.today).days) <= SAME_AGE_WITHIN + (child.born.latest - child.born.earliest).days // 2


def _same_age_pattern(context: PatternContext, child: Person, elder: Person, event: Event, age: int) -> Pattern:
    name, other = child.short_name, elder.short_name
    when = "will soon be" if child.born and moved(child.born.middle, 12 * age) > context.today else "has turned"
    return Pattern(
        "G-SAMEAGE",
        f"{name} at {age}, as {other} was",
        f'Shown because {name} {when} {age}, the age of {other} at "{event.what}" ({event.date}).',
        (child.id, elder.id),
        (f"{name} {when} {age}, as {other} was then: {event.what}. What might that stir, and for whom?",),
        facts=(event.id,),
        theme=event.theme,
        ages=(age,),
    )
