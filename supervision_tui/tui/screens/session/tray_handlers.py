"""Jot and tray on the session screen: one key opens a line for the tray, another the tray itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import on

from supervision_tui.practice import Destination
from supervision_tui.session.clock import stage_letters
from supervision_tui.session.tray.jotting import lines_in_tray
from supervision_tui.tui.activities import refocus_panel
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.key_names import keys_in_words
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.screens.session.commands import Jot, OpenTray
from supervision_tui.tui.screens.session.next_family import ON, TRAY, StageEndsScreen
from supervision_tui.tui.screens.session.place_navigation import PlaceNavigation
from supervision_tui.tui.widgets.note_box import NoteBox
from supervision_tui.tui.widgets.tray_row import TrayRowLine


class TrayHandlers(PlaceNavigation):
    """The part of the session screen that opens the jot and the tray."""

    _offered: frozenset[str] = frozenset()
    """Lines of trays that were offered at the end of a stage."""

    @on(Jot)
    def _jot(self) -> None:
        self.open_jot()

    def open_jot(self, *, dot: bool = False) -> None:
        """Open a line for the tray; out of a private line only Esc leads."""
        if self.app.screen is self and self._writes_privately:
            self.notify(ProgramWords("This line is private: Esc first, then F4 jots."), markup=False)
            return
        self.app.push_screen(screen("jot", self, dot=dot), self._jotted)

    @property
    def _writes_privately(self) -> bool:
        in_box = isinstance(self.focused, NoteBox) and self.current is not None
        return in_box and self.current is not None and self.current.field.destination is Destination.PRIVATE

    def _jotted(self, line_count: int | None) -> None:
        self.show_tray()
        if line_count:
            self.changed()
        refocus_panel(self)

    @on(OpenTray)
    def _open_tray(self) -> None:
        self.open_tray()

    def open_tray(self, *, everywhere: bool = False, after: Callable[[], None] | None = None) -> None:
        """Open the tray of this part, or of every one; *after* is done when it is left."""

        def left(_placed: int | None) -> None:
            self.changed()
            self.show_tray()
            refocus_panel(self)
            if after is not None:
                after()

        self.app.push_screen(screen("tray", self, everywhere=everywhere), left)

    def show_tray(self) -> None:
        """Say under the stage how many lines wait."""
        key = keys_in_words(self.app.keys.get("OpenTray", OpenTray.key))
        row = self.query_one(TrayRowLine)
        row.show(lines_in_tray(self.editor), key, covered=self.app.room.on)

    def offer_trays_at_end(self, after: Callable[[], None]) -> bool:
        """At the end of a stage, offer lines that were jotted since trays were offered last.

        Where a stage ends for all families it is asked, and *after* goes on; else the line above the keys says it.
        Returns whether it was asked.
        """
        ends, waiting = self.controller.stage_end, self.controller.tray_line_ids()
        trays = self.controller.trays()
        if ends == "nothing" or not trays or waiting <= self._offered:
            return False
        self._offered |= waiting
        letters, stage = stage_letters(self.controller.template), self.editor.stage
        if ends == "stage":
            number = trays.get(self.controller.here.family, 0)
            if number:
                lines, them = ("1 line is", "it") if number == 1 else (f"{number} lines are", "them")
                words = f"{lines} in no file yet: F8 places {them}, now or later."
                self.call_later(self.notify, ProgramWords(words), markup=False)  # it is told in the next stage
            return False

        def decided(answer: str | None) -> None:
            if answer == TRAY:
                self.open_tray(everywhere=True, after=after)
            elif answer == ON:
                after()

        family = self.controller.here.family
        title = "The last family" if family in self.controller.chosen else f"{letters[stage.id]} {stage.title}"
        self.app.push_screen(StageEndsScreen(title, self._trays_in_words(trays)), decided)
        return True

    def _trays_in_words(self, trays: Mapping[str, int]) -> str:
        """How many lines wait, and in whose trays: "3 lines in no file yet: Haile 2, no family 1"."""
        names = self.controller.family_names
        if self.app.room.on:
            names = {family: f"family {number}" for number, family in enumerate(self.controller.family_order, 1)}
        number = sum(trays.values())
        where = ", ".join(f"{names.get(family, 'no family')} {count}" for family, count in trays.items())
        return f"{'1 line' if number == 1 else f'{number} lines'} in no file yet: {where}"

    def offer_trays(self, after: Callable[[], None]) -> bool:
        """Before the close: where lines wait in a tray, ask whether they are placed first; *after* goes on.

        Returns whether it was asked.
        """
        trays = self.controller.trays()
        if not trays:
            return False

        def decided(choice: str | None) -> None:
            if choice == "place":
                self.open_tray(everywhere=True, after=after)
            elif choice == "close":
                after()

        number = sum(trays.values())
        names = self.controller.family_names
        where = ", ".join(f"{names.get(family, 'this session')} {count}" for family, count in trays.items())
        words = f"{where}. What is not placed belongs to nobody's file, and goes when the session closes."
        title = "1 line is in no file yet" if number == 1 else f"{number} lines are in no file yet"
        choices = [("place", "Place them now: the tray"), ("close", "Go on to the close without them")]
        self.app.push_screen(ChooseScreen(title, choices, words), decided)
        return True
