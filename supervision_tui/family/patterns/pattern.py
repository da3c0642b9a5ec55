"""One pattern: what was found, why it is shown, whom and which facts it rests on, and the questions it opens."""

from __future__ import annotations

from dataclasses import dataclass, field

CAUTION = "A pattern is a question to ask, not a cause and not a forecast."
"""Stands beside every pattern, wherever it is shown."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something in a family's map that may be worth a question.

    *why* begins "Shown because"; *who* are ids of people and *facts* ids of the events, ties and other parts it rests
    on; *questions* are for supervision; *beside* are strengths and exceptions to hold next to it; *theme*, *ages* and
    *generations* say more where the rule has them; *strength* says that it is a strength rather than a worry.
    """

    code: str
    title: str
    why: str
    who: tuple[str, ...]
    questions: tuple[str, ...]
    facts: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    theme: str = ""
    ages: tuple[int, ...] = ()
    generations: int = 0
    strength: bool = False
    caution: str = field(default=CAUTION)
