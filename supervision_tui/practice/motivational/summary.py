"""Counts of a conversation as ranges: with and without what is unsure. Never a grade, never a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from supervision_tui.practice.motivational.coding import CodedTurn

ACCURACY = (
    "These are suggestions. On acted, mostly health-care conversations, suggestions made by rules like these agree "
    "with an expert about three times in four overall, and seven times in ten near social work; two experts agree "
    "about eight times in ten. They have not been tested on social work visits in the United Kingdom. Talk about them; "
    "do not grade anybody by them."
)
"""Shown with every result (measured on published demonstrations; motivational interviewing notes, 2026)."""
ASKED_OF_A_REFLECTION = "What did you add that they had not said? You say whether it was simple or complex."
ASKED_OF_INFORMATION = "Was it information or advice, and did you ask first?"
FEWEST_FOR_A_RATIO = 10
"""Coded turns of the worker below which no reflections stand beside questions."""
COUNTED = ("open question", "closed question", "reflection", "information or advice", "change talk", "sustain talk")


@dataclass(frozen=True, slots=True)
class CodeCount:
    """From *low* (sure) to *high* (with what is unsure) sentences of one code."""

    code: str
    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.code}: {self.low}" if self.low == self.high else f"{self.code}: {self.low} to {self.high}"


@dataclass(frozen=True, slots=True)
class TalkSummary:
    """Counts for a conversation; *ratio* is reflections to questions as a range, or why there is none."""

    counts: tuple[CodeCount, ...]
    turns: int
    unsure: int
    ratio: str


def summary(turns: Sequence[CodedTurn]) -> TalkSummary:
    """Counts of *turns*, inspired by MITI 4.2.1 and not scored against its thresholds."""
    low = dict.fromkeys(COUNTED, 0)
    high = dict.fromkeys(COUNTED, 0)
    for turn in turns:
        for sentence in turn.sentences:
            if sentence.code in low:
                high[sentence.code] += 1
                low[sentence.code] += not sentence.unsure
            if sentence.perhaps in high:
                high[sentence.perhaps] += 1
    counts = tuple(CodeCount(code, low[code], high[code]) for code in COUNTED)
    worker = [turn for turn in turns if turn.speaker == "worker" and turn.main not in {"", "other"}]
    return TalkSummary(counts, len(turns), sum(turn.unsure for turn in turns), _ratio(low, high, len(worker)))


def _ratio(low: dict[str, int], high: dict[str, int], coded: int) -> str:
    if coded < FEWEST_FOR_A_RATIO:
        return f"Too few turns ({coded}) to set reflections beside questions; at least {FEWEST_FOR_A_RATIO} are needed."
    asked = (low["open question"] + low["closed question"], high["open question"] + high["closed question"])
    given = (low["reflection"], high["reflection"])
    return f"Reflections {given[0]} to {given[1]}, questions {asked[0]} to {asked[1]}."
