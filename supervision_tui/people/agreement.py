"""What a practitioner and a supervisor agreed: the rhythm, the place, the ways, when it is looked at again.

After Morrison (2005, Staff Supervision in Social Care) and the employer standards of the Local Government Association.
"""

from __future__ import annotations

from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from supervision_tui.people.practitioner import Id
from supervision_tui.people.rhythm import Rhythm
from supervision_tui.text import Line, SafeText

YEARLY = 365
"""Days after which an agreement is looked at again, where no other day was set."""


class Agreement(BaseModel):
    """A supervision agreement between two people, signed by both or not yet.

    *difference* says how they speak of difference and power between them (Burnham 2012; Morrison 2005).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    id: Id
    practitioner: Id
    supervisor: Id
    since: date
    until: date | None = None
    rhythm: Rhythm = Rhythm()
    minutes: int = 90
    place: Line = Line()
    what_helps: SafeText = SafeText()
    when_it_is_hard: SafeText = SafeText()
    if_we_disagree: SafeText = SafeText()
    difference: SafeText = SafeText()
    learning: SafeText = SafeText()
    where_notes_go: SafeText = SafeText()
    signed: tuple[Id, ...] = ()
    review_on: date | None = None

    @property
    def both_signed(self) -> bool:
        """Whether both have signed."""
        return {self.practitioner, self.supervisor} <= set(self.signed)

    def holds(self, on: date) -> bool:
        """Whether it holds on *on*."""
        return self.since <= on and (self.until is None or on <= self.until)

    @property
    def review_due_on(self) -> date:
        """When it is time to look at it again: the day set, else a year on."""
        return self.review_on or self.since + timedelta(days=YEARLY)

    def review_due(self, today: date) -> bool:
        """Whether it is time to look at it again."""
        return self.holds(today) and today >= self.review_due_on
