"""The people who do the work: practitioners, teams and pods, what was agreed about supervision, and when it is due.

Nothing here knows a family.
"""

from supervision_tui.people.agreement import Agreement
from supervision_tui.people.directory import (
    NOBODY,
    OWNER_ID,
    UNCLEAR,
    Directory,
    all_settled,
    may_be_namesakes,
    settled,
)
from supervision_tui.people.practitioner import Practitioner, Role, Stage
from supervision_tui.people.rhythm import Due, Rhythm, Standing, Step, next_due
from supervision_tui.people.roster import (
    LEARNING_KINDS,
    CompletedSupervision,
    Learning,
    LearningKind,
    MissedSupervision,
    Roster,
)
from supervision_tui.people.team import Membership, Pod, Team

__all__ = [
    "LEARNING_KINDS",
    "NOBODY",
    "OWNER_ID",
    "UNCLEAR",
    "Agreement",
    "CompletedSupervision",
    "Directory",
    "Due",
    "Learning",
    "LearningKind",
    "Membership",
    "MissedSupervision",
    "Pod",
    "Practitioner",
    "Rhythm",
    "Role",
    "Roster",
    "Stage",
    "Standing",
    "Step",
    "Team",
    "all_settled",
    "may_be_namesakes",
    "next_due",
    "settled",
]  # fmt: skip
