"""The reading pass: a record as the child would read it, what stands out in it, and words to think about once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from supervision_tui.records import render_record
from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.disclosure import review_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from supervision_tui.records import Record
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.disclosure import RecordReview

QUIET = "$foreground 70%"


class BackFromReading(Command):
    """Back; nothing was changed."""

    key, label = "escape", "Back"


class NextRecord(Command):
    """Read the next record over."""

    key, label = "right,n", "Next record"


class RecordBefore(Command):
    """Read the record before over once more."""

    key, label, hide_in_footer = "left,p", "Record before", True


class RecordReviewScreen(CommandScreen):
    """Records read over, one at a time.

    Args:
        records: the records; they need not be saved yet.
    """

    app: Program
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (NextRecord, RecordBefore, BackFromReading)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = "Read it as the child would, now and at thirty. Everything here is a hint: nothing is changed for you."

    def __init__(self, records: Sequence[Record]) -> None:
        super().__init__()
        self.records = tuple(records)
        self.at = 0

    def compose(self) -> ComposeResult:
        """The record, then what to ask of it."""
        yield TopLine()
        with VerticalScroll(id="reading_over", can_focus=True):
            yield Static(id="reading_words")
        yield Keys()

    def on_mount(self) -> None:
        """Read the first one."""
        self.query_one("#reading_over").focus()
        self.turn(0)

    def turn(self, by: int) -> None:
        """Go *by* records on."""
        self.at = min(max(self.at + by, 0), len(self.records) - 1)
        record = self.records[self.at]
        which = f"  ({self.at + 1} of {len(self.records)})" if len(self.records) > 1 else ""
        self.query_one(TopLine).say(content(f"Reading over: {record.title}{which}", "bold"))
        self.query_one("#reading_words", Static).update(words_of(record, review_of(self.app.workspace, record)))
        self.query_one("#reading_over").scroll_home(animate=False)
        self.refresh_bindings()

    @on(BackFromReading)
    def _back_from_reading(self) -> None:
        self.app.pop_screen()

    @enabled_when(NextRecord)
    def _can_next_record(self) -> bool:
        return self.at < len(self.records) - 1

    @on(NextRecord)
    def _next_record(self) -> None:
        self.turn(1)

    @enabled_when(RecordBefore)
    def _can_record_before(self) -> bool:
        return self.at > 0

    @on(RecordBefore)
    def _record_before(self) -> None:
        self.turn(-1)


def words_of(record: Record, review: RecordReview) -> Content:
    """What a person reads: what must be looked at, the questions, the record itself, then hints."""
    rows: list[Content | str] = []
    if review.must:
        rows += [content("Please look at this before anybody confirms it", "$warning bold")]
        rows += [content(f"  ! {remark.words}{_quoted(remark.quote)}", "$warning") for remark in review.must]
        rows.append("")
    if review.questions:
        rows.append(content("While you read, ask", "$accent bold"))
        rows += [content(f"  · {question}") for question in review.questions]
        rows.append("")
    rows += [
        content("─ the record ".ljust(60, "─"), "$panel"),
        content(render_record(record, "txt")),
        content("─" * 60, "$panel"),
    ]
    rest = [remark for remark in review.remarks if not remark.must]
    if rest:
        rows += ["", content("What stands out", "$accent bold")]
        rows += [content(f"  · {remark.words}{_quoted(remark.quote)}") for remark in rest]
    if review.hints:
        rows += ["", content("Words to think about once more (the child's own word always wins)", "$accent bold")]
        rows += [content(f"  · “{hint.words}”: {hint.consider}{_why(hint.why)}") for hint in review.hints]
    if not (review.must or rest or review.hints):
        rows += ["", "Nothing stands out. Read it once more as the child would."]
    age = f"it reads from about the age of {review.readability.age}"
    rows += ["", content(f"{review.readability.words} words; {age}.", QUIET)]
    return stacked(*rows)


def _quoted(words: str) -> str:
    return f"  [{words}]" if words else ""


def _why(words: str) -> str:
    return f" ({words})" if words else ""
