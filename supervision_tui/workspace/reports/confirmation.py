"""The queue of records that wait: to be confirmed, then to be filed; with how long they have waited, and for whom.

Sources: content specification 7.2 (draft until the manager confirms; wording shown to the presenter first) and 7.4
(the copy here goes once it is filed). What the team keeps in mind of a family is nobody's to confirm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from supervision_tui.days import weeks_in_words
from supervision_tui.practice import Destination
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from supervision_tui.workspace.store import RecordOutline, SessionSummary
    from supervision_tui.workspace.workspace import Workspace

MANAGER = "manager"
"""The role in a session of whoever is accountable for its decisions."""
CONFIRMED_BY_SOMEBODY = frozenset({Destination.CHILD_FILE, Destination.SUPERVISION_RECORD})
"""Destinations of records that wait until a person has confirmed them."""
WaitsFor = Literal["confirm", "file"]


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """A record that waits.

    Attributes:
        record: as far as lists need it.
        family: the id of the family that it came from, or "".
        family_title: what the team calls that family; for a worker's own record "Workers".
        confirmer: who may be asked to confirm it, by name; "" where nobody was named in the session.
        waits_for: to be confirmed, or, once it was, to be filed.
        days: since the session.
    """

    record: RecordOutline
    family: str
    family_title: str
    confirmer: str
    waits_for: WaitsFor
    days: int

    @property
    def age(self) -> str:
        """How long it has waited, as people say it."""
        return weeks_in_words(self.days) if self.days else "today"

    @property
    def words(self) -> str:
        """One line for a list."""
        who = f" · {self.confirmer} confirms" if self.confirmer and self.waits_for == "confirm" else ""
        what = "to confirm" if self.waits_for == "confirm" else "confirmed, not filed"
        title = f"{self.family_title}: " if self.family else ""
        return f"{title}{self.record.short_title}, {what} · {self.age}{'' if self.age == 'today' else ' old'}{who}"


def waiting_records(workspace: Workspace) -> list[WaitingRecord]:
    """Every record that waits, family by family, workers' own last; in a family the oldest first."""
    today = workspace.today()
    titles = {heading.id: family_short_title(heading.title) for heading in workspace.families.headings()}
    sessions = {summary.id: summary for summary in workspace.summaries.all()}
    waiting = list(_waiting(workspace.record_outlines.all(), sessions, titles, today))
    return sorted(waiting, key=lambda row: (not row.family, row.family_title, -row.days, row.record.id))


def to_confirm(waiting: Iterable[WaitingRecord]) -> list[WaitingRecord]:
    """Those of *waiting* that wait to be confirmed, the oldest first."""
    return sorted((row for row in waiting if row.waits_for == "confirm"), key=lambda row: (-row.days, row.record.id))


def _waiting(
    outlines: Iterable[RecordOutline],
    sessions: Mapping[str, SessionSummary],
    titles: Mapping[str, str],
    today: date,
) -> Iterable[WaitingRecord]:
    for outline in outlines:
        if outline.destination not in CONFIRMED_BY_SOMEBODY or outline.status == "filed":
            continue
        own = outline.destination is Destination.SUPERVISION_RECORD
        if own and outline.confirmed is not None:
            continue  # a worker's own record stays by the local schedule: nobody waits for its filing
        session = sessions.get(outline.session_id)
        family = "" if own else (session.family_id or "") if session else str(outline.family_ref)
        yield WaitingRecord(
            outline,
            family,
            "Workers" if own else titles.get(family, family or "no family"),
            str(outline.author) if own else _manager(session, sessions),
            "confirm" if outline.confirmed is None else "file",
            max((today - outline.day).days, 0),
        )


def _manager(session: SessionSummary | None, sessions: Mapping[str, SessionSummary]) -> str:
    """Who was named the accountable manager: in the session itself, or in the meeting that it is a part of."""
    if session is None:
        return ""
    meeting = sessions.get(session.meeting or "")
    seats = (*session.seats, *(meeting.seats if meeting else ()))
    return next((str(seat.name) for seat in seats if seat.role == MANAGER and seat.name), "")


def usual_role(workspace: Workspace, name: str) -> str:
    """As what *name* confirmed a record last, or else the role among the people of the notebook; "" for neither."""
    signed = [outline.confirmed for outline in workspace.record_outlines.all() if outline.confirmed is not None]
    mine = [confirmation for confirmation in signed if confirmation.by.casefold() == name.casefold()]
    if mine:
        return str(max(mine, key=lambda confirmation: confirmation.at).role)
    person = workspace.people.roster.named(name)
    return person.role.replace("_", " ") if person is not None else ""


def usual_system(workspace: Workspace) -> str:
    """The system of the authority in which a record was filed last, or ""."""
    filed = [outline.filed for outline in workspace.record_outlines.all() if outline.filed is not None]
    return str(max(filed, key=lambda filing: filing.on).system) if filed else ""
