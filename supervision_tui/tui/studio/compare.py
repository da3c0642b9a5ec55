"""Two pictures of one family side by side: as two people see the ties, or on two days; what differs, in words below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from supervision_tui import genogram
from supervision_tui.family.patterns import relational_changes
from supervision_tui.family.views import (
    Difference,
    Perspective,
    compare,
    days_to_compare,
    perspectives_of,
    without_hidden,
)
from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.studio.line_prompt import is_mounted_and_complete
from supervision_tui.tui.studio.time_travel import year_ends_with_changes
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.genogram import Scene
    from supervision_tui.tui.base import Program
    from supervision_tui.tui.studio.studio_base import StudioBase
    from supervision_tui.workspace.editing import FamilyEditor

BESIDE_FROM = 110
"""Columns from which the two stand beside each other; in a smaller terminal one stands above the other."""
NOTHING = "Nothing differs."


class LeaveComparison(Command):
    """Go back to the drawing."""

    key, label = "escape", "Back"


class ComparisonScreen(CommandScreen):
    """Two drawings of one family, everybody at the same place in both.

    Args:
        editor: the family and where everybody stands; nothing is changed here.
        left: the first picture.
        right: the second, of the same kind.
        person: the id of the person selected.
    """

    app: Program
    room_visibility = RoomVisibility.FAMILY
    AUTO_FOCUS = "#differing"
    COMMANDS_HERE = (LeaveComparison,)
    ABOUT = (
        "The family twice: as two people see what is between them, or on two days. What differs bears a sign and is "
        "told in words below; going through these words leads through both drawings. Tab goes into a drawing."
    )

    def __init__(self, editor: FamilyEditor, left: Perspective, right: Perspective, person: str) -> None:
        super().__init__()
        self.editor, self.person = editor, person
        self.sides = (left, right)
        self.differences: tuple[Difference, ...] = ()

    @property
    def room_family(self) -> str:
        """The id of the family whose words stand here."""
        return self.editor.family.id

    def compose(self) -> ComposeResult:
        """Where we are, the two drawings, what differs, the keys."""
        yield TopLine()
        with Container(id="sides"):
            for side in self.sides:
                yield Vertical(Static(content(side.words, "bold"), classes="side"))
        yield ChoiceList(id="differing", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        """Draw both."""
        title = self.editor.family.title
        self.query_one(TopLine).say(
            *(content(f"Side by side · {form}", "bold") for form in (title, family_short_title(title)))
        )
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Beside each other where there is room."""
        self.query_one("#sides").set_class(event.size.width >= BESIDE_FROM, "beside")

    @work(thread=True, exclusive=True)
    def _draw(self) -> None:
        whole, placed = self.editor.family, self.editor.lay_out()
        family = without_hidden(whole) if self.app.room.on else whole
        differences = (*compare(family, *self.sides), *joined_or_parted(family, *self.sides))
        marked = frozenset(person for difference in differences for person in difference.marked)
        view = genogram.Options(view="family" if self.sides[0].day else "ties", marked=marked)
        scenes = [
            genogram.scene_of(genogram.Drawing(side.part(family), placed, view), ascii_only=self.app.ascii_only)
            for side in self.sides
        ]
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, scenes, differences)

    def _show(self, scenes: list[Scene], differences: tuple[Difference, ...]) -> None:
        if not is_mounted_and_complete(self):
            return
        self.differences = differences
        size = max(scene.width for scene in scenes), max(scene.height for scene in scenes)
        views = [GenogramView(scene, selected=self.person, size=size) for scene in scenes]
        for view, place in zip(views, self.query("#sides Vertical"), strict=True):
            place.mount(view)
        for view, other in (views, views[::-1]):
            self.watch(view, "scroll_x", partial(_scroll_along, other, "x"), init=False)
            self.watch(view, "scroll_y", partial(_scroll_along, other, "y"), init=False)
        rows = self.query_one("#differing", OptionList)
        options = [Option(content(difference.words)) for difference in differences]
        rows.add_options(options or [Option(content(NOTHING), disabled=True)])
        rows.highlighted = 0 if differences else None

    @on(LeaveComparison)
    def _leave(self) -> None:
        self.dismiss()

    @on(GenogramView.Selected)
    def _person_selected(self) -> None:
        """Somebody walks through one of the drawings: the other follows, never the other way round."""
        if isinstance(self.focused, GenogramView):
            self._select(self.focused.selected)

    @on(OptionList.OptionHighlighted, "#differing")
    def _difference_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        for person in self.differences[event.option_index].people[:1]:
            self._select(person)

    def _select(self, person: str) -> None:
        for view in self.query(GenogramView):
            if person in view.scene.regions:
                view.selected = person


def joined_or_parted(family: Family, left: Perspective, right: Perspective) -> Iterator[Difference]:
    """Between two days, who was newly joined or no longer, each with a question; never across harm."""
    if left.day is None or right.day is None:
        return
    for pattern in relational_changes(family, *sorted((left.day, right.day))):
        yield Difference(
            f"{pattern.title}. {' '.join(map(str, pattern.questions))}", pattern.who, frozenset(pattern.who)
        )


def _scroll_along(view: GenogramView, axis: str, to: float) -> None:
    """Scroll *view* as the other was scrolled, at once: what came later would be answered by the other for ever."""
    view.scroll_to(**{axis: to}, animate=False, immediate=True)  # type: ignore[arg-type]  # x or y


NOTHING_TO_COMPARE = (
    "There is only one picture so far. Say whose view a tie is (t, then: Nan close, says Robin), "
    "or when something began or ended."
)


def choose_comparison(studio: StudioBase) -> None:
    """Ask for two pictures of the same kind, and show them."""
    family = studio.editor.family
    sides = [
        *perspectives_of(family),
        *days_to_compare(family, year_ends_with_changes(family), genogram.reference_date(family)),
    ]
    if not sides:
        studio.app.push_screen(NoticeScreen("Side by side", NOTHING_TO_COMPARE))
        return

    def first_chosen(choice: str | None) -> None:
        if choice is not None:
            left = sides[int(choice)]
            same_kind = [side for side in sides if (side.day is None) == (left.day is None) and side != left]
            _choose_second(studio, left, same_kind)

    studio.app.push_screen(ChooseScreen("What should stand first?", _choices(sides)), first_chosen)


def _choose_second(studio: StudioBase, left: Perspective, sides: list[Perspective]) -> None:
    def second_chosen(choice: str | None) -> None:
        if choice is not None:
            studio.app.push_screen(ComparisonScreen(studio.editor, left, sides[int(choice)], studio.selected))

    studio.app.push_screen(ChooseScreen("And what beside it?", _choices(sides)), second_chosen)


def _choices(sides: list[Perspective]) -> list[tuple[str, str]]:
    kinds = {True: "What is between them", False: "The family"}
    return [(str(at), f"{kinds[side.day is None]} {side.words}") for at, side in enumerate(sides)]
