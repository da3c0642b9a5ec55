"""A list to choose from in which the row under the cursor has a mark of its own: nothing is told by colour alone."""

from __future__ import annotations

from rich.segment import Segment
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

    def _get_left_gutter_width(self) -> int:
        return 0 if self.indents else MARK_WIDTH

    def render_line(self, y: int) -> Strip:
        """A line of the list, with the mark where the row under the cursor begins."""
        strip = super().render_line(y)
        room = self._get_left_gutter_width()
        at, line = self.highlighted, self.scroll_offset.y + y
        marked = at is not None and (self.has_focus or self.cursor_stays) and self._index_to_line.get(at) == line
        if not room:
            return _put_mark(strip) if marked and strip.text.startswith(" ") else strip
        width = strip.cell_length  # a line below the rows is as wide as the list already
        if line >= len(self._lines):
            return strip
        first = next(iter(strip), Segment(""))
        head = Segment(f"{CURSOR if marked else ' ':<{room}}", first.style)
        return Strip([head, *strip], width + room)


def _put_mark(strip: Strip) -> Strip:
    """*strip* with the cursor's mark in its first cell."""
    first = next(iter(strip), Segment(" "))
    return Strip([Segment(CURSOR, first.style), *strip.crop(1)], strip.cell_length)
