"""Who lives with whom, when, and for how many nights; and other groups that are drawn as a ring."""

from datetime import date
from typing import Literal

from pydantic import Field

from supervision_tui.family.dates import NO_DATE, DateField
from supervision_tui.family.model.base import FrozenModel, Id, Part
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, NO_LINES, LineField, LinesField, TextField

HouseholdKind = Literal[
    "home", "kinship_home", "foster_home", "hub_home", "adoptive_home", "childrens_home", "hostel", "refuge",
    "hospital",
    "institution", "prison", "abroad", "unknown", "other",
]  # fmt: skip


class Membership(FrozenModel):
    """One person in one household for a time. *nights* is nights in a fortnight, for a person with two homes."""

    person: Id
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    part_time: bool = False
    nights: int | None = Field(default=None, ge=0, le=14)
    note: TextField = EMPTY_TEXT

    def at(self, day: date) -> bool:
        """Whether it can hold on *day*."""
        return (self.since is None or self.since.maybe_by(day)) and (self.until is None or self.until.latest > day)


class Household(FrozenModel):
    """A home. *address* is never drawn or exported by default; with *safe_to_record* false not even its name is."""

    id: Id
    name: LineField
    kind: HouseholdKind = "home"
    address: LineField = EMPTY_LINE
    members: tuple[Membership, ...] = ()
    safe_to_record: bool = True
    note: TextField = EMPTY_TEXT


class Group(Part):
    """People who belong together otherwise than by living together: a Mockingbird constellation, an alliance.

    In a constellation *hub* cares for the hub home, and each of the other *members* for a satellite home.
    """

    kind: Literal["mockingbird", "alliance", "subsystem", "peer_group", "other"] = "other"
    name: LineField = EMPTY_LINE
    members: tuple[Id, ...] = ()
    hub: Id | None = None
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    note: TextField = EMPTY_TEXT

    def at(self, day: date) -> bool:
        """Whether it can hold on *day*."""
        return (self.since is None or self.since.maybe_by(day)) and (self.until is None or self.until.latest > day)


class Culture(FrozenModel):
    """A culture of origin, with what the family itself calls pride and shame (Hardy and Laszloffy 1995)."""

    id: Id
    name: LineField
    pattern: LineField = EMPTY_LINE
    pride: LinesField = NO_LINES
    shame: LinesField = NO_LINES
    principles: LinesField = NO_LINES
    note: TextField = EMPTY_TEXT
