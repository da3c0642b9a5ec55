"""A list of what was found, filled anew at every letter: rows that stay are not painted, and nothing is laid out.

The framework's list forgets every row when it is filled, measures each, lays out the screen and paints it whole: two
thirds of what a letter in Ctrl+K cost.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region, Size
from textual.widgets import OptionList
from textual.widgets.option_list import Option

Row = tuple[Option, int]
"""What stands in a line of the list: an option, and which of its lines."""


class FoundList(OptionList):
    """Rows to choose from, which change while somebody types; its size is that of its place, never that of its rows."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(markup=False, id=id)

    def fill(self, rows: Sequence[Content]) -> None:
        """Show *rows*, the first of them chosen; those that stand where they stood are left as they are painted."""
        options = [self._option(at, row) for at, row in enumerate(rows)]
        if not (self.is_mounted and self.scrollable_content_region):
            self.set_options(options)
            self.highlighted = 0 if options else None
            return
        before = self._in_lines()
        self._options[:] = options
        self._option_to_index.clear()
        self._option_to_index.update({option: at for at, option in enumerate(options)})
        self._measure()
        if self.scroll_y:
            self.scroll_y = 0
        if self.highlighted != (first := 0 if options else None):
            self.highlighted = first
        after = self._in_lines()
        changed = [y for y in range(self.content_size.height) if before[y : y + 1] != after[y : y + 1]]
        if changed:
            self.refresh(*(Region(0, y, self.content_size.width, 1) for y in changed))

    def _option(self, at: int, row: Content) -> Option:
        """The option that stands there already, where it says the same in the same styles; else a new one."""
        former = self._options[at] if at < len(self._options) else None
        return former if former is not None and _says(former, row) else Option(row)

    def _in_lines(self) -> list[Row]:
        """What stands in each line of the list that can be seen."""
        top, height = self.scroll_offset.y, self.content_size.height
        return [(self._options[at], line) for at, line in self._line_cache.lines[top : top + height]]

    def _measure(self) -> None:
        """How many lines each row takes; most take one, which needs no wrapping to know."""
        cache, width = self._line_cache, self.scrollable_content_region.width
        cache.clear()
        room = width - self.get_component_styles("option-list--option").padding.width
        for at, option in enumerate(self._options):
            words = option.prompt
            single_line = isinstance(words, Content) and "\n" not in words.plain and words.cell_length <= room
            lines = 1 if single_line else self._get_visual(option).get_height(self.styles, room)  # type: ignore[arg-type]
            cache.index_to_line[at], cache.heights[at] = len(cache.lines), lines
            cache.lines.extend((at, line) for line in range(lines))
        size = Size(width, len(cache.lines))
        if size != self.virtual_size:
            self.set_reactive(OptionList.virtual_size, size)
            self._scroll_update(size)


def _says(option: Option, row: Content) -> bool:
    return isinstance(option.prompt, Content) and option.prompt.is_same(row)
