"""What a pattern of the genogram puts into the prompts that belong to it (content specification 3.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from supervision_tui.family.views import HiddenContent
from supervision_tui.practice.library import TAGS_WITHOUT_RULE, Prompt
from supervision_tui.practice.questions.event_nouns import noun_of

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.family.patterns import Pattern

_SLOTS: dict[str, tuple[str, ...]] = {
    "G-MISSING": ("absent_parent",),
    "G-ABSENT": ("absent_parent",),
    "G-MEN": ("person",),
    "G-CUTOFF": ("person", "person2"),
    "G-TRIANGLE": ("person", "person2", "person3"),
    "G-CARER-AGE": ("carer",),
    "G-REMOVED": ("sibling",),
    "G-NEW": ("partner",),
}
"""Placeholders that the people of a pattern fill, in the pattern's order."""

_ANY = {
    "G-LOSS": "ancestor", "G-HOUSEHOLD": "child", "G-ORDER": "child", "G-NOVOICE": "child",
    "G-STRENGTH": "person",
}  # fmt: skip
"""Placeholders that any one of a pattern's people fills."""

_OF_A_LINE = frozenset({"G-REPEAT-AGE", "G-REPEAT-EVENT", "G-STRENGTH"})
"""Patterns of one line: the child they may be asked about stands in it."""

_THEMES = {
    "first_child": "a first child", "leaving_home": "leaving home", "care_entry": "coming into care",
    "loss": "losing someone", "migration": "leaving for another country", "prison": "going to prison",
    "exploitation": "exploitation", "exclusion": "having to leave school",
}  # fmt: skip


HIDDEN_REASON = "Offered because of something that is kept from somebody: the map says what."
"""The reason that stands where the real one would tell."""
SAYS = {
    "G-ORDER.1": ("eldest",),
    "G-ORDER.2": ("eldest",),
    "G-STRENGTH.1": ("recovery", "courage"),
    "G-STRENGTH.5": ("recovery", "courage"),
}
"""Prompts that fit only where the reason of their pattern holds one of these words: one rule finds several things."""


@dataclass(frozen=True, slots=True)
class FoundPattern:
    """One pattern, as prompts use it: who may fill which placeholder, words for others, and *why* it is shown.

    *hidden* says that it rests on something that someone must not learn, so that it is for supervision only.
    """

    code: str
    why: str
    slots: dict[str, tuple[str, ...]]
    words: dict[str, str] = field(default_factory=dict)
    hidden: bool = False

    @property
    def between(self) -> frozenset[str]:
        """Those between whom it is, where it is between people and not about any one of several."""
        if self.code in _ANY:
            return frozenset()
        return frozenset(person for people in self.slots.values() for person in people)


def code_of(prompt: Prompt) -> str:
    """The pattern that *prompt* belongs to; empty where it belongs to none."""
    return _code_among(prompt.tags)


@lru_cache(maxsize=2048)
def _code_among(tags: tuple[str, ...]) -> str:
    return next((tag for tag in tags if tag.startswith("G-") and tag not in TAGS_WITHOUT_RULE), "")


def patterns_in(family: Family, today: date, patterns: Sequence[Pattern] | None) -> Iterator[FoundPattern]:
    """The patterns of *family*, those given or every one, as prompts use them."""
    from supervision_tui.family.patterns import patterns as every  # noqa: PLC0415 - only where such prompts are asked

    for pattern in every(family, today) if patterns is None else patterns:
        slots: dict[str, tuple[str, ...]] = {
            name: (person,) for name, person in zip(_SLOTS.get(pattern.code, ()), pattern.who, strict=False)
        }
        if pattern.code in _ANY:
            slots[_ANY[pattern.code]] = pattern.who
        slots |= _kin(family, pattern)
        hidden = is_hidden(family, pattern)
        why = HIDDEN_REASON if hidden else _why(family, pattern)
        yield FoundPattern(pattern.code, why, slots, dict(_words(family, today, pattern)), hidden)


def is_hidden(family: Family, pattern: Pattern) -> bool:
    """Whether *pattern* rests on something that is kept from somebody, or its words tell of it."""
    hidden = HiddenContent.of(family)
    words = " ".join((pattern.title, pattern.why, *pattern.questions, *pattern.beside))
    return bool(
        hidden.events & set(pattern.facts) or hidden.people & set(pattern.who) or hidden.tells(words, pattern.who)
    )


def _why(family: Family, pattern: Pattern) -> str:
    """The reason, with the two people by name where it only says "they"."""
    if pattern.code != "G-CUTOFF":
        return pattern.why
    return pattern.why.replace(
        " they ", f" {' and '.join(family.person(person_id).short_name for person_id in pattern.who)} ", 1
    )


def _kin(family: Family, pattern: Pattern) -> dict[str, tuple[str, ...]]:
    """Slots that are filled by who somebody is to a pattern's people; an empty one is for nobody."""
    if not pattern.who:
        return {}
    first, others = pattern.who[0], pattern.who[1:]
    if pattern.code == "G-UNBORN":
        from supervision_tui.family.patterns.households import expecting_parents  # noqa: PLC0415 - as patterns below

        expecting = tuple(parent.id for parent in expecting_parents(family, first))
        return {"parent": expecting, "child": tuple(sibling.id for sibling in family.siblings_of(first))}
    if pattern.code == "G-SAMEAGE":
        parents = family.parents_of(first)
        return {"child": (first,), "parent": tuple(parent.id for parent in parents if parent.id in others)}
    if pattern.code in _OF_A_LINE:
        return {"child": _line_from(family, pattern.who)}
    return {"parent": ()} if pattern.code == "G-MIGRATE" else {}  # who was apart from whom, it does not say


def _line_from(family: Family, people: Sequence[str]) -> tuple[str, ...]:
    """These *people* and all who descend from them: nobody else is asked about what repeats in their line."""
    line = dict.fromkeys(people)
    todo = list(people)
    while todo:
        below = [child.id for child in family.children_of(todo.pop()) if child.id not in line]
        line |= dict.fromkeys(below)
        todo += below
    return tuple(line)


def _words(family: Family, today: date, pattern: Pattern) -> Iterator[tuple[str, str]]:
    if pattern.code == "G-REPEAT-AGE":
        yield "n", str(len(pattern.who))
        yield "age", " or ".join(str(age) for age in pattern.ages)
        if pattern.theme in _THEMES:
            yield "event", _THEMES[pattern.theme]
    if pattern.code == "G-ANNIV":
        event = next((event for event in family.events if event.id in pattern.facts), None)
        noun = noun_of(family, event) if event else ""
        if event and event.date and event.date.year and noun:
            yield "n", str(today.year - event.date.year)
            yield "event", noun
