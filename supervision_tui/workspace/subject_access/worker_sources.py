"""What is held about somebody who does the work: their supervision records, their own notes, where they took part."""

from __future__ import annotations

import json
from collections.abc import Iterator

from supervision_tui.days import day_in_words
from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.session import PrivatePart
from supervision_tui.vault import DocumentNotFoundError, PrivateLockedError
from supervision_tui.workspace.store import PRIVATE, leaf_values, objects_naming
from supervision_tui.workspace.subject_access.model import SubjectAccessItem
from supervision_tui.workspace.workspace import Workspace

_READ_ELSEWHERE = {"session", "record", "family", "left", PRIVATE}


def in_worker_records(workspace: Workspace, name: str) -> Iterator[SubjectAccessItem]:
    """The records of *name*'s own supervision, in full."""
    for record in workspace.records.all():
        if record.destination is Destination.SUPERVISION_RECORD and same_name(record.subject, name):
            where = f"record of {day_in_words(record.day)} ({record.id}), in full"
            yield SubjectAccessItem(record.destination, where, render_record(record, "txt"))


def in_sessions(workspace: Workspace, name: str) -> Iterator[SubjectAccessItem]:
    """Where *name* took part, and what was written for their supervision record; no word about a family."""
    for session in workspace.sessions.all():
        when, title = day_in_words(session.started.date()), workspace.sessions.title_of(session)
        roles = [seat.role.replace("_", " ") for seat in session.seats if same_name(seat.name, name)]
        roles += ["facilitator"] if same_name(session.facilitator, name) else []
        wrote = [entry for entry in session.entries if same_name(entry.author, name)]
        if roles or wrote:
            words = (
                f"took part as {', '.join(dict.fromkeys(roles)) or 'a member'}; wrote {len(wrote)} notes about families"
            )
            yield SubjectAccessItem(Destination.SUPERVISION_RECORD, f"session of {when}, {title}", words)
        for entry in session.entries:
            if entry.destination is Destination.SUPERVISION_RECORD and (
                not entry.author or same_name(entry.author, name)
            ):
                yield SubjectAccessItem(
                    Destination.SUPERVISION_RECORD, f"session of {when}, {title}, {entry.stage}", str(entry.text)
                )
        for action in session.actions:
            if same_name(action.owner, name):
                words = f"a next step with the date {action.when or 'none'}, {action.state.replace('_', ' ')}"
                yield SubjectAccessItem(Destination.SUPERVISION_RECORD, f"session of {when}, {title}", words)


def in_private(workspace: Workspace, name: str) -> Iterator[SubjectAccessItem]:
    """*name*'s own private notes: only where their key is open here, so only to themselves."""
    if not same_name(workspace.me, name):
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


def in_other_documents(workspace: Workspace, name: str) -> Iterator[SubjectAccessItem]:
    """The parts of every other document that name *name*, or bear the id that stands beside the name."""
    for kind in workspace.vault.documents.kinds():
        for heading in workspace.vault.documents.headings(kind) if kind not in _READ_ELSEWHERE else ():
            data = json.loads(workspace.vault.documents.get(kind, heading.id).body)
            spelt = {value for _, value in leaf_values(data) if same_name(value, name)}
            named = list(objects_naming(data, spelt)) if spelt else []
            ids = {str(part["id"]) for _, part in named if "id" in part and same_name(str(part.get("name", "")), name)}
            for way, part in objects_naming(data, spelt | ids) if spelt else ():
                words = "\n".join(f"{label}: {value}" for label, value in leaf_values(part))
                where = f"{kind}, {way}" if way else kind
                yield SubjectAccessItem(Destination.SUPERVISION_RECORD, where, words)


def same_name(name: str, other: str) -> bool:
    """Whether two names are the same, capitals and blanks aside."""
    return bool(name) and " ".join(name.casefold().split()) == " ".join(other.casefold().split())
