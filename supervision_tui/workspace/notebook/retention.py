"""How long what is kept stays: what should go, when, why, and what stops it. Nothing goes by itself.

The rules (content specification 7.2 and 7.4; each council may decide otherwise, and this program is not the archive):

- the copy of a record goes once it is noted as filed in the authority's own system;
- a family's working space (the family, its sessions, what they added) goes 28 days after involvement ended;
- a session about no family goes 28 days after it closed;
- what is private to its author goes when the session closes, and otherwise after 14 days;
- a worker's supervision record stays by the local schedule: no day is proposed;
- a legal hold (court, complaint, inquiry, practice review) stops all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from supervision_tui.days import day_in_words
from supervision_tui.practice import Destination
from supervision_tui.records import Record
from supervision_tui.session import Session, SessionStatus
from supervision_tui.vault import ScheduledDeletion
from supervision_tui.workspace.organisation import organisation
from supervision_tui.workspace.store import CHANGES, PRIVATE, family_of_record
from supervision_tui.workspace.workspace import Workspace

Key = tuple[str, str]
Rule = Literal["filed", "family", "session", "private", "owner", "schedule"]

RULE_OF: dict[str, Rule] = {
    "record": "filed",
    "family": "family",
    "involvement": "family",
    "layout": "family",
    "curiosity": "family",
    "session": "session",
    CHANGES: "owner",
    PRIVATE: "private",
    "settings": "owner",
    "people": "schedule",
    "given": "schedule",
    "left": "owner",
    "contact": "owner",
    "pairing": "owner",
    "exchange": "family",
    "received": "family",
    "steps": "family",
}
"""Which rule a kind of document follows. Kinds without one are taken to belong to the family whose id they bear."""


@dataclass(frozen=True, slots=True)
class DisposalItem:
    """Something that should go.

    Attributes:
        key: kind and id of its main document.
        title: what it is, for a list.
        day: when it should go.
        why: the rule, or the reason of a person who keeps it longer.
        documents: kind and id of every document that goes with it.
        held: the reason of a hold that stops it, or "".
        first: what must be done before it can go, or "".
    """

    key: Key
    title: str
    day: date
    why: str
    documents: tuple[Key, ...]
    held: str = ""
    first: str = ""

    def words(self, today: date) -> str:
        """One line for a list."""
        when = "now" if self.day <= today else day_in_words(self.day)
        state = f"on hold: {self.held}" if self.held else self.why
        return f"{when:<19}{self.title} ({state})"


def after_involvement() -> timedelta:
    """From the end of involvement to when a family's working space should go: 28 days, or as the organisation says."""
    return timedelta(days=organisation().settings.after_involvement_days)


def private_limit() -> timedelta:
    """How long what is private may stay: 14 days, or as the organisation says."""
    return timedelta(days=organisation().settings.private_days)


class RetentionError(ValueError):
    """Something stops it from going."""


