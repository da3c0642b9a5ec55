"""What was exchanged about a family with other notebooks, and the ideas and steps that came from there."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict

from supervision_tui.parcels import MOST_BEFORE
from supervision_tui.people import NOBODY, Directory
from supervision_tui.session import Action, Hypothesis, SessionStatus
from supervision_tui.text import Line
from supervision_tui.workspace.store.repository import Repository, Store
from supervision_tui.workspace.store.search import words_of_work
from supervision_tui.workspace.store.session_index import DocumentIndex, EntryExcerpt, SessionSummary
from supervision_tui.workspace.store.step_log import StepNote, outcome_entry

ItemKey = tuple[str, str]
"""Kind and id of something in a parcel."""


class LetGoRequest(BaseModel):
    """A contact's request that a document should go here too: a person decides."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    contact: str
    name: Line
    kind: str
    id: str
    reason: Line
    at: datetime


class Exchange(BaseModel):
    """What is known about one family's texts in other notebooks.

    *shared_id* names the family between notebooks, whatever each calls it. *known* are fingerprints of the versions of
    each text that left or came, *beside* those of texts that wait beside what stands here; both by "kind id". *taken*
    says of each parcel that came, by its fingerprint, when it was taken in first.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    shared_id: str
    known: dict[str, tuple[str, ...]] = {}
    beside: dict[str, tuple[str, ...]] = {}
    requests: tuple[LetGoRequest, ...] = ()
    taken: dict[str, datetime] = {}

    @classmethod
    def new(cls) -> Self:
        """Nothing was exchanged yet: the family is given the id that it keeps between notebooks."""
        return cls(shared_id=f"family-{secrets.token_hex(8)}")

    def versions(self, key: ItemKey) -> tuple[str, ...]:
        """Fingerprints of every version of a text that somebody else has or had, oldest first."""
        return self.known.get(_name(key), ())

    def with_known(self, key: ItemKey, fingerprints: Iterable[str]) -> Self:
        """The same, with further versions of a text that others have."""
        return self.model_copy(update={"known": _added(self.known, key, fingerprints)})

    def with_beside(self, key: ItemKey, fingerprints: Iterable[str]) -> Self:
        """The same, with versions of a text that wait beside the one that stands until somebody has looked at both."""
        return self.model_copy(update={"beside": _added(self.beside, key, fingerprints)})

    def with_resolved(self, waiting: Collection[ItemKey]) -> Self:
        """The same, with what waited beside and waits no longer counted among the versions that are known."""
        still = {_name(key) for key in waiting}
        known = dict(self.known)
        for name, fingerprints in self.beside.items():
            if name not in still:
                known[name] = _last((*known.get(name, ()), *fingerprints))
        beside = {name: fingerprints for name, fingerprints in self.beside.items() if name in still}
        return self.model_copy(update={"known": known, "beside": beside})

    def with_taken(self, parcel: str, at: datetime) -> Self:
        """The same, with a parcel that was taken in; the first time counts."""
        newest = list({**self.taken, parcel: self.taken.get(parcel, at)}.items())[-MOST_BEFORE:]
        return self.model_copy(update={"taken": dict(newest)})

    def with_request(self, request: LetGoRequest) -> Self:
        """The same, with a request that came in; asked twice, it stands once."""
        others = (old for old in self.requests if (old.contact, old.kind, old.id) != _asked(request))
        return self.model_copy(update={"requests": (*others, request)})


class Exchanges(Repository[Exchange]):
    """What was exchanged, each under the id that the family has in this notebook."""

    kind: ClassVar[str] = "exchange"
    model = Exchange

    def get_or_start(self, family_id: str) -> Exchange:
        """What was exchanged about a family; where nothing was, the id that it keeps between notebooks is made now.

        Raises:
            VaultError: it could not be kept.
        """
        found = self.find(family_id)
        if found is None:
            found = Exchange.new()
            self.put(found, family_id)
        return found

    def family_called(self, shared_id: str) -> str:
        """The id in this notebook of the family that is called *shared_id* between notebooks, or ""."""
        for heading in self.headings():
            exchange = self.find(heading.id)
            if exchange is not None and exchange.shared_id == shared_id:
                return heading.id
        return ""


class ReceivedBatch(BaseModel):
    """Ideas, steps and *notes* about steps that came with one parcel, *at* a time by this computer's clock.

    *sender* is whom it came from, by name.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    sender: Line
    at: datetime
    actions: tuple[Action, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    notes: tuple[StepNote, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether anything is in it."""
        return bool(self.actions or self.hypotheses or self.notes)


class ReceivedWork(BaseModel):
    """Every idea and step about one family that came from other notebooks, parcel by parcel."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    batches: tuple[ReceivedBatch, ...] = ()


class Received(Repository[ReceivedWork]):
    """What came from other notebooks, under the family's id."""

    kind: ClassVar[str] = "received"
    model = ReceivedWork

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._index = DocumentIndex(store.vault, self.kind, ReceivedWork)

    def title_of(self, document: ReceivedWork) -> str:
        """From whom it came."""
        return f"Ideas and steps from {', '.join(dict.fromkeys(batch.sender for batch in document.batches))}"

    def words_of(self, document: ReceivedWork) -> str:
        """The ideas and steps, as those of a session are found."""
        return "\n".join(text for batch in document.batches for text in _words_of(batch))

    def add(self, family_id: str, batch: ReceivedBatch, author: str) -> None:
        """Keep what came with one parcel.

        Raises:
            VaultError: it could not be kept.
        """
        before = self.find(family_id) or ReceivedWork()
        self.put(ReceivedWork(batches=(*before.batches, batch)), family_id, author=author)

    def notes(self, family_id: str) -> Iterator[tuple[Line, StepNote]]:
        """Everything that was noted about steps of that family in other notebooks, with whom it came from."""
        for batch in self._index.by_id().get(family_id, ReceivedWork()).batches:
            for note in batch.notes:
                yield batch.sender, note

    def summaries(self, directory: Directory = NOBODY) -> list[SessionSummary]:
        """Each batch as lists of steps and ideas take it: like a closed session in which they were written.

        What was noted about a step counts by when it was noted, as if in a session of its own, and never later than it
        came: a clock that is wrong elsewhere overrides nothing that was noted here since.
        An owner of whom the name is that of somebody in the *directory* here may be another: it says from whom it came.
        """
        found = []
        for family_id, work in self._index.by_id().items():
            for number, batch in enumerate(work.batches, 1):
                steps = tuple(_owner_told_apart(step, batch.sender, directory) for step in batch.actions)
                ident = f"received-{family_id}-{number}"
                for index, note in enumerate(note for note in batch.notes if note.state != "open"):
                    entry = outcome_entry(note.step, note.state, note.why)
                    moment = min(note.at, batch.at)
                    found.append(_summary(f"{ident}-{index}", family_id, moment, entries=(entry,)))
                found.append(_summary(ident, family_id, batch.at, actions=steps, hypotheses=batch.hypotheses))
        return found


def _summary(
    ident: str,
    family_id: str,
    moment: datetime,
    *,
    entries: tuple[EntryExcerpt, ...] = (),
    actions: tuple[Action, ...] = (),
    hypotheses: tuple[Hypothesis, ...] = (),
) -> SessionSummary:
    return SessionSummary(
        id=ident,
        template_id="",
        status=SessionStatus.CLOSED,
        started=moment,
        ended=moment,
        family_id=family_id,
        family_ref=Line(family_id),
        entries=entries,
        actions=actions,
        hypotheses=hypotheses,
    )


def _words_of(batch: ReceivedBatch) -> Iterator[str]:
    yield from words_of_work(batch.hypotheses, batch.actions)
    yield from (str(note.why) for note in batch.notes if note.why)


def _owner_told_apart(step: Action, sender: str, directory: Directory) -> Action:
    """*step* from another notebook; its owner is nobody of this one without being asked."""
    known = bool(directory.ids_for(step.owner))
    owner = Line(f"{step.owner} (from {sender})") if known else step.owner
    return step.model_copy(update={"owner": owner, "owner_id": ""})


def _name(key: ItemKey) -> str:
    return " ".join(key)


def _asked(request: LetGoRequest) -> tuple[str, str, str]:
    return request.contact, request.kind, request.id


def _added(before: dict[str, tuple[str, ...]], key: ItemKey, fingerprints: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return before | {_name(key): _last((*before.get(_name(key), ()), *fingerprints))}


def _last(fingerprints: Iterable[str]) -> tuple[str, ...]:
    """Each once, the ones that came last; no more than a parcel may name."""
    newest_first = dict.fromkeys(reversed(tuple(fingerprints)))
    return tuple(reversed(tuple(newest_first)[:MOST_BEFORE]))
