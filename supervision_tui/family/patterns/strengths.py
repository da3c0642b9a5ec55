"""Strengths handed on: recovery, care, faith, work and more, in two or more generations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from supervision_tui.family.patterns.context import PatternContext
from supervision_tui.family.patterns.pattern import Pattern

HANDED_ON = {
    "recovery": "recovery", "care": "caring for others", "faith": "faith", "work": "work", "learning": "learning",
    "creativity": "making things", "humour": "humour", "courage": "courage", "belonging": "holding together",
}  # fmt: skip
"""Themes of strength, in words for a sentence."""
CAME_THROUGH = frozenset({"recovery", "courage"})
"""Themes that say that something was come through; of the others nothing of the kind is known."""
QUESTIONS = ("Who else in the family came through something?", "What did they use?")
OTHER_QUESTIONS = ("Who else in the family has this, and how did they come by it?", "Who sees it, and says so?")


def repeated_strengths(context: PatternContext) -> Iterator[Pattern]:
    """G-STRENGTH: the same strength in two or more generations of one line."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for theme, person_id, fact in _facts(context):
        found[theme][person_id].append(fact)
    for theme, words in HANDED_ON.items():
        for group in context.lines(list(found[theme])):
            reach = context.generations(group)
            yield Pattern(
                "G-STRENGTH",
                f"{words[0].upper()}{words[1:]}, handed on",
                f"Shown because {words} stands beside {context.names(group)}, over {reach} generations.",
                group,
                QUESTIONS if theme in CAME_THROUGH else OTHER_QUESTIONS,
                facts=tuple(dict.fromkeys(fact for person_id in group for fact in found[theme][person_id])),
                theme=theme,
                generations=reach,
                strength=True,
            )


def _facts(context: PatternContext) -> Iterator[tuple[str, str, str]]:
    """Theme, person, and the part that says so."""
    for strength in context.family.strengths:
        if strength.theme:
            yield from ((strength.theme, person_id, strength.id) for person_id in strength.who)
    for event in context.family.events:
        if event.theme == "recovery":
            yield from (("recovery", person_id, event.id) for person_id in event.who)
    for person in context.family.persons:
        if any(mark.status == "recovering" for mark in person.health):
            yield "recovery", person.id, "health"
        if person.faith:
            yield "faith", person.id, "faith"
    for tie in context.family.ties:
        if tie.kind == "caretaker" and context.is_adult(context.family.person(tie.a)):
            yield "care", tie.a, tie.id
