"""Records: read back what sessions left, read it over, confirm it, add to it, and take it out as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static

from supervision_tui.days import day_in_words, weeks_in_words
from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.screens.place import PLACES, Panel
from supervision_tui.tui.screens.records.choose_document import choose_document
from supervision_tui.tui.screens.records.commands import (
    AddWords,
    Copy,
    Correct,
    NoteFiled,
    Oversee,
    ReadOver,
    RecordCommands,
    ShowHistory,
    Sign,
    TalkOver,
)
from supervision_tui.tui.screens.records.issue_commands import Export, documents_of_record
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from supervision_tui.workspace.store import RecordOutline


class OpenQueue(Command):
    """The queue of records that wait to be confirmed and filed, read over, one key each."""

    key, label = "w", "To confirm"


class RecordsScreen(RecordCommands):
    """The records of this vault."""

    NAME = "Records"
    ABOUT = "What your sessions left: entries for each child's file, what the team keeps in mind, supervision records."
    COMMANDS_HERE = (
        ReadOver, Sign, Correct, Oversee, AddWords, NoteFiled, Export, Copy, TalkOver, ShowHistory, OpenQueue, *PLACES,
    )  # fmt: skip

    def __init__(self, record: str = "") -> None:
        super().__init__()
        self._first = record
        """Id of the record that the cursor is put on, once."""

    def body(self) -> ComposeResult:
        """The list, and the one chosen."""
        yield LineBox(
            placeholder="find: words of a record, or 'draft', 'confirmed', 'filed'", searching=True, id="find_record"
        )
        yield Panel("Records", "No record is here. A session leaves its records when it closes.", id="records")
        with VerticalScroll(id="reading", classes="place"):
            yield Static(id="record_words")

    def on_mount(self) -> None:
        """Show the list."""
        super().on_mount()
        self.fill()
        self.query_one("#records OptionList", OptionList).focus()

    def fill(self) -> None:
        """The records, newest first, family by family; those that fit what was typed."""
        titles = {heading.id: family_short_title(heading.title) for heading in self.workspace.families.headings()}
        families = {summary.id: summary.family_id or "" for summary in self.workspace.summaries.all()}

        def whose(outline: RecordOutline) -> str:
            if outline.destination is Destination.SUPERVISION_RECORD:
                return ""
            family = families.get(outline.session_id, str(outline.family_ref))
            return titles.get(family, family)

        found = sorted(self._found(), key=lambda outline: (-outline.day.toordinal(), whose(outline), outline.id))
        rows = [
            (
                outline.id,
                inline(
                    content(f"{day_in_words(outline.day)}  ", "$foreground 70%"),
                    content(" · ".join(filter(None, (whose(outline), outline.short_title)))),
                    content(f"   {self._state(outline)}", "$secondary"),
                ),
            )
            for outline in found
        ]
        self.query_one("#records", Panel).fill(rows)
        if self._first in {key for key, _ in rows}:
            options = self.query_one("#records OptionList", OptionList)
            options.highlighted = options.get_option_index(self._first)
        self._first = ""

    def _state(self, outline: RecordOutline) -> str:
        """How far a record is; a draft with its age."""
        if outline.status != "draft":
            return outline.status
        days = (self.workspace.today() - outline.day).days
        return f"draft, {weeks_in_words(days)} old" if days > 0 else "draft"

    def _found(self) -> list[RecordOutline]:
        outlines = self.workspace.record_outlines.all()
        sought = str(self.query_one("#find_record", LineBox).line).strip().casefold()
        if not sought:
            return outlines
        if sought in {"draft", "confirmed", "filed"}:
            return [outline for outline in outlines if outline.status == sought]
        inside = self.workspace.vault.documents.matching_ids(sought, "record")
        return [outline for outline in outlines if outline.id in inside or sought in outline.title.casefold()]

    @on(Input.Changed, "#find_record")
    def _sought(self) -> None:
        self.fill()

    @on(Input.Submitted, "#find_record")
    def _to_the_list(self) -> None:
        self.query_one("#records OptionList", OptionList).focus()

    @property
    def chosen(self) -> str:
        """The id of the record under the cursor, or nothing."""
        options = self.query_one("#records OptionList", OptionList)
        if options.highlighted is None or not options.option_count:
            return ""
        return str(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionHighlighted, "#records OptionList")
    def _read(self, event: OptionList.OptionHighlighted) -> None:
        record = self.workspace.records.get(str(event.option_id))
        self.query_one("#record_words", Static).update(content(render_record(record, "txt")))
        self.query_one("#reading").scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#records OptionList")
    def _into_it(self) -> None:
        self.query_one("#reading").focus()

    @on(OpenQueue)
    def _open_queue(self) -> None:
        self.app.push_screen(screen("waiting records", self.chosen))

    @on(Export)
    def _export(self) -> None:
        choose_document(self.app, documents_of_record(self.workspace, self.chosen))
