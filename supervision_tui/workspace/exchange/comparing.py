"""How the texts of a parcel stand to what is in this notebook; each is read with care, and nothing is kept here.

What grew from the text that stands follows it; what did not differs, and whoever takes it in keeps both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from supervision_tui.family import Family
from supervision_tui.parcels import Contact, ParcelContents, ParcelItem, fingerprint, relation_of
from supervision_tui.records import Record
from supervision_tui.session import Action, Hypothesis
from supervision_tui.text import Line
from supervision_tui.workspace.exchange.making import ANSWER, LET_GO
from supervision_tui.workspace.exchange.shared_texts import (
    RECORDS,
    SHARED,
    SharedModel,
    SharedText,
    family_text,
    idea_text,
    idea_texts,
    local_family,
    local_record,
    record_text,
    same_words,
    step_history_text,
    step_notes,
    step_text,
    step_texts,
    waiting_texts,
)
from supervision_tui.workspace.notebook import TextDifference, differences
from supervision_tui.workspace.store import Exchange, ItemKey, StepHistory, StepNote

if TYPE_CHECKING:
    from supervision_tui.workspace.workspace import Workspace

Taken = Literal["new", "same", "follows", "differs", "waits", "older"]
"""How something in a parcel stands to what is here.

*waits* is the same text that waits beside already; *older* an earlier version of what is here, seen here before.
"""
_BESIDE = "~"
"""Joins the id of an idea or a step and what tells it from the one that it stands beside."""


@dataclass(frozen=True, slots=True)
class IncomingText:
    """One text of a parcel: how it stands to what is here, and in which parts the two differ.

    *local_id* is the id that an idea, a step or what was noted about one has here, or will have.
    """

    shared: SharedText
    item: ParcelItem
    relation: Taken
    local_id: str
    differences: tuple[TextDifference, ...] = ()
    new_notes: tuple[StepNote, ...] = ()

    @property
    def key(self) -> ItemKey:
        """Kind and id between notebooks."""
        return self.shared.kind, self.shared.id


def compare_texts(
    workspace: Workspace, contents: ParcelContents, contact: Contact, family_id: str
) -> tuple[list[IncomingText], list[str]]:
    """Every text of a parcel of *contact*'s with how it stands to what is here; a line for each that is refused."""
    standing = _Standing(workspace, contents.subject, contact, family_id)
    found, refused, seen = list[IncomingText](), list[str](), set[ItemKey]()
    for item in sorted(contents.items, key=lambda item: item.kind == "step-history"):  # after the steps
        if item.kind in {LET_GO, ANSWER}:
            continue
        try:
            shared = _shared(item, contents.subject)
        except ValueError as problem:
            refused.append(str(problem))
            continue
        if (shared.kind, shared.id) in seen:
            continue
        seen.add((shared.kind, shared.id))
        if isinstance(shared.model, StepHistory) and ("step", shared.id) not in seen:
            refused.append("What was noted about a step that is not in the parcel.")
            continue
        found.append(standing.compared(shared, item))
    return found, refused


def _shared(item: ParcelItem, subject: str) -> SharedText:
    """What *item* holds, if it may be taken in at all; every word in it is cleaned on the way.

    Raises:
        ValueError: it may not; a sentence that says why.
    """
    if item.kind not in SHARED:
        raise ValueError(f"'{Line(item.kind)}' is nothing that a parcel may bring.")
    called = item.kind.replace("-", " ")
    try:
        model = SHARED[item.kind].model_validate_json(item.text)
    except ValidationError:
        raise ValueError(
            f"A {called} that this version of the program cannot read: ask which version wrote it."
        ) from None
    if any(moment.tzinfo is None for moment in _moments(model.model_dump())):
        raise ValueError(f"A {called} with a time that belongs to no clock: this program writes none such.")
    if model.id != item.id:
        raise ValueError(f"A {called} under the id of another one.")
    return _of_this_subject(model, subject)


def _of_this_subject(model: SharedModel, subject: str) -> SharedText:
    """*model* in its form between notebooks, if a parcel about *subject* may bring it.

    Raises:
        ValueError: it may not; a sentence that says why.
    """
    exchange = Exchange(shared_id=subject)
    if isinstance(model, Family):
        if model.id != subject:
            raise ValueError("Another family than the one that the parcel is about.")
        return family_text(model, exchange)
    if isinstance(model, Hypothesis):
        return idea_text(model)
    if isinstance(model, StepHistory):
        return step_history_text(model)
    if model.destination not in RECORDS:
        called = "step" if isinstance(model, Action) else "record"
        raise ValueError(f"A {called} that belongs to a worker's own record: no parcel may bring one.")
    if isinstance(model, Action):
        return step_text(model)
    if model.family_ref != subject:
        raise ValueError("A record about another family than the one that the parcel is about.")
    return record_text(model, exchange)