class RetentionSchedule:
    """What should go from one notebook.

    Args:
        workspace: the open notebook.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def disposals(self, by: date | None = None) -> list[DisposalItem]:
        """Everything that has a day (up to *by*, if given), the earliest first."""
        noted = {
            (due.heading.kind, due.heading.id): due for due in self._workspace.vault.documents.scheduled_deletions()
        }
        sessions = self._workspace.sessions.all()
        found = [
            *self._families(sessions),
            *self._sessions(sessions),
            *self._private(sessions),
            *self._records(sessions),
        ]
        ruled = {key for going in found for key in going.documents}
        found += [self._asked(due, sessions) for key, due in noted.items() if due.due and key not in ruled]
        listed = [self._with_decisions(going, noted) for going in found]
        return sorted(
            (item for item in listed if by is None or item.day <= by), key=lambda item: (item.day, item.title)
        )

    def on_hold(self) -> list[ScheduledDeletion]:
        """Every document that is on hold, with the reason."""
        return [due for due in self._workspace.vault.documents.scheduled_deletions() if due.held]

    def end_involvement(self, family_id: str, on: date | None) -> date | None:
        """Note that involvement with a family ended *on* a day (none: it goes on); the day its working space should go.

        Raises:
            DocumentNotFoundError: there is no such family.
            VaultError: it could not be noted.
        """
        self._workspace.families.get(family_id)
        known = self._workspace.involvements.of(family_id)
        self._workspace.involvements.put(known.model_copy(update={"ended": on}), family_id)
        return on + after_involvement() if on else None

    def extend(self, going: DisposalItem, until: date, reason: str) -> None:
        """Keep it longer, until a day, for a reason that names nobody.

        Raises:
            RetentionError: no reason is given.
        """
        if not reason.strip():
            raise RetentionError("Say in a few words why it is kept longer. Nothing was changed.")
        why = f"kept by {self._workspace.me}: {reason.strip()}"
        self._workspace.vault.documents.set_due(*going.key, until, author=self._workspace.author, why=why)

    def dispose(self, going: DisposalItem, reason: str = "") -> str:
        """Delete it with everything that goes with it, for good; what was done, in words.

        Raises:
            RetentionError: a hold or something undone stops it; nothing was deleted.
            VaultError: the disk refused; what is left is listed again.
        """
        if going.held:
            raise RetentionError(f"This is on hold ({going.held}), so nothing was deleted. Release the hold first.")
        if going.first:
            raise RetentionError(f"{going.first} Nothing was deleted.")
        copies: tuple[str, ...] = ()
        repositories = {repository.kind: repository for repository in self._workspace.repositories}
        note = reason.strip() or going.why
        for kind, ident in going.documents:
            if kind in repositories:
                copies = repositories[kind].drop(ident, note).backups
            else:
                copies = self._workspace.vault.documents.delete(
                    kind, ident, author=self._workspace.author, reason=note
                ).backups
        self._workspace.vault.documents.purge_deleted_words()
        documents = "1 document was" if len(going.documents) == 1 else f"{len(going.documents)} documents were"
        older = (
            f" {len(copies)} older copies of the notebook still hold them: “Fresh copies” in Notebook replaces those."
            if copies
            else ""
        )
        return f"{documents} deleted, with every earlier version.{older}"

    def hold(self, family_id: str, reason: str) -> int:
        """Put everything that is kept about a family on hold; how many documents that are.

        Raises:
            RetentionError: no reason is given.
        """
        if not reason.strip():
            raise RetentionError("Say in a few words why this is put on hold. Nothing was changed.")
        known = self._workspace.involvements.of(family_id)
        self._workspace.involvements.put(known.model_copy(update={"hold": reason.strip()}), family_id)
        about = self.about(family_id)
        for kind, ident in about:
            self._workspace.vault.documents.hold(kind, ident, author=self._workspace.author, reason=reason.strip())
        return len(about)

    def release(self, family_id: str, reason: str) -> int:
        """End the hold on everything about a family, and say why; how many documents that are.

        Raises:
            RetentionError: no reason is given.
        """
        if not reason.strip():
            raise RetentionError("Say in a few words why the hold ends. Nothing was changed.")
        held = {(due.heading.kind, due.heading.id) for due in self.on_hold()}
        about = [key for key in self.about(family_id) if key in held]
        for kind, ident in about:
            self._workspace.vault.documents.release(kind, ident, author=self._workspace.author, reason=reason.strip())
        known = self._workspace.involvements.of(family_id)
        self._workspace.involvements.put(known.model_copy(update={"hold": ""}), family_id)
        return len(about)

    def about(self, family_id: str) -> list[Key]:
        """Every document about a family: its working space, and the records of every destination that name it."""
        everything = self._workspace.sessions.all()
        sessions = [session for session in everything if session.family_id == family_id]
        keys = [*self._bearing(family_id), *(("session", session.id) for session in sessions)]
        keys += [
            ("record", record.id)
            for record in self._records_about(family_id, everything)
            if record.destination is not Destination.SUPERVISION_RECORD
        ]
        return list(dict.fromkeys(keys))

    def _records_about(self, family_id: str, sessions: list[Session]) -> list[Record]:
        """The records about a family, those that came in a parcel too."""
        owners = {session.id: session.family_id for session in sessions}
        return [record for record in self._workspace.records.all() if family_of_record(record, owners) == family_id]

    def _bearing(self, family_id: str) -> Iterator[Key]:
        """Documents of every kind that belongs to a family and bears its id."""
        for kind in self._workspace.vault.documents.kinds():
            if RULE_OF.get(kind, "family") == "family" and self._workspace.vault.documents.version(kind, family_id):
                yield kind, family_id

    def _families(self, sessions: list[Session]) -> Iterator[DisposalItem]:
        for heading in self._workspace.families.headings():
            known = self._workspace.involvements.of(heading.id)
            if known.ended is None:
                continue
            documents = self._working_space(heading.id, sessions)
            opened = any(
                session.family_id == heading.id and session.status is SessionStatus.OPEN for session in sessions
            )
            first = "A session about this family is still open: close it first." if opened else ""
            why = f"involvement ended on {day_in_words(known.ended)}"
            title = f"working space of {heading.id}, {len(documents)} documents"
            yield DisposalItem(
                ("family", heading.id), title, known.ended + after_involvement(), why, documents, known.hold, first
            )

    def _working_space(self, family_id: str, sessions: list[Session]) -> tuple[Key, ...]:
        """The family last: should the disk refuse half way, the rest is listed again under it."""
        ids = {session.id for session in sessions if session.family_id == family_id}
        records = [
            record
            for record in self._records_about(family_id, sessions)
            if record.destination is Destination.FAMILY_WORK
        ]
        keys = [("record", record.id) for record in records]
        keys += [(PRIVATE, ident) for ident in sorted(ids) if self._workspace.vault.documents.version(PRIVATE, ident)]
        keys += [("session", ident) for ident in sorted(ids)]
        return (*keys, *sorted(self._bearing(family_id), key=lambda key: key[0] == "family"))

    def _sessions(self, sessions: list[Session]) -> Iterator[DisposalItem]:
        for session in sessions:
            if session.family_id is None and session.status is not SessionStatus.OPEN and session.ended:
                key = ("session", session.id)
                day = session.ended.date() + after_involvement()
                title = self._workspace.sessions.title_of(session)
                yield DisposalItem(key, title, day, "28 days after it closed", (key,))

    def _private(self, sessions: list[Session]) -> Iterator[DisposalItem]:
        for session in sessions:
            if self._workspace.vault.documents.version(PRIVATE, session.id):
                key = (PRIVATE, session.id)
                day = (session.ended or session.touched).date() + private_limit()
                title = f"private notes in {self._workspace.sessions.title_of(session)}"
                yield DisposalItem(key, title, day, "private notes live 14 days at most", (key,))

    def _records(self, sessions: list[Session]) -> Iterator[DisposalItem]:
        owners = {session.id: session.family_id for session in sessions}
        for record in self._workspace.records.all():
            if record.filed is not None:
                yield self._filed(record, family_of_record(record, owners))

    def _filed(self, record: Record, family_id: str) -> DisposalItem:
        filed = record.filed
        if filed is None:
            raise ValueError("this record was not filed")
        held = self._workspace.involvements.of(family_id).hold if family_id else ""
        why = f"filed in {filed.system} on {day_in_words(filed.on)}"
        key = ("record", record.id)
        return DisposalItem(
            key, f"copy of a record, {record.destination.about.name}, {record.id}", filed.on, why, (key,), held
        )

    def _asked(self, due: ScheduledDeletion, sessions: list[Session]) -> DisposalItem:
        """What no rule lists and somebody has given a day: a contact who asks to let it go."""
        kind, ident = due.heading.kind, due.heading.id
        documents = self._working_space(ident, sessions) if kind == "family" else ((kind, ident),)
        title = f"working space of {ident}, {len(documents)} documents" if kind == "family" else f"{kind} {ident}"
        return DisposalItem((kind, ident), title, due.due or date.max, due.why, documents, due.held)

    @staticmethod
    def _with_decisions(going: DisposalItem, noted: dict[Key, ScheduledDeletion]) -> DisposalItem:
        """*going* with what people decided about it: a later day, a hold on any of its documents."""
        held = going.held or next((noted[key].held for key in going.documents if key in noted and noted[key].held), "")
        mine = noted.get(going.key)
        if mine is not None and mine.due is not None and mine.due > going.day:
            return replace(going, day=mine.due, why=mine.why, held=held)
        return replace(going, held=held)
