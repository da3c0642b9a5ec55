"""Documents that are written of a family or a worker, beside the records themselves: each a function to a Document.

One family at a time: the caller passes that family and its own records, and nothing of any other.
"""

from __future__ import annotations

from supervision_tui.records.kinds.agreement import agreement_sheet, learning_card
from supervision_tui.records.kinds.chronology import WorkRow, chronology
from supervision_tui.records.kinds.drawing import drawing_for_team, drawing_of, genogram_sheet
from supervision_tui.records.kinds.home_copy import home_copies, home_copy, steps_for_home
from supervision_tui.records.kinds.letter import DRAFT, LetterDraft, LetterLineError, letter_draft
from supervision_tui.records.kinds.letter_safety import LetterSafety
from supervision_tui.records.kinds.transfer import HandOverWork, OpenStep, transfer

__all__ = [
    "DRAFT",
    "HandOverWork",
    "LetterDraft",
    "LetterLineError",
    "LetterSafety",
    "OpenStep",
    "WorkRow",
    "agreement_sheet",
    "chronology",
    "drawing_for_team",
    "drawing_of",
    "genogram_sheet",
    "home_copies",
    "home_copy",
    "learning_card",
    "letter_draft",
    "steps_for_home",
    "transfer",
]
