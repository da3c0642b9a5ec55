"""What a stage is for, above its fields: whole, or rolling with a mark that says how much more there is."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from textual.widgets import Static

from supervision_tui.tui.content import show_changed, stacked

FEWEST = 2
"""Rows of guidance at the least, the last of which tells what is more."""


def guidance_rows(paragraphs: Sequence[str], width: int) -> list[str]:
    """*paragraphs* wrapped to *width* cells, none cut."""
    return [row for words in paragraphs for row in (wrap(words, max(width, 10), break_long_words=True) or [""])]


def shown_rows(rows: Sequence[str], room: int, top: int) -> list[str]:
    """The rows that stand in *room* rows from number *top* on; where there are more, the last says so."""
    if len(rows) <= room:
        return list(rows)
    part = list(rows[top : top + room - 1])
    rest = len(rows) - top - len(part)
    more = f"… {rest} more row{'s' if rest > 1 else ''}: PgDn" if rest else "… the beginning: PgDn"
    return [*part, more]


class Guidance(Static):
    """The words of a stage. PgDn rolls them where they do not fit."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._paragraphs: tuple[str, ...] = ()
        self._top = 0
        self.room = 4
        """Rows that the guidance may have."""

    def say(self, paragraphs: Sequence[str], room: int) -> None:
        """Show *paragraphs* from their beginning, in *room* rows at the most."""
        self._paragraphs, self._top, self.room = tuple(paragraphs), 0, max(room, FEWEST)
        self._draw()

    def on_resize(self) -> None:
        """Wrap for the room there is now."""
        self._draw()

    def roll(self) -> None:
        """Show the next rows; after the last ones the first again."""
        rows = guidance_rows(self._paragraphs, self._width)
        self._top = self._top + self.room - 1 if self._top + self.room - 1 < len(rows) else 0
        self._draw()

    @property
    def _width(self) -> int:
        return self.content_size.width or 76

    def _draw(self) -> None:
        rows = guidance_rows(self._paragraphs, self._width)
        show_changed(self, stacked(*shown_rows(rows, self.room, self._top)))
