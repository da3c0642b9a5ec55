"""A command is a message: its key, its label in the footer, its help and its place in the palette come from its class.

To add one, write the class (its docstring is the help that people read), name it in ``COMMANDS_HERE`` of its screen and
handle it there with Textual's ``@on(ThatCommand)``. The command imports nothing of its screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, ClassVar, TypeVar

from textual.app import SystemCommand
from textual.binding import Binding
from textual.message import Message

from supervision_tui.tui.error_messages import VaultErrorHandling
from supervision_tui.tui.layers import Layer

UNBOUND = "unbound"
"""A key that no keyboard has, for a command that is reached by its letter alone; a file of keys may give it another."""
Check = TypeVar("Check", bound=Callable[..., bool])


class Command(Message):
    """Something a person can do on a screen. The docstring is its help; the screen handles it with ``@on``."""

    key: ClassVar[str] = ""
    """The key, or several with commas; the first is shown."""
    label: ClassVar[str] = ""
    """What it does, in two or three words."""
    letter: ClassVar[str] = ""
    """Its letter on the card of all keys: Esc and this letter is the second way to it, wherever F keys are kept."""
    hide_in_footer: ClassVar[bool] = False
    """Left out of the footer (the help and the palette still name it)."""
    priority: ClassVar[bool] = False
    """Works even while a field would take the key."""
    while_writing: ClassVar[bool] = True
    """Whether it can be done while the screen's own line is open (:attr:`CommandScreen.writing`)."""

    def __init_subclass__(cls, **keywords: Any) -> None:
        """Keep its handler's name apart from those of the framework's own messages."""
        super().__init_subclass__(namespace="command", **keywords)

    @classmethod
    def binding(cls) -> Binding:
        """The Textual binding made of this command."""
        return Binding(
            cls.key or UNBOUND,
            f"run_command('{cls.__name__}')",
            cls.label,
            show=bool(cls.key) and not cls.hide_in_footer,
            tooltip=cls.help(),
            priority=cls.priority,
            id=cls.__name__,
        )

    @classmethod
    def letter_bindings(cls) -> tuple[Binding, ...]:
        """Some terminals send Esc and a quick letter as Alt and the letter: it is the same act."""
        if not cls.letter.isalpha():
            return ()
        return (Binding(f"alt+{cls.letter}", f"run_command('{cls.__name__}')", cls.label, show=False, priority=True),)

    @classmethod
    def help(cls) -> str:
        """The help, as one paragraph."""
        return " ".join((cls.__doc__ or "").split())


def enabled_when(*commands: type[Command]) -> Callable[[Check], Check]:
    """Mark a method of a screen as the check that says whether *commands* (and subclasses) can be done now."""

    def mark(check: Check) -> Check:
        check.enables = commands  # type: ignore[attr-defined] # read by CommandScreen
        return check

    return mark


class CommandScreen(VaultErrorHandling, Layer[Any]):
    """A screen whose keys, footer, help and palette entries come from its ``COMMANDS_HERE``."""

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = ()
    ABOUT: ClassVar[str] = ""
    """What this screen is for: the first words of its help."""
    IS_PLACE: ClassVar[bool] = False
    """Whether it is a place, to which the program comes back after it was locked."""
    _checks: ClassVar[dict[type, str]] = {}
    """The method that says whether a command can be done now, for the commands that have one."""

    def __init_subclass__(cls, **keywords: Any) -> None:
        own = (binding for command in cls.COMMANDS_HERE for binding in (command.binding(), *command.letter_bindings()))
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *own]
        cls._checks = {
            command: name
            for base in reversed(cls.__mro__)
            for name, member in vars(base).items()
            for command in getattr(member, "enables", ())
        }
        super().__init_subclass__(**keywords)

    @property
    def chosen_family(self) -> str:
        """Id of the family that is chosen here, or "": it is chosen again after the program was locked."""
        return ""

    @property
    def writing(self) -> bool:
        """Whether a line of the screen's own is open, so that letters are words and not commands."""
        return False

    async def action_run_command(self, name: str) -> None:
        """Do the command called *name*, if it can be done now."""
        kind = self.command_type(name)
        if self.is_enabled(kind):
            await self.run_command(kind)

    async def run_command(self, kind: type[Command]) -> None:
        """Have a command of this *kind* handled at once, not in the screen's turn: the next key finds it done."""
        await self._dispatch_message(kind())

    def command_type(self, name: str) -> type[Command]:
        """The command of this screen whose class is called *name*."""
        return {kind.__name__: kind for kind in self.COMMANDS_HERE}[name]

    def is_enabled(self, kind: type[Command]) -> bool:
        """Whether a command of this *kind* can be done now."""
        if self.writing and not kind.while_writing:
            return False
        checks = (self._checks[base] for base in reversed(kind.__mro__) if base in self._checks)
        return all(getattr(self, check)() for check in checks)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide from the footer what cannot be done now."""
        if action != "run_command" or not self.is_mounted:
            return True
        return self.is_enabled(self.command_type(str(parameters[0])))

    def palette(self) -> Iterator[SystemCommand]:
        """The commands of this screen for the palette."""
        for kind in self.COMMANDS_HERE:
            if self.is_enabled(kind):
                yield SystemCommand(kind.label, kind.help(), partial(self.run_command, kind))
