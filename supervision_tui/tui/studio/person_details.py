"""Every field of whoever is selected, part by part: Enter opens a part as a form, `n` adds one, Delete removes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.family.edits.changes import EditError
from supervision_tui.family.model.base import Shape
from supervision_tui.family.model.unions import Union, UnionChange
from supervision_tui.tui.app_services.room_view import Shows
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import beside, shown
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.screens.dialogs.form import AnswerError, Part, PartsScreen
from supervision_tui.tui.studio.commands import Back, Redo, Undo
from supervision_tui.tui.studio.line_prompt import AskingScreen
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.editing.form_fields import FieldValueError, at_first, choices, how, needed, told
from supervision_tui.workspace.editing.person_details import (
    NEW,
    PARTNER,
    WORDS,
    Particular,
    add,
    keep,
    particulars,
    take_off,
)

if TYPE_CHECKING:
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace.editing.family_editor import Board

HINTS = {"date": "2019-04, ~1987, spring 2019", "people": "names on the drawing", "who": "a name, or words"}


class PartCommand(Command["ParticularsScreen"]):
    """A command that needs no line to be open."""

    @property
    def possible(self) -> bool:
        return not self.screen.writing


class ChangePart(PartCommand):
    """Open the part under the cursor: every field of it, with what stands there."""

    key, words = "enter", "Change"

    def run(self) -> None:
        one = self.screen.chosen
        if one is None:
            return
        screen, family = self.screen, self.screen.board.family
        parts = [
            _part(type(one.part), field, words, told(family, one.part, field)) for field, words in WORDS[type(one.part)]
        ]
        screen.form(one.title.strip(), parts, lambda said: keep(screen.board, one, said))


class AddPart(PartCommand):
    """Add something: health, a status, a move, a culture, further parents, a union, a turn in a union."""

    key, words = "n", "Add"

    def run(self) -> None:
        screen = self.screen
        names = list(NEW)
        unions = screen.board.family.unions_of(screen.person)
        offered = [(name, name) for name in names if NEW[name] is not UnionChange or unions]

        def chosen(name: str | None) -> None:
            if name is not None:
                _new(screen, NEW[name], name)

        screen.app.push_screen(ChooseScreen("What is to be added?", offered), chosen)


class TakePartOff(PartCommand):
    """Take the part under the cursor off. Ctrl+Z brings it back."""

    key, words, quiet = "delete", "Take off", True

    def run(self) -> None:
        one = self.screen.chosen
        if one is None:
            return
        try:
            take_off(self.screen.board, one)
        except EditError as refused:
            self.screen.say(str(refused), trouble=True)
        else:
            self.screen.draw()


def _part(model: type[Shape], field: str, words: str, value: str) -> Part:
    hint = HINTS.get(how(model, field), "")
    return Part(field, words, value, hint, needed=needed(model, field), choices=choices(model, field))


def _new(screen: ParticularsScreen, model: type[Shape], title: str) -> None:
    """Ask for a new part; a turn stands in the union under the cursor, or in the last one."""
    parts = [_part(model, field, words, at_first(model, field)) for field, words in WORDS[model]]
    owner: Shape | None = None
    if model is Union:
        parts.insert(0, Part(PARTNER, "With whom", "", HINTS["people"], needed=True))
    if model is UnionChange:
        here = screen.chosen.part if screen.chosen else None
        owner = here if isinstance(here, Union) else screen.board.family.unions_of(screen.person)[-1]
    screen.form(title, parts, lambda said: add(screen.board, model, said, screen.person, owner))


class ParticularsScreen(AskingScreen):
    """Everything that is known of somebody.

    Args:
        board: the family, its steps and how it is kept: the studio's own.
        person: who is selected.
        done: called when this is left.
    """

    app: SupervisionApp
    room_shows = Shows.HIDDEN
    AUTO_FOCUS = "#rows"
    COMMANDS_HERE: ClassVar[tuple[type[Command[Any]], ...]] = (ChangePart, AddPart, TakePartOff, Undo, Redo, Back)
    ABOUT = (
        "Everything that is known of somebody, part by part. Enter opens a part with all its fields; what may stay "
        "empty says so. What must not reach somebody, and harm, are set with w in the drawing."
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
        """Where we are, the parts, what is refused, the keys."""
        yield TopLine()
        yield OptionList(id="rows", markup=False)
        yield Static(shown("Enter: change   n: add   Delete: take off", "$foreground 70%"), id="who")
        yield from self.line_widgets()
        yield Keys()

    def on_mount(self) -> None:
        """Show the parts."""
        self.draw()

    def draw(self) -> None:
        """Every part with what stands in it in a few words; the drawing itself where nobody is left."""
        family = self.board.family
        found = family.find(self.person)
        if found is None:
            self.leave()
            return
        self.query_one(TopLine).say(shown(f"{found.name} · {family.title}", "bold"))
        options = self.query_one("#rows", OptionList)
        before = options.highlighted or 0
        rows = particulars(family, self.person)
        options.set_options(
            [Option(beside(shown(f"{one.title}   ", "bold"), shown(one.words or "nothing said yet"))) for one in rows]
        )
        options.highlighted = min(before, len(rows) - 1)
        self.say("")

    @on(OptionList.OptionSelected, "#rows")
    def _change(self) -> None:
        self.action_obey("ChangePart")

    @property
    def chosen(self) -> Particular | None:
        """The part under the cursor."""
        at = self.query_one("#rows", OptionList).highlighted
        rows = particulars(self.board.family, self.person)
        return rows[at] if at is not None and at < len(rows) else None

    def form(self, title: str, parts: list[Part], act: Callable[[dict[str, str]], None]) -> None:
        """Ask for *parts* and keep them; what is not understood is told beside its line."""

        def kept(said: dict[str, str]) -> None:
            try:
                act(said)
            except FieldValueError as unclear:
                raise AnswerError(unclear.field, str(unclear)) from None
            except ValueError as refused:
                raise AnswerError(parts[0].id, str(refused)) from None

        self.app.push_screen(PartsScreen(title, parts, kept), lambda _kept: self.draw())

    def line_closed(self) -> None:
        """The keys walk through the parts again."""
        self.query_one("#rows").focus()

    def leave(self) -> None:
        """Back to the drawing."""
        self._done()
        self.dismiss()
