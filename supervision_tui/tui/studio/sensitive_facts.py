"""What is handled with care in a family, as a list: harm, what is not told to somebody, homes that are not recorded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.app_services.room_view import Shows
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import lines, shown
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.screens.dialogs.form import AnswerError, Part, PartsScreen
from supervision_tui.tui.studio.commands import Back, Redo, Undo
from supervision_tui.tui.studio.line_prompt import AskingScreen
from supervision_tui.tui.studio.sensitive_fact_forms import FORMS, fact_form, harm_form, parent_form, person_form
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.editing.form_fields import FieldValueError, names_in
from supervision_tui.workspace.editing.sensitive_facts import (
    HARM_CHANGES,
    KEPT_CHANGES,
    Careful,
    careful,
    ease,
    mark_home,
)

if TYPE_CHECKING:
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace.editing.family_editor import Board

NOTHING = (
    "Nothing is marked yet.",
    "",
    "w   a worry that somebody harms somebody",
    "s   something that must not reach somebody",
    "p   who a parent is: not sure, or not told",
    "m   somebody who must not be known to be here",
    "h   a home that is not safe to record",
)


class CareCommand(Command["CareScreen"]):
    """A command that needs no line to be open."""

    @property
    def possible(self) -> bool:
        return not self.screen.writing


class Worry(CareCommand):
    """Note a worry that somebody harms somebody: who, whom, how. It changes what is asked and what is told."""

    key, words = "w", "Harm"

    def run(self) -> None:
        harm_form(self.screen)


class Secret(CareCommand):
    """Note something that must not reach somebody, or not the children yet."""

    key, words = "s", "Not to be told"

    def run(self) -> None:
        fact_form(self.screen)


class UnsureParent(CareCommand):
    """Say that a parent of whoever was selected is not sure, or that the child does not know."""

    key, words = "p", "A parent"

    @property
    def possible(self) -> bool:
        return super().possible and bool(self.screen.board.family.parentages_of(self.screen.person))

    def run(self) -> None:
        screen, family = self.screen, self.screen.board.family
        links = family.parentages_of(screen.person)
        if len(links) == 1:
            parent_form(screen, links[0].id)
            return
        choices = [(one.id, names_in(family, tuple(one.parents))) for one in links]

        def chosen(link: str | None) -> None:
            if link is not None:
                parent_form(screen, link)

        screen.app.push_screen(ChooseScreen("Which parents?", choices), chosen)


class NotKnownHere(CareCommand):
    """Say that somebody must not learn that whoever was selected is on the drawing, or that it is a family secret."""

    key, words = "m", "A person"

    def run(self) -> None:
        person_form(self.screen, self.screen.person)


class UnsafeHome(CareCommand):
    """Say that a home is not safe to record: neither its name nor its address stands in anything that leaves here."""

    key, words = "h", "A home"

    @property
    def possible(self) -> bool:
        return super().possible and bool(self.screen.board.family.households)

    def run(self) -> None:
        homes = ", ".join(home.name for home in self.screen.board.family.households)
        act = partial(mark_home, self.screen.board)
        self.screen.ask("Which home must not be recorded?", homes, act)


class ChangeCare(CareCommand):
    """Change what is under the cursor."""

    key, words, quiet = "enter", "Change", True

    @property
    def possible(self) -> bool:
        return super().possible and self.screen.chosen is not None

    def run(self) -> None:
        one = self.screen.chosen
        if one is not None and one.kind in FORMS:
            FORMS[one.kind](self.screen, one.part)


class TakeCareOff(ChangeCare):
    """Take it off: the worry or the fact goes, the rest may be known. Ctrl+Z brings it back."""

    key, words, quiet = "delete", "Take off", True

    def run(self) -> None:
        one = self.screen.chosen
        if one is not None:
            ease(self.screen.board, one)
            self.screen.draw()


class CareScreen(AskingScreen):
    """What is handled with care, and what that changes.

    Args:
        board: the family, its steps and how it is kept: the studio's own.
        person: who was selected: the forms begin with them.
        done: called when this is left.
    """

    app: SupervisionApp
    room_shows = Shows.HIDDEN
    AUTO_FOCUS = "#rows"
    COMMANDS_HERE: ClassVar[tuple[type[Command[Any]], ...]] = (
        Worry, Secret, UnsureParent, NotKnownHere, UnsafeHome, ChangeCare, TakeCareOff, Undo, Redo, Back,
    )  # fmt: skip
    ABOUT = (
        "What is handled with care here: harm, what must not reach somebody, homes that are not recorded. "
        "You set it, the program never does. Enter changes a line, Delete takes it off, Ctrl+Z takes a step back."
    )

    def __init__(self, board: Board, person: str, done: Callable[[], None] = lambda: None) -> None:
        super().__init__(board)
        self.person = person
        self._done = done

    @property
    def room_family(self) -> str:
        """Whose words these are."""
        return self.board.family.id

    def compose(self) -> ComposeResult:
        """Where we are, the list, what it changes, the line, the keys."""
        yield TopLine()
        yield Static(lines(*NOTHING), id="no_rows")
        yield OptionList(id="rows", markup=False)
        yield Static("", id="who")
        yield from self.line_widgets()
        yield Keys()

    def on_mount(self) -> None:
        """Show the list."""
        self.query_one(TopLine).say(shown(f"With care · {self.board.family.title}", "bold"))
        self.draw()

    def draw(self) -> None:
        """The list, with the cursor where it was."""
        rows = careful(self.board.family)
        options = self.query_one("#rows", OptionList)
        before = options.highlighted or 0
        options.set_options([Option(shown(one.words), id=one.key) for one in rows])
        options.highlighted = min(before, len(rows) - 1) if rows else None
        self.query_one("#no_rows").display = not rows
        options.display = True
        self._say_changes()

    @on(OptionList.OptionHighlighted, "#rows")
    def _say_changes(self) -> None:
        one = self.chosen
        told = "" if one is None else HARM_CHANGES if one.kind == "harm" else KEPT_CHANGES
        self.query_one("#who", Static).update(shown(f"What this changes: {told}" if told else ""))
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#rows")
    def _change(self) -> None:
        self.action_obey("ChangeCare")

    @property
    def chosen(self) -> Careful | None:
        """The row under the cursor."""
        at = self.query_one("#rows", OptionList).highlighted
        rows = careful(self.board.family)
        return rows[at] if at is not None and at < len(rows) else None

    @property
    def who(self) -> str:
        """The name of who was selected."""
        found = self.board.family.find(self.person)
        return str(found.name) if found else ""

    def form(self, title: str, parts: list[Part], keep: Callable[[dict[str, str]], None]) -> None:
        """Ask for *parts* and keep them; what is not understood is told beside its line."""

        def kept(words: dict[str, str]) -> None:
            try:
                keep(words)
            except FieldValueError as unclear:
                raise AnswerError(unclear.field, str(unclear)) from None
            except ValueError as refused:
                raise AnswerError(parts[0].id, str(refused)) from None

        self.app.push_screen(PartsScreen(title, parts, kept), lambda _kept: self.draw())

    def line_closed(self) -> None:
        """The keys walk through the list again."""
        self.query_one("#rows").focus()

    def leave(self) -> None:
        """Back to the drawing."""
        self._done()
        self.dismiss()
