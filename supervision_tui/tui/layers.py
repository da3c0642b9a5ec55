"""Screens above one another: each is styled, laid out and painted once where the framework does so several times.

Measured: while a window opened, the framework styled it twice, laid out the screen behind it anew, and painted and
dimmed that three times: two thirds of the time from the key until the window stood there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self, TypeVar

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual._context import active_message_pump, visible_screen_stack
from textual.app import App
from textual.color import Color
from textual.containers import VerticalScroll
from textual.css.query import NoMatches
from textual.events import InputEvent, Paste
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.await_remove import AwaitRemove
    from textual.css.styles import RulesMap
    from textual.dom import DOMNode
    from textual.events import Event, ScreenResume
    from textual.geometry import Region, Size
    from textual.message_pump import MessagePump
    from textual.notifications import Notification
    from textual.style import Style as VisualStyle
    from textual.visual import RenderOptions
    from textual.widget import Widget

AnswerT = TypeVar("AnswerT")


class Layer(Screen[AnswerT]):
    """A screen that other screens may stand over, or that stands over one."""

    _is_focusing = False
    """Whether the focus moves just now."""

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """In front: a screen that has only just been styled needs no styling, and what was told elsewhere is over."""
        if isinstance(self.app, LayeredApp):
            self.app.drop_old_messages()
        event.refresh_styles = self.stack_updates > 0 and event.refresh_styles

    def _screen_resized(self, size: Size) -> None:
        """The size is told anew, by a window that opens over this screen too: nothing is done where it is known."""
        behind = self.app.screen is not self
        if self._compositor.size != size or (behind and self._layout_required):
            super()._screen_resized(size)  # in front, what else asks for it is laid out before the next painting

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay out once: the framework takes down new sizes in a way that asks for the same layout again."""
        before = {widget: (_is_asked(widget), *_scroll_bars(widget)) for widget in (self, *self._compositor.widgets)}
        super()._refresh_layout(size, scroll)
        for widget in (self, *self._compositor.widgets):
            own_size = isinstance(widget, ScrollView) and widget.styles.auto_dimensions
            if not own_size and before.get(widget, UNSEEN) == (False, *_scroll_bars(widget)):
                widget._layout_required = False  # noqa: SLF001 - the framework has no other name for it

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Move the focus: the widgets that have it no more, or have it now, are painted, and not the whole screen."""
        self._is_focusing = True
        try:
            super().set_focus(widget, scroll_visible, from_app_focus)
        finally:
            self._is_focusing = False

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint all of it anew, or *regions* of it; not because the focus moves."""
        if self._is_focusing and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _compositor_refresh(self) -> None:
        """Paint what changed, unless all of this screen is about to be painted."""
        if not (self._repaint_required and self.app.screen is self):
            super()._compositor_refresh()


UNSEEN = (False, False, False)
"""A widget that was not laid out before: it asked for no layout, and showed no scroll bars."""


def _is_asked(widget: Widget) -> bool:
    return bool(widget._layout_required)  # noqa: SLF001 - the framework has no other name for it


def _scroll_bars(widget: Widget) -> tuple[bool, bool]:
    """Which scroll bars *widget* shows: where they come or go, its contents are laid out anew."""
    return widget.show_vertical_scrollbar, widget.show_horizontal_scrollbar


