"""A command is a class: its key, its words in the footer, its help and its place in the palette come from it.

To add one, write the class (its docstring is the help that people read) and name it in ``COMMANDS`` of its screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Generic, TypeVar

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from supervision_tui.tui.app_services.error_messages import ToldRefusals

ScreenT = TypeVar("ScreenT", bound="Screen[Any]")


class Command(Generic[ScreenT]):
    """Something a person can do on a screen. The docstring is its help."""

    key: ClassVar[str] = ""
    """The key, or several with commas; the first is shown."""
    words: ClassVar[str] = ""
    """What it does, in two or three words."""
    quiet: ClassVar[bool] = False
    """Left out of the footer (the help and the palette still name it)."""
    priority: ClassVar[bool] = False
    """Works even while a field would take the key."""

    def __init__(self, screen: ScreenT) -> None:
        self.screen = screen

    @property
    def possible(self) -> bool:
        """Whether it can be done just now."""
        return True

    def run(self) -> None:
        """Do it."""
        raise NotImplementedError

    @classmethod
    def binding(cls) -> Binding:
        """The Textual binding made of this command."""
        return Binding(
            cls.key,
            f"obey('{cls.__name__}')",
            cls.words,
            show=not cls.quiet,
            tooltip=cls.explained(),
            priority=cls.priority,
            id=cls.__name__,
        )

    @classmethod
    def explained(cls) -> str:
        """The help, as one paragraph."""
        return " ".join((cls.__doc__ or "").split())


class CommandScreen(ToldRefusals, Screen[Any]):
    """A screen whose keys, footer, help and palette entries come from its ``COMMANDS``."""

    COMMANDS_HERE: ClassVar[tuple[type[Command[Any]], ...]] = ()
    ABOUT: ClassVar[str] = ""
    """What this screen is for: the first words of its help."""

    def __init_subclass__(cls, **keywords: Any) -> None:
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *(command.binding() for command in cls.COMMANDS_HERE)]
        super().__init_subclass__(**keywords)

    def action_obey(self, name: str) -> None:
        """Run the command called *name*."""
        command = self.command(name)
        if command.possible:
            command.run()

    def command(self, name: str) -> Command[Any]:
        """The command called *name*, ready to run."""
        return {kind.__name__: kind for kind in self.COMMANDS_HERE}[name](self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide from the footer what cannot be done now."""
        if action != "obey" or not self.is_mounted:
            return True
        return self.command(str(parameters[0])).possible

    def palette(self) -> Iterator[SystemCommand]:
        """The commands of this screen for the palette."""
        for kind in self.COMMANDS_HERE:
            command = kind(self)
            if command.possible:
                yield SystemCommand(kind.words, kind.explained(), command.run)
