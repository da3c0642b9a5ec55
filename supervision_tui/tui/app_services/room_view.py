"""Room view: what may stand on a screen that others see, on a call or on the wall.

A mode of the whole program; what each widget may show is declared in :mod:`supervision_tui.tui.room_policy`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widget import Widget

from supervision_tui.tui.app_services.room_mask import MaskingCompositor
from supervision_tui.tui.content import content
from supervision_tui.tui.key_names import keys_in_words
from supervision_tui.tui.room_policy import MASK, HoldsTypedWords, KnowsFamilies, RoomVisibility, visibility_of

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program

FRAME = "-room"
"""Style class of a screen while room view is on."""
TITLE = " Room view: others may see this screen "
LEAVE = " {} leaves room view "


class Room:
    """Room view of the application.

    Args:
        app: whose screens are masked.
    """

    def __init__(self, app: Program) -> None:
        self._app = app
        self.on = False
        self._allowed_family = ""
        self.waiting: list[tuple[str, dict[str, Any]]] = []
        """Messages held back from the room; they are told when room view is left."""

    @property
    def family(self) -> str:
        """Id of the family that the room may see: that of the session in hand, or the one lent by hand; or ""."""
        for screen in reversed(self._app.screen_stack):
            controller = getattr(screen, "controller", None)
            if controller is not None:
                return str(controller.editor.session.family_id or "")
        return self._allowed_family

    def allow(self, family: str) -> None:
        """Let the room see the family called *family* until room view is left."""
        self._allowed_family = family
        self.repaint()

    def may_show(self, family: str = "", *, private: bool = False) -> bool:
        """Whether words about *family* (nobody's when empty), or *private* ones, may stand on the screen now."""
        return not self.on or (not private and (not family or family == self.family))

    def words(self, words: str, family: str = "", *, private: bool = False) -> str:
        """*words*, or the mask."""
        return words if self.may_show(family, private=private) else MASK

    def hides(self, widget: Widget) -> bool:
        """Whether all that *widget* paints is masked now."""
        if not self.on:
            return False
        typed = widget.typed_words if isinstance(widget, HoldsTypedWords) else ""
        return not self._allowed(widget) or self.names_another_family(typed)

    def enter(self) -> None:
        """From now on only what was declared is shown."""
        self.on = True
        self._app.clear_notifications()
        self._app.said.clear()
        self.repaint()

    def leave(self) -> None:
        """Show everything again, and tell what was held back."""
        self.on, self._allowed_family = False, ""
        self.repaint()
        waiting, self.waiting = self.waiting, []
        for message, how in waiting:
            self._app.notify(message, **how)

    def prepare(self, screen: Screen[Any]) -> None:
        """Put the gate before *screen*, which is about to be shown, and the frame round it."""
        if not isinstance(screen._compositor, MaskingCompositor):  # noqa: SLF001 - the framework has no public place for it
            screen._compositor = MaskingCompositor(self)  # noqa: SLF001 - as above
            self._set_width(screen)
        self._frame(screen)

    def _set_width(self, screen: Screen[Any]) -> None:
        """Have the style classes of this width from the beginning: everything would be styled twice otherwise."""
        breakpoints = self._app.HORIZONTAL_BREAKPOINTS or []
        fitting = screen._get_breakpoint_classes(self._app.size.width, breakpoints)  # noqa: SLF001 - as above
        screen.update_classes({name: name in fitting for _, name in breakpoints}, update=False)

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
        screen.border_title = content(TITLE if self.on else "")
        key = keys_in_words(self._app.keys.get("RoomView", "ctrl+r"))
        screen.border_subtitle = content(LEAVE.format(key) if self.on else "")

    def _allowed(self, widget: Widget) -> bool:
        if isinstance(widget, Screen):
            return True  # its own paint is the frame of room view
        shows, family = visibility_of(widget)
        screen = next((node for node in widget.ancestors if isinstance(node, Screen)), None)
        if screen is None:
            return False  # it was just taken off its screen
        stack: list[Screen[Any]] = list(self._app.screen_stack)
        while shows is RoomVisibility.BELOW:
            at = stack.index(screen) if screen in stack else 0
            if at <= 0:
                return False
            screen = stack[at - 1]
            shows, family = visibility_of(screen)
            if shows is RoomVisibility.SORTED:
                return False  # it sorts its own words, not those of a window above it
        if shows is RoomVisibility.FAMILY:
            return self.may_show(family)
        return shows in {RoomVisibility.PROGRAM, RoomVisibility.SORTED}

    def names_another_family(self, words: str) -> bool:
        """Whether *words* name, as far as the screens below know, a family that others did not come about."""
        if not self.on or not words.strip():
            return False
        knowing = (screen for screen in reversed(self._app.screen_stack) if isinstance(screen, KnowsFamilies))
        return any(screen.names_another_family(words) for screen in knowing)
