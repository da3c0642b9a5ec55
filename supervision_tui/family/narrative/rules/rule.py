"""One way to say something: a pattern of words and places, and what is done where a clause fits it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

Action = Callable[..., None]
Condition = Callable[["Clause", Sequence[int]], bool]
"""Whether a rule is meant, by a clause and the numbers of the places that its pattern found."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say something: the *pattern*, what is done, whether only one who is heard of says it ("tie").

    *condition* says more of the clause than its pattern can: that a noun is a parent, or somebody is who tells.
    """

    pattern: re.Pattern[str]
    action: Action
    kind: str = "fact"
    condition: Condition | None = None

    def match(self, pattern: str, clause: Clause) -> re.Match[str] | None:
        """The match of the whole *pattern* of *clause*, where the rule is meant."""
        match = self.pattern.fullmatch(pattern)
        return match if match is not None and (not self.condition or self.condition(clause, places(match))) else None


def places(match: re.Match[str]) -> list[int]:
    """The numbers of the items that stand in the places of a pattern, in order."""
    named = set(match.re.groupindex.values())
    return [int(value) for at, value in enumerate(match.groups(), 1) if at not in named and value is not None]


def rule(pattern: str, action: Action, kind: str = "fact", condition: Condition | None = None) -> Rule:
    """A rule from words with a letter for each place: P people, A an age, L a place, S a service."""
    lettered = re.sub(r"(?<!\(\?)(?<!\\)\b([PALS])\b", r"\1(\\d+)", pattern)
    return Rule(lazy_pattern(lettered), action, kind, condition)