def _moments(part: object) -> Iterator[datetime]:
    """Every point in time in *part* of a text."""
    if isinstance(part, datetime):
        yield part
    elif isinstance(part, dict):
        for value in part.values():
            yield from _moments(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _moments(value)


class _Standing:
    """The texts that stand in this notebook, in their form between notebooks."""

    def __init__(self, workspace: Workspace, subject: str, contact: Contact, family_id: str) -> None:
        self._workspace = workspace
        exchange = workspace.exchanges.find(family_id) or Exchange(shared_id=subject)
        self._exchange = exchange.with_resolved(waiting_texts(workspace, exchange, family_id))
        self._beside = f"{_BESIDE}{contact.id[:6]}"
        self._family_id = family_id
        self._ideas = idea_texts(workspace, family_id)
        self._steps = step_texts(workspace, family_id)
        self._notes = set(step_notes(workspace, family_id))
        self._step_ids: dict[str, str] = {}
        self._step_words: dict[str, str] = {}
        self._waiting = {
            (copy.kind, copy.id, copy.body) for copy in workspace.vault.documents.conflicts() if copy.body is not None
        }

    def compared(self, shared: SharedText, item: ParcelItem) -> IncomingText:
        """How a text that came stands to what is here."""
        if isinstance(shared.model, StepHistory):
            return self._compared_history(shared, shared.model, item)
        if shared.kind in {"idea", "step"}:
            return self._compared_work(shared, item)
        standing = self._document(shared)
        relation: Taken = relation_of(self._as_here(shared, item), standing)
        if relation == "differs":
            relation = "waits" if self._waits(shared) else "older" if self._seen_before(shared, item) else relation
        changes = tuple(differences(shared.text, standing)) if standing and relation in {"follows", "differs"} else ()
        return IncomingText(shared, item, relation, shared.id, changes)

    def _as_here(self, shared: SharedText, item: ParcelItem) -> ParcelItem:
        return item.model_copy(update={"text": shared.text, "id": shared.id})

    def _compared_work(self, shared: SharedText, item: ParcelItem) -> IncomingText:
        """An idea or a step: the same, whatever its id here; or it follows what it grew from; or it stands beside."""
        here = {text.id: text for text in (self._ideas if shared.kind == "idea" else self._steps)}
        same_text = next((text.id for text in here.values() if same_words(shared.model, [text.model])), "")
        same_id = here.get(shared.id)
        relation: Taken = relation_of(self._as_here(shared, item), same_id.text if same_id else None)
        local_id, before = shared.id, same_id
        if same_text and relation in {"new", "differs"}:
            relation, local_id = "same", same_text
        elif relation in {"new", "differs"} and (same_id or _BESIDE in shared.id) and self._seen_before(shared, item):
            relation = "older"
        elif relation == "differs":
            grown = [ident for ident in here if self._grew_from(here[ident], shared, item)]
            local_id = grown[0] if grown else self._free_id(shared.id, here)
            relation, before = ("follows", here[grown[0]]) if grown else (relation, same_id)
        if shared.kind == "step":
            self._step_ids[shared.id] = local_id
            self._step_words[shared.id] = shared.title.removeprefix("step: ")
        parts = tuple(differences(shared.text, before.text)) if before and relation in {"follows", "differs"} else ()
        return IncomingText(shared, item, relation, local_id, parts)

    def _seen_before(self, shared: SharedText, item: ParcelItem) -> bool:
        """Whether what came is a version that what stands here grew from, and the sender has had none of ours since.

        A sender who had a later one and went back to this one means it: that is a text of its own.
        """
        ident = shared.id.partition(_BESIDE)[0] if shared.kind in {"idea", "step"} else shared.id
        text = shared.model.model_copy(update={"id": ident}).model_dump_json()
        versions = self._exchange.versions((shared.kind, ident))
        mark = fingerprint(shared.kind, ident, text)
        return mark in versions and not set(versions[versions.index(mark) + 1 :]).intersection(item.grew_from)

    def _grew_from(self, standing: SharedText, shared: SharedText, item: ParcelItem) -> bool:
        """Whether what stands beside under an id of its own is an earlier version of what came."""
        if not standing.id.startswith(f"{shared.id}{_BESIDE}"):
            return False
        as_there = standing.model.model_copy(update={"id": shared.id}).model_dump_json()
        return fingerprint(shared.kind, shared.id, as_there) in item.grew_from

    def _free_id(self, ident: str, here: dict[str, SharedText]) -> str:
        wanted, number = f"{ident}{self._beside}", 1
        while wanted in here:
            number += 1
            wanted = f"{ident}{self._beside}{_BESIDE}{number}"
        return wanted

    def _compared_history(self, shared: SharedText, history: StepHistory, item: ParcelItem) -> IncomingText:
        """What was noted about a step joins what was noted here: nothing of it can be lost."""
        local_id, shared = self._step_ids[shared.id], step_history_text(history, self._step_words[shared.id])
        notes = tuple(note.model_copy(update={"step": local_id}) for note in history.notes)
        fresh = tuple(note for note in dict.fromkeys(notes) if note not in self._notes)
        relation: Taken = "new" if fresh else "same"
        return IncomingText(shared, item, relation, local_id, new_notes=fresh)

    def _document(self, shared: SharedText) -> str | None:
        if shared.kind == "family":
            family = self._workspace.families.find(self._family_id)
            return family_text(family, self._exchange).text if family else None
        record = self._workspace.records.find(shared.id)
        return record_text(record, self._exchange).text if record else None

    def _waits(self, shared: SharedText) -> bool:
        local = local_document(self._workspace, shared, self._family_id)
        return local is not None and (shared.kind, local.id, local.model_dump_json()) in self._waiting


def local_document(workspace: Workspace, shared: SharedText, family_id: str) -> Family | Record | None:
    """A family or record that came, as it is kept here; ``None`` for everything else."""
    if isinstance(shared.model, Family):
        return local_family(shared.model, family_id, workspace.families.find(family_id))
    if isinstance(shared.model, Record):
        return local_record(shared.model, family_id, workspace.records.find(shared.id))
    return None
