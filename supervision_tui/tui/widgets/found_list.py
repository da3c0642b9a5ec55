"""Lists that are filled again and again, some at every letter: rows that stay are not painted, nothing is laid out.

The framework's list forgets every row when it is filled, measures each, lays out the screen and paints it whole: two
thirds of what a letter in Ctrl+K cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.geometry import Region, Size
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from supervision_tui.tui.widgets.choice_list import ChoiceList

Row = tuple[Option, int]
"""What stands in a line of the list: an option, and which of its lines."""


class RowList(ChoiceList):
    """Rows to choose from, of which those that stand where they stood are left as they are painted.

    Its size is that of its place, never that of its rows.
    """

    def show_rows(self, options: Sequence[Option], highlighted: int | None) -> None:
        """Show *options*, that of number *highlighted* chosen; from the top, unless it begins as it did."""
        if not (self.is_mounted and self.scrollable_content_region):
            self.set_options(options)
            self.highlighted = highlighted
            return
        before, heights = self._in_lines(), dict(self._line_cache.heights)
        known = [self._kept(at, option) for at, option in enumerate(options)]
        stays = {at: heights[at] for at, option in enumerate(known) if option is not options[at] and at in heights}
        begins_anew = not (known and 0 in stays)
        self._options[:] = known
        self._option_to_index.clear()
        self._option_to_index.update({option: at for at, option in enumerate(known)})
        self._measure(stays)
        if begins_anew and self.scroll_y:
            self.scroll_y = 0
        if self.highlighted != highlighted:
            self.highlighted = highlighted
        after = self._in_lines()
        changed = [y for y in range(self.content_size.height) if before[y : y + 1] != after[y : y + 1]]
        if changed:
            self.refresh(*(Region(0, y, self.content_size.width, 1) for y in changed))

    def show_row(self, number: int) -> None:
        """Roll until the row of *number* can be seen, if it can."""
        if (y := self._index_to_line.get(number)) is not None:
            row = Region(0, y, self.scrollable_content_region.width, self._heights[number])
            self.scroll_to_region(row, force=True, animate=False, immediate=True)

    def _kept(self, at: int, option: Option) -> Option:
        """The option that stands there already, where it says the same in the same styles; else *option*."""
        former = self._options[at] if at < len(self._options) else None
        return former if former is not None and _say_the_same(former, option) else option

    def _in_lines(self) -> list[Row]:
        """What stands in each line of the list that can be seen."""
        top, height = self.scroll_offset.y, self.content_size.height
        return [(self._options[at], line) for at, line in self._line_cache.lines[top : top + height]]

    def _measure(self, known: Mapping[int, int]) -> None:
        """How many lines each row takes, where that is not *known*; most take one, which needs no wrapping to tell."""
        cache, width = self._line_cache, self.scrollable_content_region.width
        cache.clear()
        room = width - self.get_component_styles("option-list--option").padding.width - self._get_left_gutter_width()
        for at, option in enumerate(self._options):
            lines = known.get(at) or self._lines_of(option, room)
            cache.index_to_line[at], cache.heights[at] = len(cache.lines), lines
            cache.lines.extend((at, line) for line in range(lines))
        size = Size(width - self._get_left_gutter_width(), len(cache.lines))
        if size != self.virtual_size:
            self.set_reactive(OptionList.virtual_size, size)
            self._scroll_update(size)

    def _lines_of(self, option: Option, room: int) -> int:
        words = option.prompt
        if type(words) is Content and "\n" not in words.plain and words.cell_length <= room:
            return 1
        return self._get_visual(option).get_height(self.styles, room)  # type: ignore[arg-type] # as the framework does


class FoundList(RowList):
    """What was found, which changes while somebody types."""

    cursor_stays = True

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(markup=False, id=id)

    def fill(self, rows: Sequence[Content]) -> None:
        """Show *rows*, the first of them chosen."""
        self.show_rows([Option(row) for row in rows], 0 if rows else None)
        if self.scroll_y:
            self.scroll_y = 0


def _say_the_same(former: Option, option: Option) -> bool:
    words, then = option.prompt, former.prompt
    same = isinstance(words, Content) and isinstance(then, Content) and type(words) is type(then)
    return same and then.is_same(words) and former.disabled == option.disabled  # type: ignore[union-attr] # it is one
