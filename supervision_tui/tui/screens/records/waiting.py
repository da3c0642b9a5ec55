"""The queue to confirm: what sessions left, family by family, read over; one key confirms, gives, files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, get_current_worker

from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.screens.place import PLACES
from supervision_tui.tui.screens.records.choose_document import DocumentChoice, choose_document
from supervision_tui.tui.screens.records.commands import (
    AddWords,
    Copy,
    Correct,
    NoteFiled,
    ReadOver,
    RecordCommands,
    Sign,
)
from supervision_tui.tui.screens.records.issue_commands import Export, documents_of_record
from supervision_tui.tui.widgets.choice_list import MARK_WIDTH, ChoiceList
from supervision_tui.workspace.disclosure import review_remarks
from supervision_tui.workspace.reports import ConfirmationQueue, waiting_records

if TYPE_CHECKING:
    from supervision_tui.records import Record
    from supervision_tui.workspace.reports import WaitingRecord

TITLE, WHO = 30, 24
"""Columns of a row's first two parts, at the most."""
NARROW = 56
"""Columns of the list, before it is known how many there are."""


class Mark(Command):
    """Mark the row, or unmark it: c and f are then for all that are marked."""

    key, label = "space", "Mark"


class MarkAll(Command):
    """Mark every row that waits for the same and has nothing to look at."""

    key, label = "m", "Mark all"


class BackFromQueue(Command):
    """Back; the queue stands on Today too."""

    key, label = "escape", "Back"


