"""Going from stage to stage: which stage waits for another one."""

from __future__ import annotations

from supervision_tui.practice import SessionTemplate
from supervision_tui.session.clock import time_of
from supervision_tui.session.model import Session


class StageLockedError(ValueError):
    """A stage waits for another one; the facilitator may override, and that is kept."""


def why_locked(session: Session, template: SessionTemplate, stage_id: str) -> str:
    """Why *stage_id* cannot be gone to yet, as a sentence; empty when it can."""
    waits_for = template.stage(stage_id).locked_until
    if waits_for is None or stage_id in session.overridden:
        return ""
    time = time_of(session, waits_for)
    if time.visited or time.skipped is not None:
        return ""
    return (
        f"Thinking comes before deciding: '{template.stage(waits_for).title}' has not been held yet. "
        "You may go on all the same; that is kept with the session."
    )
