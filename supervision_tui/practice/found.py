"""What a pattern of the genogram puts into the prompts that belong to it (content specification 3.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.practice.events_in_words import noun_of
from supervision_tui.practice.packs import Prompt

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
    "G-LOSS": "ancestor", "G-HOUSEHOLD": "child", "G-ORDER": "child", "G-NOVOICE": "child", "G-SAMEAGE": "child",
    "G-MIGRATE": "child", "G-STRENGTH": "person",
}  # fmt: skip
"""Placeholders that any one of a pattern's people fills."""

_THEMES = {
    "first_child": "a first child", "leaving_home": "leaving home", "care_entry": "coming into care",
    "loss": "losing someone", "migration": "leaving for another country", "prison": "going to prison",
    "exploitation": "exploitation", "exclusion": "having to leave school",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One pattern, as prompts use it: who may fill which placeholder, words for others, and *why* it is shown.

    *hidden* says that it rests on something that someone must not learn, so that it is for supervision only.
    """

    code: str
    why: str
    slots: dict[str, tuple[str, ...]]
    words: dict[str, str] = field(default_factory=dict)
    hidden: bool = False


def code_of(prompt: Prompt) -> str:
    """The pattern that *prompt* belongs to; empty where it belongs to none."""
    return next((tag for tag in prompt.tags if tag.startswith("G-") and tag != "G-CHILDHOOD"), "")


def found_in(family: Family, today: date, patterns: Sequence[Pattern] | None) -> Iterator[Found]:
    """The patterns of *family*, those given or every one, as prompts use them."""
    from supervision_tui.family.patterns import patterns as every  # noqa: PLC0415 - only where such prompts are asked

    for pattern in every(family, today) if patterns is None else patterns:
        slots: dict[str, tuple[str, ...]] = {
            name: (one,) for name, one in zip(_SLOTS.get(pattern.code, ()), pattern.who, strict=False)
        }
        if pattern.code in _ANY:
            slots[_ANY[pattern.code]] = pattern.who
        events = [event for event in family.events if event.id in pattern.facts]
        hidden = any(event.hidden_from for event in events)
        yield Found(pattern.code, pattern.why, slots, dict(_words(family, today, pattern)), hidden)


def _words(family: Family, today: date, pattern: Pattern) -> Iterator[tuple[str, str]]:
    if pattern.code == "G-REPEAT-AGE":
        yield "n", str(len(pattern.who))
        yield "age", " or ".join(str(age) for age in pattern.ages)
        if pattern.theme in _THEMES:
            yield "event", _THEMES[pattern.theme]
    if pattern.code == "G-ANNIV":
        event = next((one for one in family.events if one.id in pattern.facts), None)
        noun = noun_of(family, event) if event else ""
        if event and event.date and event.date.year and noun:
            yield "n", str(today.year - event.date.year)
            yield "event", noun
