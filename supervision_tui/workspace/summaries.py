"""What lists need of every session, without taking each apart: next steps, ideas, when it was, whom it was about.

A session is read again only when its version changed. Five hundred of them take about an eighth of a second the first
time; nothing is written, so what is deleted is gone from here as well.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from supervision_tui.session import Action, Hypothesis, Seat, SessionStatus
from supervision_tui.text import Line, SafeText
from supervision_tui.vault import NotFound, Vault

if TYPE_CHECKING:
    from supervision_tui.vault import Heading

KIND = "session"


class Note(BaseModel):
    """What tells of an entry what became of an earlier step; its other words stay unread."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    field: str
    parts: dict[str, SafeText] = {}


class Summary(BaseModel):
    """A session, as far as lists need it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    template_id: str
    status: SessionStatus
    started: datetime
    ended: datetime | None = None
    family_id: str | None = None
    family_ref: Line = Line()
    meeting: str | None = None
    stage: str = ""
    seats: tuple[Seat, ...] = ()
    entries: tuple[Note, ...] = ()
    actions: tuple[Action, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()

    @property
    def day(self) -> date:
        """The day on which it began."""
        return self.started.date()

    @property
    def closed(self) -> bool:
        """Whether it came to its end."""
        return self.status is not SessionStatus.OPEN


class Summaries:
    """The summaries of every session in a vault.

    Args:
        vault: where the sessions are.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._kept: dict[str, tuple[int, Summary]] = {}

    def all(self) -> list[Summary]:
        """Every session, the one that began last first."""
        headings = self._vault.list(KIND)
        fresh = {heading.id: kept for heading in headings if (kept := self._summary(heading)) is not None}
        self._kept = fresh
        return sorted((summary for _, summary in fresh.values()), key=lambda one: one.started, reverse=True)

    def _summary(self, heading: Heading) -> tuple[int, Summary] | None:
        kept = self._kept.get(heading.id)
        if kept is not None and kept[0] == heading.version:
            return kept
        try:
            found = self._vault.get(KIND, heading.id)
        except NotFound:
            return None  # it was deleted between the two looks
        return heading.version, Summary.model_validate_json(found.body)
