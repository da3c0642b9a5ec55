"""When a team's involvement with a family ended, and whether what is kept about it is on hold."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from supervision_tui.text import Line
from supervision_tui.workspace.store.repository import Repository


class Involvement(BaseModel):
    """Involvement with one family: the day it *ended* (none while it lasts); the reason of a legal *hold*, or ""."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    ended: date | None = None
    hold: Line = Line()


class InvolvementRepository(Repository[Involvement]):
    """Involvements, each a document under the family's id."""

    kind: ClassVar[str] = "involvement"
    model = Involvement

    def of(self, family_id: str) -> Involvement:
        """What is noted; nothing while the team is involved."""
        return self.find(family_id) or Involvement()
