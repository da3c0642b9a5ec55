"""Motivational conversations: what each turn may be, the words that made the program think so, and counts as ranges.

Suggestions to talk about, never marks: see :data:`ACCURACY`. Codes after MITI 4.2.1 (Moyers, Manuel and Ernst 2014) and
DARN-CAT (Miller and Rollnick 2013, 2023), in our own words.

    from supervision_tui.practice.motivational import code, read_turns
    [turn.codes for turn in code(read_turns("worker: What would help?"))]
"""

from supervision_tui.practice.motivational.coding import CodedSentence, CodedTurn, code, code_turn
from supervision_tui.practice.motivational.summary import (
    ACCURACY,
    ASKED_OF_A_REFLECTION,
    ASKED_OF_INFORMATION,
    CodeCount,
    TalkSummary,
    summary,
)
from supervision_tui.practice.motivational.turns import (
    Speaker,
    Transcript,
    TranscriptError,
    Turn,
    named_change,
    read_transcript,
    read_turns,
)

__all__ = [
    "ACCURACY",
    "ASKED_OF_A_REFLECTION",
    "ASKED_OF_INFORMATION",
    "CodeCount",
    "CodedSentence",
    "CodedTurn",
    "Speaker",
    "TalkSummary",
    "Transcript",
    "TranscriptError",
    "Turn",
    "code",
    "code_turn",
    "named_change",
    "read_transcript",
    "read_turns",
    "summary",
]  # fmt: skip
