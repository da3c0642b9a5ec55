"""Going from stage to stage: which stage waits for another one."""

from __future__ import annotations

from string import ascii_letters

from supervision_tui.practice import SessionTemplate
from supervision_tui.session.clock import time_of
from supervision_tui.session.model import Session


def stage_letters(template: SessionTemplate) -> dict[str, str]:
    """The letter of each stage by its id: a, b, c in the order of the whole format, the same for every family.

    A format of more than 26 stages goes on with capital letters.
    """
    return dict(zip((stage.id for stage in template.stages), ascii_letters, strict=False))


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
