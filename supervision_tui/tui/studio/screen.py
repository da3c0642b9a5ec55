"""The studio: the drawing, a sentence about whoever is selected, and one line in which people say what is so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from supervision_tui.family.views.missing_people import ghosts, with_ghosts
from supervision_tui.family.views.snapshots import as_at, changes_between
from supervision_tui.tui.app_services.room_view import Shows
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import beside, lines, shown
from supervision_tui.tui.studio.commands import STUDIO_COMMANDS
from supervision_tui.tui.studio.line_prompt import AskingScreen, still_there
from supervision_tui.tui.studio.list_panel import Below
from supervision_tui.tui.studio.missing_people import MissingList
from supervision_tui.tui.studio.neighbourhood import Nearness
from supervision_tui.tui.studio.suggestions import CuriosityPanel
from supervision_tui.tui.studio.tie_layers import Layers
from supervision_tui.tui.studio.ties import TieList
from supervision_tui.tui.studio.time_travel import stepped, turning_days
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.editing.sensitive_facts import concerns

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.genogram import Scene
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace.editing.family_editor import Board

LABELS: tuple[Literal["names", "initials", "symbols"], ...] = ("names", "initials", "symbols")
DrawnView = Literal["family", "ties", "household", "health", "culture"]
ViewName = Literal[DrawnView, "people missing"]
VIEWS: tuple[ViewName, ...] = ("family", "ties", "household", "health", "culture", "people missing")
EMPTY = (
    "Nobody is on the drawing yet. Press n and say who the child is:",
    "",
    "    Robin Bell 12          a name and an age",
    "    Robin Bell b 2010-02   a name and a month",
)
MOST_TOLD = 6
"""Changes that are told in the line; the drawing shows the rest."""


class StudioScreen(AskingScreen):
    """A family being drawn.

    Args:
        board: the family, its steps and how it is kept.
        focus: ids of the children whom the session is about; the family's own when empty.
        done: called when the studio is left.
    """

    app: SupervisionApp
    room_shows = Shows.FAMILY
    AUTO_FOCUS = ""
    COMMANDS_HERE: ClassVar[tuple[type[Command[Any]], ...]] = STUDIO_COMMANDS
    ABOUT = (
        "The family as a drawing. Arrow keys walk through it. One key says what to add beside whoever is selected; "
        "then one line says who: a name, an age or a date, f or m. All is kept at once, and Ctrl+Z takes it back."
    )

    def __init__(self, board: Board, focus: tuple[str, ...] = (), done: Callable[[], None] = lambda: None) -> None:
        super().__init__(board)
        self._focus = focus
        self._done = done
        self._labels = 0
        self._view = 0
        self.selected = next(iter(focus or board.family.focus), next((p.id for p in board.family.persons), ""))
        self.as_at: date | None = None
        self.nearness: Nearness | None = None
        self.tie_layers = Layers()

    @property
    def focus_children(self) -> tuple[str, ...]:
        """Ids of the children whom the work is about."""
        return self._focus or self.board.family.focus

    @property
    def room_family(self) -> str:
        """Whose words these are."""
        return self.board.family.id

    def compose(self) -> ComposeResult:
        """Where we are, the drawing, who is selected, the line, the keys."""
        yield TopLine()
        yield Static(id="canvas_place")
        yield CuriosityPanel(self)
        yield TieList(self)
        yield MissingList(self)
        yield Static(id="who")
        yield Static(id="about_who")
        yield from self.line_widgets()
        yield Keys()

    def on_mount(self) -> None:
        """Draw; where nothing can step back by its colour, only the ties of whoever is selected."""
        self.tie_layers = Layers(others=not (self.app.no_color or self.app.ascii_only))
        self.draw()

    # --- the drawing --------------------------------------------------------------------------------------------------

    def draw(self, *, tidy: bool = False) -> None:
        """Lay out and draw what stands now."""
        if self.nearness is not None:
            self.nearness = self.nearness.with_in_sight(self.board.family, self.selected)
        self.query_one(TopLine).say(self._where())
        if not self.board.family.persons:
            for old in self.query(GenogramView):
                old.remove()
            place = self.query_one("#canvas_place", Static)
            place.display = True
            place.update(lines(*EMPTY))
            self.query_one("#who", Static).update("")
            self._say_about("")
            self._tell_below()
            self.refresh_bindings()
            return
        self._lay_out(tidy)

    def _where(self) -> Content:
        """What is shown, and of which family; what is shown comes first, for a small terminal."""
        family = self.board.family
        said = (
            str(VIEWS[self._view]) if self._view else "",
            self.tie_layers.words(family) if self.view == "ties" else "",
            self.nearness.words(family) if self.nearness else "",
            f"as at the end of {self.as_at.year}; ] leads back to today" if self.as_at else "",
        )
        told = " · ".join(filter(None, said))
        return beside(
            shown("Genogram · ", "bold"), shown(f"{told} · " if told else "", "$accent"), shown(family.title, "bold")
        )

    @work(thread=True, exclusive=True)
    def _lay_out(self, tidy: bool) -> None:
        from supervision_tui.genogram import lay_out, terminal_scene  # noqa: PLC0415 - loads the layout

        family, placed = self.board.family, self.board.lay_out(tidy=tidy)
        stand_ins = ghosts(family) if self.who_is_missing else frozenset()
        part = self._part(family)
        if part is not family:
            placed = lay_out(part, previous=placed)
        scene = terminal_scene(
            self.tie_layers.part(part),
            placed,
            focus=self._focus,
            labels=LABELS[self._labels],
            ascii=self.app.ascii_only,
            view=self.view,
            ghosts=stand_ins,
        )
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, scene)

    def _part(self, family: Family) -> Family:
        """What of *family* is shown: as at a day or with who is missing, and only who is near."""
        family = as_at(family, self.as_at) if self.as_at else family
        family = with_ghosts(family) if self.who_is_missing and not self.as_at else family
        return self.nearness.part(family) if self.nearness else family

    def _show(self, scene: Scene) -> None:
        if not still_there(self):
            return
        if self.selected not in scene.regions:
            self.selected = next(iter(scene.regions), "")
        self.query_one("#canvas_place").display = False
        views = self.query(GenogramView)
        if views:
            views.first().others = self.tie_layers.others
            views.first().show(scene, self.selected)
        else:
            view = GenogramView(scene, selected=self.selected)
            view.kin, view.others = self._kin, self.tie_layers.others
            view.child = next(iter(self._focus or self.board.family.focus), "")
            self.mount(view, before="#curious")
            if not self.writing:
                view.focus()
        self._tell_below()
        self.query_one(CuriosityPanel).tell()
        self.refresh_bindings()

    def _kin(self, person: str, up_or_down: int) -> list[str]:
        """Parents (-1) or children (1) of somebody: where the arrow keys lead."""
        family = self.board.family
        if family.find(person) is None:
            return []
        found = family.parents_of(person) if up_or_down < 0 else family.children_of(person)
        return [one.id for one in found]

    @on(GenogramView.Selected)
    def _say_who(self, event: GenogramView.Selected) -> None:
        self.selected = event.person
        self.say_who()
        self._tell_below()

    def _tell_below(self) -> None:
        for below in self.query(Below):
            below.tell()

    def say_who(self) -> None:
        """Under the drawing: who is selected, what they are to the child, and what there is to look at."""
        for view in self.query(GenogramView):
            told = (self._kinship(), self._care(), self.query_one(CuriosityPanel).foot())
            words = view.scene.words(self.selected) if self.selected in view.scene.regions else ""
            self.query_one("#who", Static).update(shown(words))
            self._say_about(" · ".join(filter(None, told)))

    def _say_about(self, words: str) -> None:
        """A line of its own: however much there is to say of somebody, this stands there."""
        about = self.query_one("#about_who", Static)
        about.update(shown(words, "$foreground 70%"))
        about.display = bool(words)

    def room_changed(self) -> None:
        """In room view less is told."""
        self.query_one(CuriosityPanel).tell()
        self.say_who()

    def _care(self) -> str:
        """That something about the person selected is not for everybody; not what."""
        family = self.board.family
        return "with care: w" if family.find(self.selected) and concerns(family, self.selected) else ""

    def _kinship(self) -> str:
        """What the person selected is to the first child in focus."""
        from supervision_tui.family.kinship import kin  # noqa: PLC0415 - only where somebody is selected

        family = self.board.family
        child = next(iter(self._focus or family.focus), "")
        if not child or child == self.selected or family.find(self.selected) is None:
            return ""
        return f"{kin(family, child, self.selected).words} of {family.person(child).short_name}"

    def line_closed(self) -> None:
        """The keys walk through the list that is open, or through the drawing again."""
        if not self.query_one(CuriosityPanel).take_focus():
            for view in self.query(GenogramView):
                view.focus()

    # --- acts that need no line ---------------------------------------------------------------------------------------

    def zoom(self) -> None:
        """Names, then initials, then symbols only."""
        self._labels = (self._labels + 1) % len(LABELS)
        self.draw()

    def go_in_time(self, step: int) -> None:
        """Go to the year before or after in which something changed, and say what changed."""
        family = self.board.family
        before = self.as_at or date.max
        self.as_at = stepped(turning_days(family), self.as_at, step)
        now = self.as_at or date.max
        if now != before:
            earlier, later = sorted((before, now))
            told = [one.words for one in changes_between(family, earlier, later)]
            until = f"until {'today' if later == date.max else later.year}"
            self.say(f"What changed after {earlier.year}, {until}: {'; '.join(told[:MOST_TOLD]) or 'nothing dated'}")
        self.draw()

    def next_view(self) -> None:
        """The family, its ties, its homes, health, culture."""
        self.show_view(VIEWS[(self._view + 1) % len(VIEWS)])

    def show_view(self, view: ViewName) -> None:
        """Show one of the views."""
        self._view = VIEWS.index(view)
        self.draw()

    @property
    def view(self) -> DrawnView:
        """What is drawn."""
        view = VIEWS[self._view]
        return "family" if view == "people missing" else view

    @property
    def who_is_missing(self) -> bool:
        """Whether it is shown who is missing."""
        return VIEWS[self._view] == "people missing"

    def select(self, person: str) -> None:
        """Select somebody."""
        for view in self.query(GenogramView):
            view.selected = person

    def look_at(self, people: tuple[str, ...], ghosts: tuple[str, ...]) -> None:
        """Select *people*, and bring into sight who stands in for somebody missing."""
        for person in people:
            self.select(person)
        for ghost in ghosts:
            for view in self.query(GenogramView):
                self.call_after_refresh(view.look_at, ghost)

    def select_first(self, people: Sequence[str]) -> None:
        """Select the first of *people* who is on the drawing."""
        for view in self.query(GenogramView):
            self.select(next((one for one in people if one in view.scene.regions), view.selected))

    def leave(self) -> None:
        """Go back from a list to the drawing, from there to where one came from."""
        if self.query_one(CuriosityPanel).close():
            return
        if isinstance(self.focused, Below):
            self.line_closed()
            return
        self._done()
        self.dismiss()
