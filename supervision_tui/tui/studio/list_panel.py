"""A list under the drawing of something it shows: the ties of the person selected, or the people who are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from supervision_tui.tui.content import content
from supervision_tui.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from supervision_tui.tui.studio.studio_base import StudioBase


class ListPanel(ChoiceList):
    """A list that is there only while it has rows; Enter asks more about the row under the cursor.

    Args:
        studio: the screen it belongs to.
        panel_id: its id on the screen.
    """

    def __init__(self, studio: StudioBase, panel_id: str) -> None:
        super().__init__(id=panel_id, markup=False, classes="below")
        self.studio = studio
        self._shown_rows: list[tuple[str, str]] = []
        self.display = False

    def rows(self) -> list[tuple[str, str]]:
        """(id, words) of each row as the family stands; a row without an id only says something."""
        raise NotImplementedError

    def open_row(self, row_id: str) -> None:
        """Ask for more about the row of that id."""
        raise NotImplementedError

    def refresh_rows(self) -> None:
        """Show the rows; the cursor stays where it was."""
        rows = self.rows()
        self.display = bool(rows)
        if rows == self._shown_rows:
            return
        before, self._shown_rows = self.highlighted or 0, rows
        self.clear_options()
        self.add_options([Option(content(words), id=row_id or None, disabled=not row_id) for row_id, words in rows])
        if self.has_choices:
            self.highlighted = min(before, len(rows) - 1)
        elif self.has_focus:
            self.studio.return_focus()

    @property
    def has_choices(self) -> bool:
        """Whether a row can be opened."""
        return any(row_id for row_id, _ in self._shown_rows)

    @property
    def highlighted_id(self) -> str:
        """The id of the row under the cursor, or nothing."""
        return "" if self.highlighted is None else self._shown_rows[self.highlighted][0]

    @on(OptionList.OptionSelected)
    def _open_highlighted(self) -> None:
        if self.highlighted_id:
            self.open_row(self.highlighted_id)
