"""What happened in a family, in order: lanes and events drawn, and for each what it meant for the child."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from supervision_tui.family.shorthand.event import line_of
from supervision_tui.tui.content import beside, lines, shown
from supervision_tui.tui.studio.list_screen import SHEET_COMMANDS, OnRow, OnSheet, SheetScreen
from supervision_tui.workspace.editing import event_edits

if TYPE_CHECKING:
    from supervision_tui.genogram import Drawing
    from supervision_tui.workspace.editing.family_editor import Board

EXAMPLE = "2019 moved to Nan   ·   about March 2021 Dad left   ·   summer 2018 came into care"


class AddEvent(OnSheet):
    """Add something that happened to whoever is chosen: the date in any words, then what. "2019 moved to Nan"."""

    key, words = "a", "Add"

    def run(self) -> None:
        screen = self.screen
        name = screen.board.family.person(screen.person).short_name
        screen.ask(
            f"What happened to {name}, and when?",
            EXAMPLE,
            lambda line: event_edits.add(screen.board, screen.person, line),
        )


class Change(OnRow):
    """Say the event under the cursor anew: when it was, and what happened."""

    key, words = "enter", "Change"

    def run(self) -> None:
        board, event = self.screen.board, self.screen.chosen
        start = line_of(event_edits.found(board, event))
        self.screen.ask(
            "What happened, and when?", EXAMPLE, lambda line: event_edits.tell_anew(board, event, line), start
        )


class Meant(OnRow):
    """Say what the event under the cursor meant for the child, in plain words. An empty line takes it away."""

    key, words = "m", "What it meant"

    def run(self) -> None:
        board, event = self.screen.board, self.screen.chosen
        start = str(event_edits.found(board, event).effect_on_child)
        children = [one.short_name for one in board.family.index.named(self.screen.focus_children)]
        asked = f"What did it mean for {' and '.join(children) or 'the child'}?"
        hint = "in plain words, as far as we know: stopped sleeping in the own bed"
        self.screen.ask(asked, hint, lambda line: event_edits.meant(board, event, line), " ".join(start.split()))


class ToWhom(OnRow):
    """Say to whom the event under the cursor happened: names with commas."""

    key, words = "w", "To whom"

    def run(self) -> None:
        board, event = self.screen.board, self.screen.chosen
        names = ", ".join(board.family.person(one).name for one in event_edits.found(board, event).who)
        self.screen.ask(
            "To whom did it happen?", "Mia Harper, Leo", lambda line: event_edits.people(board, event, line), names
        )


class TakeAway(OnRow):
    """Take the event under the cursor away. Ctrl+Z brings it back."""

    key, words, quiet = "delete", "Take away", True

    def run(self) -> None:
        event_edits.take_away(self.screen.board, self.screen.chosen)
        self.screen.draw()


class TimelineScreen(SheetScreen):
    """What happened in a family, being told."""

    view = "timeline"
    NAME = "Timeline"
    NOTHING = (
        "Nothing is on the timeline yet. Press a and say it in one line, the date first:",
        "",
        "    2019 moved to Nan              a year, a month, a day",
        "    about March 2021 Dad left      or as near as anybody knows",
    )
    WHO = "For {name}"
    ABOUT = (
        "What happened in the family, in its order. Press a and say when and what in one line; a date may be as rough "
        "as it is known. Press m on an event to say what it meant for the child. Left and right choose to whom the "
        "next one happened."
    )
    COMMANDS_HERE = (AddEvent, Change, Meant, ToWhom, TakeAway, *SHEET_COMMANDS)

    def __init__(
        self, board: Board, person: str, focus: tuple[str, ...] = (), done: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(board, person, focus, done)
        self._numbers: dict[str, int] = {}

    def drawn(self, drawing: Drawing) -> None:
        """The numbers on the lanes stand before the events too."""
        from supervision_tui.genogram.notation.timeline import timeline_of  # noqa: PLC0415 - only once there is a drawing

        numbers = {moment.event.id: moment.number for moment in timeline_of(drawing).moments}
        if numbers != self._numbers:
            self._numbers = numbers
            self.fill()

    def rows(self) -> list[tuple[str, Content]]:
        """Every event by its date, with its people, and what it meant below it."""
        family = self.board.family
        found = []
        for event in event_edits.in_order(family):
            names = ", ".join(one.short_name for one in family.index.named(event.who))
            when = event.date.text if event.date else "no date"
            number = self._numbers.get(event.id, "")
            told = beside(
                shown(f"{number:>3} {when:<11}", "$accent"),
                shown(f" {event.what}"),
                shown(f"   {names}", "$foreground 70%"),
            )
            meant = " ".join(event.effect_on_child.split())
            row = lines(told, beside(" " * 16, shown(f"for the child: {meant}", "italic"))) if meant else told
            found.append((event.id, row))
        return found
