"""Strengths handed on: recovery, care, faith, work and more, in two or more generations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from supervision_tui.family.patterns.context import Look
from supervision_tui.family.patterns.pattern import Pattern

HANDED_ON = {
    "recovery": "recovery", "care": "caring for others", "faith": "faith", "work": "work", "learning": "learning",
    "creativity": "making things", "humour": "humour", "courage": "courage", "belonging": "holding together",
}  # fmt: skip
"""Themes of strength, in words for a sentence."""


def handed_on(look: Look) -> Iterator[Pattern]:
    """G-STRENGTH: the same strength in two or more generations of one line."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for theme, person_id, fact in _facts(look):
        found[theme][person_id].append(fact)
    for theme, words in HANDED_ON.items():
        for group in look.lines(list(found[theme])):
            reach = look.generations(group)
            yield Pattern(
                "G-STRENGTH",
                f"{words[0].upper()}{words[1:]}, handed on",
                f"Shown because {words} stands beside {look.names(group)}, over {reach} generations.",
                group,
                ("Who else in the family came through something?", "What did they use?"),
                facts=tuple(dict.fromkeys(fact for one in group for fact in found[theme][one])),
                theme=theme,
                generations=reach,
                strength=True,
            )


def _facts(look: Look) -> Iterator[tuple[str, str, str]]:
    """Theme, person, and the part that says so."""
    for strength in look.family.strengths:
        if strength.theme:
            yield from ((strength.theme, one, strength.id) for one in strength.who)
    for event in look.family.events:
        if event.theme == "recovery":
            yield from (("recovery", one, event.id) for one in event.who)
    for person in look.family.persons:
        if any(mark.status == "recovering" for mark in person.health):
            yield "recovery", person.id, "health"
        if person.faith:
            yield "faith", person.id, "faith"
    for tie in look.family.ties:
        if tie.kind == "caretaker" and look.is_adult(look.family.person(tie.a)):
            yield "care", tie.a, tie.id
