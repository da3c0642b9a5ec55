"""Ties in the studio: one line says how two people are, and a list holds those of whoever is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from supervision_tui.family.tied import EXAMPLE, line_of, tie_words
from supervision_tui.tui.commands import Command
from supervision_tui.tui.studio.on_somebody import OnSomebody
from supervision_tui.tui.words import shown
from supervision_tui.workspace import between

if TYPE_CHECKING:
    from supervision_tui.tui.studio.screen import StudioScreen


class TieList(OptionList):
    """The ties of one person: with whom, how, since when, in whose view. Enter changes one, Delete takes it off."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "take_off", "Take the tie off", show=False)]

    def __init__(self, studio: StudioScreen) -> None:
        super().__init__(id="ties", markup=False)
        self._studio = studio
        self.display = False

    def tell(self) -> None:
        """Show the ties of whoever is selected, in the ties view; the cursor stays where it was."""
        family, person = self._studio.board.family, self._studio.selected
        ties = family.ties_of(person) if self._studio.view == "ties" and self._studio.as_at is None else ()
        before = self.highlighted or 0
        self.clear_options()
        self.add_options([Option(shown(tie_words(one, family, person)), id=one.id) for one in ties])
        if ties:
            self.highlighted = min(before, len(ties) - 1)
        elif self.has_focus:
            self._studio.line_closed()
        self.display = bool(ties)

    @property
    def _chosen(self) -> str:
        return "" if self.highlighted is None else str(self.get_option_at_index(self.highlighted).id)

    @on(OptionList.OptionSelected)
    def _change(self) -> None:
        studio, chosen = self._studio, self._chosen
        of = studio.selected
        tie = between.found(studio.board, chosen)

        def act(line: str) -> str:
            return between.retie(studio.board, of, chosen, line)

        studio.ask("How is it?", EXAMPLE, act, line_of(tie, studio.board.family, of))

    def action_take_off(self) -> None:
        """Take the tie under the cursor off; Ctrl+Z brings it back."""
        if self._chosen:
            between.untie(self._studio.board, self._chosen)
            self._studio.draw()


class Tie(OnSomebody):
    """Say how somebody is with another: the name, the first letters of the tie, 1 to 3, years, whose view it is."""

    key, words = "t", "Tie"
    asks, hint = "{name} is how, with whom?", EXAMPLE

    def act(self, line: str) -> str:
        return between.tie(self.screen.board, self.screen.selected, line)


class TheirTies(OnSomebody):
    """Go to the ties of whoever is selected: Enter says one anew, Delete takes one off, Esc leads back."""

    key, words, quiet = "j", "Their ties", True

    @property
    def possible(self) -> bool:
        family, selected = self.screen.board.family, self.screen.selected
        return super().possible and bool(family.ties_of(selected))

    def run(self) -> None:
        self.screen.show_view("ties")
        ties = self.screen.query_one(TieList)
        ties.tell()
        ties.focus()


TIE_COMMANDS: tuple[type[Command[Any]], ...] = (TheirTies,)
