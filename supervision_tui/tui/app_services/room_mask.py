"""The gate before the screen: in room view whatever a widget paints without leave leaves it as a mask.

It stands where the framework collects the lines that widgets painted, so no widget, window or message gets round it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, ReflowResult
from textual.geometry import Region, Size
from textual.strip import Strip, StripRenderable

from supervision_tui.tui.room_policy import MASK

if TYPE_CHECKING:
    from textual.widget import Widget

    from supervision_tui.tui.base import RoomView


class MaskingCompositor(Compositor):
    """The framework's compositor, with masks.

    Args:
        room: says what is masked.
    """

    def __init__(self, room: RoomView) -> None:
        super().__init__()
        self._room = room
        self._changes = 0
        self._painting: tuple[Region, ...] = ()
        """What is painted anew just now, while that is not everything."""

    @property
    def version(self) -> int | None:
        """Another number whenever anything of the screen changed; ``None`` while masks lie over what is painted."""
        return None if self._room.on else self._changes

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Note that *widgets* are to be painted anew."""
        self._changes += 1
        super().update_widgets(widgets)

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay everything out anew, for *size* in cells."""
        self._changes += 1
        return super().reflow(parent, size)

    def reflow_visible(self, parent: Widget, size: Size) -> set[Widget]:
        """Lay out what has come into sight."""
        self._changes += 1
        return super().reflow_visible(parent, size)

    def render_partial_update(self) -> ChopsUpdate | None:
        """Paint what changed, and nothing beside it."""
        self._painting = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._painting = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """The region, clip and lines of every widget that is seen where something is painted, the foremost first.

        The framework has every widget behind them painted as well, for the whole of a frame round all that changed.
        Here a widget is asked for the lines of which something is in sight: a box that is covered by what stands in it
        paints nothing. Where the room says so, what is painted is masked.
        """
        wanted = _cells(self._painting or (crop or self.size.region,))
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            cells = _row_of_cells(seen)
            lines = [y for y in seen.line_range if wanted.get(y, 0) & cells]
            if not lines:
                continue
            rows = seen if self._room.on else Region(seen.x, lines[0], seen.width, lines[-1] + 1 - lines[0])
            inside = rows.translate(-region.offset)
            strips = widget.render_lines(inside)
            hidden = self._room.on and self._room.hides(widget)
            yield region, rows, masked(widget, strips, inside, region) if hidden else strips
            for y in lines:
                wanted[y] &= ~cells
            if not any(wanted.values()):
                return

    def __rich__(self) -> StripRenderable:
        """The screen as it stands behind a window: without its frame, which the window has too."""
        if not self._room.on:
            return super().__rich__()
        strips = self.render_strips()[1:-1]
        return StripRenderable([strip.crop(1, strip.cell_length - 1) for strip in strips], self.size.width - 2)


def _cells(parts: Iterable[Region]) -> dict[int, int]:
    """The cells of *parts* by line: a bit for each column."""
    cells: dict[int, int] = {}
    for part in parts:
        for y in part.line_range:
            cells[y] = cells.get(y, 0) | _row_of_cells(part)
    return cells


def _row_of_cells(region: Region) -> int:
    """One line of *region*, a bit for each column that is on the screen."""
    start, end = max(region.x, 0), max(region.right, 0)
    return (1 << end) - (1 << start)


def masked(widget: Widget, strips: list[Strip], inside: Region, region: Region) -> list[Strip]:
    """*strips* of *widget* with one mask in the first line within its border, and nothing else but the border.

    Args:
        widget: who painted them.
        strips: the lines of *inside*.
        inside: the part of the widget that was painted, in cells from its upper left corner.
        region: the whole of it on the screen.
    """
    top, right, bottom, left = (1 if edge[0] not in {"", "none", "hidden"} else 0 for edge in widget.styles.border)
    written = any(strip.text.strip() for strip in strips)
    return [
        _row(strip, y in _edges(region.height, top, bottom), left, right, mask=written and y == top, whole=region.width)
        for y, strip in enumerate(strips, inside.y)
    ]


def _edges(height: int, top: int, bottom: int) -> set[int]:
    return ({0} if top else set()) | ({height - 1} if bottom else set())


def _row(strip: Strip, edge: bool, left: int, right: int, *, mask: bool, whole: int) -> Strip:
    """One line: an edge keeps its corners and its line but no title, another keeps its sides only."""
    width = strip.cell_length
    if width <= left + right or width < whole - 1:
        return _plain(strip, " " * width)  # a strip cut off at a side: its corners are out of sight
    start, end = strip.crop(0, left), strip.crop(width - right, width)
    middle = strip.crop(left, width - right)
    room = width - left - right
    if edge:
        fill = middle.text[-1:] if middle.text[-1:] in "─━═▔▁▀▄" else " "
        words = fill * room
    else:
        words = f"{MASK:<{room}}"[:room] if mask else " " * room
    return Strip.join([start, _plain(middle, words), end])


def _plain(strip: Strip, words: str) -> Strip:
    """*words* in the style that *strip* has on its right, so that no change of colour tells where words end."""
    style = next((segment.style for segment in reversed(list(strip)) if segment.style), None)
    return Strip([Segment(words, style)], len(words))
