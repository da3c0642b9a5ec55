"""What lists need of every session, without taking each apart: next steps, ideas, when it was, whom it was about.

A session is read again only when its version changed. Five hundred of them take about an eighth of a second the first
time; nothing is written, so what is deleted is gone from here as well.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from supervision_tui.gc_pause import gc_paused
from supervision_tui.people import Directory
from supervision_tui.practice import Destination
from supervision_tui.session import Action, Hypothesis, Seat, SessionStatus
from supervision_tui.session.carry_over import HOW_IT_WENT, StepOutcome, outcomes_of
from supervision_tui.session.present_names import with_present_names
from supervision_tui.text import Line, SafeText
from supervision_tui.vault import Vault

LeanT = TypeVar("LeanT", bound=BaseModel)
AT_ONCE = 100
"""Documents whose words are held at one time while they are read."""


@dataclass(frozen=True, slots=True, repr=False)
class EntryExcerpt:
    """What tells of an entry what became of an earlier step, or a number on a scale; its other words stay unread."""

    field: str
    destination: Destination = Destination.NONE
    child: str | None = None
    parts: dict[str, SafeText] = dataclasses.field(default_factory=dict)


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

    @field_validator("entries")
    @classmethod
    def _of_use(cls, entries: tuple[EntryExcerpt, ...]) -> tuple[EntryExcerpt, ...]:
        """Most entries are words alone, of which no list tells anything."""
        return tuple([entry for entry in entries if entry.parts or entry.field == HOW_IT_WENT])

    @cached_property
    def outcomes(self) -> Mapping[str, StepOutcome]:
        """What it says of earlier steps, by the steps' ids."""
        return {step: replace(outcome, on=self.day) for step, outcome in outcomes_of(self.entries).items()}

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
        self._versions: dict[str, int] = {}
        self._kept: dict[str, LeanT] = {}
        self._line: tuple[int, str] | None = None

    def all(self) -> list[LeanT]:
        """Every document that this program can read, the one that was saved last first."""
        return list(self.by_id().values())

    def by_id(self) -> Mapping[str, LeanT]:
        """The same, by their ids; the same mapping as long as no document has changed."""
        line = self._vault.documents.newest_line()
        if line != self._line:
            self._look()
            self._line = line
        return self._kept

    def _look(self) -> None:
        """Read what changed since the last look."""
        versions = {heading.id: heading.version for heading in self._vault.documents.headings(self._kind)}
        before = self._kept
        changed = [ident for ident, version in versions.items() if self._versions.get(ident) != version]
        fresh = self._read(changed) if changed else {}
        known = before | fresh
        self._kept = {ident: known[ident] for ident in versions if ident in known}
        self._versions = {ident: version for ident, version in versions.items() if ident in self._kept}

    def _read(self, changed: Sequence[str]) -> dict[str, LeanT]:
        """The documents of these ids."""
        fresh: dict[str, LeanT] = {}
        with gc_paused():
            for start in range(0, len(changed), AT_ONCE):
                for ident, (_, body) in self._vault.documents.bodies(
                    self._kind, changed[start : start + AT_ONCE]
                ).items():
                    with suppress(ValidationError):  # a newer program wrote it: opening it says so
                        fresh[ident] = self._model.model_validate_json(body)
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
        self._in_order: list[SessionSummary] = []
        self._of: Mapping[str, SessionSummary] = {}

    def all(self) -> list[SessionSummary]:
        """Every session, the one that began last first, with people named as they are called now."""
        directory, lean = self._directory(), self._lean.by_id()
        if lean is not self._of or directory is not self._named_by:
            before = self._named if self._named_by is directory else {}
            named = {}
            for ident, written in lean.items():
                known = before.get(ident)
                if known is None or known[0] is not written:
                    known = written, with_present_names(written, directory)
                named[ident] = known
            self._in_order = _newest_first(shown for _, shown in named.values())
            self._named, self._named_by, self._of = named, directory, lean
        return list(self._in_order)

    def as_written(self) -> list[SessionSummary]:
        """Every session, the one that began last first, with the names as they were written."""
        return _newest_first(self._lean.all())

    def families(self) -> dict[str, str | None]:
        """Which family each session is about, by the ids of both; ``None`` for a session about none."""
        return {ident: summary.family_id for ident, summary in self._lean.by_id().items()}


def _newest_first(summaries: Iterable[SessionSummary]) -> list[SessionSummary]:
    return sorted(summaries, key=lambda summary: summary.started, reverse=True)
