"""Commands that are loaded when they are named: help and version load none of them, a command only its own module."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any, ClassVar

import typer

from supervision_tui.cli.command_table import LazyCommand
from supervision_tui.cli.output_cleaning import CommandGroup


class LazyCommands(MutableMapping[str, Any]):
    """Commands by name: those *loaded*, then those of *lazy*, each of which is loaded when it is looked up."""

    def __init__(self, loaded: MutableMapping[str, Any], lazy: dict[str, LazyCommand]) -> None:
        self._loaded = dict(loaded)
        self._names = {**dict.fromkeys(loaded), **lazy}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded and (command := self._names[name]):
            self._loaded[name] = _load(name, command)
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __setitem__(self, name: str, command: Any) -> None:
        self._names[name] = None
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._names[name]
        self._loaded.pop(name, None)


def _load(name: str, command: LazyCommand) -> Any:
    module, _, member = command.place.partition(":")
    found = getattr(import_module(f"supervision_tui.cli.{module}"), member)
    group = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
    if isinstance(found, typer.Typer):
        group.add_typer(found, name=name, help=command.help)
    else:
        group.command(name)(found)
    return typer.main.get_group(group).commands[name]


class LazyGroup(CommandGroup):
    """A group whose own help lists commands without loading them."""

    lazy: ClassVar[dict[str, LazyCommand]] = {}
    """Its commands by name, in order."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands = LazyCommands(self.commands, self.lazy)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's own signature
        """The names of the commands, in order."""
        return list(self.commands)

    def first_sentence(self, ctx: Any, name: str) -> str:
        """What the command called *name* does."""
        return self.lazy[name].help if name in self.lazy else super().first_sentence(ctx, name)