class LayeredApp(App[None]):
    """An application whose screens come and go without those below being done anew.

    What it tells belongs to the place where it was told: it goes when a key leads to another screen or stage. What went
    wrong stays for its time.
    """

    _told_before: tuple[Notification, ...] = ()
    """The messages that stood there when somebody did something last."""

    async def on_event(self, event: Event) -> None:
        """A key, a click: what stands there now was told before it."""
        if isinstance(event, InputEvent | Paste):
            self._told_before = tuple(self._notifications)
        await super().on_event(event)

    def drop_old_messages(self) -> None:
        """Somewhere else is in front: what was told before the key that led here has no meaning any more."""
        for message in self._told_before:
            if message.severity == "information":
                self._unnotify(message, refresh=False)
        if self._told_before:
            self._told_before = ()
            self._refresh_notifications()

    def _handle_exception(self, error: Exception) -> None:
        """Any error ends the program, but for what a screen that has gone still looked for: its widgets went first."""
        if not (isinstance(error, NoMatches) and self._has_gone(active_message_pump.get(None))):
            super()._handle_exception(error)

    def _has_gone(self, pump: MessagePump | None) -> bool:
        """Whether *pump* is a screen that is in front or behind no more."""
        return isinstance(pump, Screen) and all(pump not in stack for stack in self._screen_stacks.values())

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        """Take *nodes* away; where a screen goes, the next is neither laid out nor painted for that."""
        return super()._prune(*nodes, parent=None if parent is self else parent)


class _DimmedScreen(Visual):
    """What stands behind a window, dimmed: the lines that are painted.

    Args:
        strips: the lines.
    """

    def __init__(self, strips: list[Strip]) -> None:
        self._strips = strips

    def render_strips(self, width: int, height: int | None, style: VisualStyle, options: RenderOptions) -> list[Strip]:
        """The lines as they are: they were painted for this *width* and *height*."""
        del width, style, options
        return self._strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The whole width."""
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """All lines."""
        del rules, width
        return len(self._strips)


class Dialog(ModalScreen[AnswerT], Layer[AnswerT]):
    """A window that stands over another screen until it is answered."""

    _behind: tuple[object, _DimmedScreen] | None = None
    """What the screen behind was painted from, and the painting."""

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """In front: Tab leads to the frame round everything only where there is more in it than can be seen."""
        super()._on_screen_resume(event)
        self.call_after_refresh(self._hold_focus_where_it_rolls)

    def _hold_focus_where_it_rolls(self) -> None:
        for sheet in self.query(".sheet").results(VerticalScroll):
            within = [widget for widget in self.focus_chain if sheet in widget.ancestors]
            sheet.can_focus = sheet.can_focus and (not within or sheet.max_scroll_y > 0)

    def render(self) -> RenderableType | Visual:  # type: ignore[override] # the framework takes either
        """The screen behind, dimmed."""
        see_the_next_below(self)
        painted = super().render()
        if not isinstance(painted, BackgroundScreen):
            return painted
        behind, colour = painted.screen, painted.color
        version = getattr(behind._compositor, "version", None)  # noqa: SLF001 - the framework tells it nowhere else
        if version is None:
            return painted
        made_of = (id(behind), version, colour, self.size)
        if self._behind is None or self._behind[0] != made_of:
            strips = behind._compositor.render_strips()  # noqa: SLF001 - as the framework does it
            self._behind = (made_of, _DimmedScreen([_dimmed(strip, colour) for strip in strips]))
        return self._behind[1]


def see_the_next_below(window: Screen[Any]) -> None:
    """Have *window*, which is about to be painted, painted over the screen that stands directly below it.

    The framework takes the next of a list from which every window takes one while it is painted. One that was painted
    before and is kept takes none, so the next got the wrong one: two windows could each be painted over the other,
    without end.
    """
    stack = window.app._screen_stack  # noqa: SLF001 - the framework tells only those that are seen
    visible_screen_stack.set(stack[: stack.index(window)] if window in stack else [])


def _dimmed(strip: Strip, colour: Color) -> Strip:
    return Strip([Segment(text, _dimmed_style(style, colour)) for text, style, _ in strip], strip.cell_length)


@lru_cache(2048)
def _dimmed_style(style: Style | None, colour: Color) -> Style:
    """*style* without links, its colours laid under *colour*."""
    if style is None:
        return Style()
    plain = style.clear_meta_and_links()
    if colour.a == 0:
        return plain
    letters, ground = (
        (Color.from_rich_color(part) + colour).rich_color if part is not None else None
        for part in (style.color, style.bgcolor)
    )
    return plain + Style.from_color(letters, ground)
