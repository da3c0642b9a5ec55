"""Who lives with whom, when, and for how many nights; and other groups that are drawn as a ring."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.model.base import FrozenModel, Id, Part
from supervision_tui.text import Line, SafeText

HouseholdKind = Literal[
    "home", "kinship_home", "foster_home", "hub_home", "adoptive_home", "childrens_home", "hostel", "refuge",
    "hospital",
    "institution", "prison", "abroad", "unknown", "other",
]  # fmt: skip


class Membership(FrozenModel):
    """One person in one household for a time. *nights* is nights in a fortnight, for a person with two homes."""

    person: Id
    since: PartialDate | None = None
    until: PartialDate | None = None
    part_time: bool = False
    nights: int | None = Field(default=None, ge=0, le=14)
    note: SafeText = SafeText()

    def at(self, day: date) -> bool:
        """Whether it can hold on *day*."""
        return (self.since is None or self.since.maybe_by(day)) and (self.until is None or self.until.latest > day)


class Household(FrozenModel):
    """A home. *address* is never drawn or exported by default; with *safe_to_record* false not even its name is."""

    id: Id
    name: Line
    kind: HouseholdKind = "home"
    address: Line = Line()
    members: tuple[Membership, ...] = ()
    safe_to_record: bool = True
    note: SafeText = SafeText()


class Group(Part):
    """People who belong together otherwise than by living together: a Mockingbird constellation, an alliance.

    In a constellation *hub* cares for the hub home, and each of the other *members* for a satellite home.
    """

    kind: Literal["mockingbird", "alliance", "subsystem", "peer_group", "other"] = "other"
    name: Line = Line()
    members: tuple[Id, ...] = ()
    hub: Id | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: SafeText = SafeText()

    def at(self, day: date) -> bool:
        """Whether it can hold on *day*."""
        return (self.since is None or self.since.maybe_by(day)) and (self.until is None or self.until.latest > day)


class Culture(FrozenModel):
    """A culture of origin, with what the family itself calls pride and shame (Hardy and Laszloffy 1995)."""

    id: Id
    name: Line
    pattern: Line = Line()
    pride: tuple[Line, ...] = ()
    shame: tuple[Line, ...] = ()
    principles: tuple[Line, ...] = ()
    note: SafeText = SafeText()
