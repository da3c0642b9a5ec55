"""The four places and the keys that lead to them: shared by every screen that is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import content
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import MASK, RoomVisibility, declare
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace


class GoTo(Command):
    """Go to another place."""

    place: ClassVar[str] = ""
    """Its name in :data:`supervision_tui.tui.navigation.SCREENS`."""


class GoToday(GoTo):
    """Where sessions are started and gone on with."""

    key, label, place = "1", "Today", "today"


class GoFamilies(GoTo):
    """The families you think about: who they are, drawn and in words."""

    key, label, place = "2", "Families", "families"


class GoPeople(GoTo):
    """Who works here, teams and pods, supervision agreements, and when supervision is due."""

    key, label, place = "3", "People", "people"


class GoRecords(GoTo):
    """The records that your sessions left, to read back, copy or export."""

    key, label, place = "4", "Records", "records"


class GoNotebook(GoTo):
    """The notebook itself: its copies, what should go, what opens it, when it locks."""

    key, label, place = "n", "Notebook", "notebook"


class OpenLibrary(Command):
    """Every prompt, card and tool, found by a few letters; F3 opens it too."""

    key, label, hide_in_footer = "5", "Library", True


class Find(Command):
    """Jump anywhere by a few letters, or search the words of sessions and records."""

    key, label = "slash", "Find"


class Place(CommandScreen):
    """A screen that is one of the places. Subclasses give ``NAME`` and :meth:`body`."""

    app: Program
    AUTO_FOCUS = ""  # each place says itself where the cursor is: no letter lands in its search field by chance
    IS_PLACE = True
    room_visibility = RoomVisibility.HIDDEN
    NAME: ClassVar[str] = ""

    @property
    def workspace(self) -> Workspace:
        """The open workspace."""
        return self.app.workspace

    def compose(self) -> ComposeResult:
        """A line that says where we are, the place itself, the keys."""
        yield declare(TopLine(), RoomVisibility.PROGRAM)
        yield from self.body()
        yield Keys()

    def body(self) -> ComposeResult:
        """What stands in this place."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Say where we are. Subclasses fill their lists here, so the first time in front needs no second filling."""
        self._filled_on_mount = True
        self.say_where()

    def on_screen_resume(self) -> None:
        """Something may have changed while another screen was in front."""
        if self._filled_on_mount:
            self._filled_on_mount = False
        else:
            self.fill()

    def room_changed(self) -> None:
        """Room view came or went."""
        self.fill()

    def fill(self) -> None:
        """Bring what is shown up to date."""

    def say_where(self) -> None:
        """Fill the top line."""
        forms = [f"{self.NAME}  ·  {self.workspace.today_in_words()}"]
        if self.workspace.throw_away:
            short = f"{forms[0]}  ·  demonstration"
            forms = [f"{short}, gone when you close it", short, f"{self.NAME}  ·  demonstration"]
        self.query_one(TopLine).say(*map(content, forms))

    @on(GoTo)
    def _go_to(self, command: GoTo) -> None:
        self.app.switch_screen(screen(command.place))

    @on(OpenLibrary)
    def _open_library(self) -> None:
        self.app.action_library()

    @on(Find)
    def _find(self) -> None:
        self.app.action_jump()


PLACES: tuple[type[Command], ...] = (GoToday, GoFamilies, GoPeople, GoRecords, OpenLibrary, Find)


class Panel(Vertical):
    """A titled list in a place, with words for when it is empty. In room view its rows are masked by itself."""

    app: Program
    room_visibility = RoomVisibility.SORTED

    def __init__(self, title: str, empty: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(classes="place", id=id)
        self.border_title = title
        self._empty = empty

    def compose(self) -> ComposeResult:
        """The list, or the words that say what could stand here."""
        yield ChoiceList(markup=False)
        yield Static(content(self._empty), classes="quiet")

    def fill(self, rows: list[tuple[str, Content]], shows: RoomVisibility = RoomVisibility.HIDDEN) -> None:
        """Show *rows* of (id, words); in room view only those that say that they are the program's, or sorted."""
        if self.app.room.on and shows is RoomVisibility.HIDDEN:
            rows = [(key, content(MASK)) for key, _ in rows]
        options = self.query_one(OptionList)
        at = options.highlighted
        chosen = options.get_option_at_index(at).id if at is not None and options.option_count else None
        options.set_options([Option(words, id=key) for key, words in rows])
        if rows:  # the row that was chosen stays so, wherever it stands now
            keys = [key for key, _ in rows]
            options.highlighted = keys.index(chosen) if chosen in keys else min(at or 0, len(rows) - 1)
        options.display = bool(rows)
        self.query_one(Static).display = not rows
