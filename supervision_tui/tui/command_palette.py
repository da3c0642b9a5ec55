"""The framework's list of commands, as a window of this program: there is one alone, over the screen below it."""

from __future__ import annotations

import contextlib

from rich.console import RenderableType
from textual import command

from supervision_tui.tui.layers import see_the_next_below

ID = "--command-palette"
"""The id that the framework gives it; its own style sheet asks for that."""


class CommandPalette(command.CommandPalette):
    """What can be done here, found by a few letters."""

    def __init__(self) -> None:
        super().__init__(id=ID)

    def _action_command_list(self, action: str) -> None:
        """Move in the list; a page of one that was filled and not laid out yet is no page, and no error (Textual 8)."""
        with contextlib.suppress(KeyError):
            super()._action_command_list(action)

    def render(self) -> RenderableType:
        """The screen behind, dimmed."""
        see_the_next_below(self)
        return super().render()
