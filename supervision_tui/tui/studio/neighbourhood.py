"""Only the people near to somebody: one step to a parent, child or partner, two, three, then everybody again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from supervision_tui.genogram.notation import near

if TYPE_CHECKING:
    from supervision_tui.family import Family

MOST_STEPS = 3
"""Steps from the person in the middle; after that everybody is shown again."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Everybody at most *steps* from *person*."""

    person: str
    steps: int = 1

    @property
    def wider(self) -> Neighbourhood | None:
        """One step more; ``None`` is everybody."""
        return replace(self, steps=self.steps + 1) if self.steps < MOST_STEPS else None

    def subset(self, family: Family) -> Family:
        """The part of *family* that is shown; all of it where the person in the middle is not in it."""
        return near(family, self.person, self.steps) if family.find(self.person) else family

    def following_selection(self, family: Family, selected: str) -> Neighbourhood | None:
        """The same steps round *selected* if they would be out of sight; ``None`` where the middle is gone."""
        if family.find(selected) and self.subset(family).find(selected) is None:
            return replace(self, person=selected)
        return self if family.find(self.person) else None

    def words(self, family: Family) -> str:
        """For the top line."""
        return f"{self.steps} step{'s' * (self.steps > 1)} round {family.person(self.person).short_name}"
