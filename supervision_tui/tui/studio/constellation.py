"""A Mockingbird constellation in the studio: whoever is selected cares for the hub home."""

from __future__ import annotations

from typing import Any

from supervision_tui.tui.commands import Command
from supervision_tui.tui.studio.person_command import OnSomebody
from supervision_tui.workspace.editing.tie_edits import constellation, satellites


class Constellation(OnSomebody):
    """Say that whoever is selected cares for a Mockingbird hub home, and who cares for its satellite homes."""

    key, words, quiet = "k", "Constellation", True
    asks, hint = "Whose homes are satellites of the hub home of {name}?", "Yvonne, Carlton   ·   empty takes it away"

    def act(self, line: str) -> str:
        return constellation(self.screen.board, self.screen.selected, line)

    @property
    def start(self) -> str:
        return satellites(self.screen.board, self.screen.selected)


CONSTELLATION_COMMANDS: tuple[type[Command[Any]], ...] = (Constellation,)
