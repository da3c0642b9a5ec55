"""What the present stage holds: each field with its destination, and under it what was written so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from supervision_tui.practice import Destination
from supervision_tui.session import Draft, Hypothesis, SessionEditor, Slot
from supervision_tui.session.drafts import draft_title, drafts_in
from supervision_tui.session.fields import SessionItem, hint_of, item_lines, items_in, label_of
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.room_policy import MASK, PRIVATE

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program

LONGEST_SHOWN = 400
"""Characters of a note shown in the list; the rest is there, and counted."""
NARROWEST = 24
"""Cells to which notes are wrapped at the least."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a field, one thing written in it, a form that waits in it, or the line in its box."""

    slot: Slot
    thing: SessionItem | None
    words: Content
    draft: Draft | None = None
    line: bool = False

    @property
    def written(self) -> bool:
        """Whether it shows words that somebody wrote."""
        return self.thing is not None or self.draft is not None or self.line


class StageList(OptionList):
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

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False)
        self.rows: list[Row] = []
        self._again: Callable[[], None] | None = None
        self._width = 0

    def on_resize(self) -> None:
        """Wrap the rows anew, for the room there is now."""
        if self._again is not None and self._width != self.content_size.width:
            self._again()

    def fill(self, editor: SessionEditor, names: dict[str, str], current: Slot | None) -> None:
        """Show every field of the present stage; *names* of the children by id, *current* the one being written in."""
        self._again = partial(self.fill, editor, names, current)
        self._width = self.content_size.width
        width = max(self._width - 2, NARROWEST)
        rows = [row for slot in editor.slots() for row in _rows(editor, slot, names, current, width)]
        self.rows = [self._sorted(row) for row in rows]
        at = self.highlighted
        self.set_options([Option(row.words) for row in self.rows])
        if self.rows:
            here = next((n for n, row in enumerate(self.rows) if row.slot == current and row.thing is None), 0)
            last = max((n for n, row in enumerate(self.rows) if row.slot == current), default=here)
            self.highlighted = min(at, len(self.rows) - 1) if self.has_focus and at is not None else here
            if not self.has_focus:
                self.scroll_to_highlight()
                self.call_after_refresh(self._show_row, last)

    def read(self, rows: Sequence[Content]) -> None:
        """Show *rows* to read out, where nothing is filled in."""
        self.rows, self._again = [], None
        self.set_options([Option(row, disabled=True) for row in rows])

    def _sorted(self, row: Row) -> Row:
        """*row*, masked where it is a worker's own and the screen is shared."""
        private = row.written and row.slot.field.destination in PRIVATE
        if self.app.room.may_show(private=private):
            return row
        return replace(row, words=content(f"   • {MASK}"))

    def _show_row(self, number: int) -> None:
        """Bring what was written last into sight, and its field too where there is room."""
        if number < len(self.rows):
            kept = self.highlighted
            with self.prevent(OptionList.OptionHighlighted):
                self.highlighted = number
                self.scroll_to_highlight()
                self.highlighted = kept

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


def _rows(editor: SessionEditor, slot: Slot, names: dict[str, str], current: Slot | None, width: int) -> list[Row]:
    mark = "▸ " if slot == current else "  "
    style = "$accent bold" if slot == current else "bold"
    label = "\n".join(wrap(mark + label_of(slot, names), width, subsequent_indent="  ") or [mark])
    head = inline(content(mark + label.lstrip() if mark.isspace() else label, style))
    if slot.field.kind == "seat":
        name = editor.session.seat(slot.field.id)
        told = _after(head, str(name or hint_of(slot, names)), width)
        return [Row(slot, None, inline(head, content(told, "$success" if name else "$foreground 70%")))]
    return [
        Row(slot, None, _head(mark, slot, names, style, width)),
        *(Row(slot, thing, _item(thing, slot, names, width)) for thing in items_in(editor.session, slot)),
        *(
            Row(slot, None, _waits(draft, slot, names, width), draft if draft.id else None, line=not draft.id)
            for draft in drafts_in(editor.session, slot)
            if draft.id or slot != current
        ),
    ]


def _head(mark: str, slot: Slot, names: dict[str, str], style: str, width: int) -> Content:
    """The label of a field, wrapped, and at the right end of its last row where its words go."""
    place = f"→ {slot.field.destination.about.tag}"
    rows = wrap(mark + label_of(slot, names), width, subsequent_indent="  ", drop_whitespace=True) or [mark]
    rows[0] = mark + rows[0].lstrip() if not rows[0].startswith(mark) else rows[0]
    gap = width - cell_len(rows[-1]) - cell_len(place)
    end = content(f"{' ' * gap}{place}" if gap > 1 else f"\n{place:>{width}}", "$foreground 70%")
    return inline(content("\n".join(rows), style), end)


def _waits(draft: Draft, slot: Slot, names: dict[str, str], width: int) -> Content:
    """What was begun in a field and not kept yet, with how to go on; what is private shows no word of it."""
    private = draft.destination is Destination.PRIVATE
    line = "words private to you wait here" if private else f"waits with: {draft.text}"
    words = f"draft: {draft_title(draft, slot, names)} · Enter opens it" if draft.id else line
    return content(_hung(words, "   ! ", width), "$warning")


def _item(item: SessionItem, slot: Slot, names: dict[str, str], width: int) -> Content:
    first, below = item_lines(item, names, slot)
    stale = isinstance(item, Hypothesis) and item.stale(datetime.now(UTC))
    bullet = _bullet(f"{first}{' · nobody has looked at it for eight weeks' if stale else ''}", width)
    return stacked(bullet, _below(below, width)) if below else bullet


def _bullet(words: str, width: int) -> Content:
    return content(_hung(words, "   • ", width))


def _below(words: str, width: int) -> Content:
    return content(_hung(words, "     ", width), "$foreground 70%")


def _hung(words: str, start: str, width: int) -> str:
    """*words* wrapped so that every line stands under the first."""
    lines_of = _short(words).splitlines() or [""]
    first = wrap(lines_of[0], width, initial_indent=start, subsequent_indent=" " * len(start)) or [start]
    rest = [
        piece
        for line in lines_of[1:]
        for piece in wrap(line, width, initial_indent=" " * len(start), subsequent_indent=" " * len(start))
    ]
    return "\n".join([*first, *rest])


def _after(head: Content, words: str, width: int) -> str:
    """*words* to stand after *head*, wrapped so that further lines stand in a little."""
    first, further = " " * (head.cell_length + 3), " " * 5
    if head.cell_length + 3 + len(words.partition(" ")[0]) > width:
        told = wrap(words, width, initial_indent=further, subsequent_indent=further)
        return "\n".join(["", *told])
    told = wrap(words, width, initial_indent=first, subsequent_indent=further, break_long_words=False)
    return "\n".join(told)[head.cell_length :]


def _short(words: str) -> str:
    if len(words) <= LONGEST_SHOWN:
        return words
    return f"{words[:LONGEST_SHOWN]} … ({len(words):,} characters in all)"
