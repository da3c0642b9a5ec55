"""Ties in the studio: one line says how two people are, and a list holds those of whoever is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from supervision_tui.family.shorthand.tie import EXAMPLE, line_of, tie_words
from supervision_tui.tui.commands import Command
from supervision_tui.tui.studio.list_panel import Below
from supervision_tui.tui.studio.person_command import OnSomebody
from supervision_tui.workspace.editing import tie_edits

if TYPE_CHECKING:
    from supervision_tui.tui.studio.screen import StudioScreen


class TieList(Below):
    """The ties of one person: with whom, how, since when, in whose view. Enter changes one, Delete takes it off."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "take_off", "Take the tie off", show=False)]

    def __init__(self, studio: StudioScreen) -> None:
        super().__init__(studio, "ties")

    def rows(self) -> list[tuple[str, str]]:
        """The ties of whoever is selected, in the ties view."""
        family, person = self.studio.board.family, self.studio.selected
        ties = family.ties_of(person) if self.studio.view == "ties" and self.studio.as_at is None else ()
        return [(one.id, tie_words(one, family, person)) for one in ties]

    def act(self, chosen: str) -> None:
        """Ask how it is."""
        studio, of = self.studio, self.studio.selected
        tie = tie_edits.found(studio.board, chosen)

        def said(line: str) -> str:
            return tie_edits.retie(studio.board, of, chosen, line)

        studio.ask("How is it?", EXAMPLE, said, line_of(tie, studio.board.family, of))

    def action_take_off(self) -> None:
        """Take the tie under the cursor off; Ctrl+Z brings it back."""
        if self.chosen:
            tie_edits.untie(self.studio.board, self.chosen)
            self.studio.draw()


class Tie(OnSomebody):
    """Say how somebody is with another: the name, the first letters of the tie, 1 to 3, years, whose view it is."""

    key, words = "t", "Tie"
    asks, hint = "{name} is how, with whom?", EXAMPLE

    def act(self, line: str) -> str:
        return tie_edits.tie(self.screen.board, self.screen.selected, line)


class ListBelow(OnSomebody):
    """Go to the list below: the ties of whoever is selected, or who is missing. Esc leads back to the drawing."""

    key, words, quiet = "j", "The list below", True

    @property
    def possible(self) -> bool:
        here = self.screen
        there = super().possible and bool(here.board.family.ties_of(here.selected))
        return here.query_one("#missing", Below).ready if here.who_is_missing else there

    def run(self) -> None:
        if self.screen.who_is_missing:
            self.screen.query_one("#missing", Below).focus()
            return
        self.screen.show_view("ties")
        ties = self.screen.query_one(TieList)
        ties.tell()
        ties.focus()


TIE_COMMANDS: tuple[type[Command[Any]], ...] = (ListBelow,)
