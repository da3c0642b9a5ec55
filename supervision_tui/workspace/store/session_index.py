"""What lists need of every session, without taking each apart: next steps, ideas, when it was, whom it was about.

A session is read again only when its version changed. Five hundred of them take about an eighth of a second the first
time; nothing is written, so what is deleted is gone from here as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from supervision_tui.family import Event, HiddenFact, Household
from supervision_tui.family.views import HiddenContent
from supervision_tui.gc_pause import gc_paused
from supervision_tui.people import Directory
from supervision_tui.practice import Destination
from supervision_tui.session import Action, Hypothesis, Seat, SessionStatus
from supervision_tui.session.present_names import with_present_names
from supervision_tui.text import Line, SafeText
from supervision_tui.vault import Vault

LeanT = TypeVar("LeanT", bound=BaseModel)


class EntryExcerpt(BaseModel):
    """What tells of an entry what became of an earlier step, or a number on a scale; its other words stay unread."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    field: str
    destination: Destination = Destination.NONE
    child: str | None = None
    parts: dict[str, SafeText] = {}


class SessionSummary(BaseModel):
    """A session, as far as lists need it."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

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
    entries: tuple[EntryExcerpt, ...] = ()
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

    @property
    def is_session(self) -> bool:
        """Whether it was a session at all, and not what came with a parcel."""
        return bool(self.template_id)


class DocumentIndex(Generic[LeanT]):
    """Documents of one kind as a *model* that takes only what lists need; read again only when their version changed.

    Args:
        vault: where they are.
        kind: their kind.
        model: what is taken of each.
    """

    def __init__(self, vault: Vault, kind: str, model: type[LeanT]) -> None:
        self._vault = vault
        self._kind = kind
        self._model = model
        self._kept: dict[str, tuple[int, LeanT]] = {}

    def all(self) -> list[LeanT]:
        """Every document that this program can read, the one that was saved last first."""
        return list(self.by_id().values())

    def by_id(self) -> dict[str, LeanT]:
        """The same, by their ids."""
        versions = {heading.id: heading.version for heading in self._vault.documents.headings(self._kind)}
        before = self._kept
        changed = [session_id for session_id, version in versions.items() if before.get(session_id, (0,))[0] != version]
        fresh = self._read(changed) if changed else {}
        self._kept = summaries = {
            session_id: fresh.get(session_id) or before[session_id]
            for session_id in versions
            if session_id in fresh or session_id in before
        }
        return {ident: lean for ident, (_, lean) in summaries.items()}

    def _read(self, changed: Sequence[str]) -> dict[str, tuple[int, LeanT]]:
        """The documents of these ids, with their versions."""
        fresh: dict[str, tuple[int, LeanT]] = {}
        with gc_paused():
            for ident, (version, body) in self._vault.documents.bodies(self._kind, changed).items():
                with suppress(ValidationError):  # a newer program wrote it: opening it says so
                    fresh[ident] = (version, self._model.model_validate_json(body))
        return fresh


class SessionIndex:
    """The summaries of every session in a vault.

    Args:
        vault: where the sessions are.
        directory: gives who is who now.
    """

    def __init__(self, vault: Vault, directory: Callable[[], Directory]) -> None:
        self._lean = DocumentIndex(vault, "session", SessionSummary)
        self._directory = directory
        self._named_by: Directory | None = None
        self._named: dict[str, tuple[SessionSummary, SessionSummary]] = {}

    def all(self) -> list[SessionSummary]:
        """Every session, the one that began last first, with people named as they are called now."""
        directory = self._directory()
        before = self._named if self._named_by is directory else {}
        named = {}
        for written in self._lean.all():
            known = before.get(written.id)
            if known is None or known[0] is not written:
                known = written, with_present_names(written, directory)
            named[written.id] = known
        self._named, self._named_by = named, directory
        return _newest_first(shown for _, shown in named.values())

    def as_written(self) -> list[SessionSummary]:
        """Every session, the one that began last first, with the names as they were written."""
        return _newest_first(self._lean.all())

    def families(self) -> dict[str, str | None]:
        """Which family each session is about, by the ids of both; ``None`` for a session about none."""
        return {ident: summary.family_id for ident, summary in self._lean.by_id().items()}


def _newest_first(summaries: Iterable[SessionSummary]) -> list[SessionSummary]:
    return sorted(summaries, key=lambda summary: summary.started, reverse=True)


class PersonName(BaseModel):
    """Somebody in a family, by name, and whether anybody must not learn of them."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    id: str = ""
    name: Line
    called: Line = Line()
    secret: bool = False
    hidden_from: tuple[str, ...] = ()


class FamilyOutline(BaseModel):
    """A family, as far as lists need it: who is in it, what happened when, and what of it is kept from somebody."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    id: str
    title: Line
    persons: tuple[PersonName, ...] = ()
    events: tuple[Event, ...] = ()
    hidden_facts: tuple[HiddenFact, ...] = ()
    households: tuple[Household, ...] = ()

    @property
    def visible_people(self) -> tuple[PersonName, ...]:
        """Everybody in it whom a list that anybody may see can name."""
        return tuple(person for person in self.persons if not (person.secret or person.hidden_from))

    @cached_property
    def hidden(self) -> HiddenContent:
        """What is kept from somebody, so that no list tells it."""
        return HiddenContent(self.persons, self.events, self.hidden_facts, self.households)


class FamilyOutlines(DocumentIndex[FamilyOutline]):
    """Every family in a vault, as far as lists need it.

    Args:
        vault: where they are.
    """

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault, "family", FamilyOutline)
