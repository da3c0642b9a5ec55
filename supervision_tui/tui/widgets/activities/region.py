"""What every region of an activity has: it stands in the place of the list and the box until Esc brings them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from supervision_tui.tui.app_services.room_view import PRIVATE
from supervision_tui.tui.content import beside, shown

if TYPE_CHECKING:
    from supervision_tui.session import Slot
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.tui.screens.session.session import SessionScreen

NARROWEST = 40
"""Cells that a region counts on at the least."""
FEWEST_ROWS = 14
"""Lines that a region counts on at the least."""
QUIET = "$foreground 70%"
"""Style of words that only help."""


class Region(Static, can_focus=True):
    """A region for one way of working. Keys are its bindings; what it draws is read from the session every time.

    Args:
        screen: the session that it stands on.
    """

    app: SupervisionApp
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "done", "Back to the notes", show=False)]
    KEYS: ClassVar[str] = ""
    """Its keys in words, drawn at its head: the footer has no room for them on eighty columns."""

    def __init__(self, screen: SessionScreen) -> None:
        super().__init__(classes="region")
        self.holder = screen

    def on_mount(self) -> None:
        """Draw what there is."""
        self.draw()

    def on_resize(self) -> None:
        """Draw it in the room that there is now."""
        self.draw()

    def action_done(self) -> None:
        """Back to the list and the box."""
        from supervision_tui.tui.widgets.activities import close_region  # noqa: PLC0415 - it names every region

        close_region(self.holder)

    def draw(self) -> None:
        """Show how things stand."""
        self.update(Content("\n").join([shown(f"{self.KEYS} · Esc back", QUIET), *self.pictured()]))

    def pictured(self) -> list[Content]:
        """The lines of the region."""
        raise NotImplementedError

    def changed(self) -> None:
        """Something was written from here: save it and draw again."""
        self.holder.changed()
        self.draw()

    @property
    def rows(self) -> int:
        """Lines from top to bottom."""
        return max(self.content_size.height, FEWEST_ROWS)

    @property
    def room(self) -> int:
        """Cells from side to side."""
        return max(self.content_size.width, NARROWEST)

    def slot(self, field: str, child: str | None = None) -> Slot | None:
        """The slot of *field* in the present stage."""
        found = (one for one in self.holder.editor.slots() if one.field.id == field)
        return next((one for one in found if child is None or one.child == child), None)

    def may_show(self, slot: Slot) -> bool:
        """Whether whoever sees this screen may read what stands in *slot*."""
        return self.app.room.may_show(private=slot.field.destination in PRIVATE)


def chosen_mark(words: str, *, chosen: bool) -> Content:
    """*words* as a line that is or is not the chosen one."""
    return shown(f"▸ {words}", "$accent bold") if chosen else shown(f"  {words}")


def titled(title: str, words: str = "") -> Content:
    """A heading, and a few words beside it."""
    return beside(shown(title, "bold"), shown(f"  {words}", QUIET))
