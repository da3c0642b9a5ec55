"""Finding who is meant, and everything that is held about them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from supervision_tui.family import Family, Person
from supervision_tui.people import OWNER_ID
from supervision_tui.practice import Destination
from supervision_tui.workspace.backups import dated_backups
from supervision_tui.workspace.store import CHANGES, PRIVATE, family_of_record, leaf_values
from supervision_tui.workspace.subject_access import worker_sources
from supervision_tui.workspace.subject_access.family_sources import Requester, in_family
from supervision_tui.workspace.subject_access.model import Ground, SubjectAccessItem, SubjectAccessResult
from supervision_tui.workspace.subject_access.session_sources import (
    in_received_work,
    in_record,
    in_session,
    is_own,
    without_repeated_words,
)
from supervision_tui.workspace.subject_access.step_sources import in_step_log
from supervision_tui.workspace.subject_access.wording import DOCUMENTS, label_of, value_in_words
from supervision_tui.workspace.workspace import Workspace

_READ_ELSEWHERE = {"family", "session", "record", "settings", "left", "received", "steps", PRIVATE, CHANGES}

PLACES = "Where they stand in the drawing."
WORKER = "worker"
"""Stands before the name of somebody who does the work, where a person in a family has the same."""


class NoSubjectDataError(ValueError):
    """Nothing is held about anybody of that name."""


class AmbiguousPersonError(ValueError):
    """Several people have that name; the message lists how to say which one."""


def search_subject(workspace: Workspace, who: str, *, asked_by: str = "") -> SubjectAccessResult:
    """Everything that is held about *who*: ``FAMILY/PERSON`` by ids, ``worker/NAME``, or a name of either.

    Args:
        workspace: the open notebook.
        who: whom it is about.
        asked_by: who asks, if not the person: a child may have expected that they do not read it.

    Raises:
        NoSubjectDataError, AmbiguousPersonError: say what to do.
    """
    words, _, rest = who.strip().partition("/")
    worker = rest if words == WORKER else who
    found = [] if words == WORKER else _people(workspace.families.all(), who)
    known = workspace.people.directory.ids_for(worker)
    if len(known) > 1:
        several = [f"{family.id}/{person.id}" for family, person in found]
        several += [f"{WORKER}/{label}" for label in workspace.people.directory.labels_for(worker)]
        raise AmbiguousPersonError(f"Several people have this name. Say which one: {', '.join(several)}.")
    asked = worker_sources.Worker(worker, known[0] if known else "", workspace.people.directory)
    pieces = [] if rest and words != WORKER else list(_about_worker(workspace, asked))
    if len(found) + bool(pieces) > 1:
        listed = [f"{family.id}/{person.id}" for family, person in found] + [f"{WORKER}/{worker}"] * bool(pieces)
        raise AmbiguousPersonError(f"Several people have this name. Say which one: {', '.join(listed)}.")
    if found:
        return _about_person(workspace, *found[0], asked_by)
    if not pieces:
        raise NoSubjectDataError(
            "Nothing is held here about anybody of this name. Try the family's id and the person's, such as V2/robin."
        )
    read = [
        ("record", record.id) for record in workspace.records.all() if asked.is_named(record.subject, record.subject_id)
    ]
    return _everything(workspace, worker, WORKER, (pieces, read), asked_by, own=asked.is_named(workspace.me, OWNER_ID))


def _people(families: list[Family], who: str) -> list[tuple[Family, Person]]:
    """Everybody in *families* who is meant by *who*."""
    family_id, slash, person_id = who.strip().partition("/")
    if slash:
        chosen = [family for family in families if family.id == family_id]
        return [(family, person) for family in chosen if (person := family.find(person_id)) is not None]
    return [(family, person) for family in families for person in family.named(who)]


def _about_person(workspace: Workspace, family: Family, person: Person, asked_by: str) -> SubjectAccessResult:
    reader = Requester(family, person)
    pieces = list(in_family(reader))
    read: list[tuple[str, str]] = [("family", family.id)]
    about = (
        session
        for session in workspace.sessions.all()
        if session.family_id == family.id or family.id in session.families
    )
    sessions = {session.id: session for session in sorted(about, key=lambda session: session.started, reverse=True)}
    seen: set[str] = set()
    items: list[SubjectAccessItem] = []
    for session in sessions.values():  # the newest first: what goes on is told once, as it stands
        read.append(("session", session.id))
        items += in_session(session, workspace.formats.of(session), reader, asked_by=asked_by, seen=seen)
    pieces += without_repeated_words(items)
    came = workspace.received.find(family.id)
    if came is not None:
        read.append(("received", family.id))
        pieces += in_received_work(reversed(came.batches), reader, asked_by=asked_by, seen=seen)
    owners = {summary.id: summary.family_id for summary in workspace.summaries.as_written()}
    for record in workspace.records.all():
        if record.session_id in sessions or family_of_record(record, owners) == family.id:
            own = is_own(record, person.id)
            read.append(("record", record.id))
            pieces += in_record(record, reader, own=own, asked_by=asked_by)
    pieces += in_step_log(workspace, reader, asked_by=asked_by)
    pieces += _elsewhere(workspace, reader)
    return _everything(workspace, str(person.name), f"{family.id}/{person.id}", (pieces, read), asked_by)


def _elsewhere(workspace: Workspace, reader: Requester) -> Iterator[SubjectAccessItem]:
    """Documents of every other kind that bear the family's id, or name it in their data, and name the person."""
    family, person = reader.family, reader.person
    for kind in workspace.vault.documents.kinds():
        for heading in workspace.vault.documents.headings(kind) if kind not in _READ_ELSEWHERE else ():
            lines = list(leaf_values(json.loads(workspace.vault.documents.get(kind, heading.id).body)))
            values = {value for _, value in lines}
            if heading.id != family.id and family.id not in values:
                continue
            about = [
                (way, value) for way, value in lines if person.id in {value, *way.split(" · ")} or reader.names(value)
            ]
            if about:
                listed = [_line(way, value, family) for way, value in about]
                words = PLACES if kind == "layout" else "\n".join(dict.fromkeys(listed))
                where = f"{DOCUMENTS.get(kind, kind)} ({heading.id})"
                ground = Ground.SERIOUS_HARM if reader.may_harm and kind != "layout" else Ground.NONE
                yield reader.piece(SubjectAccessItem(Destination.FAMILY_WORK, where, words, (), ground))


