"""The four places and the keys that lead to them: shared by every screen that is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.app_services.room_view import MASK, Shows, declare
from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import shown
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace import Workspace


class Place(CommandScreen):
    """A screen that is one of the places. Subclasses give ``NAME`` and :meth:`body`."""

    app: SupervisionApp
    room_shows = Shows.HIDDEN
    NAME: ClassVar[str] = ""

    @property
    def workspace(self) -> Workspace:
        """The open workspace."""
        return self.app.workspace

    def compose(self) -> ComposeResult:
        """A line that says where we are, the place itself, the keys."""
        yield declare(TopLine(), Shows.PROGRAM)
        yield from self.body()
        yield Keys()

    def body(self) -> ComposeResult:
        """What stands in this place."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Say where we are."""
        self.say_where()

    def on_screen_resume(self) -> None:
        """Something may have changed while another screen was in front."""
        self.fill()

    def room_changed(self) -> None:
        """Room view came or went."""
        self.fill()

    def fill(self) -> None:
        """Bring what is shown up to date."""

    def say_where(self) -> None:
        """Fill the top line."""
        demo = "  ·  demonstration, gone when you close it" if self.workspace.throw_away else ""
        self.query_one(TopLine).say(shown(f"{self.NAME}  ·  {self.workspace.today_in_words()}{demo}"))


class GoToday(Command[Place]):
    """Where sessions are started and gone on with."""

    key, words = "1", "Today"

    def run(self) -> None:
        from supervision_tui.tui.screens.today.today import TodayScreen  # noqa: PLC0415 - places know one another

        self.screen.app.switch_screen(TodayScreen())


class GoFamilies(Command[Place]):
    """The families you think about: who they are, drawn and in words."""

    key, words = "2", "Families"

    def run(self) -> None:
        from supervision_tui.tui.screens.families.families import FamiliesScreen  # noqa: PLC0415 - places know one another

        self.screen.app.switch_screen(FamiliesScreen())


class GoPeople(Command[Place]):
    """Who works here, teams and pods, supervision agreements, and when supervision is due."""

    key, words = "3", "People"

    def run(self) -> None:
        from supervision_tui.tui.screens.people.people import PeopleScreen  # noqa: PLC0415 - places know one another

        self.screen.app.switch_screen(PeopleScreen())


class GoRecords(Command[Place]):
    """The records that your sessions left, to read back, copy or export."""

    key, words = "4", "Records"

    def run(self) -> None:
        from supervision_tui.tui.screens.records.records import RecordsScreen  # noqa: PLC0415 - places know one another

        self.screen.app.switch_screen(RecordsScreen())


class GoNotebook(Command[Place]):
    """The notebook itself: its copies, what should go, what opens it, when it locks."""

    key, words = "n", "Notebook"

    def run(self) -> None:
        from supervision_tui.tui.screens.notebook.notebook import NotebookScreen  # noqa: PLC0415 - places know one another

        self.screen.app.switch_screen(NotebookScreen())


class Find(Command[Place]):
    """Jump anywhere by a few letters, or search the words of sessions and records."""

    key, words = "slash", "Find"

    def run(self) -> None:
        self.screen.app.action_jump()


PLACES: tuple[type[Command[Any]], ...] = (GoToday, GoFamilies, GoPeople, GoRecords, Find)


class Panel(Vertical):
    """A titled list in a place, with words for when it is empty. In room view its rows are masked by itself."""

    app: SupervisionApp
    room_shows = Shows.SORTED

    def __init__(self, title: str, empty: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(classes="place", id=id)
        self.border_title = title
        self._empty = empty

    def compose(self) -> ComposeResult:
        """The list, or the words that say what could stand here."""
        yield OptionList(markup=False)
        yield Static(shown(self._empty), classes="quiet")

    def fill(self, rows: list[tuple[str, Content]], shows: Shows = Shows.HIDDEN) -> None:
        """Show *rows* of (id, words); in room view only those that say that they are the program's, or sorted."""
        if self.app.room.on and shows is Shows.HIDDEN:
            rows = [(key, shown(MASK)) for key, _ in rows]
        options = self.query_one(OptionList)
        at = options.highlighted
        options.set_options([Option(words, id=key) for key, words in rows])
        if rows:
            options.highlighted = min(at or 0, len(rows) - 1)
        options.display = bool(rows)
        self.query_one(Static).display = not rows
