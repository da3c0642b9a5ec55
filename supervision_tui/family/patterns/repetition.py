"""What comes again: the same age, the same event, over generations; brothers and sisters apart, as an echo.

After McGoldrick, Gerson and Petry (2020, chapter on patterns over generations); tolerances are content.md 3.5's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from supervision_tui.family.model.parentages import DESCENT
from supervision_tui.family.patterns.context import PatternContext
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.family.patterns.safeguarding import ABUSE_AT_HOME

AGE_THEMES = {
    "first_child": "had a first child", "leaving_home": "left home", "care_entry": "came into care",
    "loss": "lost someone", "migration": "left for another country", "prison": "went to prison",
    "exploitation": "met exploitation", "exclusion": "had to leave school",
}  # fmt: skip
"""Themes whose age is compared, in words for a sentence."""

EVENT_THEMES = {
    "care_entry": "coming into care", "removal": "a child removed", "domestic_abuse": "domestic abuse",
    "early_death": "an early death", "suicide": "suicide", "prison": "prison", "addiction": "alcohol or drugs",
    "exclusion": "exclusion from school", "exploitation": "exploitation",
}  # fmt: skip
"""Themes that are looked for in two or more generations, in words for a sentence."""

CARE_CODES = frozenset({"ICO", "CO", "S20", "LAC", "CIC", "FC", "RES", "CL"})
EARLY = 50
"""Age in years under which a death is early."""

TOLERANCE = 1
"""Years either side within which an age is the same."""
NEAR_KIN = 2
"""Steps between two people whose ages are compared: parent and child, brother and sister."""


Ages = dict[str, tuple[int, tuple[str, ...]]]
"""Person to the age at their first such event, and the ids of the facts."""


def same_age(context: PatternContext) -> Iterator[Pattern]:
    """G-REPEAT-AGE: the same event at the same age, give or take a year, in one line of descent or among siblings."""
    for theme, words in AGE_THEMES.items():
        ages = _ages(context, theme)
        for group in _groups(context, ages):
            yield _age_pattern(context, theme, words, group, ages, echo=False)
        for group in _sibling_groups(context, ages):
            yield _age_pattern(context, theme, words, group, ages, echo=True)


def _ages(context: PatternContext, theme: str) -> Ages:
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    if theme == "first_child":
        found.update(_first_births(context))
    wanted = {"death", "loss"} if theme == "loss" else {theme}
    for event in context.family.events:
        if event.theme not in wanted or event.date is None:
            continue
        for person in context.lived_by(event):
            age = context.age_at(person, event.date)
            if age is not None and (person.id not in found or age < found[person.id][0]):
                found[person.id] = (age, (event.id,))
    return {person_id: known for person_id, known in found.items() if theme != "loss" or known[0] < 18}  # noqa: PLR2004 - a child's loss


def _first_births(context: PatternContext) -> Ages:
    found: Ages = {}
    for parent in context.family.persons:
        born = [
            person.born
            for person in context.family.children_of(parent.id, DESCENT)
            if person.born and person.kind == "person"
        ]
        ages = [age for when in born if (age := context.age_at(parent, when)) is not None]
        if ages:
            found[parent.id] = (min(ages), ())
    return found


def _groups(context: PatternContext, ages: Ages) -> list[tuple[str, ...]]:
    """Lines of descent whose members are within the tolerance of one of them, the largest first, each person once."""
    best: list[tuple[str, ...]] = []
    for centre in dict.fromkeys(age for age, _ in ages.values()):
        near = [person_id for person_id, (age, _) in ages.items() if abs(age - centre) <= TOLERANCE]
        best += context.lines(near)
    chosen: list[tuple[str, ...]] = []
    for group in sorted(best, key=lambda line: (-len(line), _spread(line, ages))):
        if not any(set(group) & set(other) for other in chosen):
            chosen.append(group)
    return chosen


def _sibling_groups(context: PatternContext, ages: Ages) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for person_id, (age, _) in ages.items():
        near = {
            other.id
            for other in context.family.siblings_of(person_id)
            if other.id in ages and abs(ages[other.id][0] - age) <= TOLERANCE
        }
        group = tuple(sorted({person_id, *near}))
        if near and not any(set(group) & set(other) for other in found):
            found.append(group)
    return found


def _spread(group: tuple[str, ...], ages: Ages) -> int:
    own = [ages[person_id][0] for person_id in group]
    return max(own) - min(own)


def _age_pattern(
    context: PatternContext, theme: str, words: str, group: tuple[str, ...], ages: Ages, *, echo: bool
) -> Pattern:
    own = tuple(sorted({ages[person_id][0] for person_id in group}))
    between = "or" if own[-1] - own[0] <= 1 else "to"
    ages_in_words = str(own[0]) if len(own) == 1 else f"{own[0]} {between} {own[-1]}"
    people = ", ".join(f"{context.name(person_id)} ({ages[person_id][0]})" for person_id in group)
    others = sorted(
        (
            person_id
            for person_id in ages
            if person_id not in group and any(context.closeness(person_id, member) <= NEAR_KIN for member in group)
        ),
        key=lambda person_id: ages[person_id][0],
    )
    line = f"It went differently for {context.names(others[:3])}. What helped?" if others else ""
    return Pattern(
        "G-REPEAT-AGE",
        f"{'A sibling echo' if echo else 'The same age again'}: {ages_in_words}",
        f"Shown because at about the same age each {words}: {people}.",
        group,
        (
            f"{len(group)} people {words} at about {ages_in_words}. What do people here say of that age?",
            line or "What would help it go differently for the next one?",
        ),
        facts=tuple(fact for person_id in group for fact in ages[person_id][1]),
        theme=theme,
        ages=own,
        generations=1 if echo else context.generations(group),
    )


def same_event(context: PatternContext) -> Iterator[Pattern]:
    """G-REPEAT-EVENT: the same kind of hard event in two or more generations of one line."""
    found = _evidence(context)
    for theme, words in EVENT_THEMES.items():
        for group in context.lines(list(found[theme])):
            reach = context.generations(group)
            if reach < 2:  # noqa: PLR2004 - generations
                continue
            beside = (
                [context.name(person_id) for person_id in group if _recovering(context, person_id)]
                if theme == "addiction"
                else []
            )
            yield Pattern(
                "G-REPEAT-EVENT",
                f"{words[0].upper()}{words[1:]}, in {reach} generations",
                f"Shown because {words} stands beside {context.names(group)}.",
                group,
                _event_questions(theme),
                facts=tuple(dict.fromkeys(fact for person_id in group for fact in found[theme][person_id])),
                beside=tuple(f"{name}'s recovery" for name in beside),
                theme=theme,
                generations=reach,
            )


def _event_questions(theme: str) -> tuple[str, ...]:
    if theme == "domestic_abuse":
        return (
            "Who has done harm here, to whom, and what has each of them done since to be answerable for it?",
            "What has someone worked hard to stop, and who noticed?",
        )
    return ("What has been handed on, and what has someone worked hard to stop?",)


def _recovering(context: PatternContext, person_id: str) -> bool:
    return any(
        mark.area == "substance" and mark.status == "recovering" for mark in context.family.person(person_id).health
    )


def _evidence(context: PatternContext) -> dict[str, dict[str, list[str]]]:
    """Theme to person to the facts that say so: events, statuses, health, homes, harm flags.

    A child who lives or lived with domestic abuse does not make a generation of it.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for theme, person_id, fact in (
        *_from_events(context),
        *_from_persons(context),
        *_from_homes(context),
        *_from_flags(context),
    ):
        found[theme][person_id].append(fact)
    return found