def _line(way: str, value: str, family: Family) -> str:
    """One value of a document with what it is called."""
    label, text = label_of(way.rpartition(" · ")[2]), value_in_words(value, family)
    return f"{label}: {text}" if label and not label.isdigit() else text


def _about_worker(workspace: Workspace, worker: worker_sources.Worker) -> Iterator[SubjectAccessItem]:
    yield from worker_sources.in_worker_records(workspace, worker)
    yield from worker_sources.in_sessions(workspace, worker)
    yield from worker_sources.in_step_log(workspace, worker)
    yield from worker_sources.in_other_documents(workspace, worker)
    yield from worker_sources.in_private(workspace, worker)


def _everything(
    workspace: Workspace,
    name: str,
    reference: str,
    pieces_and_places: tuple[list[SubjectAccessItem], list[tuple[str, str]]],
    asked_by: str,
    *,
    own: bool = False,
) -> SubjectAccessResult:
    """All of it, in the order of the destinations, with what the search did not read and could not reach."""
    pieces, read = pieces_and_places
    order = list(Destination)
    unique = sorted(dict.fromkeys(pieces), key=lambda piece: order.index(piece.destination))
    private = sum(
        bool(workspace.vault.documents.version(PRIVATE, heading.id)) for heading in workspace.sessions.headings()
    )
    return SubjectAccessResult(
        name=name,
        reference=reference,
        on=workspace.today(),
        pieces=tuple(unique),
        asked_by=asked_by,
        private=0 if own else private,
        versions=sum(max(0, len(workspace.vault.documents.history(kind, ident)) - 1) for kind, ident in read),
        copies=len(dated_backups(workspace.vault.folder)),
    )
