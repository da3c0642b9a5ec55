"""What the panels of all activities share: a panel stands in place of the list and the box until Esc closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from supervision_tui.tui.content import content, inline
from supervision_tui.tui.room_policy import MASK, PRIVATE

if TYPE_CHECKING:
    from supervision_tui.session import SessionEditor, Slot
    from supervision_tui.tui.base import Program
    from supervision_tui.tui.session_base import SessionBase
    from supervision_tui.workspace.running import SessionController

MIN_WIDTH = 40
"""Cells that a panel counts on at the least."""
MIN_HEIGHT = 14
"""Lines that a panel counts on at the least."""
QUIET = "$foreground 70%"
"""Style of words that only help."""


class ActivityPanel(Static, can_focus=True):
    """A panel for one working method. Its keys are its bindings; it reads the session anew for every drawing.

    Args:
        screen: the session that it stands on.
    """

    app: Program
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back to the notes", show=False)]
    KEYS: ClassVar[str] = ""
    """Its keys in words, drawn at its head: the footer has no room for them on eighty columns."""

    class Closed(Message):
        """The panel is to be closed."""

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(classes="activity")
        self.session_screen = screen

    def on_mount(self) -> None:
        """Draw what there is."""
        self.draw()

    def on_resize(self) -> None:
        """Draw it for the size it has now."""
        self.draw()

    def action_close(self) -> None:
        """Back to the list and the box."""
        self.post_message(self.Closed())

    @property
    def controller(self) -> SessionController:
        """The session, its family and how it is saved."""
        return self.session_screen.controller

    @property
    def editor(self) -> SessionEditor:
        """What changes the session of the part that is open."""
        return self.session_screen.editor

    def draw(self) -> None:
        """Show the session as it stands."""
        named = self.app.room.names_another_family
        lines = [content(MASK) if named(line.plain) else line for line in self.content_lines()]
        self.update(Content("\n").join([content(f"{self.KEYS} · Esc back", QUIET), *lines]))

    def content_lines(self) -> list[Content]:
        """The lines of the panel, below its keys."""
        raise NotImplementedError

    def changed(self) -> None:
        """Something was written from here: save it and draw again."""
        self.session_screen.changed()
        self.draw()

    @property
    def height_in_lines(self) -> int:
        """Lines from top to bottom."""
        return max(self.content_size.height, MIN_HEIGHT)

    @property
    def width_in_cells(self) -> int:
        """Cells from side to side."""
        return max(self.content_size.width, MIN_WIDTH)

    def slot(self, field: str, child: str | None = None) -> Slot | None:
        """The slot of *field* in the present stage."""
        slots = (slot for slot in self.editor.slots() if slot.field.id == field)
        return next((slot for slot in slots if child is None or slot.child == child), None)

    def may_show(self, slot: Slot) -> bool:
        """Whether everybody who sees this screen may read what stands in *slot*."""
        return self.app.room.may_show(private=slot.field.destination in PRIVATE)


def marked_line(words: str, *, chosen: bool) -> Content:
    """*words* as a line that is or is not the chosen one."""
    return content(f"▸ {words}", "$accent bold") if chosen else content(f"  {words}")


def heading(title: str, words: str = "") -> Content:
    """A heading, and a few words beside it."""
    return inline(content(title, "bold"), content(f"  {words}", QUIET))
