"""Taking a parcel in: opened, read with care, shown, and only then kept; neither side's words are ever lost.

What grew from the text that stands here follows it; what did not is kept beside it for a person to look at both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from supervision_tui.days import moment_in_words
from supervision_tui.family import Family
from supervision_tui.parcels import (
    LARGEST,
    Contact,
    ParcelContents,
    ParcelError,
    ParcelTooLargeError,
    fingerprint,
    open_sealed,
    read_contents,
)
from supervision_tui.records import Record
from supervision_tui.session import Action, Hypothesis
from supervision_tui.text import Line
from supervision_tui.workspace.exchange.comparing import IncomingText, Taken, compare_texts, local_document
from supervision_tui.workspace.exchange.making import ANSWER, LET_GO
from supervision_tui.workspace.notebook import FROM_A_PARCEL
from supervision_tui.workspace.store import Exchange, LetGoRequest, ReceivedBatch, StepNote

if TYPE_CHECKING:
    from supervision_tui.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ParcelPreview:
    """A parcel that was opened and can be taken in; nothing is kept yet.

    Attributes:
        contact: who made it.
        contents: what it holds.
        family_id: the id that its family has, or will have, in this notebook.
        is_new: whether the family is new here.
        texts: what can be taken in.
        refused: a line for each thing that is not taken in, and why.
        requests: what the contact asks to let go here.
        answers: what became there of what was asked from here, a line each.
        taken: when the very same parcel was taken in before; None where it was not.
    """

    contact: Contact
    contents: ParcelContents
    family_id: str
    is_new: bool
    texts: tuple[IncomingText, ...]
    refused: tuple[str, ...]
    requests: tuple[LetGoRequest, ...]
    answers: tuple[str, ...]
    taken: datetime | None = None

    @property
    def taken_before(self) -> str:
        """A sentence where the very same parcel was taken in before, else ""."""
        return f"You took this parcel in on {moment_in_words(self.taken.astimezone())}." if self.taken else ""

    @property
    def sender(self) -> str:
        """Who made it and when, as it is shown beside every text: by that notebook's clock."""
        return f"{self.contact.name}, by their clock {moment_in_words(self.contents.made.astimezone())}"

    def of(self, relation: Taken) -> list[IncomingText]:
        """The texts that stand so to what is here."""
        return [text for text in self.texts if text.relation == relation]


def preview_parcel(workspace: Workspace, path: Path, *, as_family: str = "") -> ParcelPreview:
    """Open the parcel in the file at *path* and show what taking it in would do; nothing is kept.

    *as_family* is the id of a family here that a person says is the same one; without it a family that was never
    exchanged comes in as a new one, whatever it is called.

    Raises:
        ParcelError: it cannot be taken in; says why.
        OSError: the file cannot be read.
    """
    contact, words = open_sealed(_read(path), workspace.contacts.all())
    contents = read_contents(words)
    known = workspace.exchanges.family_called(contents.subject)
    if as_family and known and known != as_family:
        raise ParcelError(
            f"This family is {known} in this notebook already, so it cannot be {as_family} as well. "
            "Nothing was taken in."
        )
    if as_family and workspace.families.find(as_family) is None:
        raise ParcelError(f"There is no family called '{as_family}' here. Nothing was taken in.")
    family_id = known or as_family
    is_new = not family_id or workspace.families.find(family_id) is None
    family_id = family_id or _free_id(workspace, contents.reference)
    texts, refused = compare_texts(workspace, contents, contact, family_id)
    if not any(text.shared.kind == "family" for text in texts) and is_new:
        raise ParcelError("This parcel is about a family that is not here, and does not hold it. Nothing was taken in.")
    return ParcelPreview(
        contact=contact,
        contents=contents,
        family_id=family_id,
        is_new=is_new,
        texts=tuple(texts),
        refused=tuple(refused),
        requests=tuple(_requests(workspace, contents, contact, family_id)),
        answers=tuple(str(Line(item.text)) for item in contents.items if item.kind == ANSWER),
        taken=exchange.taken.get(_mark(contents)) if (exchange := workspace.exchanges.find(family_id)) else None,
    )


def take_parcel(workspace: Workspace, parcel: ParcelPreview) -> list[str]:
    """Take in what was shown; what was done, a sentence each. Taking in the same parcel again changes nothing.

    What was written here since it was shown counts: each text is compared once more with what stands here now.

    Raises:
        VaultError: the disk refused; what came before it is kept, and the parcel can be taken in again.
    """
    exchange = workspace.exchanges.find(parcel.family_id) or Exchange(shared_id=parcel.contents.subject)
    workspace.exchanges.put(exchange, parcel.family_id)
    parcel = replace(
        parcel, texts=tuple(compare_texts(workspace, parcel.contents, parcel.contact, parcel.family_id)[0])
    )
    author = f"{FROM_A_PARCEL}{parcel.sender}"
    for text in parcel.texts:
        if isinstance(text.shared.model, Family | Record):
            _take_document(workspace, parcel.family_id, text, author)
        if text.relation == "older" or text.local_id != text.shared.id:
            continue  # what stands beside under an id of its own is no version of what it stands beside
        grown = (*text.item.grew_from, fingerprint(*text.key, text.shared.text))
        beside = text.relation in {"differs", "waits"} and text.shared.kind in {"family", "record"}
        exchange = exchange.with_beside(text.key, grown) if beside else exchange.with_known(text.key, grown)
    batch = _batch(workspace, parcel)
    if batch.anything:
        workspace.received.add(parcel.family_id, batch, author)
    for request in parcel.requests:
        exchange = exchange.with_request(request)
        _propose(workspace, request)
    exchange = exchange.with_taken(_mark(parcel.contents), workspace.sessions.now())
    workspace.exchanges.put(exchange, parcel.family_id)
    return list(_sentences(parcel))


