"""A command on whoever is selected: it asks for one line, and says what the line may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from supervision_tui.tui.commands import Command

if TYPE_CHECKING:
    from supervision_tui.tui.studio.screen import StudioScreen  # noqa: F401 - named in the base below

PERSON = "name, age or b 1988-04, f or m; or just a name"


class OnSomebody(Command["StudioScreen"]):
    """A command that needs somebody selected."""

    asks: ClassVar[str] = ""
    hint: ClassVar[str] = PERSON

    @property
    def possible(self) -> bool:
        return bool(self.screen.selected) and not self.screen.writing and self.screen.as_at is None

    def act(self, line: str) -> str:
        """Do it with what was said; the person to select then."""
        raise NotImplementedError

    @property
    def start(self) -> str:
        """What stands in the line already."""
        return ""

    def run(self) -> None:
        person = self.screen.board.family.person(self.screen.selected)
        self.screen.ask(self.asks.format(name=person.short_name), self.hint, self.act, self.start)
