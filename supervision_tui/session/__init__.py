"""A session as it runs: stages, clock, roles, entries, one module an activity. Pure: no disk, no clock of its own."""

from supervision_tui.practice.library import Field, FieldPart
from supervision_tui.session.clock import Clock, StageLine
from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.fields import Slot, first_name
from supervision_tui.session.form_filling import DecisionMakerMissingError, PartMissingError
from supervision_tui.session.mapping_kind import reword_for_mapping
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
from supervision_tui.session.required_answers import MissingAnswer, missing_answers
from supervision_tui.session.stage_fields import fields, slots
from supervision_tui.session.stages import StageLockedError
from supervision_tui.session.working_methods import WORKING_METHODS, WorkingMethod, working_methods

__all__ = [
    "WORKING_METHODS",
    "Action",
    "AskedQuestion",
    "Clock",
    "Decision",
    "DecisionMakerMissingError",
    "Draft",
    "Entry",
    "Field",
    "FieldPart",
    "Hypothesis",
    "MissingAnswer",
    "PartMissingError",
    "PreviewRequiredError",
    "PrivatePart",
    "ReclassifyError",
    "Seat",
    "Session",
    "SessionEditor",
    "SessionStatus",
    "Slot",
    "StageLine",
    "StageLockedError",
    "StageTime",
    "WorkingMethod",
    "fields",
    "first_name",
    "missing_answers",
    "readers",
    "reword_for_mapping",
    "slots",
    "working_methods",
]
