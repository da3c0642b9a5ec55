"""A list under the drawing, of what it shows: the ties of whoever is selected, or the people who are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from supervision_tui.tui.content import shown

if TYPE_CHECKING:
    from supervision_tui.tui.studio.screen import StudioScreen


class Below(OptionList):
    """A list that is there only while it has rows; Enter says more about the one under the cursor.

    Args:
        studio: the screen it belongs to.
        name: its id on the screen.
    """

    def __init__(self, studio: StudioScreen, name: str) -> None:
        super().__init__(id=name, markup=False, classes="below")
        self.studio = studio
        self._told: list[tuple[str, str]] = []
        self.display = False

    def rows(self) -> list[tuple[str, str]]:
        """(id, words) of each row, just now; a row without an id only tells something."""
        raise NotImplementedError

    def act(self, chosen: str) -> None:
        """Ask for more about the row of that id."""
        raise NotImplementedError

    def tell(self) -> None:
        """Show the rows; the cursor stays where it was."""
        rows = self.rows()
        self.display = bool(rows)
        if rows == self._told:
            return
        before, self._told = self.highlighted or 0, rows
        self.clear_options()
        self.add_options([Option(shown(words), id=key or None, disabled=not key) for key, words in rows])
        if self.ready:
            self.highlighted = min(before, len(rows) - 1)
        elif self.has_focus:
            self.studio.line_closed()

    @property
    def ready(self) -> bool:
        """Whether there is something to choose."""
        return any(key for key, _ in self._told)

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor, or nothing."""
        return "" if self.highlighted is None else self._told[self.highlighted][0]

    @on(OptionList.OptionSelected)
    def _obey(self) -> None:
        if self.chosen:
            self.act(self.chosen)
