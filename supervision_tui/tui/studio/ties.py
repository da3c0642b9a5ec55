"""The list of the ties of the person selected, under the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from supervision_tui.family.shorthand.tie import EXAMPLE, line_of, tie_words
from supervision_tui.tui.studio.list_panel import ListPanel
from supervision_tui.workspace.editing import tie_edits

if TYPE_CHECKING:
    from supervision_tui.tui.studio.studio_base import StudioBase


class TieListPanel(ListPanel):
    """The ties of one person: with whom, how, since when, in whose view. Enter changes one, Delete removes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "remove_tie", "Take the tie off", show=False)]

    def __init__(self, studio: StudioBase) -> None:
        super().__init__(studio, "ties")

    def rows(self) -> list[tuple[str, str]]:
        """The ties of the person selected, in the ties view."""
        family, person = self.studio.editor.family, self.studio.selected
        ties = family.ties_of(person) if self.studio.view == "ties" and self.studio.as_at is None else ()
        return [(tie.id, tie_words(tie, family, person)) for tie in ties]

    def open_row(self, row_id: str) -> None:
        """Ask how the tie of that id is."""
        studio, person = self.studio, self.studio.selected
        tie = tie_edits.tie_of(studio.editor, row_id)

        def change_tie(line: str) -> str:
            return tie_edits.change_tie(studio.editor, person, row_id, line)

        studio.ask("How is it?", EXAMPLE, change_tie, line_of(tie, studio.editor.family, person))

    def action_remove_tie(self) -> None:
        """Remove the tie under the cursor; Ctrl+Z brings it back."""
        if self.highlighted_id:
            tie_edits.remove_tie(self.studio.editor, self.highlighted_id)
            self.studio.draw()
