"""One way to say something: a pattern of words and places, and what is done where a clause fits it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from supervision_tui.lazy_pattern import lazy_pattern

Action = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say something: the *pattern*, what is done, whether only one who is heard of says it ("tie")."""

    pattern: re.Pattern[str]
    action: Action
    kind: str = "fact"


def rule(pattern: str, action: Action, kind: str = "fact") -> Rule:
    """A rule from words with a letter for each place: P people, A an age, L a place, S a service."""
    places = re.sub(r"(?<!\(\?)(?<!\\)\b([PALS])\b", r"\1(\\d+)", pattern)
    return Rule(lazy_pattern(places), action, kind)
