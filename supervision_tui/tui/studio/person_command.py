"""A command about the person selected: it asks for one line, and says what the line may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from supervision_tui.tui.commands import ScreenCommand

if TYPE_CHECKING:
    from supervision_tui.tui.studio.screen import StudioScreen  # noqa: F401 - named in the base below

PERSON_HINT = "name, age or b 1988-04, f or m; or just a name"


class PersonCommand(ScreenCommand["StudioScreen"]):
    """A command that needs somebody selected."""

    question: ClassVar[str] = ""
    """What is asked, with {name} for the person selected."""
    hint: ClassVar[str] = PERSON_HINT

    @property
    def possible(self) -> bool:
        return bool(self.screen.selected) and not self.screen.writing and self.screen.as_at is None

    def handle_line(self, line: str) -> str:
        """Do what the line says; return the id of the person to select then."""
        raise NotImplementedError

    @property
    def first_words(self) -> str:
        """What stands in the line already."""
        return ""

    def run(self) -> None:
        person = self.screen.editor.family.person(self.screen.selected)
        self.screen.ask(self.question.format(name=person.short_name), self.hint, self.handle_line, self.first_words)
