"""Only the people near to somebody: one step to a parent, child or partner, two, three, then everybody again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from supervision_tui.genogram.notation.subset import near
from supervision_tui.tui.commands import Command

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.tui.studio.screen import StudioScreen  # noqa: F401 - named in the base below

FARTHEST = 3
"""Steps; after that everybody is shown again."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """Who is shown: everybody at most *steps* from *person*."""

    person: str
    steps: int = 1

    @property
    def wider(self) -> Nearness | None:
        """One step more; ``None`` is everybody."""
        return replace(self, steps=self.steps + 1) if self.steps < FARTHEST else None

    def part(self, family: Family) -> Family:
        """Who of *family* is shown; all of it where the person in the middle is not there (yet, or any more)."""
        return near(family, self.person, self.steps) if family.find(self.person) else family

    def with_in_sight(self, family: Family, selected: str) -> Nearness | None:
        """The same round *selected* where they would be out of sight; ``None`` where nobody is left in the middle."""
        if family.find(selected) and self.part(family).find(selected) is None:
            return replace(self, person=selected)
        return self if family.find(self.person) else None

    def words(self, family: Family) -> str:
        """For the top line."""
        return f"{self.steps} step{'s' * (self.steps > 1)} round {family.person(self.person).short_name}"


class Near(Command["StudioScreen"]):
    """Only those near to whoever is selected: one step to a parent, child or partner, two, three, everybody again."""

    key, words, quiet = "a", "Only those near", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.selected) and not self.screen.writing

    def run(self) -> None:
        here = self.screen
        here.nearness = Nearness(here.selected) if here.nearness is None else here.nearness.wider
        here.draw()


NEAR_COMMANDS: tuple[type[Command[Any]], ...] = (Near,)
