"""Going from stage to stage: what a new session begins with, and which stage waits for another one."""

from __future__ import annotations

from datetime import datetime

from supervision_tui.practice import SessionTemplate
from supervision_tui.session.clock import time_of
from supervision_tui.session.model import Session, StageTime
from supervision_tui.text import Line


class StageLockedError(ValueError):
    """A stage waits for another one; the facilitator may override, and that is kept."""


def new_session(
    template: SessionTemplate,
    *,
    session_id: str,
    facilitator: str,
    now: datetime,
    family_id: str | None = None,
    children: tuple[str, ...] = (),
    follows: str | None = None,
    meeting: str | None = None,
) -> Session:
    """A session at its first stage, with the clock running."""
    first = template.stages[0].id
    return Session(
        id=session_id,
        template_id=template.id,
        started=now,
        touched=now,
        since=now,
        facilitator=Line(facilitator),
        family_id=family_id,
        family_ref=Line(family_id or ""),
        children=children,
        stage=first,
        times={first: StageTime(visited=True)},
        follows=follows,
        meeting=meeting,
    )


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
