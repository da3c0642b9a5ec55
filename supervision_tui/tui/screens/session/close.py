"""The close: what is to be looked at in one list, then every record that will be written, read before it is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from supervision_tui.practice import Destination
from supervision_tui.records import Record, export, look_at, render_record
from supervision_tui.session.drafts import WaitingDraft
from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content, filled
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.widgets.choice_list import MARK_WIDTH, ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.vault import VaultError
from supervision_tui.whole_files import error_in_words
from supervision_tui.workspace.disclosure import CloseItem, RecordRow, close_items, record_rows, review_remarks
from supervision_tui.workspace.disclosure.closing_check import closing_question

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.running import SessionController

PLACES = {
    Destination.CHILD_FILE: "child's file",
    Destination.FAMILY_WORK: "team space",
    Destination.SUPERVISION_RECORD: "worker's record",
}


class WriteRecords(Command):
    """Write all the records and close the session, once nothing is left to look at. What is private goes with it."""

    key, label = "w", "Write all"


class LookedAt(Command):
    """You looked at this row, and it stays as it is. Who looked is kept with the record."""

    key, label = "l", "Looked, it stays"


class ReadRecordsOver(Command):
    """Read each record over before it is written: as the child would, who else is named and why, words, initials."""

    key, label = "r", "Read over"


class SaveCard(Command):
    """Write your own card to a file (.html to print, .txt or .md). The file is not encrypted: it is for your pocket."""

    key, label = "c", "Save the card"


class GoToLine(Command):
    """Go to the very line or question that this row is about; on a record, read it as it will stand."""

    key, label = "enter", "Go to it"


class ChangeWords(Command):
    """Go to the line that this row is about, with its words in the box to be changed."""

    key, label = "e", "Change words"


class GoToName(Command):
    """Go to the first line that names somebody of the family where the record holds no names, and change it."""

    key, label, hide_in_footer = "n", "Go to the name", True


class OpenWaiting(Command):
    """Go back to what was begun and is not kept, and open it."""

    key, label, hide_in_footer = "o", "Open what waits", True


class BackToSession(Command):
    """Go back to the session; nothing is closed."""

    key, label = "escape", "Back"


class CloseSessionScreen(CommandScreen):
    """What is to be looked at, and what the session leaves, record by record.

    Args:
        controller: the session that is about to close.
        early: end it before everything has an answer.
    """

    app: Program
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        GoToLine, LookedAt, ChangeWords, WriteRecords, ReadRecordsOver, SaveCard, GoToName, OpenWaiting, BackToSession,
    )  # fmt: skip
    ABOUT = (
        "Everything that will be written, and where, before it is. First what is to be looked at: Enter goes to the "
        "very line, l says that it stays. Then w writes all of it."
    )

    def __init__(self, controller: SessionController, *, early: bool = False) -> None:
        super().__init__()
        self.controller = controller
        self._early = early
        self.rows = record_rows(controller)
        self.items = close_items(controller, self.rows, lambda _record: (), early=early)
        self.read_over = False
        """Whether every record was read over, so that nothing can come to the list any more."""
        self._looked: dict[str, CloseItem] = {}
        self.card = controller.card() if controller.editor.template.followed_by else None

    # --- what stands there -------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """How much there is to look at, the list, and beside it the record under the cursor."""
        words = f"{'Ending here' if self._early else 'Close'}: everything that will be written"
        title = str(self.controller.template.title)
        forms = (f"{words} · {title}", f"{words} · {title.partition(',')[0]}", words)
        yield TopLine(*(content(form, "bold") for form in forms))
        yield Static(id="close_head")
        with Horizontal(id="closing", classes="with_card" if self.card is not None else ""):
            yield ChoiceList(markup=False, id="leaves")
            with VerticalScroll(id="as_it_will_stand", classes="place"):
                yield Static(id="record_words")
        yield Keys()

    def on_mount(self) -> None:
        """The list as far as it is known; the records are read over beside the keys."""
        self._fill()
        self.query_one("#leaves").focus()
        self.run_worker(self._review, name="review", group="review", thread=True, exclusive=True, exit_on_error=False)

    def _review(self) -> tuple[CloseItem, ...]:
        workspace = self.app.workspace
        return close_items(
            self.controller, self.rows, lambda record: review_remarks(workspace, record), early=self._early
        )

    @on(Worker.StateChanged)
    def _reviewed(self, event: Worker.StateChanged) -> None:
        if event.worker.name == "review" and event.state is WorkerState.SUCCESS:
            was_on_a_record = self.item is None
            self.items, self.read_over = event.worker.result or (), True
            self._fill()
            if was_on_a_record and self.to_look_at:
                self._go_to_item(self.to_look_at[0])

    @property
    def to_look_at(self) -> list[CloseItem]:
        """What nobody has looked at yet, in its order."""
        return [item for item in self.items if item.key not in self._looked]

    def _fill(self) -> None:
        options = self.query_one("#leaves", OptionList)
        here = self._here_id()
        options.set_options(list(self._options()))
        ids = [option.id for option in options.options if not option.disabled]
        if ids:
            options.highlighted = options.get_option_index(here if here in ids else str(ids[0]))
        number = len(self.to_look_at)
        reading = "" if self.read_over else " The records are being read over."
        after = f"{number} to look at, then w writes all of it." if number else "w writes all of it."
        self.query_one("#close_head", Static).update(content(f"Nothing is written yet. {after}{reading}"))
        self.refresh_bindings()

    def _options(self) -> Iterator[Option]:
        if self.items:
            yield Option(content("Look at first", "$accent bold"), disabled=True)
        for number, item in enumerate(self.items, 1):
            mark = "✓" if item.key in self._looked else "!" if item.stops else " "
            goes = "; it goes when you write" if item.kind == "draft" and item.key in self._looked else ""
            words = f"{mark} {number:>2} {filled(item.kind, 8)}{item.words}{goes}"
            yield Option(content(self._wrapped(words, 13)), id=f"item {item.key}")
        if self.card is not None:
            yield Option(content("  your own card, kept for you alone"), id=f"record {self.card.id}")
        yield Option(content("Will be written", "$accent bold"), disabled=True)
        for row in self.rows:
            yield Option(content(self._wrapped(self._row_words(row), 18)), id=f"record {row.record.id}")
        for line in self.controller.session_records().left_out:
            words = self._wrapped(f"  left out        {line.words}", 18)
            yield Option(content(words, "$foreground 70%"), disabled=True)

    def _wrapped(self, words: str, indent: int) -> str:
        """*words* in lines as wide as the list, those after the first set in."""
        width = max(self.query_one("#leaves").size.width - 1 - MARK_WIDTH, 2 * indent)
        return "\n".join(textwrap.wrap(words, width, subsequent_indent=" " * indent, drop_whitespace=True))

    def on_resize(self) -> None:
        """The list is wrapped anew."""
        self.call_after_refresh(self._fill)

    def _row_words(self, row: RecordRow) -> str:
        """A record: where it goes, whose it is, lines, own words, the numbers of what is to be looked at in it."""
        record = row.record
        numbers = " ".join(
            str(number)
            for number, item in enumerate(self.items, 1)
            if item.key not in self._looked and any(ident == record.id for ident, _ in item.remarks)
        )
        lines = "1 line" if row.lines == 1 else f"{row.lines} lines"
        whose = record_subject(record, row.family if row.family and self.controller.is_meeting else "")
        own = f" · own words: {row.own_words}" if row.own_words else ""
        look = f" · look at {numbers}" if numbers else ""
        return f"  {filled(PLACES.get(record.destination, ''), 16)}{whose or row.family}: {lines}{own}{look}"

    # --- the row under the cursor ------------------------------------------------------------------------------------

    def _here_id(self) -> str:
        options = self.query_one("#leaves", OptionList)
        if options.highlighted is None or not options.option_count:
            return ""
        return str(options.get_option_at_index(options.highlighted).id or "")

    @property
    def item(self) -> CloseItem | None:
        """What is to be looked at under the cursor, if it is such a row."""
        key = self._here_id().removeprefix("item ")
        return next((item for item in self.items if item.key == key), None)

    @property
    def record(self) -> Record | None:
        """The record of the row under the cursor: the row's own, or the first in which the thing stands."""
        ident = self._here_id().removeprefix("record ")
        if self.item is not None:
            ident = self.item.record
        if self.card is not None and ident == self.card.id:
            return self.card
        return next((row.record for row in self.rows if row.record.id == ident), None)

    @on(OptionList.OptionHighlighted, "#leaves")
    def _show_record(self) -> None:
        record = self.record
        words = render_record(record, "txt") if record is not None else ""
        self.query_one("#record_words", Static).update(content(words))
        self.query_one("#as_it_will_stand").scroll_home(animate=False)
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#leaves")
    @on(GoToLine)
    @on(ChangeWords)
    def _go_to_it(self) -> None:
        item, record = self.item, self.record
        if item is not None and item.place is not None:
            self.dismiss(item.place)
        elif record is not None:
            self.app.push_screen(screen("review records", [record]))

    @enabled_when(ChangeWords)
    def _leads_to_a_line(self) -> bool:
        return self.item is not None and self.item.place is not None

    @enabled_when(LookedAt)
    def _can_stay(self) -> bool:
        return self.item is not None and not self.item.stops

    @on(LookedAt)
    def _stays(self) -> None:
        item = self.item
        if item is None:
            return
        if item.key in self._looked:
            del self._looked[item.key]
        else:
            self._looked[item.key] = item
        self._fill()
        following = next((other for other in self.to_look_at if not other.stops), None)
        if following is not None and item.key in self._looked:
            self._go_to_item(following)

    def _go_to_item(self, item: CloseItem) -> None:
        options = self.query_one("#leaves", OptionList)
        options.highlighted = options.get_option_index(f"item {item.key}")

    @enabled_when(GoToName)
    def _somebody_is_named(self) -> bool:
        return self._first("name") is not None

    @on(GoToName)
    def _go_to_name(self) -> None:
        if (item := self._first("name")) is not None:
            self.dismiss(item.place)

    @enabled_when(OpenWaiting)
    def _something_waits(self) -> bool:
        return self._first("draft") is not None

    @on(OpenWaiting)
    def _open_waiting(self) -> None:
        here = self.item
        item = here if here is not None and here.kind == "draft" else self._first("draft")
        if item is not None:
            self.dismiss(item.place)

    def _first(self, kind: str) -> CloseItem | None:
        return next((item for item in self.items if item.kind == kind and item.place is not None), None)

    # --- writing -----------------------------------------------------------------------------------------------------

    @on(WriteRecords)
    def _write_records(self) -> None:
        waits = self.to_look_at
        if waits or not self.read_over:
            words = f"{len(waits)} to look at first." if waits else "The records are still being read over."
            self.notify(ProgramWords(words), markup=False)
            if waits:
                self._go_to_item(waits[0])
            return
        question, write = closing_question(len(self.rows), len({row.family for row in self.rows if row.family}))
        choices = [("write", write), ("back", "Not yet")]
        thrown = [item.place for item in self._looked.values() if isinstance(item.place, WaitingDraft)]
        words = "A closed session is not changed any more; a record can be, until it is confirmed."
        if thrown:
            words = "\n".join([*(f"! {draft.in_words()}: thrown away" for draft in thrown), words])
        self.app.push_screen(ChooseScreen(question, choices, words), self._decided)

    def _decided(self, choice: str | None) -> None:
        if choice == "write":
            self.write()

    def write(self) -> None:
        """Write the records, note who looked at what, and close the session; or say why not."""
        workspace = self.app.workspace
        try:
            (self.controller.end_early if self._early else self.controller.close)()
            for row in self.rows:
                remarks = [
                    remark for item in self._looked.values() for ident, remark in item.remarks if ident == row.record.id
                ]
                record = workspace.records.find(row.record.id) if remarks else None
                if record is not None:
                    seen = look_at(record, remarks, by=str(workspace.me), at=workspace.sessions.now())
                    workspace.records.put(seen, seen.id)
        except (ValueError, OSError, VaultError) as trouble:
            self.app.push_screen(
                NoticeScreen("The records were not written", f"{trouble}\n\nThe session is still open.")
            )
            return
        self.app.back_to(screen("today"))
        if self.card is None and self.rows:
            self.app.push_screen(screen("waiting records", self.rows[0].record.id))

    @enabled_when(ReadRecordsOver)
    def _can_read_records_over(self) -> bool:
        return bool(self.rows)

    @on(ReadRecordsOver)
    def _read_records_over(self) -> None:
        self.app.push_screen(screen("review records", [row.record for row in self.rows]))

    # --- one's own card ----------------------------------------------------------------------------------------------

    def write_card(self, path: str | None) -> None:
        """Write the card to *path*; a file that is there stays as it is."""
        if not path or self.card is None:
            return
        try:
            export(self.card, Path(path).expanduser())
        except (ValueError, OSError) as trouble:
            self.app.push_screen(NoticeScreen("The card was not written", error_in_words(trouble)))
            return
        self.notify(f"Written to {path}", markup=False)

    @enabled_when(SaveCard)
    def _can_save_card(self) -> bool:
        return self.card is not None

    @on(SaveCard)
    def _save_card(self) -> None:
        start = str(Path.home() / "visit-card.html")
        question = (
            "Where should your card be written?  .html, .txt or .md\n"
            "The file will not be encrypted: destroy it after the visit."
        )
        self.app.push_screen(AskScreen(question, start=start), self.write_card)

    @on(BackToSession)
    def _back_to_session(self) -> None:
        self.dismiss(None)


def record_subject(record: Record, family: str) -> str:
    """Whose *record* is, beside where it goes, after the *family* that is named: never a code; "" for its own space."""
    of_child = str(record.title).removeprefix("For ").removesuffix("'s file")
    others = {Destination.SUPERVISION_RECORD: str(record.subject), Destination.FAMILY_WORK: ""}
    return " · ".join(filter(None, (family, others.get(record.destination, of_child))))
