"""A session as it runs: stages, clock, roles, entries, one module an activity. Pure: no disk, no clock of its own."""

from supervision_tui.session.activities import fields, slots
from supervision_tui.session.clock import Clock, StageLine
from supervision_tui.session.editing import NobodyDecides, PartMissing
from supervision_tui.session.fields import Field, Part, Slot, called
from supervision_tui.session.model import (
    Action,
    AskedQuestion,
    Decision,
    Draft,
    Entry,
    Hypothesis,
    PrivatePart,
    Seat,
    Session,
    SessionStatus,
    StageTime,
)
from supervision_tui.session.reclassify import MoveNeedsPreview, NotMoved, readers
from supervision_tui.session.required_answers import Missing, missing
from supervision_tui.session.runner import Locked, Runner

__all__ = [
    "Action",
    "AskedQuestion",
    "Clock",
    "Decision",
    "Draft",
    "Entry",
    "Field",
    "Hypothesis",
    "Locked",
    "Missing",
    "MoveNeedsPreview",
    "NobodyDecides",
    "NotMoved",
    "Part",
    "PartMissing",
    "PrivatePart",
    "Runner",
    "Seat",
    "Session",
    "SessionStatus",
    "Slot",
    "StageLine",
    "StageTime",
    "called",
    "fields",
    "missing",
    "readers",
    "slots",
]
