"""The tray: lines that are in no file yet, each placed with one key or two, its place shown before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.events import Key
from textual.widgets import OptionList

from supervision_tui.session.child_choice import ChildMissingError, listed
from supervision_tui.session.tray.jotting import BY_LETTER, TrayKind
from supervision_tui.text import SafeText
from supervision_tui.tui.commands import Command
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen
from supervision_tui.tui.room_policy import MASK
from supervision_tui.tui.screens.session.open_form import open_form
from supervision_tui.tui.screens.session.tray_commands import (
    TRAY_COMMANDS,
    BackToStage,
    ChangeWords,
    DiscardLine,
    MoveToFamily,
    PlaceLine,
    PlaceReady,
    TakeBackPlacing,
)
from supervision_tui.tui.screens.session.tray_view import TrayView
from supervision_tui.workspace.running.tray_desk import NameStopsLineError, TrayRow


class TrayScreen(TrayView):
    """The lines that wait in the tray of the family in hand, or of every family, as before the close."""

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = TRAY_COMMANDS
    ABOUT = (
        "Lines that belong to nobody's file yet. A digit says for whom, a letter places the line, and what it would "
        "become is read back before. What stays here goes with the session."
    )

    @property
    def is_asking(self) -> bool:
        """Whether it is asked for whom the line is, or of which family."""
        return self._asked is not None or self._asks_family

    # --- keys --------------------------------------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        if self.row is not None and self.row.line.id == self._shown and not self.is_asking:
            return  # it was shown when the list was filled
        self._asked, self._asks_family = None, False
        if self.row is not None and self.row.line.id != self._told_at:
            self._say("")
        self._show_line()

    def on_key(self, event: Key) -> None:
        """A digit chooses for whom a line is, or a family; Space shows a covered line to the room."""
        row = self.row
        if row is None or not event.is_printable or event.character is None:
            return
        if event.character.isdecimal() and event.character.isascii():
            event.stop()
            if self._asks_family:
                self._to_family(row, int(event.character))
            else:
                self._choose(row, int(event.character))
        elif event.key == "space" and self._is_covered(row):
            event.stop()
            self._reveal(row)

    def _choose(self, row: TrayRow, number: int) -> None:
        children = tuple(self.desk.children(row))
        chosen = self.chosen_in(row)
        if number == 0:
            offered = self.desk.suggestion(row).offered or children
            chosen = offered
            self._every.add(row.line.id)
        elif number <= len(children):
            child = children[number - 1]
            chosen = tuple(other for other in chosen if other != child) if child in chosen else (*chosen, child)
            self._every.discard(row.line.id)
        self._chosen[row.line.id] = chosen
        if self._asked is not None:
            self._ask_whom(row, self._asked, chosen)
        else:
            self._say("")
            self._show_line()

    @on(OptionList.OptionSelected)
    def _enter(self, event: OptionList.OptionSelected) -> None:
        """Enter: what was asked is answered, a ready line is placed, what is missing is asked."""
        event.stop()
        row = self.row
        if row is None:
            return
        kind = self._asked or self.desk.kind_of(row)
        if kind is None:
            letters = " ".join(known.letter for known in self.desk.kinds(row))
            self._say(f"As what? A letter places it: {letters}.", names=False)
        elif self._asked is not None and kind.whom and not self.chosen_in(row):
            self._say("Nobody is chosen yet. A digit or more, then Enter.", names=False)
        else:
            self._place(row, kind, confirmed=self._asked is not None or row.line.id in self._every)

    async def run_command(self, kind: type[Command]) -> None:
        """Letters that place a line share one handler."""
        if issubclass(kind, PlaceLine):
            row = self.row
            if row is not None:
                self._place(row, BY_LETTER[kind.key])
            return
        await super().run_command(kind)

    def _place(self, row: TrayRow, kind: TrayKind, *, confirmed: bool = False) -> None:
        """Place the line as a *kind*, or say what stops it, or ask for whom it is."""
        if kind not in self.desk.kinds(row):
            self._say(self._why_not(row, kind), names=False)
            return
        if kind.mark == "decision":
            self._decide(row)
            return
        if why := self.desk.stops(row, kind):
            self._offer_nameless(row, kind, why, confirmed=confirmed)
            return
        chosen = self.chosen_in(row)
        by_hand = row.line.id in self._chosen
        if self.desk.asks_children(row, kind) and not confirmed:
            every = row.line.id in self._every
            if not chosen or every or not (by_hand or self.desk.suggestion(row).settled):
                self._ask_whom(row, kind, chosen)
                return
        self._placed(row, kind, chosen)

    def _offer_nameless(self, row: TrayRow, kind: TrayKind, why: str, *, confirmed: bool) -> None:
        """A name stops the line: offer it without, which Enter places; or its words can be changed."""
        nameless = self.desk.nameless(row)
        if confirmed and nameless:
            self.desk.change_words(row, nameless)
            self._placed(TrayRow(row.family, row.line.model_copy(update={"text": SafeText(nameless)})), kind, ())
        elif nameless:
            self._asked = kind
            self._say(f"{why} Enter places it as: {nameless}   e: in your own words.")
        else:
            self._say(f"Not placed: {why} e changes the words.")

    def _placed(self, row: TrayRow, kind: TrayKind, chosen: Sequence[str]) -> None:
        try:
            words = self.desk.place(row, kind, chosen if kind.whom else ())
        except (ChildMissingError, NameStopsLineError) as refused:
            self._say(f"Not placed: {refused}")
            return
        self._asked = None
        self._done.append(f"{words.removeprefix('Placed: ')}   {' '.join(row.line.text.split())}")
        self._after(words)

    def _why_not(self, row: TrayRow, kind: TrayKind) -> str:
        if not self.desk.children(row) and self._controller.is_meeting and not row.family:
            return "This line is of no family yet: m and a digit say which, then a letter places it."
        return f"This format keeps no {kind.called}. The letters above are what it keeps."

    def _ask_whom(self, row: TrayRow, kind: TrayKind, chosen: Sequence[str]) -> None:
        self._asked = kind
        names = [self.desk.children(row)[child] for child in chosen]
        question = (
            f"For {listed(names)}? Enter places it, digits change it." if names else "For whom? Digits, then Enter."
        )
        why = self.desk.suggestion(row).why
        self._say(f"{question} {why}" if not self.app.room.on else "For whom? Digits, then Enter.")
        self._show_line()

    def _decide(self, row: TrayRow) -> None:
        slot, draft = self.desk.begin_decision(row, self._chosen.get(row.line.id, ()))
        part = self._controller.part_about(row.family)
        open_form(self._session, slot, {}, draft=draft, part=part)
        self._after("A decision is open in its form; left with Esc it waits as a draft.")

    def _after(self, words: str) -> None:
        """Something was done: say it, with the cursor on the row that has moved up."""
        at = self.query_one(OptionList).highlighted
        self._fill(at=at)
        self._say(words)

    @on(MoveToFamily)
    def _move(self) -> None:
        row = self.row
        if row is None or not self._controller.is_meeting:
            self._say("This session is about one family, or none.", names=False)
            return
        named = {family for _, family in self.desk.named_elsewhere(row)}
        if len(named) == 1:
            self._to(row, named.pop())
            return
        self._asks_family = True
        labels = "  ".join(
            f"{number} {self._family(family)}" for number, family in enumerate(self._controller.family_order, 1)
        )
        self._say(f"Which family? {labels}")

    def _to_family(self, row: TrayRow, number: int) -> None:
        families = self._controller.family_order
        self._asks_family = False
        if 0 < number <= len(families) and families[number - 1] != row.family:
            self._to(row, families[number - 1])
        else:
            self._say("The line stays where it is.", names=False)

    def _to(self, row: TrayRow, family: str) -> None:
        moved = self.desk.move(row, family)
        rows = self.desk.rows()
        self._fill(at=next((at for at, known in enumerate(rows) if known.line.id == moved.line.id), None))
        self._say(f"Now in the tray of {self._family(family)}: a letter places it there.")

    @on(ChangeWords)
    def _change_words(self) -> None:
        row = self.row
        if row is None:
            return

        def changed(words: str | None) -> None:
            if words:
                self.desk.change_words(row, words)
                self._alerts.pop(row.line.id, None)
                self._after("The words are changed.")

        self.app.push_screen(AskScreen("The words of this line", start=" ".join(row.line.text.split())), changed)

    @on(DiscardLine)
    def _throw_away(self) -> None:
        row = self.row
        if row is not None:
            self.desk.discard(row)
            self._after("Thrown away. Ctrl+Z brings it back until the session closes.")

    @on(PlaceReady)
    def _place_ready(self) -> None:
        ready = [row for row in self.rows if self.desk.is_ready(row, self._chosen.get(row.line.id, ()))]
        if not ready:
            self._say("No line is ready: a mark, and for whom it is, make it so.", names=False)
            return

        def decided(choice: str | None) -> None:
            if choice == "place":
                for row in ready:
                    kind = self.desk.kind_of(row)
                    if kind is not None:
                        self._placed(row, kind, self.chosen_in(row))

        placings = [self._told(row) for row in ready]
        choices = [("place", f"Place {'it' if len(ready) == 1 else f'these {len(ready)}'}"), ("back", "Not yet")]
        self.app.push_screen(ChooseScreen("What is ready, and where it goes", choices, "\n".join(placings)), decided)

    def _told(self, row: TrayRow) -> str:
        kind = self.desk.kind_of(row)
        words = MASK if self._is_covered(row) else self.desk.read_back(row, kind, self.chosen_in(row)) if kind else ""
        return f"• {words}"

    @on(TakeBackPlacing)
    def _take_back(self) -> None:
        words = self.desk.take_back()
        if words and self._done and words.startswith("placed"):
            self._done.pop()
        self._asked = None
        self._after(f"Taken back: {words}." if words else "Nothing was done here that can be taken back.")

    def _reveal(self, row: TrayRow) -> None:
        """Show a covered line to the room, after a yes; never one that names another family, or is for a worker."""
        if row.line.mark == "for_presenter" or row.line.destination.value == "private":
            self._say("This line is for one person: it cannot be shown here.", names=False)
            return
        if self.desk.named_elsewhere(row) or row.family != self.desk.family:
            self._say("This line speaks of another family: it cannot be shown here.", names=False)
            return

        def decided(choice: str | None) -> None:
            if choice == "show":
                self._shown_to_room.add(row.line.id)
                self._fill()

        choices = [("stay", "Leave it covered"), ("show", "Show this line to everybody who sees the screen")]
        self.app.push_screen(ChooseScreen("Others see this screen. Show them this line?", choices), decided)

    @on(BackToStage)
    def _back(self) -> None:
        if self._asked is not None or self._asks_family:
            self._asked, self._asks_family = None, False
            self._say("")
            self._show_line()
            return
        self.dismiss(self.desk.placed)
