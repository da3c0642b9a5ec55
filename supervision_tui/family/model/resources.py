"""The world round the family: services, places, people (ecomap, Hartman 1978; contextual safeguarding, Firmin 2017)."""

from datetime import date
from typing import Literal

from supervision_tui.family.dates import NO_DATE, DateField, PartialDate
from supervision_tui.family.dates.span import moved
from supervision_tui.family.model.base import FrozenModel, Id, Part
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, LineField, TextField

ResourceKind = Literal[
    "service", "health", "school", "place", "online", "peer_group", "work", "faith", "transport", "legal", "police",
    "community", "money", "housing", "friend", "person", "other",
]  # fmt: skip

FORMAL: frozenset[ResourceKind] = frozenset({"service", "health", "school", "legal", "police", "housing"})
"""Kinds that are agencies, whose people come because it is their work."""

Strength = Literal["strong", "moderate", "ordinary", "tenuous", "stressful", "broken"]
Direction = Literal["", "to", "from", "both"]
SafetyLevel = Literal["", "high", "mixed", "low"]


class ResourceLink(FrozenModel):
    """A line between a person and a resource; *direction* is the flow of energy as the person feels it."""

    person: Id
    strength: Strength = "ordinary"
    direction: Direction = ""
    frequency: LineField = EMPTY_LINE
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    note: TextField = EMPTY_TEXT


class Resource(Part):
    """A service, place or other part of the world round the family; kind ``person`` is somebody outside it.

    *safety* is in words (``low after 9 pm``), *safety_level* the same in one. *may_be_named* says whether a question to
    the family or a child may name it; not said, it may, and may not where harm is flagged. *workers_changed* holds when
    the worker there changed.
    """

    kind: ResourceKind
    name: LineField
    safety: LineField = EMPTY_LINE
    safety_level: SafetyLevel = ""
    may_be_named: bool | None = None
    importance: Literal[1, 2, 3] = 2
    links: tuple[ResourceLink, ...] = ()
    workers_changed: tuple[PartialDate, ...] = ()
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    note: TextField = EMPTY_TEXT

    @property
    def formal(self) -> bool:
        """Whether it is an agency."""
        return self.kind in FORMAL

    def worker_changes(self, today: date) -> tuple[PartialDate, ...]:
        """When the worker there changed in the year before *today*, the oldest first."""
        first = moved(today, -12)
        within = [when for when in self.workers_changed if when.latest >= first and when.maybe_by(today)]
        return tuple(sorted(within, key=lambda when: when.earliest))
