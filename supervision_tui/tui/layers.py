"""Screens above one another: each is styled, laid out and painted once where the framework does so several times.

Measured: while a window opened, the framework styled it twice, laid out the screen behind it anew, and painted and
dimmed that three times: two thirds of the time from the key until the window stood there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.events import ScreenResume
    from textual.geometry import Size
    from textual.style import Style as VisualStyle
    from textual.visual import RenderOptions

AnswerT = TypeVar("AnswerT")


class Layer(Screen[AnswerT]):
    """A screen that other screens may stand over, or that stands over one."""

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """In front: a screen that has only just been styled needs no styling."""
        event.refresh_styles = self.stack_updates > 0 and event.refresh_styles

    def _screen_resized(self, size: Size) -> None:
        """A window opened over this screen says its size: that is none of ours, unless it is another one."""
        behind = self.app.screen is not self
        if not behind or self._compositor.size != size or self._layout_required:
            super()._screen_resized(size)


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

    def render(self) -> RenderableType | Visual:  # type: ignore[override] # the framework takes either
        """The screen behind, dimmed."""
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
