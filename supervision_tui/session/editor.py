"""Facilitating a session: every act is a step to a new frozen session, and every step can be taken back.

The editor touches no disk and reads no clock; *now* is always given.
"""

from __future__ import annotations

from datetime import datetime
from typing import Self

from supervision_tui.practice.library.session_templates import SessionTemplate, Stage
from supervision_tui.session import clock as clocks
from supervision_tui.session.editing import SessionEditing
from supervision_tui.session.model import Session, SessionStatus, StageTime
from supervision_tui.text import Line, SafeText


class StageLockedError(ValueError):
    """A stage waits for another one; the facilitator may override, and that is kept."""


class SessionEditor(SessionEditing):
    """A session in the hands of a facilitator.

    Args:
        session: as it stands.
        template: the format that it follows.
    """

    @classmethod
    def start(
        cls,
        template: SessionTemplate,
        *,
        session_id: str,
        facilitator: str,
        now: datetime,
        family_id: str | None = None,
        children: tuple[str, ...] = (),
        follows: str | None = None,
        meeting: str | None = None,
    ) -> Self:
        """Begin at the first stage."""
        first = template.stages[0].id
        session = Session(
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
        editor = cls(session, template)
        first_role = "presenter" if template.people[1] == 1 else "facilitator"
        if template.role(first_role):
            editor.seat(first_role, Line(facilitator), now)
            editor.forget_steps()
        return editor

    @classmethod
    def resume(cls, session: Session, template: SessionTemplate, now: datetime) -> Self:
        """Go on with a session that was left or cut off: the time it lay still does not count."""
        editor = cls(session, template)
        if session.since is not None:
            until = max(session.since, session.touched)
            editor.session = editor.stopped(until).model_copy(update={"since": now, "touched": now})
        else:
            editor.session = session.model_copy(update={"since": now, "touched": now})
        return editor

    @property
    def stage(self) -> Stage:
        """The stage we are in."""
        return self.template.stage(self.session.stage)

    @property
    def number(self) -> int:
        """Its number, from 1."""
        return self.template.stages.index(self.stage) + 1

    @property
    def following(self) -> Stage | None:
        """The stage after this one, if there is one."""
        at = self.number
        return self.template.stages[at] if at < len(self.template.stages) else None

    def clock(self, now: datetime) -> clocks.Clock:
        """The clock at *now*."""
        return clocks.clock(self.session, self.template, now)

    def agenda(self, now: datetime) -> tuple[clocks.StageLine, ...]:
        """Every stage with its state."""
        return clocks.agenda(self.session, self.template, now)

    def next(self, now: datetime) -> None:
        """Go to the following stage.

        Raises:
            StageLockedError: it waits for another stage.
        """
        if self.following is not None:
            self.go(self.following.id, now)

    def back(self, now: datetime) -> None:
        """Go to the stage before; nothing is lost by it."""
        if self.number > 1:
            self.go(self.template.stages[self.number - 2].id, now)

    def go(self, stage_id: str, now: datetime, *, override: bool = False) -> None:
        """Go to any stage.

        Raises:
            StageLockedError: it waits for another stage, and *override* is not given.
        """
        reason = self.blocked(stage_id)
        if reason and not override:
            raise StageLockedError(reason)
        stopped = self.stopped(now)
        time = clocks.time_of(stopped, stage_id).model_copy(update={"visited": True, "skipped": None})
        changed: dict[str, object] = {
            "stage": stage_id,
            "since": None if self.session.since is None else now,
            "times": {**stopped.times, stage_id: time},
        }
        if reason:
            changed["overridden"] = (*self.session.overridden, stage_id)
        self.step(f"went to {self.template.stage(stage_id).title}", now, stopped, **changed)

    def blocked(self, stage_id: str) -> str:
        """Why *stage_id* cannot be gone to yet, as a sentence; empty when it can."""
        waits_for = self.template.stage(stage_id).locked_until
        if waits_for is None or stage_id in self.session.overridden:
            return ""
        time = clocks.time_of(self.session, waits_for)
        if time.visited or time.skipped is not None:
            return ""
        return (
            f"Thinking comes before deciding: '{self.template.stage(waits_for).title}' has not been held yet. "
            "You may go on all the same; that is kept with the session."
        )

    def skip(self, reason: str, now: datetime) -> None:
        """Leave this stage out, with a *reason*, and go on.

        Raises:
            StageLockedError: the following stage waits for another one.
        """
        here, following = self.session.stage, self.following
        if following is None:
            return
        self.next(now)
        self.leave_out(here, reason)

    def leave_out(self, stage_id: str, reason: str) -> None:
        """Note that a stage was left out, and why."""
        time = clocks.time_of(self.session, stage_id).model_copy(update={"skipped": SafeText(reason)})
        self.session = self.session.model_copy(update={"times": {**self.session.times, stage_id: time}})

    def more_time(self, minutes: int, now: datetime) -> None:
        """Give this stage *minutes* more."""
        time = clocks.time_of(self.session, self.session.stage)
        more = time.model_copy(update={"extra": time.extra + minutes})
        self.step(f"gave {minutes} more minutes", now, times={**self.session.times, self.session.stage: more})

    def pause_clock(self, now: datetime) -> None:
        """Stop the clock."""
        if self.session.since is not None:
            self.step("paused", now, self.stopped(now), since=None)

    def restart_clock(self, now: datetime) -> None:
        """Let the clock run again."""
        if self.session.since is None:
            self.step("went on", now, since=now)

    def ended(self, now: datetime, *, early: bool = False) -> Session:
        """The session as it is once closed: the clock stops, drafts and what is private go.

        Words that belong to nobody's file are not in it; whoever wants to keep their own copies them first.
        """
        status = SessionStatus.ENDED_EARLY if early else SessionStatus.CLOSED
        shared, _ = self.stopped(now).apart()
        changes = {"since": None, "ended": now, "touched": now, "status": status, "drafts": ()}
        return shared.model_copy(update=changes)

    def stopped(self, now: datetime) -> Session:
        """The session with the running stage's time added up to *now*."""
        here = self.session.stage
        time = clocks.time_of(self.session, here)
        counted = time.model_copy(update={"used": clocks.seconds_used(self.session, here, now)})
        return self.session.model_copy(update={"times": {**self.session.times, here: counted}, "since": None})
