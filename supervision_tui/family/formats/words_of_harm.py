"""Words in other programs' files that read as if they told of harm: those places are told first.

A word is not a finding: the reader only decides what is looked at first and what theme an event has, so that a copy for
the family leaves it out. The themes are those of :mod:`supervision_tui.family.model.events`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from supervision_tui.family.model.events import Theme
from supervision_tui.lazy_pattern import lazy_pattern

_HARM = lazy_pattern(
    r"\b(?:police|violen|abus|assault|raped?\b|raping|harm(?!on)|neglect|threat|refuge\b|refuges\b|marac\b|injunction"
    r"|non-molestation|strangl|stabb|groom(?:ed|ing)\b|traffick|exploit|coerci|beat(?:s|en|ing)?\b|beaten|punch|kick(?:s|ed)\b"
    r"|hit(?:s|ting)? (?:her|him|them|me|us|the child|the children)\b|hurts? (?:her|him|them|me)\b|weapon|knife)",
    re.IGNORECASE,
)
_THEMES: tuple[tuple[re.Pattern[str], Theme], ...] = (
    (lazy_pattern(r"\bdomestic (?:abuse|violence)", re.IGNORECASE), "domestic_abuse"),
    (lazy_pattern(r"\babus", re.IGNORECASE), "abuse"),
)


def tells_of_harm(words: str) -> bool:
    """Whether *words* read as if they told of harm."""
    return _HARM.search(words) is not None


_TIES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (lazy_pattern(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\brap(?:e[ds]?|ing|ist)\b|sexual|molest|groom(?:ed|ing|er)\b", "sexual_abuse"),
        (r"exploit|traffick", "exploitation"),
        (r"coerc|\bcontrol", "coercive_control"),
        (
            r"\bhit(?:s|ting)?\b|\bbeat|punch|kick|strangl|stabb|assault|attack|\bhurt|physical(?:ly)? abus",
            "physical_abuse",
        ),
        (r"emotional(?:ly)? neglect", "emotional_neglect"),
        (r"neglect", "physical_neglect"),
        (r"violen", "violence"),
        (r"\bbull(?:y|ie)", "bullying"),
        (r"manipulat", "manipulation"),
        (r"abus|threat|harass|stalk|intimidat|\bharm(?!on)", "emotional_abuse"),
    )
)
_DENIED = lazy_pattern(r"\b(?:no|not|never|without|denie[sd]|n't|self)\b", re.IGNORECASE)
_TURNED = lazy_pattern(
    r"\bby\b|\bvictim of\b|\b(?:abuser|perpetrator|attacker|rapist|groomer|exploiter|bully|assailant|stalker)\b"
    r"(?! of\b)",
    re.IGNORECASE,
)


class TieOfHarm(NamedTuple):
    """A kind of tie, and whether it goes from the second to the first ("abused by", "her abuser")."""

    kind: str
    turned: bool


def tie_of_harm(words: str) -> TieOfHarm | None:
    """The tie of harm that a file's own *words* for a line between two people tell of; ``None`` for any other.

    Harm must not come in as less than it is: abuse of no kind in particular is emotional abuse, as GenoPro's is.
    """
    if _DENIED.search(words):
        return None
    plain = words.replace("_", " ")
    kind = next((kind for pattern, kind in _TIES if pattern.search(plain)), None)
    return TieOfHarm(kind, _TURNED.search(plain) is not None) if kind is not None else None


def harm_theme(words: str) -> Theme | None:
    """The theme of an event whose *words* tell of harm; ``None`` where they do not."""
    if not tells_of_harm(words):
        return None
    return next((theme for pattern, theme in _THEMES if pattern.search(words)), "violence")
