"""The session's clock: how long each stage has run. It is told the time, and never runs backwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from string import ascii_letters
from typing import Literal

from supervision_tui.practice import SessionTemplate
from supervision_tui.session.model import Session, StageTime

StageState = Literal["done", "now", "ahead", "skipped"]


def stage_letters(template: SessionTemplate) -> dict[str, str]:
    """The letter of each stage by its id: a, b, c in the order of the whole format, the same for every family.

    A format of more than 26 stages goes on with capital letters.
    """
    return dict(zip((stage.id for stage in template.stages), ascii_letters, strict=False))


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage as the agenda shows it: *planned* in minutes with what was added, *used* in seconds.

    Its *letter* is the format's own. A line without one stands for all stages of one *family* (an id) of a meeting.
    """

    id: str
    number: int
    title: str
    planned: int
    used: float
    state: StageState
    letter: str = ""
    family: str = ""


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


def without_visit(session: Session, stage: str, now: datetime) -> Session:
    """*session* as it was before somebody only looked at *stage*; a stage where something is kept or begun was held."""
    if session.kept_in(stage) or any(draft.stage == stage for draft in session.drafts):
        return session
    stopped = stop_clock(session, now)
    time = time_of(stopped, stage).model_copy(update={"visited": False})
    since = None if session.since is None else now
    return stopped.model_copy(update={"times": {**stopped.times, stage: time}, "since": since})


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
    letters = stage_letters(template)
    return tuple(
        StageLine(
            stage.id,
            number,
            stage.title,
            stage.minutes + time_of(session, stage.id).extra,
            seconds_used(session, stage.id, now),
            _state(session, stage.id),
            letters[stage.id],
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


MINUTE = 60
MORE = 5
"""Minutes that a stage is given where it is not over its time yet."""
MOST_LENDERS = 3
"""Later stages that are offered to borrow from."""


@dataclass(frozen=True, slots=True)
class Loan:
    """*minutes* that the later stage of the id *lender* can give, which has *planned* minutes and keeps *leaves*."""

    lender: str
    title: str
    minutes: int
    planned: int
    leaves: int


def minutes_wanted(clock: Clock) -> int:
    """How many minutes the present stage needs: those that it is over, or five where it is not over."""
    over = -clock.stage_left
    return max(1, -int(-over // MINUTE)) if over > 0 else MORE


def minutes_over(clock: Clock) -> int:
    """Whole minutes that the present stage is over its time, as the agenda tells them; 0 where it is not, or barely."""
    return max(0, int(-clock.stage_left // MINUTE))


def loans(session: Session, template: SessionTemplate, now: datetime) -> tuple[Loan, ...]:
    """From which later stages minutes can be borrowed, three at the most: those that can give all of it first.

    A stage that was held or left out lends nothing, and every lender keeps a minute at least.
    """
    wanted = minutes_wanted(clock_at(session, template, now))
    at = [stage.id for stage in template.stages].index(session.stage)
    found = []
    for stage in template.stages[at + 1 :]:
        time = time_of(session, stage.id)
        planned = stage.minutes + time.extra
        free = planned - int(time.used // MINUTE) - 1
        if free >= 1 and not time.visited and time.skipped is None:
            minutes = min(wanted, free)
            found.append(Loan(stage.id, str(stage.title), minutes, planned, planned - minutes))
    return tuple(sorted(found, key=lambda loan: -loan.minutes)[:MOST_LENDERS])


@dataclass(frozen=True, slots=True)
class FamilyShare:
    """What the next *family* (an id) can have: *planned*, and a *fair* share of *left* minutes, *closing* for the end.

    *families* says for how many families the time has to last, the next one among them.
    """

    family: str
    planned: int
    fair: int
    left: int
    closing: int
    families: int


def fair_share(left: int, closing: int, families: int, fewest: int) -> int:
    """An equal part of the minutes *left* without those of the *closing* stages, and never under *fewest*."""
    return max((left - closing) // max(families, 1), fewest)


def share_in_words(share: FamilyShare, family: str, minutes: int, begins: datetime) -> str:
    """How much is left, what a fair share of it is, and the *minutes* that *family* gets, from *begins* until when.

    The time of day is that of this computer's clock.
    """
    whom = "for 1 family" if share.families == 1 else f"each for {share.families} families, a fair share"
    return (
        f"{share.left} min left: {share.closing} for the end, {share.fair} {whom}. "
        f"{family} gets {minutes} min, until {(begins + timedelta(minutes=minutes)).astimezone():%H:%M}."
    )


def stage_shares(planned: Mapping[str, int], minutes: int) -> dict[str, int]:
    """How many minutes each stage has more (or fewer) than *planned*, so that all have *minutes* together.

    In proportion to what is planned, by largest remainder (Hamilton 1792); every stage keeps a minute at least.
    """
    total = sum(planned.values())
    wanted = max(minutes, len(planned))
    if not total:
        return dict.fromkeys(planned, 0)
    exact = {stage: plan * wanted / total for stage, plan in planned.items()}
    given = {stage: max(1, int(share)) for stage, share in exact.items()}
    by_rest = sorted(exact, key=lambda stage: int(exact[stage]) - exact[stage])
    while sum(given.values()) < wanted:
        for stage in by_rest[: wanted - sum(given.values())]:
            given[stage] += 1
    while sum(given.values()) > wanted:
        given[max(given, key=lambda stage: given[stage])] -= 1
    return {stage: given[stage] - planned[stage] for stage in planned}
