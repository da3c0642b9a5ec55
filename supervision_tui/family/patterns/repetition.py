"""What comes again: the same age, the same event, over generations; brothers and sisters apart, as an echo.

After McGoldrick, Gerson and Petry (2020, chapter on patterns over generations); tolerances are content.md 3.5's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.patterns.context import Look
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

_BY_BIRTH: tuple[ParentageKind, ...] = ("birth",)

Ages = dict[str, tuple[int, tuple[str, ...]]]
"""Person to the age at their first such event, and the ids of the facts."""


def same_age(look: Look) -> Iterator[Pattern]:
    """G-REPEAT-AGE: the same event at the same age, give or take a year, in one line of descent or among siblings."""
    for theme, words in AGE_THEMES.items():
        ages = _ages(look, theme)
        for group in _groups(look, ages):
            yield _age_pattern(look, theme, words, group, ages, echo=False)
        for group in _sibling_groups(look, ages):
            yield _age_pattern(look, theme, words, group, ages, echo=True)


def _ages(look: Look, theme: str) -> Ages:
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    if theme == "first_child":
        found.update(_first_births(look))
    wanted = {"death", "loss"} if theme == "loss" else {theme}
    for event in look.family.events:
        if event.theme not in wanted or event.date is None:
            continue
        for person in look.lived_by(event):
            age = look.age_at(person, event.date)
            if age is not None and (person.id not in found or age < found[person.id][0]):
                found[person.id] = (age, (event.id,))
    return {one: known for one, known in found.items() if theme != "loss" or known[0] < 18}  # noqa: PLR2004 - a child's loss


def _first_births(look: Look) -> Ages:
    found: Ages = {}
    for parent in look.family.persons:
        born = [one.born for one in look.family.children_of(parent.id, _BY_BIRTH) if one.born and one.kind == "person"]
        ages = [age for when in born if (age := look.age_at(parent, when)) is not None]
        if ages:
            found[parent.id] = (min(ages), ())
    return found


def _groups(look: Look, ages: Ages) -> list[tuple[str, ...]]:
    """Lines of descent whose members are within the tolerance of one of them, the largest first, each person once."""
    best: list[tuple[str, ...]] = []
    for centre in dict.fromkeys(age for age, _ in ages.values()):
        near = [one for one, (age, _) in ages.items() if abs(age - centre) <= TOLERANCE]
        best += look.lines(near)
    chosen: list[tuple[str, ...]] = []
    for group in sorted(best, key=lambda one: (-len(one), _spread(one, ages))):
        if not any(set(group) & set(other) for other in chosen):
            chosen.append(group)
    return chosen


def _sibling_groups(look: Look, ages: Ages) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for one, (age, _) in ages.items():
        near = {
            other.id
            for other in look.family.siblings_of(one)
            if other.id in ages and abs(ages[other.id][0] - age) <= TOLERANCE
        }
        group = tuple(sorted({one, *near}))
        if near and not any(set(group) & set(other) for other in found):
            found.append(group)
    return found


def _spread(group: tuple[str, ...], ages: Ages) -> int:
    own = [ages[one][0] for one in group]
    return max(own) - min(own)


def _age_pattern(look: Look, theme: str, words: str, group: tuple[str, ...], ages: Ages, *, echo: bool) -> Pattern:
    own = tuple(sorted({ages[one][0] for one in group}))
    between = "or" if own[-1] - own[0] <= 1 else "to"
    said = str(own[0]) if len(own) == 1 else f"{own[0]} {between} {own[-1]}"
    told = ", ".join(f"{look.name(one)} ({ages[one][0]})" for one in group)
    others = sorted(
        (one for one in ages if one not in group and any(look.closeness(one, each) <= 2 for each in group)),  # noqa: PLR2004 - near kin
        key=lambda one: ages[one][0],
    )
    line = f"It went differently for {look.names(others[:3])}. What helped?" if others else ""
    return Pattern(
        "G-REPEAT-AGE",
        f"{'A sibling echo' if echo else 'The same age again'}: {said}",
        f"Shown because at about the same age each {words}: {told}.",
        group,
        (
            f"{len(group)} people {words} at about {said}. What do people here say of that age?",
            line or "What would help it go differently for the next one?",
        ),
        facts=tuple(fact for one in group for fact in ages[one][1]),
        theme=theme,
        ages=own,
        generations=1 if echo else look.generations(group),
    )


def same_event(look: Look) -> Iterator[Pattern]:
    """G-REPEAT-EVENT: the same kind of hard event in two or more generations of one line."""
    found = _evidence(look)
    for theme, words in EVENT_THEMES.items():
        for group in look.lines(list(found[theme])):
            reach = look.generations(group)
            if reach < 2:  # noqa: PLR2004 - generations
                continue
            beside = [look.name(one) for one in group if _recovering(look, one)] if theme == "addiction" else []
            yield Pattern(
                "G-REPEAT-EVENT",
                f"{words[0].upper()}{words[1:]}, in {reach} generations",
                f"Shown because {words} stands beside {look.names(group)}.",
                group,
                _event_questions(theme),
                facts=tuple(dict.fromkeys(fact for one in group for fact in found[theme][one])),
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


def _recovering(look: Look, person_id: str) -> bool:
    return any(
        mark.area == "substance" and mark.status == "recovering" for mark in look.family.person(person_id).health
    )


def _evidence(look: Look) -> dict[str, dict[str, list[str]]]:
    """Theme to person to the facts that say so: events, statuses, health, homes, harm flags.

    A child who lives or lived with domestic abuse does not make a generation of it.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for theme, person_id, fact in (*_from_events(look), *_from_persons(look), *_from_homes(look), *_from_flags(look)):
        found[theme][person_id].append(fact)
    return found


Fact = tuple[str, str, str]
"""Theme, person, and the id or kind of the part that says so."""


def _from_events(look: Look) -> Iterator[Fact]:
    for event in look.family.events:
        if event.theme in EVENT_THEMES:
            for one in look.family.index.named(event.who):
                if event.theme != "domestic_abuse" or not look.is_child(one, event.date):
                    yield event.theme, one.id, event.id


def _from_persons(look: Look) -> Iterator[Fact]:
    for person in look.family.persons:
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


def _from_homes(look: Look) -> Iterator[Fact]:
    for household in look.family.households:
        if household.kind == "prison":
            yield from (("prison", member.person, household.id) for member in household.members)


def _from_flags(look: Look) -> Iterator[Fact]:
    for flag in look.family.harm_flags:
        theme = "domestic_abuse" if flag.kind in ABUSE_AT_HOME else "exploitation" if "exploit" in flag.kind else ""
        for one in look.family.index.named((flag.by, *flag.to)) if theme else ():
            if theme != "domestic_abuse" or not look.is_child(one):
                yield theme, one.id, flag.id
