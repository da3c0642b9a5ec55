"""A drawing above a list of what it shows, for the ecomap and the timeline: what is added is for the person chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from supervision_tui import genogram
from supervision_tui.family.views import without_hidden
from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.studio.commands import DrawingCommand, ExportDrawing, FindPerson, GoBack, RedoEdit, UndoEdit
from supervision_tui.tui.studio.export_drawing import export_drawing
from supervision_tui.tui.studio.line_prompt import LinePromptScreen, is_mounted_and_complete
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.genogram import Drawing, Scene, View
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.editing import FamilyEditor


ARROWS = "left, right: somebody else   Enter: change   Delete: take off"


class RowCommand(DrawingCommand):
    """A command on the row under the cursor."""


class NextPerson(DrawingCommand):
    """Choose the next person: what you add then is theirs."""

    key, label, hide_in_footer = "right", "Somebody else", True


class PreviousPerson(DrawingCommand):
    """Choose the person before."""

    key, label, hide_in_footer = "left", "The person before", True


LIST_COMMANDS = (NextPerson, PreviousPerson, FindPerson, ExportDrawing, UndoEdit, RedoEdit, GoBack)
"""What can be done on every drawing with a list."""


class DrawingListScreen(LinePromptScreen):
    """A drawing of a family that is not its genogram, with a list to work in.

    Args:
        editor: the family, its steps and how it is saved: the studio's own.
        person: the id of the person for whom things are added first.
        focus: ids of the children whom the session is about; the family's own when empty.
        on_close: called when the screen is left.
    """

    app: Program
    room_visibility = RoomVisibility.FAMILY
    AUTO_FOCUS = "#rows"
    view: ClassVar[View]
    NAME: ClassVar[str]
    NOTHING: ClassVar[Sequence[str]]
    """What stands in place of an empty list."""
    WHO: ClassVar[str]
    """Who is chosen, with {name}."""
    CHANGE: ClassVar[type[Command]]
    """What Enter does on a row."""

    def __init__(
        self,
        editor: FamilyEditor,
        person: str,
        focus: tuple[str, ...] = (),
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(editor)
        self.person = person
        self.focus_children = focus or editor.family.focus
        self._on_close = on_close

    def compose(self) -> ComposeResult:
        """Where we are, the drawing, the list, who is chosen, the line, the keys."""
        yield TopLine()
        yield Static(stacked(*self.NOTHING), id="no_rows")
        yield ChoiceList(id="rows", markup=False)
        yield Static(id="who")
        yield from self.line_widgets()
        yield Keys()

    def on_mount(self) -> None:
        """Draw."""
        title = self.editor.family.title
        self.query_one(TopLine).say(
            *(content(f"{self.NAME} · {form}", "bold") for form in (title, family_short_title(title)))
        )
        self.draw()

    def rows(self) -> list[tuple[str, Content]]:
        """(id, words) of everything in the list, in its order."""
        raise NotImplementedError

    @property
    def shown_family(self) -> Family:
        """The family, in room view without what is kept from somebody."""
        family = self.editor.family
        return without_hidden(family) if self.app.room.on else family

    def room_changed(self) -> None:
        """In room view less is shown."""
        self.draw()

    # --- the drawing --------------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Show what stands now; the genogram itself where nobody is left."""
        family = self.editor.family
        if not family.persons:
            self.leave()
            return
        if family.find(self.person) is None:
            self.person = family.persons[0].id
        self.fill()
        self._show_person()
        self._render_scene()

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

    def _show_person(self) -> None:
        name = self.editor.family.person(self.person).short_name
        words = inline(content(self.WHO.format(name=name), "bold"), content(f"   {ARROWS}", "$foreground 70%"))
        self.query_one("#who", Static).update(words)

    @work(thread=True, exclusive=True)
    def _render_scene(self) -> None:
        family, placed = self.shown_family, self.editor.lay_out()
        drawing = genogram.Drawing(family, placed, genogram.Options(view=self.view, focus=self.focus_children))
        scene = genogram.scene_of(drawing, ascii_only=self.app.ascii_only)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_scene, scene, drawing)

    def _show_scene(self, scene: Scene, drawing: Drawing) -> None:
        if not is_mounted_and_complete(self):
            return
        self.scene_shown(drawing)
        views = self.query(GenogramView)
        if views:
            views.first().show(scene, self.person)
        else:
            self.mount(GenogramView(scene, selected=self.person), before="#no_rows")

    def scene_shown(self, drawing: Drawing) -> None:
        """The drawing is there: what the list can take from it."""

    @on(GenogramView.Selected)
    def _person_selected(self, event: GenogramView.Selected) -> None:
        self.person = event.person
        self._show_person()

    # --- choosing -----------------------------------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#rows")
    def _row_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.selected = str(event.option_id)
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#rows")
    async def _row_opened(self) -> None:
        await self.action_run_command(self.CHANGE.__name__)

    @property
    def highlighted_id(self) -> str:
        """The id of the row under the cursor, or nothing."""
        options = self.query_one("#rows", OptionList)
        if options.highlighted is None:
            return ""
        return str(options.get_option_at_index(options.highlighted).id)

    @enabled_when(RowCommand)
    def _has_row(self) -> bool:
        return bool(self.highlighted_id)

    @on(NextPerson)
    def _next_person(self) -> None:
        self.select_next(1)

    @on(PreviousPerson)
    def _previous_person(self) -> None:
        self.select_next(-1)

    @on(ExportDrawing)
    def _export(self) -> None:
        export_drawing(self)

    def select_next(self, step: int) -> None:
        """Select the person *step* further on: children in focus first, then their homes, then everybody."""
        family = self.editor.family
        near = [person.id for child in self.focus_children for person in family.living_with(child)]
        order = list(dict.fromkeys([*self.focus_children, *near, *(person.id for person in family.persons)]))
        self.select_person(order[(order.index(self.person) + step) % len(order)])

    def select_person(self, person: str) -> None:
        """Select somebody: what is added is theirs."""
        self.person = person
        for view in self.query(GenogramView):
            view.selected = person
        self._show_person()

    def return_focus(self) -> None:
        """The keys walk through the list again."""
        self.query_one("#rows").focus()

    def leave(self) -> None:
        """Go back to the genogram."""
        self._on_close()
        self.dismiss()
