"""What is held about somebody who does the work: their supervision records, their own notes, where they took part."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from supervision_tui.days import day_in_words
from supervision_tui.people import OWNER_ID, Directory
from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.session import PrivatePart
from supervision_tui.vault import DocumentNotFoundError, PrivateLockedError
from supervision_tui.workspace.store import CHANGES, PRIVATE, leaf_values, objects_naming
from supervision_tui.workspace.subject_access.model import SubjectAccessItem
from supervision_tui.workspace.subject_access.wording import DOCUMENTS, in_words
from supervision_tui.workspace.workspace import Workspace

_READ_ELSEWHERE = {"session", "record", "family", "left", "steps", PRIVATE, CHANGES}


@dataclass(frozen=True, slots=True)
class Worker:
    """Who is asked about: a *name*, and the id of the *person* where they are on the list of people."""

    name: str
    person: str
    directory: Directory

    @property
    def names(self) -> frozenset[str]:
        """Names that mean nobody else."""
        if not self.person:
            return frozenset({self.name})
        return frozenset({self.directory.shown(self.person), *self.directory.names_of(self.person)})

    def is_named(self, name: str, ident: str = "") -> bool:
        """Whether a *name*, with the id that stands beside it, means this person."""
        if ident:
            return self.directory.same(ident, self.person)
        if self.person and self.directory.written_by(name) == self.person:
            return True
        return any(same_name(name, known) for known in self.names)


def in_worker_records(workspace: Workspace, worker: Worker) -> Iterator[SubjectAccessItem]:
    """The records of the *worker*'s own supervision, in full."""
    for record in workspace.records.all():
        own = record.destination is Destination.SUPERVISION_RECORD
        if own and worker.is_named(record.subject, record.subject_id):
            where = f"record of {day_in_words(record.day)} ({record.id}), in full"
            yield SubjectAccessItem(record.destination, where, render_record(record, "txt"))


def in_sessions(workspace: Workspace, worker: Worker) -> Iterator[SubjectAccessItem]:
    """Where the *worker* took part, and what was written for their supervision record; no word about a family."""
    for session in workspace.sessions.all():
        when, title = day_in_words(session.started.date()), workspace.sessions.title_of(session)
        roles = [seat.role.replace("_", " ") for seat in session.seats if worker.is_named(seat.name, seat.person)]
        leads = worker.is_named(session.facilitator, session.facilitator_id)
        roles += ["facilitator"] if leads else []
        wrote = [entry for entry in session.entries if worker.is_named(entry.author, entry.author_id)]
        if roles or wrote:
            words = (
                f"took part as {', '.join(dict.fromkeys(roles)) or 'a member'}; wrote {len(wrote)} notes about families"
            )
            yield SubjectAccessItem(Destination.SUPERVISION_RECORD, f"session of {when}, {title}", words)
        for entry in session.entries:
            if entry.destination is Destination.SUPERVISION_RECORD and (not entry.author or entry in wrote):
                yield SubjectAccessItem(
                    Destination.SUPERVISION_RECORD, f"session of {when}, {title}, {entry.stage}", str(entry.text)
                )
        for action in session.actions:
            if worker.is_named(action.owner, action.owner_id):
                words = f"a next step with the date {action.when or 'none'}, {action.state.replace('_', ' ')}"
                yield SubjectAccessItem(Destination.SUPERVISION_RECORD, f"session of {when}, {title}", words)


def in_step_log(workspace: Workspace, worker: Worker) -> Iterator[SubjectAccessItem]:
    """What the *worker* noted about steps outside sessions, and steps of theirs agreed there; no word of a family."""
    for heading in workspace.step_log.headings():
        for change in workspace.step_log.changes(heading.id):
            when, step = day_in_words(change.at.astimezone().date()), change.action
            words = []
            if worker.is_named(change.by):
                words.append("noted what became of a step" if step is None else "noted a step, or its new day")
            if step is not None and worker.is_named(step.owner, step.owner_id):
                words.append(f"a next step with the date {step.when or 'none'}")
            if words:
                yield SubjectAccessItem(Destination.SUPERVISION_RECORD, f"outside a session, {when}", "; ".join(words))


def in_private(workspace: Workspace, worker: Worker) -> Iterator[SubjectAccessItem]:
    """The *worker*'s own private notes: only where their key is open here, so only to themselves."""
    if not worker.is_named(workspace.me, OWNER_ID):
        return
    for heading in workspace.vault.documents.headings(PRIVATE):
        try:
            private = PrivatePart.model_validate_json(workspace.vault.documents.get(PRIVATE, heading.id).body)
        except (DocumentNotFoundError, PrivateLockedError):
            continue
        for entry in private.entries:
            yield SubjectAccessItem(
                Destination.PRIVATE, f"your private notes of {day_in_words(entry.at.date())}", str(entry.text)
            )


def in_other_documents(workspace: Workspace, worker: Worker) -> Iterator[SubjectAccessItem]:
    """The parts of every other document that name the *worker*, or bear the id that stands beside the name."""
    for kind in workspace.vault.documents.kinds():
        for heading in workspace.vault.documents.headings(kind) if kind not in _READ_ELSEWHERE else ():
            data = json.loads(workspace.vault.documents.get(kind, heading.id).body)
            for way, part in objects_naming(data, _marks(data, worker)):
                words = in_words(part)
                called = DOCUMENTS.get(kind, kind)
                where = f"{called}, {way}" if way else called
                yield SubjectAccessItem(Destination.SUPERVISION_RECORD, where, words)


def _marks(data: object, worker: Worker) -> set[str]:
    """Names in *data* that mean the *worker*, and the ids that stand beside them."""
    spelt = {value for _, value in leaf_values(data) if any(same_name(value, known) for known in worker.names)}
    own = {worker.person} if worker.person and worker.person != OWNER_ID else set[str]()
    ids = {str(part["id"]) for _, part in objects_naming(data, spelt) if "id" in part and "name" in part}
    return spelt | own | (set() if own else ids)


def same_name(name: str, other: str) -> bool:
    """Whether two names are the same, capitals and blanks aside."""
    return bool(name) and " ".join(name.casefold().split()) == " ".join(other.casefold().split())
