"""Two pictures of one family side by side: as two people see the ties, or on two days; what differs, in words below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from supervision_tui.family.views.comparison import Differing, Side, days, differing, views
from supervision_tui.tui.app_services.room_view import Shows
from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import shown
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen, TellScreen
from supervision_tui.tui.studio.line_prompt import still_there
from supervision_tui.tui.studio.time_travel import turning_days
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from supervision_tui.genogram import Scene
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.tui.studio.screen import StudioScreen  # noqa: F401 - named in a base below
    from supervision_tui.workspace.editing.family_editor import Board

BESIDE_FROM = 110
"""Columns from which the two stand beside each other; in a smaller terminal one stands above the other."""
NOTHING = "Nothing differs."


class BackFromSides(Command["SideScreen"]):
    """Go back to the drawing."""

    key, words = "escape", "Back"

    def run(self) -> None:
        self.screen.dismiss()


class SideScreen(CommandScreen):
    """Two drawings of one family, everybody at the same place in both.

    Args:
        board: the family and where everybody stands; nothing is changed here.
        left: the first picture.
        right: the second, of the same kind.
        person: whoever is selected.
    """

    app: SupervisionApp
    room_shows = Shows.FAMILY
    AUTO_FOCUS = "#differing"
    COMMANDS_HERE = (BackFromSides,)
    ABOUT = (
        "The family twice: as two people see what is between them, or on two days. What differs bears a sign and is "
        "told in words below; going through these words leads through both drawings. Tab goes into a drawing."
    )

    def __init__(self, board: Board, left: Side, right: Side, person: str) -> None:
        super().__init__()
        self.board, self.person = board, person
        self.sides = (left, right)
        self.found: tuple[Differing, ...] = ()

    @property
    def room_family(self) -> str:
        """Whose words these are."""
        return self.board.family.id

    def compose(self) -> ComposeResult:
        """Where we are, the two drawings, what differs, the keys."""
        yield TopLine()
        with Container(id="sides"):
            for side in self.sides:
                yield Vertical(Static(shown(side.words, "bold"), classes="side"))
        yield OptionList(id="differing", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        """Draw both."""
        self.query_one(TopLine).say(shown(f"Side by side · {self.board.family.title}", "bold"))
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Beside each other where there is room."""
        self.query_one("#sides").set_class(event.size.width >= BESIDE_FROM, "beside")

    @work(thread=True, exclusive=True)
    def _draw(self) -> None:
        from supervision_tui.genogram import Drawing, Options, scene_of  # noqa: PLC0415 - loads the layout

        family, placed = self.board.family, self.board.lay_out()
        found = differing(family, *self.sides)
        marked = frozenset(one for each in found for one in each.marked)
        view = Options(view="family" if self.sides[0].day else "ties", marked=marked)
        scenes = [
            scene_of(Drawing(side.part(family), placed, view), ascii_only=self.app.ascii_only) for side in self.sides
        ]
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, scenes, found)

    def _show(self, scenes: list[Scene], found: tuple[Differing, ...]) -> None:
        if not still_there(self):
            return
        self.found = found
        size = max(one.width for one in scenes), max(one.height for one in scenes)
        render_file = [GenogramView(scene, selected=self.person, size=size) for scene in scenes]
        for view, place in zip(render_file, self.query("#sides Vertical"), strict=True):
            place.mount(view)
        for one, other in (render_file, render_file[::-1]):
            self.watch(one, "scroll_x", partial(_along, other, "x"), init=False)
            self.watch(one, "scroll_y", partial(_along, other, "y"), init=False)
        words = self.query_one("#differing", OptionList)
        words.add_options([Option(shown(each.words)) for each in found] or [Option(shown(NOTHING), disabled=True)])
        words.highlighted = 0 if found else None

    @on(GenogramView.Selected)
    def _walked(self) -> None:
        """Somebody walks through one of the drawings: the other follows, never the other way round."""
        if isinstance(self.focused, GenogramView):
            self._go_to(self.focused.selected)

    @on(OptionList.OptionHighlighted, "#differing")
    def _told(self, event: OptionList.OptionHighlighted) -> None:
        for person in self.found[event.option_index].people[:1]:
            self._go_to(person)

    def _go_to(self, person: str) -> None:
        for view in self.query(GenogramView):
            if person in view.scene.regions:
                view.selected = person


def _along(view: GenogramView, axis: str, to: float) -> None:
    """Scroll *view* as the other was scrolled, at once: what came later would be answered by the other for ever."""
    view.scroll_to(**{axis: to}, animate=False, immediate=True)  # type: ignore[arg-type]  # x or y


class SideBySide(Command["StudioScreen"]):
    """See the family twice, side by side: as two people see the ties, or on two days, with what differs."""

    key, words, quiet = "g", "Side by side", True
    NONE: ClassVar[str] = (
        "There is only one picture so far. Say whose view a tie is (t, then: Nan close, says Robin), "
        "or when something began or ended."
    )

    @property
    def possible(self) -> bool:
        return bool(self.screen.selected) and not self.screen.writing

    def run(self) -> None:
        from supervision_tui.genogram import reference_date  # noqa: PLC0415 - seldom needed

        here, family = self.screen, self.screen.board.family
        kinds = (views(family), days(family, turning_days(family), reference_date(family)))
        sides = [side for kind in kinds for side in kind]
        if not sides:
            here.app.push_screen(TellScreen("Side by side", self.NONE))
            return

        def first(found: str | None) -> None:
            if found is not None:
                left = sides[int(found)]
                self._second(left, [one for one in sides if (one.day is None) == (left.day is None) and one != left])

        here.app.push_screen(ChooseScreen("What should stand first?", _rows(sides)), first)

    def _second(self, left: Side, sides: list[Side]) -> None:
        here = self.screen

        def second(found: str | None) -> None:
            if found is not None:
                here.app.push_screen(SideScreen(here.board, left, sides[int(found)], here.selected))

        here.app.push_screen(ChooseScreen("And what beside it?", _rows(sides)), second)


def _rows(sides: list[Side]) -> list[tuple[str, str]]:
    kinds = {True: "What is between them", False: "The family"}
    return [(str(at), f"{kinds[side.day is None]} {side.words}") for at, side in enumerate(sides)]


SIDE_COMMANDS: tuple[type[Command[Any]], ...] = (SideBySide,)
