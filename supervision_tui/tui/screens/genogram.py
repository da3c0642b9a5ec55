"""The genogram in front of everything else: the family as a drawing, and a sentence about whoever is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import LoadingIndicator, Static

from supervision_tui.tui.room import Shows
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.words import shown

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.genogram import Scene

LABELS: tuple[Literal["names", "initials", "symbols"], ...] = ("names", "initials", "symbols")


class GenogramScreen(ModalScreen[None]):
    """The drawing of one family.

    Args:
        family: whom to draw.
        focus: ids of the children in focus; those of the family when empty.
    """

    room_shows = Shows.FAMILY
    BINDINGS = [
        ("escape,g,f2", "dismiss", "Back"),
        ("z", "zoom", "Names, initials, symbols"),
    ]

    def __init__(self, family: Family, focus: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._family = family
        self._focus = focus or family.focus
        self._labels = 0
        self.room_family = family.id

    def compose(self) -> ComposeResult:
        """The drawing (once it is laid out) and the sentence."""
        with Vertical(classes="sheet wide", id="genogram") as sheet:
            sheet.border_title = shown(f"Genogram · {self._family.title}")
            sheet.border_subtitle = "arrow keys walk · z names, initials, symbols · Esc goes back"
            yield LoadingIndicator()
            yield Static(id="who")

    def on_mount(self) -> None:
        """Lay the family out in a thread: the screen answers meanwhile."""
        self._lay_out()

    @work(thread=True, exclusive=True)
    def _lay_out(self) -> None:
        from supervision_tui.genogram import layout, terminal_scene  # noqa: PLC0415 - loads the solvers

        scene = terminal_scene(self._family, layout(self._family), focus=self._focus, labels=LABELS[self._labels])
        self.app.call_from_thread(self._show, scene)

    def _show(self, scene: Scene) -> None:
        for old in self.query("LoadingIndicator, GenogramView"):
            old.remove()
        start = self._focus[0] if self._focus else next(iter(scene.regions), "")
        view = GenogramView(scene, selected=start)
        self.query_one("#genogram").mount(view, before="#who")
        view.focus()

    @on(GenogramView.Selected)
    def _say_who(self, event: GenogramView.Selected) -> None:
        self.query_one("#who", Static).update(shown(event.words))

    def action_zoom(self) -> None:
        """Show names, then initials, then symbols only."""
        self._labels = (self._labels + 1) % len(LABELS)
        self._lay_out()
