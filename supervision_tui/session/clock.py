"""The session's clock: how long each stage has run. It is told the time, and never runs backwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from supervision_tui.practice import SessionTemplate
from supervision_tui.session.model import Session, StageTime

StageState = Literal["done", "now", "ahead", "skipped"]


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage as the agenda shows it: *planned* in minutes with what was added, *used* in seconds."""

    id: str
    number: int
    title: str
    planned: int
    used: float
    state: StageState


@dataclass(frozen=True, slots=True)
class Clock:
    """Time in seconds; *total_planned* in minutes. *stage_left* is negative past the stage's time."""

    stage_used: float
    stage_left: float
    total_used: float
    total_planned: int
    paused: bool


def time_of(session: Session, stage: str) -> StageTime:
    """What is known of the time of *stage*."""
    return session.times.get(stage, StageTime())


def seconds_used(session: Session, stage: str, now: datetime) -> float:
    """Seconds that *stage* has run until *now*."""
    seconds = time_of(session, stage).used
    if stage == session.stage and session.since is not None:
        seconds += max(0.0, (now - session.since).total_seconds())
    return seconds


def stop_clock(session: Session, now: datetime) -> Session:
    """The session with the running stage's time added up to *now*, and the clock stopped."""
    here = session.stage
    counted = time_of(session, here).model_copy(update={"used": seconds_used(session, here, now)})
    return session.model_copy(update={"times": {**session.times, here: counted}, "since": None})


def clock_at(session: Session, template: SessionTemplate, now: datetime) -> Clock:
    """The clock at *now*."""
    stage = template.stage(session.stage)
    in_stage = seconds_used(session, stage.id, now)
    planned = sum(planned_stage.minutes + time_of(session, planned_stage.id).extra for planned_stage in template.stages)
    return Clock(
        stage_used=in_stage,
        stage_left=(stage.minutes + time_of(session, stage.id).extra) * 60 - in_stage,
        total_used=sum(seconds_used(session, planned_stage.id, now) for planned_stage in template.stages),
        total_planned=planned,
        paused=session.since is None,
    )


def agenda_at(session: Session, template: SessionTemplate, now: datetime) -> tuple[StageLine, ...]:
    """Every stage with its state."""
    return tuple(
        StageLine(
            stage.id,
            number,
            stage.title,
            stage.minutes + time_of(session, stage.id).extra,
            seconds_used(session, stage.id, now),
            _state(session, stage.id),
        )
        for number, stage in enumerate(template.stages, 1)
    )


def _state(session: Session, stage: str) -> StageState:
    if stage == session.stage:
        return "now"
    time = time_of(session, stage)
    if time.skipped is not None:
        return "skipped"
    return "done" if time.visited else "ahead"
