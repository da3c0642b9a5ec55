"""What the present stage holds: each field with its destination, and under it what was written so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Blur
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from supervision_tui.session import SessionEditor, Slot
from supervision_tui.tui.content import content
from supervision_tui.tui.room_policy import MASK, PRIVATE
from supervision_tui.tui.widgets.found_list import RowList
from supervision_tui.tui.widgets.stage_rows import Row, RowDrawing, hung

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program

NARROWEST = 24
"""Cells to which notes are wrapped at the least."""


class StageList(RowList):
    """The fields of a stage and what stands in them. Enter goes to a field or opens what is selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "delete,backspace", "take_back", "Take back", tooltip="Remove what is selected; Ctrl+Z brings it back."
        ),
        Binding("w", "want('weigh')", "Weigh", tooltip="Say how an idea stands now, and why; see its history."),
        Binding("s", "want('source')", "How known", tooltip="Say how we know it: seen, told, reported, assumed."),
        Binding("m", "want('move')", "Move", tooltip="Let it belong somewhere else, after reading who reads it there."),
    ]

    @dataclass
    class Chosen(Message):
        """Somebody wants to write in, or change, this row."""

        row: Row

    @dataclass
    class TakeBack(Message):
        """Somebody wants this row's note, or its draft, removed."""

        row: Row

    @dataclass
    class ActionChosen(Message):
        """Somebody wants an *act* done with this row's note."""

        act: str
        row: Row

    app: Program
    indents = cursor_stays = True
    """Where somebody writes, the mark stands at the field whose words they are."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False)
        self.rows: list[Row] = []
        self._drawing = RowDrawing()
        self._again: Callable[[], None] | None = None
        self._width = 0
        self._written_in: int | None = None
        """The row of the field that is written in."""

    def _on_blur(self, event: Blur) -> None:
        """Somebody writes again: the mark goes back to their field."""
        super()._on_blur(event)
        if self.rows:
            self.highlighted = self._written_in

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with a row needs one: where nothing stands, no key for it is told."""
        if action in {"take_back", "want"} and not self.rows:
            return False
        return super().check_action(action, parameters)

    def on_resize(self) -> None:
        """Wrap the rows anew, for the room there is now."""
        if self._again is not None and self._width != self.content_size.width:
            self._again()

    def fill(self, editor: SessionEditor, names: dict[str, str], current: Slot | None) -> None:
        """Show every field of the present stage; *names* of the children by id, *current* the one being written in."""
        self._again = partial(self.fill, editor, names, current)
        self._width = self.content_size.width
        width = max(self._width - 2, NARROWEST)
        self.rows = [self._sorted(row) for row in self._drawing.rows(editor, names, current, width)]
        at = self.highlighted
        here = next((n for n, row in enumerate(self.rows) if row.slot == current and row.thing is None), 0)
        self._written_in = here
        last = max((n for n, row in enumerate(self.rows) if row.slot == current), default=here)
        chosen = min(at, len(self.rows) - 1) if self.has_focus and at is not None else here
        self.show_rows([Option(row.words) for row in self.rows], chosen if self.rows else None)
        if self.rows and not self.has_focus:
            self.scroll_to_highlight()
            self.call_after_refresh(self._show_row, last)

    def read(self, rows: Sequence[str]) -> None:
        """Show *rows* to read out, where nothing is filled in."""
        self.rows, self._again = [], partial(self.read, rows)
        self._width = self.content_size.width
        width = max(self._width - 2, NARROWEST)
        self.show_rows([Option(content(hung(row, "   • ", width)), disabled=True) for row in rows], None)

    def _sorted(self, row: Row) -> Row:
        """*row*, masked where it is a worker's own, or names another family, and the screen is shared."""
        private = row.written and row.slot.field.destination in PRIVATE
        room = self.app.room
        if room.may_show(private=private) and not (row.written and room.names_another_family(row.words.plain)):
            return row
        return replace(row, words=content(f"   • {MASK}"))

    def _show_row(self, number: int) -> None:
        """Bring what was written last into sight, and its field too where there is room."""
        if number < len(self.rows):
            self.show_row(number)
            if self.highlighted is not None:
                self.show_row(self.highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand the row upwards."""
        event.stop()
        self.post_message(self.Chosen(self.rows[event.option_index]))

    def action_want(self, act: str) -> None:
        """Ask for an *act* with what is selected."""
        if self.highlighted is not None and self.rows[self.highlighted].thing is not None:
            self.post_message(self.ActionChosen(act, self.rows[self.highlighted]))

    def action_take_back(self) -> None:
        """Ask for the selected note to be removed."""
        row = self.rows[self.highlighted] if self.highlighted is not None else None
        if row is not None and (row.thing is not None or row.draft is not None):
            self.post_message(self.TakeBack(row))
