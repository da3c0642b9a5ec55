"""Ties in the studio: one line says how two people are, and a list below holds the ties of the person selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from supervision_tui.family.shorthand.tie import EXAMPLE, line_of, tie_words
from supervision_tui.tui.studio.list_panel import ListPanel
from supervision_tui.tui.studio.person_command import PersonCommand
from supervision_tui.workspace.editing import tie_edits

if TYPE_CHECKING:
    from supervision_tui.tui.studio.screen import StudioScreen


class TieListPanel(ListPanel):
    """The ties of one person: with whom, how, since when, in whose view. Enter changes one, Delete removes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "remove_tie", "Take the tie off", show=False)]

    def __init__(self, studio: StudioScreen) -> None:
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


class DescribeTie(PersonCommand):
    """Say how somebody is with another: the name, the first letters of the tie, 1 to 3, years, whose view it is."""

    key, label = "t", "Tie"
    question, hint = "{name} is how, with whom?", EXAMPLE

    def handle_line(self, line: str) -> str:
        return tie_edits.add_tie(self.screen.editor, self.screen.selected, line)


class SetConstellation(PersonCommand):
    """Say that the person selected cares for a Mockingbird hub home, and who cares for its satellite homes."""

    key, label, hide_in_footer = "k", "Constellation", True
    question = "Whose homes are satellites of the hub home of {name}?"
    hint = "Yvonne, Carlton   ·   empty takes it away"

    def handle_line(self, line: str) -> str:
        return tie_edits.set_constellation(self.screen.editor, self.screen.selected, line)

    @property
    def first_words(self) -> str:
        return tie_edits.satellite_names(self.screen.editor, self.screen.selected)


class OpenListPanel(PersonCommand):
    """Go to the list below: the ties of the person selected, or who is missing. Esc leads back to the drawing."""

    key, label, hide_in_footer = "j", "The list below", True

    @property
    def possible(self) -> bool:
        studio = self.screen
        if studio.shows_missing_people:
            return studio.query_one("#missing", ListPanel).has_choices
        return super().possible and bool(studio.editor.family.ties_of(studio.selected))

    def run(self) -> None:
        if self.screen.shows_missing_people:
            self.screen.query_one("#missing", ListPanel).focus()
            return
        self.screen.show_view("ties")
        panel = self.screen.query_one(TieListPanel)
        panel.refresh_rows()
        panel.focus()
