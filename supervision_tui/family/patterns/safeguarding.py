"""Where harm is flagged, and what that forbids: nothing worded as if both had a part in it (content.md 3.6)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from supervision_tui.family.model.family import Family
from supervision_tui.family.model.safeguarding import HarmFlag

ABUSE_AT_HOME = frozenset({"domestic_abuse", "coercive_control"})
"""Kinds of flag that are domestic abuse for the patterns over generations."""


def harm_between(family: Family, *people: str) -> HarmFlag | None:
    """The flag by which one of *people* harms another of them, or ``None``."""
    return next((flag for flag in family.harm_flags if flag.by in people and set(flag.to) & set(people)), None)


def harmful_tie(family: Family, *people: str) -> bool:
    """Whether the map has a line of violence, abuse or control between any two of *people*, flagged or not."""
    ties = (tie for person_id in people for tie in family.ties_of(person_id))
    return any(tie.tone == "harm" and {tie.a, tie.b} <= set(people) for tie in ties)


def harm_across(family: Family, sides: Sequence[Collection[str]]) -> bool:
    """Whether somebody on one of *sides* harms somebody on another, by a flag or a line."""
    side_of = {person: number for number, side in enumerate(sides) for person in side}
    pairs: list[tuple[str, str]] = [(flag.by, person) for flag in family.harm_flags for person in flag.to]
    pairs += [(tie.a, tie.b) for tie in family.ties if tie.tone == "harm"]
    return any(a in side_of and b in side_of and side_of[a] != side_of[b] for a, b in pairs)


def harmed(family: Family) -> frozenset[str]:
    """Everyone whom a flag says is harmed."""
    return frozenset(person_id for flag in family.harm_flags for person_id in flag.to)


def harming(family: Family) -> frozenset[str]:
    """Everyone in the family whom a flag says does harm."""
    return frozenset(flag.by for flag in family.harm_flags if family.find(flag.by) is not None)
