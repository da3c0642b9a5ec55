"""A session as it runs: stages, clock, roles, entries, one module an activity. Pure: no disk, no clock of its own."""

from supervision_tui.session.activities import fields, slots
from supervision_tui.session.clock import Clock, StageLine
from supervision_tui.session.fields import Field, Part, Slot
from supervision_tui.session.missing import Missing, missing
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
from supervision_tui.session.moving import MoveNeedsPreview, NotMoved, readers
from supervision_tui.session.naming import called
from supervision_tui.session.runner import Locked, Runner
from supervision_tui.session.writing import NobodyDecides, PartMissing

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