Fact = tuple[str, str, str]
"""Theme, person, and the id or kind of the part that says so."""


def _from_events(context: PatternContext) -> Iterator[Fact]:
    for event in context.family.events:
        if event.theme in EVENT_THEMES:
            for person in context.family.index.people(event.who):
                if event.theme != "domestic_abuse" or not context.is_child(person, event.date):
                    yield event.theme, person.id, event.id


def _from_persons(context: PatternContext) -> Iterator[Fact]:
    for person in context.family.persons:
        codes = {status.code for status in person.statuses}
        if codes & CARE_CODES:
            yield "care_entry", person.id, "status"
        if "YOI" in codes:
            yield "prison", person.id, "status"
        if any(mark.area == "substance" for mark in person.health):
            yield "addiction", person.id, "health"
        ages = person.ages_at(person.died) if person.died is not None and person.kind == "person" else None
        if ages is not None and ages[1] < EARLY:
            yield "early_death", person.id, "died"


def _from_homes(context: PatternContext) -> Iterator[Fact]:
    for household in context.family.households:
        if household.kind == "prison":
            yield from (("prison", member.person, household.id) for member in household.members)


def _from_flags(context: PatternContext) -> Iterator[Fact]:
    for flag in context.family.harm_flags:
        theme = "domestic_abuse" if flag.kind in ABUSE_AT_HOME else "exploitation" if "exploit" in flag.kind else ""
        for person in context.family.index.people((flag.by, *flag.to)) if theme else ():
            if theme != "domestic_abuse" or not context.is_child(person):
                yield theme, person.id, flag.id