class WaitingRecordsScreen(RecordCommands):
    """Records that wait to be confirmed and filed.

    Args:
        record: the id of the one that the cursor is put on.
    """

    NAME = "To confirm"
    ABOUT = (
        "A draft can still be changed. Once confirmed, words are only added, dated. Rows keep their place; after c or "
        "f the cursor goes to the next that waits for the same."
    )
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        Sign, Correct, Export, NoteFiled, ReadOver, Mark, MarkAll, AddWords, Copy, BackFromQueue, *PLACES,
    )  # fmt: skip

    @dataclass
    class Reviewed(Message):
        """The record of that id was read over: so many things must be looked at."""

        ident: str
        number: int

    def __init__(self, record: str = "") -> None:
        super().__init__()
        self._first = record
        self.queue = ConfirmationQueue(())

    def body(self) -> ComposeResult:
        """How many wait, the rows, the record under the cursor."""
        yield Static(id="queue_head", classes="quiet")
        with Horizontal(id="waiting_records"):
            yield ChoiceList(markup=False, id="queue")
            with VerticalScroll(id="reading", classes="place"):
                yield Static(id="record_words")

    def on_mount(self) -> None:
        """Read the queue once: rows keep their place until the screen is left."""
        super().on_mount()
        self.queue = ConfirmationQueue(tuple(waiting_records(self.workspace)))
        self._show(self._first)
        self.query_one("#queue").focus()
        self.run_worker(self._read_over_all, thread=True, exclusive=True, group="review", exit_on_error=False)

    def on_resize(self) -> None:
        """The rows are as wide as the list is now."""
        self._show(self.chosen)

    def _read_over_all(self) -> dict[str, int]:
        """What must be looked at in each record; beside the keys, in a thread."""
        worker = get_current_worker()
        for row in self.queue.rows:
            if worker.is_cancelled:
                break
            found = self._count(row.record.id)
            if found is not None:
                self.post_message(self.Reviewed(row.record.id, found))  # waits for nobody, also when the program ends
        return self.queue.to_look_at

    def _count(self, ident: str) -> int | None:
        record = self.workspace.records.find(ident)
        return None if record is None else sum(remark.must for remark in review_remarks(self.workspace, record))

    @on(Reviewed)
    def _reviewed(self, event: Reviewed) -> None:
        self.queue.to_look_at[event.ident] = event.number
        row = self._row(event.ident)
        if row is not None:
            self.query_one("#queue", OptionList).replace_option_prompt(event.ident, content(self._words(row)))

    def fill(self) -> None:
        """Somebody changed a record: its row says how it stands now, in its place."""
        for row in self.queue.rows:
            record = self.workspace.records.find(row.record.id)
            if record is not None:
                self.queue.note(record)
        if self.query("#queue"):
            self._show(self.chosen)

    def _show(self, at: str) -> None:
        options = self.query_one("#queue", OptionList)
        options.set_options(list(self._options()))
        rows = [row.record.id for row in self.queue.rows]
        if rows:
            options.highlighted = options.get_option_index(at if at in rows else rows[0])
            if at in {"", rows[0]}:
                options.scroll_home(animate=False)  # the family's name above the first row too
        counted = self.queue.confirmers
        mine = counted.get(str(self.workspace.me), 0)
        waiting = sum(counted.values())
        whose = f"  {mine} yours to confirm." if mine and mine != waiting else ""
        head = f"{waiting} to confirm, {len(rows) - waiting} confirmed.{whose}" if rows else "Nothing waits."
        self.query_one("#queue_head", Static).update(content(head))

    def _options(self) -> Iterator[Option]:
        family = None
        for row in self.queue.rows:
            if row.family_title != family:
                family = row.family_title
                yield Option(content(family, "bold"), disabled=True)
            yield Option(content(self._words(row)), id=row.record.id)

    def _words(self, row: WaitingRecord) -> str:
        """A row: mark, title, who confirms, how it stands."""
        mark = "[x]" if row.record.id in self.queue.marked else "   "
        who = row.confirmer or ("nobody named" if row.waits_for == "confirm" else "")
        state = self._state(row)
        room = max(
            (self.query_one("#queue").size.width or NARROW) - len(mark) - len(state) - 5 - MARK_WIDTH, NARROW // 2
        )
        title = min(TITLE, room * 11 // 20)
        beside = min(WHO, room - title)
        return f"{mark} {row.record.short_title:<{title}.{title}} {who:<{beside}.{beside}} {state}"

    def _state(self, row: WaitingRecord) -> str:
        standing = self.queue.standing(row)
        if standing == "done":
            return "✓ filed" if row.record.destination is Destination.CHILD_FILE else "✓ confirmed"
        if standing == "file":
            return "✓ confirmed"
        number = self.queue.to_look_at.get(row.record.id)
        if number is None:
            return "…"
        return f"! {number} to look at" if number else f"clean, {row.age}"

    def _row(self, ident: str) -> WaitingRecord | None:
        return next((row for row in self.queue.rows if row.record.id == ident), None)

    @property
    def chosen(self) -> str:
        """The id of the record under the cursor, or nothing."""
        options = self.query_one("#queue", OptionList)
        if options.highlighted is None or not options.option_count:
            return ""
        return str(options.get_option_at_index(options.highlighted).id or "")

    @on(OptionList.OptionHighlighted, "#queue")
    def _read(self) -> None:
        record = self.workspace.records.find(self.chosen) if self.chosen else None
        words = content(render_record(record, "txt")) if record else content("")
        self.query_one("#record_words", Static).update(words)
        self.query_one("#reading").scroll_home(animate=False)
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#queue")
    def _read_whole(self) -> None:
        self.app.push_screen(screen("review records", [self.record]))

    # --- marks -------------------------------------------------------------------------------------------------------

    @on(Mark)
    def _mark(self) -> None:
        row = self._row(self.chosen)
        if row is not None and (why := self.queue.mark(row)):
            self.notify(ProgramWords(why), markup=False)
        self._show(self.chosen)

    @on(MarkAll)
    def _mark_all(self) -> None:
        row = self._row(self.chosen)
        if row is not None:
            self.queue.mark_all(row)
        self._show(self.chosen)

    def records_for(self, act: str) -> list[Record]:
        """The records marked, or the one under the cursor, that wait to be confirmed or filed."""
        here = self._row(self.chosen)
        rows = self.queue.chosen(here, "confirm" if act == "confirm" else "file")
        return [self.workspace.records.get(row.record.id) for row in rows]

    def show_next(self, act: str) -> None:
        """The cursor goes to the next row that waits for the same act."""
        here = self._row(self.chosen)
        following = self.queue.next_after(here, "confirm" if act == "confirm" else "file") if here else None
        self._show(following.record.id if following else self.chosen)

    @enabled_when(NoteFiled)
    def _can_file(self) -> bool:
        return bool(self.chosen) and bool(self.records_for("file"))

    @on(Export)
    def _give(self) -> None:
        here = self._row(self.chosen)
        if here is None:
            return
        marked = [row for row in self.queue.rows if row.record.id in self.queue.marked and row.family == here.family]
        wanted = documents_of_record(self.workspace, self.chosen)
        if len(marked) > 1:
            records = tuple(self.workspace.records.get(row.record.id) for row in marked)
            words = f"Those marked of {here.family_title}: {len(records)} files"
            wanted = [DocumentChoice("record", here.family, words, records), *wanted]
        choose_document(self.app, wanted)

    @on(BackFromQueue)
    def _back_from_queue(self) -> None:
        self.app.back_to(screen("today"))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What was read over is told row by row; the end of it needs nothing."""
        event.stop()
