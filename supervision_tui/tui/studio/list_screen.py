"""A drawing above a list of what it shows, for the ecomap and the timeline: what is added is for whoever is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from supervision_tui.tui.app_services.room_view import Shows
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import beside, lines, shown
from supervision_tui.tui.studio.commands import Back, Give, Redo, Undo
from supervision_tui.tui.studio.line_prompt import AskingScreen, still_there
from supervision_tui.tui.studio.person_search import begins
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from supervision_tui.genogram import Drawing, Scene, View
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace.editing.family_editor import Board


ARROWS = "left, right: somebody else   Enter: change   Delete: take off"


class SheetScreen(AskingScreen):
    """A drawing of a family that is not its genogram, with a list to work in.

    Args:
        board: the family, its steps and how it is kept: the studio's own.
        person: for whom things are added first.
        focus: ids of the children whom the session is about; the family's own when empty.
        done: called when this is left.
    """

    app: SupervisionApp
    room_shows = Shows.FAMILY
    AUTO_FOCUS = "#rows"
    view: ClassVar[View]
    NAME: ClassVar[str]
    NOTHING: ClassVar[Sequence[str]]
    """What stands in place of an empty list."""
    WHO: ClassVar[str]
    """Who is chosen, with {name}."""

    def __init__(
        self, board: Board, person: str, focus: tuple[str, ...] = (), done: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(board)
        self.person = person
        self.focus_children = focus or board.family.focus
        self._done = done

    @property
    def room_family(self) -> str:
        """Whose words these are."""
        return self.board.family.id

    def compose(self) -> ComposeResult:
        """Where we are, the drawing, the list, who is chosen, the line, the keys."""
        yield TopLine()
        yield Static(lines(*self.NOTHING), id="no_rows")
        yield OptionList(id="rows", markup=False)
        yield Static(id="who")
        yield from self.line_widgets()
        yield Keys()

    def on_mount(self) -> None:
        """Draw."""
        self.query_one(TopLine).say(shown(f"{self.NAME} · {self.board.family.title}", "bold"))
        self.draw()

    def rows(self) -> list[tuple[str, Content]]:
        """(id, words) of everything in the list, in its order."""
        raise NotImplementedError

    # --- the drawing --------------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Show what stands now; the genogram itself where nobody is left."""
        family = self.board.family
        if not family.persons:
            self.leave()
            return
        if family.find(self.person) is None:
            self.person = family.persons[0].id
        self.fill()
        self._say_who()
        self._lay_out()

    def fill(self) -> None:
        """The list, with the cursor where it was."""
        rows = self.rows()
        options = self.query_one("#rows", OptionList)
        before = options.highlighted or 0
        options.clear_options()
        options.add_options([Option(words, id=key) for key, words in rows])
        keys = [key for key, _ in rows]
        if rows:
            options.highlighted = keys.index(self.selected) if self.selected in keys else min(before, len(rows) - 1)
        self.query_one("#no_rows").display = not rows
        self.refresh_bindings()

    def _say_who(self) -> None:
        name = self.board.family.person(self.person).short_name
        told = beside(shown(self.WHO.format(name=name), "bold"), shown(f"   {ARROWS}", "$foreground 70%"))
        self.query_one("#who", Static).update(told)

    @work(thread=True, exclusive=True)
    def _lay_out(self) -> None:
        from supervision_tui.genogram import Drawing, Options, scene_of  # noqa: PLC0415 - loads the layout

        family, placed = self.board.family, self.board.lay_out()
        drawing = Drawing(family, placed, Options(view=self.view, focus=self.focus_children))
        scene = scene_of(drawing, ascii_only=self.app.ascii_only)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, scene, drawing)

    def _show(self, scene: Scene, drawing: Drawing) -> None:
        if not still_there(self):
            return
        self.drawn(drawing)
        views = self.query(GenogramView)
        if views:
            views.first().show(scene, self.person)
        else:
            self.mount(GenogramView(scene, selected=self.person), before="#no_rows")

    def drawn(self, drawing: Drawing) -> None:
        """The drawing is there: what the list can take from it."""

    @on(GenogramView.Selected)
    def _walked(self, event: GenogramView.Selected) -> None:
        self.person = event.person
        self._say_who()

    # --- choosing -----------------------------------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#rows")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        self.selected = str(event.option_id)
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#rows")
    def _change(self) -> None:
        self.action_obey("Change")

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor, or nothing."""
        options = self.query_one("#rows", OptionList)
        if options.highlighted is None:
            return ""
        return str(options.get_option_at_index(options.highlighted).id)

    def turn(self, step: int) -> None:
        """Choose the person *step* further on: children in focus first, then those they live with, then everybody."""
        family = self.board.family
        near = [one.id for child in self.focus_children for one in family.living_with(child)]
        everybody = list(dict.fromkeys([*self.focus_children, *near, *(one.id for one in family.persons)]))
        self.choose(everybody[(everybody.index(self.person) + step) % len(everybody)])

    def choose(self, person: str) -> None:
        """Choose somebody."""
        self.person = person
        for view in self.query(GenogramView):
            view.selected = person
        self._say_who()

    def line_closed(self) -> None:
        """The keys walk through the list again."""
        self.query_one("#rows").focus()

    def leave(self) -> None:
        """Go back to the genogram."""
        self._done()
        self.dismiss()


class OnSheet(Command[SheetScreen]):
    """A command that asks for a line, or needs none to be open."""

    @property
    def possible(self) -> bool:
        return not self.screen.writing


class OnRow(OnSheet):
    """A command on the row under the cursor."""

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen) and not self.screen.writing


class NextPerson(OnSheet):
    """Choose the next person: what you add then is theirs."""

    key, words, quiet = "right", "Somebody else", True

    def run(self) -> None:
        self.screen.turn(1)


class PersonBefore(OnSheet):
    """Choose the person before."""

    key, words, quiet = "left", "The person before", True

    def run(self) -> None:
        self.screen.turn(-1)


class Whom(OnSheet):
    """Choose somebody by the first letters of a name."""

    key, words, quiet = "slash", "Find somebody", True

    def run(self) -> None:
        def act(line: str) -> str:
            self.screen.choose(begins(self.screen.board.family, line))
            return self.screen.selected

        self.screen.ask("Whom are you looking for?", "the first letters of a name", act)


SHEET_COMMANDS = (NextPerson, PersonBefore, Whom, Give, Undo, Redo, Back)
"""What every drawing with a list can do."""