def _mark(contents: ParcelContents) -> str:
    """What tells one parcel from every other, whatever its file is called."""
    return fingerprint("parcel", contents.subject, contents.model_dump_json())


def _read(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise ParcelTooLargeError("This file is larger than any parcel. Nothing was taken in.")
    return path.read_bytes()


def _free_id(workspace: Workspace, reference: str) -> str:
    """The sender's reference where it is free here and can be an id, otherwise the next free one."""
    taken = {heading.id for heading in workspace.families.headings()}
    try:
        wanted = Family(id=reference, title=Line("-")).id
    except ValidationError:
        wanted = ""
    if wanted and wanted not in taken:
        return wanted
    return next(f"F{number}" for number in count(1) if f"F{number}" not in taken)


def _take_document(workspace: Workspace, family_id: str, text: IncomingText, author: str) -> None:
    local = local_document(workspace, text.shared, family_id)
    if isinstance(local, Family):
        workspace.families.find(family_id)
        if text.relation == "differs":
            workspace.families.keep_beside(local, family_id, author=author)
        elif text.relation in {"new", "follows"}:
            workspace.families.put(local, family_id, author=author)
    elif isinstance(local, Record):
        workspace.records.find(local.id)
        if text.relation == "differs":
            workspace.records.keep_beside(local, local.id, author=author)
        elif text.relation in {"new", "follows"}:
            workspace.records.put(local, local.id, author=author)


def _batch(workspace: Workspace, parcel: ParcelPreview) -> ReceivedBatch:
    """Ideas, steps and notes to be kept; one that differs from what is here stands beside it, under its own id."""
    actions, hypotheses, notes = list[Action](), list[Hypothesis](), list[StepNote]()
    for text in parcel.texts:
        model = text.shared.model
        if text.relation in {"same", "older"}:
            continue
        notes += text.new_notes
        if isinstance(model, Action):
            actions.append(model.model_copy(update={"id": text.local_id}))
        elif isinstance(model, Hypothesis):
            hypotheses.append(model.model_copy(update={"id": text.local_id}))
    return ReceivedBatch(
        sender=parcel.contact.name,
        at=workspace.sessions.now(),
        actions=tuple(actions),
        hypotheses=tuple(hypotheses),
        notes=tuple(notes),
    )


def _requests(
    workspace: Workspace, contents: ParcelContents, contact: Contact, family_id: str
) -> Iterable[LetGoRequest]:
    """What the contact asks to let go here, of what is here; ideas and steps go with the family."""
    for item in contents.items:
        kind, _, reason = item.text.partition(" ")
        ident = family_id if kind == "family" else item.id
        if item.kind == LET_GO and kind in {"family", "record"} and workspace.vault.documents.version(kind, ident):
            yield LetGoRequest(
                contact=contact.id,
                name=contact.name,
                kind=kind,
                id=ident,
                reason=Line(reason),
                at=workspace.sessions.now(),
            )


def _propose(workspace: Workspace, request: LetGoRequest) -> None:
    """Put a request among what should go; a hold stays, and a person decides."""
    why = f"{request.name} asks to let it go: {request.reason}"
    workspace.vault.documents.set_due(
        request.kind, request.id, workspace.today(), author=str(workspace.author), why=why
    )


_BECAME: dict[Taken, str] = {
    "new": "came in new",
    "follows": "followed what stood here; what stood before is in the history",
    "differs": (
        "differ from what is here, and both are kept: families and records wait for you to look at both, ideas and "
        "steps stand side by side"
    ),
    "waits": "waited beside yours already",
    "same": "were here already, word for word",
    "older": "came in an earlier form that was here before; what stands here was written since, and stays",
}


def _sentences(parcel: ParcelPreview) -> Iterable[str]:
    where = "as a new family" if parcel.is_new else "into the family that is here"
    yield f"Taken in from {parcel.sender}, {where}: {parcel.family_id}."
    if parcel.taken_before:
        yield parcel.taken_before
    for relation, words in _BECAME.items():
        if number := len(parcel.of(relation)):
            yield f"{number} {words}."
    for request in parcel.requests:
        yield f"{request.name} asks to let a {request.kind} go ({request.reason}): you find it under what should go."
    for answer in parcel.answers:
        yield f"{parcel.contact.name} answers what you asked to let go: {answer}."
    for line in parcel.refused:
        yield f"Not taken in: {line}"
