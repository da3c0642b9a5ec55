"""Two people, or one, as a couple or as parents together: how it is, when it began, changed and ended."""

from typing import Annotated, Literal

from pydantic import Field

from supervision_tui.family.dates import NO_DATE, DateField
from supervision_tui.family.model.base import FrozenModel, Id, Part
from supervision_tui.text import EMPTY_TEXT, TextField

UnionKind = Literal[
    "married", "civil_partnership", "cohabiting", "engaged", "committed", "brief", "secret", "forced", "parents_only",
    "unknown",
]  # fmt: skip
Ending = Literal["", "separation", "divorce", "annulment", "death", "lost", "unknown"]
ChangeKind = Literal[
    "met", "engaged", "moved_in", "moved_out", "married", "separated", "divorced", "annulled", "reconciled",
    "remarried",
]  # fmt: skip

OVER = frozenset({"separation", "divorce", "annulment", "death", "unknown"})
"""Endings after which the two are no longer partners; ``lost`` (torn apart, whereabouts unknown) is not one."""


class UnionChange(FrozenModel):
    """A dated turn in a union: it separates, it reconciles."""

    kind: ChangeKind
    date: DateField = NO_DATE
    note: TextField = EMPTY_TEXT


class Union(Part):
    """A union of one or two people; one where the other is not known.

    *ended* says how it stands now: empty is current. *leaver* is who left, where one did. *childless* is drawn
    only where the couple told it. *relatives* says that the two are kin by blood where the map does not show how.
    *carried* are lines of a GEDCOM file that nothing here has a field for.
    """

    partners: Annotated[tuple[Id, ...], Field(min_length=1, max_length=2)]
    kind: UnionKind = "unknown"
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    ended: Ending = ""
    changes: tuple[UnionChange, ...] = ()
    leaver: Id | None = None
    childless: Literal["", "choice", "infertile"] = ""
    relatives: bool = False
    secret: bool = False
    note: TextField = EMPTY_TEXT
    carried: TextField = EMPTY_TEXT

    @property
    def over(self) -> bool:
        """Whether the two are no longer partners."""
        return self.ended in OVER or (self.until is not None and self.ended != "lost")

    @property
    def together_again(self) -> bool:
        """Whether the two parted and came together again, as the last turn says."""
        return bool(self.changes) and self.changes[-1].kind in {"reconciled", "remarried"}

    def other(self, person: str) -> str | None:
        """The partner of *person* in this union, or ``None``."""
        others = [person_id for person_id in self.partners if person_id != person]
        return others[0] if others else None
