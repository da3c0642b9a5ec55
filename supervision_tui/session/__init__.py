"""A session as it runs: stages, clock, roles, entries, one module an activity. Pure: no disk, no clock of its own."""

from supervision_tui.session.activities import fields, slots
from supervision_tui.session.clock import Clock, StageLine
from supervision_tui.session.editing import DecisionMakerMissingError, PartMissingError
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
from supervision_tui.session.reclassify import PreviewRequiredError, ReclassifyError, readers
from supervision_tui.session.required_answers import Missing, missing
from supervision_tui.session.runner import Runner, StageLockedError

__all__ = [
    "Action",
    "AskedQuestion",
    "Clock",
    "Decision",
    "DecisionMakerMissingError",
    "Draft",
    "Entry",
    "Field",
    "Hypothesis",
    "Missing",
    "Part",
    "PartMissingError",
    "PreviewRequiredError",
    "PrivatePart",
    "ReclassifyError",
    "Runner",
    "Seat",
    "Session",
    "SessionStatus",
    "Slot",
    "StageLine",
    "StageLockedError",
    "StageTime",
    "called",
    "fields",
    "missing",
    "readers",
    "slots",
]
