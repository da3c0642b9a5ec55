"""One who works with families, and how far along in practice."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from supervision_tui.text import Line, SafeText

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
"""A short name: ``nadia``, ``pod-2``."""

Role = Literal["practitioner", "supervisor", "manager", "consultant", "clinician", "student", "foster_carer", "other"]
Stage = Literal["student", "newly_qualified", "practitioner", "experienced"]
"""How far along: it decides how often supervision is due (ASYE: the first year in England)."""


class Practitioner(BaseModel):
    """Someone of the team. *since* is the first day in this work; *left* the last.

    *hours* is the working week in hours; fewer do not make supervision rarer. *written_as* are names that mean this
    person in what was written without an id: before ids were kept, before a new name, before a namesake came.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    id: Id
    name: Line
    role: Role = "practitioner"
    stage: Stage = "practitioner"
    pronouns: Line = Line()
    since: date | None = None
    left: date | None = None
    noted: date | None = None
    """The day on which they were put on the list: supervision is counted from it where no first day is known."""
    hours: float | None = Field(default=None, gt=0, le=60)
    registration: Line = Line()
    needs: SafeText = SafeText()
    written_as: tuple[Line, ...] = Field(default=(), exclude_if=lambda names: not names)

    def here(self, on: date) -> bool:
        """Whether at work in the team on *on*."""
        return (self.since is None or self.since <= on) and (self.left is None or on <= self.left)
