"""The sessions of a workspace: saved while people type, kept apart by who may read what.

What belongs to nobody's file is kept in a document of its own, sealed to its author, and goes when the session closes.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import ClassVar

from supervision_tui.session import Runner, Session, SessionStatus
from supervision_tui.vault import Document
from supervision_tui.workspace.formats import Formats
from supervision_tui.workspace.shelves import Shelf


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that was left open, as a list shows it."""

    id: str
    title: str
    where: str


class Sessions(Shelf[Session]):
    """Sessions, each a document."""

    kind: ClassVar[str] = "session"
    model = Session
    formats: Formats

    def title_of(self, document: Session) -> str:
        """Format and family reference; never a name."""
        return f"{self.formats[document.template_id].title} · {document.family_ref or 'no family'}"

    def left_open(self) -> list[OpenSession]:
        """Sessions to go on with, newest first."""
        found = []
        for session in self.all():
            if session.status is SessionStatus.OPEN:
                runner = Runner(session, self.formats[session.template_id])
                where = f"stopped at stage {runner.stage.number} of {len(runner.template.stages)}: {runner.stage.title}"
                found.append(OpenSession(session.id, self.title_of(session), where))
        return found
