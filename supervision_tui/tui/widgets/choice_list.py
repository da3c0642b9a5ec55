"""A list to choose from in which the row under the cursor has a mark of its own: nothing is told by colour alone."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import OptionList

CURSOR = "▸"
"""The mark of the row under the cursor."""
MARK_WIDTH = 2
"""Cells before the rows in which the mark stands."""


class ChoiceList(OptionList):
    """Rows to choose from, with the cursor's mark before the row that the next key acts on.

    Attributes:
        indents: whether the rows begin with an empty cell of their own, where the mark stands then.
        cursor_stays: whether the mark stays where the keys go elsewhere, as while letters are typed that narrow a list.
    """

    indents = False
    cursor_stays = False
    _is_painting = False

    def _get_left_gutter_width(self) -> int:
        return 0 if self.indents else MARK_WIDTH

    def _update_lines(self) -> None:
        if not self._is_painting:  # the framework counts all lines anew for each that is painted
            super()._update_lines()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of *crop*; which rows stand in them is counted once for all of them."""
        self._update_lines()
        self._is_painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._is_painting = False

    def render_line(self, y: int) -> Strip:
        """A line of the list, with the mark where the row under the cursor begins."""
        strip = super().render_line(y)
        room, cache = self._get_left_gutter_width(), self._line_cache
        at, line = self.highlighted, self.scroll_offset.y + y
        marked = at is not None and (self.has_focus or self.cursor_stays) and cache.index_to_line.get(at) == line
        if not room:
            return _put_mark(strip) if marked and strip.text.startswith(" ") else strip
        if line >= len(cache.lines):  # a line below the rows is as wide as the list already
            return strip
        first = next(iter(strip), Segment(""))
        head = Segment(f"{CURSOR if marked else ' ':<{room}}", first.style)
        return Strip([head, *strip], strip.cell_length + room)


def _put_mark(strip: Strip) -> Strip:
    """*strip* with the cursor's mark in its first cell."""
    first = next(iter(strip), Segment(" "))
    return Strip([Segment(CURSOR, first.style), *strip.crop(1)], strip.cell_length)
