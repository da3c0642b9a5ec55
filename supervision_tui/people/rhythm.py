"""How often supervision is due, and where somebody stands.

Kinds of rhythm: every so many days (28 is a common local rule), monthly on the same day, and the pattern for newly
qualified practitioners in England: weekly for six weeks, fortnightly to six months, then monthly (Local Government
Association, employer standards for social workers, standard 5). Councils set their own: every number can be changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from supervision_tui.days import weekday_in_words, weeks_in_words
from supervision_tui.days.months import days_of_month

Standing = Literal["not_begun", "on_time", "due_soon", "overdue"]

DUE_SOON = timedelta(days=7)
"""Before the due day, how long it is shown as coming."""


class Step(BaseModel):
    """Part of a rhythm: until so many weeks after the first day, every so many days or once a month."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    until_week: int | None = Field(default=None, ge=1, le=520)
    every_days: int | None = Field(default=None, ge=1, le=366)

    @property
    def monthly(self) -> bool:
        """Whether it is once a month rather than a number of days."""
        return self.every_days is None


class Rhythm(BaseModel):
    """How often: steps in order, the last without an end."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    steps: tuple[Step, ...] = (Step(every_days=28),)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        ends = [step.until_week for step in self.steps]
        if not ends or ends[-1] is not None or None in ends[:-1]:
            raise ValueError(
                "Every step of a rhythm but the last must say until which week it holds, and the last must not."
            )
        known = [end for end in ends if end is not None]
        if known != sorted(set(known)):
            raise ValueError("The steps of a rhythm must follow each other in time.")
        return self

    @classmethod
    def every(cls, days: int) -> Self:
        """Every so many days."""
        return cls(steps=(Step(every_days=days),))

    @classmethod
    def monthly(cls) -> Self:
        """Once a month, on the same day of the month or the last there is."""
        return cls(steps=(Step(),))

    @classmethod
    def newly_qualified(cls) -> Self:
        """Weekly for six weeks, fortnightly until six months, then monthly."""
        return cls(steps=(Step(until_week=6, every_days=7), Step(until_week=26, every_days=14), Step()))

    def step_at(self, day: date, first_day: date | None) -> Step:
        """The step that holds on *day*, counted from *first_day*; without one, the last."""
        if first_day is None:
            return self.steps[-1]
        weeks = (day - first_day).days // 7
        return next((step for step in self.steps if step.until_week is None or weeks < step.until_week), self.steps[-1])


@dataclass(frozen=True, slots=True)
class Due:
    """When supervision is due and how it stands; *days* until then, negative once it is past."""

    day: date
    standing: Standing
    days: int

    @property
    def in_words(self) -> str:
        """When it is due or was, and by how much it is late: the same in every list and report."""
        when = weekday_in_words(self.day)
        if self.standing == "overdue":
            return f"was due {when}, {weeks_in_words(-self.days)} late"
        if self.days == 0:
            return "is due today"
        return f"starts {when}" if self.standing == "not_begun" else f"is due {when}"


def next_due(rhythm: Rhythm, today: date, last: date | None, first_day: date | None = None) -> Due:
    """When supervision is due after the *last* one, by *rhythm*.

    Without a *last* one it is counted from *first_day*; without either it is due today. A planned day in the future
    counts as *last* only once it has come. Weekends are not looked at: people move a meeting, not a duty.
    """
    start = last if last is not None and last <= today else first_day if first_day and first_day <= today else None
    if start is None:
        ahead = first_day is not None
        day = first_day or today
        return Due(day, "not_begun" if ahead else "due_soon", (day - today).days)
    step = rhythm.step_at(start, first_day)
    day = _a_month_later(start) if step.every_days is None else start + timedelta(days=step.every_days)
    standing: Standing = "overdue" if today > day else "due_soon" if day - today <= DUE_SOON else "on_time"
    return Due(day, standing, (day - today).days)


def _a_month_later(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)  # noqa: PLR2004 - December
    return date(year, month, min(day.day, days_of_month(year, month)))
