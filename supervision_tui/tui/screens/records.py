"""Records: read back what sessions left, and take it out as Markdown, HTML or plain text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static

from supervision_tui.tui.commands import Command
from supervision_tui.tui.screens.ask import AskScreen, ChooseScreen, TellScreen
from supervision_tui.tui.screens.places import PLACES, Panel, Place
from supervision_tui.tui.screens.record_commands import AddWords, Copy, NoteFiled, ReadOver, Sign, TalkOver
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.words import beside, shown

if TYPE_CHECKING:
    from supervision_tui.records import Record
    from supervision_tui.vault import Heading


class Export(Command["RecordsScreen"]):
    """Write the record chosen to a file: .md, .html or .txt, as the file's name says. The file is not encrypted."""

    key, words = "e", "Export"

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen)

    def run(self) -> None:
        record = self.screen.desk.records.get(self.screen.chosen)
        start = str(Path.home() / f"{record.id}.html")
        question = (
            f"Where should '{record.title}' be written?  .pdf, .docx, .html, .md or .txt\n"
            "The file will not be encrypted: put it only where the council allows."
        )
        self.screen.app.push_screen(AskScreen(question, start=start), self.screen.export)


class RecordsScreen(Place):
    """The records of this vault."""

    NAME = "Records"
    ABOUT = "What your sessions left: entries for each child's file, what the team keeps in mind, supervision records."
    COMMANDS_HERE = (ReadOver, TalkOver, Sign, AddWords, NoteFiled, Export, Copy, *PLACES)

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
        """The records, newest first; those that fit what was typed."""
        rows = [
            (heading.id, beside(shown(f"{heading.saved_at:%d %b %Y}  ", "$foreground 70%"), shown(heading.title)))
            for heading in self._found()
        ]
        self.query_one("#records", Panel).fill(rows)
        if self._first in {key for key, _ in rows}:
            options = self.query_one("#records OptionList", OptionList)
            options.highlighted = options.get_option_index(self._first)
        self._first = ""

    def _found(self) -> list[Heading]:
        headings = self.desk.records.headings()
        sought = str(self.query_one("#find_record", LineBox).line).strip().casefold()
        if not sought:
            return headings
        if sought in {"draft", "confirmed", "filed"}:
            return [one for one in headings if self.desk.records.get(one.id).status == sought]
        inside = {hit.heading.id for hit in self.desk.vault.search(sought, kinds=("record",), limit=len(headings))}
        return [one for one in headings if one.id in inside or sought in one.title.casefold()]

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
        record = self.desk.records.get(str(event.option_id))
        self.query_one("#record_words", Static).update(shown(record.render("txt")))
        self.query_one("#reading").scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#records OptionList")
    def _into_it(self) -> None:
        self.query_one("#reading").focus()

    def export(self, path: str | None) -> None:
        """Write the chosen record to *path*; a file that is there is only replaced when the person says so."""
        if not path:
            return
        record = self.desk.records.get(self.chosen)
        target = Path(path).expanduser()
        if target.exists():
            choices = [("keep", "Leave the file as it is"), ("replace", "Replace it")]

            def decided(choice: str | None) -> None:
                if choice == "replace":
                    self._write(record, target, force=True)

            self.app.push_screen(ChooseScreen("A file of that name is there already", choices, str(target)), decided)
            return
        self._write(record, target)

    def _write(self, record: Record, target: Path, *, force: bool = False) -> None:
        from supervision_tui.records import export  # noqa: PLC0415 - loads the templates

        try:
            export(record, target, force=force)
        except (ValueError, OSError) as trouble:
            self.app.push_screen(TellScreen("The record was not written", str(trouble)))
            return
        self.notify(f"Written to {target}", markup=False)
