"""Words in other programs' files that read as if they told of harm: those places are told first.

A word is not a finding: the reader only decides what is looked at first and what theme an event has, so that a copy for
the family leaves it out. The themes are those of :mod:`supervision_tui.family.model.events`.
"""

from __future__ import annotations

import re

from supervision_tui.family.model.events import Theme

_HARM = re.compile(
    r"\b(?:police|violen|abus|assault|raped?\b|raping|harm(?!on)|neglect|threat|refuge\b|refuges\b|marac\b|injunction"
    r"|non-molestation|strangl|stabb|groom(?:ed|ing)\b|traffick|exploit|coerci|beat(?:s|en|ing)?\b|beaten|punch|kick(?:s|ed)\b"
    r"|hit(?:s|ting)? (?:her|him|them|me|us|the child|the children)\b|hurts? (?:her|him|them|me)\b|weapon|knife)",
    re.IGNORECASE,
)
_THEMES: tuple[tuple[re.Pattern[str], Theme], ...] = (
    (re.compile(r"\bdomestic (?:abuse|violence)", re.IGNORECASE), "domestic_abuse"),
    (re.compile(r"\babus", re.IGNORECASE), "abuse"),
)


def tells_of_harm(words: str) -> bool:
    """Whether *words* read as if they told of harm."""
    return _HARM.search(words) is not None


def harm_theme(words: str) -> Theme | None:
    """The theme of an event whose *words* tell of harm; ``None`` where they do not."""
    if not tells_of_harm(words):
        return None
    return next((theme for pattern, theme in _THEMES if pattern.search(words)), "violence")
