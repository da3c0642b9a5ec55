"""The studio: the drawing, a sentence about the person selected, and one line in which people say what is so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from supervision_tui import genogram
from supervision_tui.family import kinship
from supervision_tui.family.views import as_at, placeholder_ids, with_placeholders, without_hidden
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.studio.command_handlers import StudioCommandHandlers
from supervision_tui.tui.studio.commands import STUDIO_COMMANDS, ShowPicture
from supervision_tui.tui.studio.full_picture import LastPicture, show_picture
from supervision_tui.tui.studio.line_prompt import is_mounted_and_complete
from supervision_tui.tui.studio.list_panel import ListPanel
from supervision_tui.tui.studio.missing_people import MissingPeoplePanel
from supervision_tui.tui.studio.relational_panel import RelationalPanel
from supervision_tui.tui.studio.studio_base import VIEWS
from supervision_tui.tui.studio.suggestions import SuggestionPanel
from supervision_tui.tui.studio.tidied import tidied_words
from supervision_tui.tui.studio.tie_layers import TieLayers
from supervision_tui.tui.studio.ties import TieListPanel
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.editing import is_sensitive
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.genogram import Scene
    from supervision_tui.workspace.editing import FamilyEditor

LABELS: tuple[Literal["names", "initials", "symbols"], ...] = ("names", "initials", "symbols")
EMPTY = (
    "Nobody is on the drawing yet. Press n and say who the child is:",
    "",
    "    Robin Bell 12          a name and an age",
    "    Robin Bell b 2010-02   a name and a month",
    "",
    "Or press s and tell the family in sentences, as people speak.",
)


class StudioScreen(StudioCommandHandlers):
    """A family, while people draw it.

    Args:
        editor: the family, its steps and how it is saved.
        focus: ids of the children whom the session is about; the family's own when empty.
        on_close: called when the studio is left.
    """

    room_visibility = RoomVisibility.FAMILY
    AUTO_FOCUS = ""
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = STUDIO_COMMANDS
    ABOUT = (
        "The family as a drawing. Arrow keys walk through it. One key says what to add beside the person selected; "
        "then one line says who: a name, an age or a date, f or m. All is kept at once, and Ctrl+Z takes it back."
    )

    def __init__(
        self, editor: FamilyEditor, focus: tuple[str, ...] = (), on_close: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(editor, focus)
        self._on_close = on_close
        self._labels = 0
        self._pictures = LastPicture()

    def compose(self) -> ComposeResult:
        """Where we are, the drawing, who is selected, the line, the keys."""
        yield TopLine()
        yield Static(id="canvas_place")
        yield SuggestionPanel(self)
        yield TieListPanel(self)
        yield MissingPeoplePanel(self)
        yield RelationalPanel(self)
        yield Static(id="who")
        yield Static(id="about_who")
        yield from self.line_widgets()
        yield Keys()

    def on_mount(self) -> None:
        """Draw; where nothing can step back by its colour, only the ties of the person selected."""
        self.tie_layers = TieLayers(others=not (self.app.no_color or self.app.ascii_only))
        self.draw()

    # --- the drawing --------------------------------------------------------------------------------------------------

    def draw(self, *, tidy: bool = False) -> None:
        """Lay out and draw what stands now."""
        if self.neighbourhood is not None:
            self.neighbourhood = self.neighbourhood.following_selection(self.editor.family, self.selected)
        title = self.editor.family.title
        self.query_one(TopLine).say(self._where(title), self._where(family_short_title(title)))
        if not self.editor.family.persons:
            for old in self.query(GenogramView):
                old.remove()
            place = self.query_one("#canvas_place", Static)
            place.display = True
            place.update(stacked(*EMPTY))
            self.query_one("#who", Static).update("")
            self._show_about("")
            self._refresh_panels()
            self.refresh_bindings()
            return
        self._render_scene(tidy)

    def _where(self, title: str) -> Content:
        """What is shown, and of which family (*title*); what is shown comes first, for a small terminal."""
        family = self.editor.family
        parts = (
            str(self.view_name) if self.view_name != VIEWS[0] else "",
            self.tie_layers.words(family) if self.view == "ties" else "",
            self.neighbourhood.words(family) if self.neighbourhood else "",
            f"as at the end of {self.as_at.year}; ] leads back to today" if self.as_at else "",
        )
        state = " · ".join(filter(None, parts))
        return inline(
            content("Genogram · ", "bold"),
            content(f"{state} · " if state else "", "$accent"),
            content(title, "bold"),
        )

    def _shown(self, tidy: bool = False) -> tuple[Family, genogram.Layout]:
        """What of the family is shown, and where everybody stands."""
        family, placed = self.editor.family, self.editor.lay_out(tidy=tidy)
        visible = self._visible_family(family)
        return visible, placed if visible is family else genogram.lay_out(visible, previous=placed)

    @on(ShowPicture)
    @work(exclusive=True, group="picture")
    async def _show_picture(self) -> None:
        await show_picture(self, self._pictures)

    def shown_drawing(self) -> genogram.Drawing:
        """What is shown, for a picture of it."""
        visible, placed = self._shown()
        return genogram.Drawing(self.tie_layers.subset(visible), placed, genogram.Options(view=self.view))

    @work(thread=True, exclusive=True)
    def _render_scene(self, tidy: bool) -> None:
        visible, placed = self._shown(tidy)
        placeholders = placeholder_ids(self.editor.family) if self.shows_missing_people else frozenset()
        scene = genogram.terminal_scene(
            self.tie_layers.subset(visible),
            placed,
            focus=self._focus,
            labels=LABELS[self._labels],
            ascii=self.app.ascii_only,
            view=self.view,
            ghosts=placeholders,
        )
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_scene, scene)
            if tidy:
                self.app.call_from_thread(self._tell_crossings, placed)

    def _tell_crossings(self, placed: genogram.Layout) -> None:
        """Say why lines cross in a drawing that was just tidied up, and what may be done about it."""
        if is_mounted_and_complete(self) and not self.writing:
            person = self.editor.family.find(self.selected)
            words = tidied_words(placed, person)
            if words:
                self.show_message(words)

    def _visible_family(self, family: Family) -> Family:
        """What of *family* is shown: as at a day or with who is missing, and only who is near; what a room may see."""
        family = without_hidden(family) if self.app.room.on else family
        family = as_at(family, self.as_at) if self.as_at else family
        family = with_placeholders(family) if self.shows_missing_people and not self.as_at else family
        return self.neighbourhood.subset(family) if self.neighbourhood else family

    def _show_scene(self, scene: Scene) -> None:
        if not is_mounted_and_complete(self):
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
            view.child = next(iter(self.focus_children), "")
            self.mount(view, before="#curious")
            if not self.writing:
                view.focus()
        self._refresh_panels()
        self.query_one(SuggestionPanel).refresh_rows()
        self.refresh_bindings()

    def _kin(self, person: str, up_or_down: int) -> list[str]:
        """Parents (-1) or children (1) of somebody: where the arrow keys lead."""
        family = self.editor.family
        if family.find(person) is None:
            return []
        relatives = family.parents_of(person) if up_or_down < 0 else family.children_of(person)
        return [relative.id for relative in relatives]

    @on(GenogramView.Selected)
    def _person_selected(self, event: GenogramView.Selected) -> None:
        self.selected = event.person
        self.show_person()
        self._refresh_panels()

    def _refresh_panels(self) -> None:
        for panel in self.query(ListPanel):
            panel.refresh_rows()

    def show_person(self) -> None:
        """Under the drawing: who is selected, what they are to the child, and what there is to look at."""
        for view in self.query(GenogramView):
            notes = (self._kinship(), self._care(), self.query_one(SuggestionPanel).invitation())
            words = view.scene.words(self.selected) if self.selected in view.scene.regions else ""
            self._show_who(words)
            self._show_about(" · ".join(filter(None, notes)))

    def _show_who(self, words: str) -> None:
        """The sentences about somebody; everything else moves only where they take another number of lines."""
        who = self.query_one("#who", Static)
        who.update(content(words), layout=False)
        width = who.content_size.width
        most = int(who.styles.max_height.value) if who.styles.max_height else 0
        needed = who.get_content_height(self.size, self.app.size, width) if width else 0
        if not width or min(needed, most or needed) != who.content_size.height:
            who.refresh(layout=True)

    def _show_about(self, words: str) -> None:
        """A line of its own: however much there is to say of somebody, this stands there."""
        about = self.query_one("#about_who", Static)
        about.update(content(words, "$foreground 70%"), layout=False)
        about.display = bool(words)

    def room_changed(self) -> None:
        """In room view less is shown."""
        self.draw()

    def _care(self) -> str:
        """That something about the person selected is not for everybody; not what."""
        family = self.editor.family
        return "with care: w" if family.find(self.selected) and is_sensitive(family, self.selected) else ""

    def _kinship(self) -> str:
        """What the person selected is to the first child in focus."""
        family = self.editor.family
        child = next(iter(self.focus_children), "")
        if not child or child == self.selected or family.find(self.selected) is None:
            return ""
        return f"{kinship.kin(family, child, self.selected).words} of {family.person(child).short_name}"

    def return_focus(self) -> None:
        """The keys walk through the list that is open, or through the drawing again."""
        if not self.query_one(SuggestionPanel).take_focus():
            for view in self.query(GenogramView):
                view.focus()

    # --- what is shown and selected -----------------------------------------------------------------------------------

    def next_labels(self) -> None:
        """Names, then initials, then symbols only."""
        self._labels = (self._labels + 1) % len(LABELS)
        self.draw()

    def select_person(self, person: str) -> None:
        """Select somebody."""
        for view in self.query(GenogramView):
            view.selected = person

    def look_at(self, people: tuple[str, ...], placeholders: tuple[str, ...]) -> None:
        """Select *people*, and bring into sight the *placeholders* of somebody missing."""
        for person in people:
            self.select_person(person)
        for placeholder in placeholders:
            for view in self.query(GenogramView):
                self.call_after_refresh(view.look_at, placeholder)

    def select_first(self, people: Sequence[str]) -> None:
        """Select the first of *people* who is on the drawing."""
        for view in self.query(GenogramView):
            self.select_person(next((person for person in people if person in view.scene.regions), view.selected))

    def leave(self) -> None:
        """Go back from a list to the drawing, from there to where one came from."""
        if self.query_one(SuggestionPanel).close():
            return
        if isinstance(self.focused, ListPanel):
            self.return_focus()
            return
        self._on_close()
        self.dismiss()
