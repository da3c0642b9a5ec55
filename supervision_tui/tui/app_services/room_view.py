"""Room view: what may stand on a screen that others see, on a call or on the wall.

A mode of the whole program. Everything is masked unless it was declared: a widget or screen sets ``room_shows``, and
the nearest declaration above a widget holds for it. Source: security notes 3.3; rotki #4417 (a mask as long as the word
gives it away); actualbudget #1360 (two screens were forgotten: so what is not declared is masked).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from supervision_tui.practice import Destination
from supervision_tui.tui.content import shown

if TYPE_CHECKING:
    from supervision_tui.tui.app import SupervisionApp

MASK = "▒▒▒▒▒▒"
"""Stands for anything that the room may not see: always as wide, whatever it hides."""
FRAME = "-room"
"""Style class of a screen while room view is on."""
TITLE = " Room view: others may see this screen "
LEAVE = " {} leaves room view "
_FRAMEWORK = (
    "ScrollBar",
    "ScrollBarCorner",
    "LoadingIndicator",
    "ToastRack",
    "ToastHolder",
    "Toast",
    "Tooltip",
    "Rule",
)


class Shows(StrEnum):
    """What a widget shows, as far as a room is concerned."""

    PROGRAM = "program"
    """Only words of the program itself: keys, labels, help. Never masked."""
    FAMILY = "family"
    """Words about ``room_family`` of the nearest node that has it: masked unless the room may see that family."""
    SORTED = "sorted"
    """It asks :meth:`Room.words` for each thing, and masks by itself."""
    BELOW = "below"
    """As the screen below it: for small windows that any screen opens."""
    HIDDEN = "hidden"
    """Never before a room: how somebody is, what is private, what belongs to a worker."""


PRIVATE = frozenset({Destination.PRIVATE, Destination.NONE, Destination.SUPERVISION_RECORD})
"""Destinations that no room sees: a worker's own."""


class ProgramWords(str):
    """Words for :meth:`App.notify` that name nobody: they are shown in room view too."""

    __slots__ = ()


class Room:
    """Room view of the application.

    Args:
        app: whose screens are masked.
    """

    def __init__(self, app: SupervisionApp) -> None:
        self._app = app
        self.on = False
        self._lent = ""
        self.waiting: list[tuple[str, dict[str, Any]]] = []
        """Messages held back from the room; they are told when room view is left."""

    @property
    def family(self) -> str:
        """Id of the family that the room may see: that of the session in hand, or the one lent by hand; or ""."""
        for screen in reversed(self._app.screen_stack):
            controller = getattr(screen, "sitting", None)
            if controller is not None:
                return str(controller.editor.session.family_id or "")
        return self._lent

    def lend(self, family: str) -> None:
        """Let the room see the family called *family* until room view is left."""
        self._lent = family
        self.repaint()

    def may_show(self, family: str = "", *, private: bool = False) -> bool:
        """Whether words about *family* (nobody's when empty), or *private* ones, may stand on the screen now."""
        return not self.on or (not private and (not family or family == self.family))

    def words(self, words: str, family: str = "", *, private: bool = False) -> str:
        """*words*, or the mask."""
        return words if self.may_show(family, private=private) else MASK

    def hides(self, widget: Widget) -> bool:
        """Whether all that *widget* paints is masked now."""
        return self.on and not self._allowed(widget)

    def enter(self) -> None:
        """From now on only what was declared is shown."""
        self.on = True
        self._app.clear_notifications()
        self.repaint()

    def leave(self) -> None:
        """Show everything again, and tell what was held back."""
        self.on, self._lent = False, ""
        self.repaint()
        waiting, self.waiting = self.waiting, []
        for message, how in waiting:
            self._app.notify(message, **how)

    def prepare(self, screen: Screen[Any]) -> None:
        """Put the gate before *screen*, which is about to be shown, and the frame round it."""
        from supervision_tui.tui.app_services.room_mask import Gate  # noqa: PLC0415 - the gate asks this module

        if not isinstance(screen._compositor, Gate):  # noqa: SLF001 - the framework has no public place for it
            screen._compositor = Gate(self)  # noqa: SLF001 - as above
        self._frame(screen)

    def repaint(self) -> None:
        """Fill every screen anew, with or without masks."""
        for screen in self._app.screen_stack:
            self._frame(screen)
            changed = getattr(screen, "room_changed", None)
            if callable(changed) and screen.is_mounted:
                changed()
            screen.refresh(layout=True)
            for widget in screen.walk_children(Widget):
                widget.refresh()

    def _frame(self, screen: Screen[Any]) -> None:
        screen.set_class(self.on, FRAME)
        screen.border_title = shown(TITLE if self.on else "")
        from supervision_tui.tui.screens.dialogs.help import keys_in_words  # noqa: PLC0415 - help asks this module

        key = keys_in_words(self._app.keys.get("RoomView", "ctrl+r"))
        screen.border_subtitle = shown(LEAVE.format(key) if self.on else "")

    def _allowed(self, widget: Widget) -> bool:
        if isinstance(widget, Screen):
            return True  # its own paint is the frame of room view
        shows, family = shown_by(widget)
        screen = next((node for node in widget.ancestors if isinstance(node, Screen)), None)
        if screen is None:
            return False  # it was just taken off its screen
        stack: list[Screen[Any]] = list(self._app.screen_stack)
        while shows is Shows.BELOW:
            at = stack.index(screen) if screen in stack else 0
            if at <= 0:
                return False
            screen = stack[at - 1]
            shows, family = shown_by(screen)
            if shows is Shows.SORTED:
                return False  # it sorts its own words, not those of a window above it
        if shows is Shows.FAMILY:
            return self.may_show(family)
        return shows in {Shows.PROGRAM, Shows.SORTED}


def shown_by(node: DOMNode) -> tuple[Shows, str]:
    """The nearest declaration at or above *node*, and the family that it is about, or ""; masked where none is."""
    if type(node).__name__ in _FRAMEWORK:
        return Shows.PROGRAM, ""
    shows: Shows | None = None
    family: str | None = None
    for each in node.ancestors_with_self:
        if shows is None and type(each).__name__ == "CommandPalette":
            return Shows.PROGRAM, ""
        shows = shows or getattr(each, "room_shows", None)
        family = getattr(each, "room_family", None) if family is None else family
        if shows is not None and (shows is not Shows.FAMILY or family is not None):
            break
    return shows or Shows.HIDDEN, family or ""


def declare(widget: Widget, shows: Shows) -> Widget:
    """*widget*, declared to show *shows*; for one that is made where it stands."""
    widget.room_shows = shows  # type: ignore[attr-defined] # the declaration that Room looks for
    return widget
