"""A document for somebody, on screen: what, for whom and why first; what to look at; then written and noted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, ProgressBar, Static

from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.entry.base import EntryScreen, write_again
from supervision_tui.tui.screens.records.choose_document import DocumentChoice
from supervision_tui.tui.screens.records.letter_draft import LetterDraftScreen
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.whole_files import error_in_words
from supervision_tui.workspace.disclosure import (
    PreparedDocument,
    check_all,
    file_name_note,
    issue_all,
    issue_document,
    letter_safety,
    prepare_document,
    safe_record_notes,
)

if TYPE_CHECKING:
    from supervision_tui.records.kinds import LetterDraft


@dataclass(frozen=True, slots=True)
class Done:
    """*number* documents stand in *path*; *stopped* before all were written."""

    path: Path
    number: int
    stopped: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class ChecksDone:
    """Many records were looked through; *warnings* are what to look at before they leave."""

    warnings: tuple[str, ...]
    notes: tuple[str, ...] = ()


class LeaveIssuing(Command):
    """Back; while several are written: stop after the one in hand."""

    key, label = "escape", "Back"


class IssueDocumentScreen(EntryScreen):
    """For whom, why, where to, and a passphrase if the page should be locked.

    Args:
        wanted: what is written.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (LeaveIssuing,)
    ABOUT = "One family, one reader, one purpose. Names of others are looked for before anything is written."
    room_visibility = RoomVisibility.HIDDEN

    def __init__(self, wanted: DocumentChoice) -> None:
        super().__init__()
        self.wanted = wanted
        self.stopped = False
        self.draft: LetterDraft | None = None
        """The letter as somebody changed it on this screen."""

    def compose(self) -> ComposeResult:
        """The fields."""
        several = bool(self.wanted.records)
        yield TopLine(content(f"Write: {self.wanted.words}", "bold"))
        with VerticalScroll(classes="giving"):
            yield Static("For whom? One person, or one place", classes="label")
            yield LineBox(placeholder="for example  Ms Ahmed, reviewing officer", id="recipient")
            yield Static("Why do they need it?", classes="label")
            yield LineBox(placeholder="for example  the review on 3 December", id="purpose")
            place = (
                "A folder; each record becomes a file in it" if several else "The file: .pdf .docx .html .md or .txt"
            )
            yield Static(content(place), classes="label")
            yield LineBox(str(Path.home() / ("records" if several else f"{self.wanted.kind}.pdf")), id="path")
            if several:
                yield Static("As what: .pdf .docx .html .md or .txt", classes="label")
                yield LineBox(".pdf", id="ending")
                yield ProgressBar(total=len(self.wanted.records), show_eta=False, id="progress")
            else:
                yield Static("A passphrase of its own (may stay empty; for .html only)", classes="label")
                yield LineBox(password=True, id="passphrase")
            yield Static("", id="said")
            yield Static(
                stacked("Enter writes it. What is not locked is for a place that your council allows."), classes="quiet"
            )
        yield Keys()

    def on_mount(self) -> None:
        """Ready to be told for whom."""
        self.query_one("#recipient").focus()

    def _value(self, which: str) -> str:
        found = self.query(which)
        return found.first(LineBox).value.strip() if found else ""

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self.busy:
            return
        for which, words in (
            ("#recipient", "Please say for whom it is."),
            ("#purpose", "Please say why they need it."),
            ("#path", "Please say where it should go."),
        ):
            if not self._value(which):
                self.say(words, trouble=True)
                write_again(self, which)
                return
        self.stopped = False
        self.say("Writing ...")
        if self.wanted.records:
            self._look_through()
        else:
            self._make()

    @work(thread=True, exit_on_error=False)
    def _make(self) -> PreparedDocument:
        recipient, purpose = self._value("#recipient"), self._value("#purpose")
        return prepare_document(
            self.app.workspace,
            self.wanted.kind,
            self.wanted.about,
            recipient=recipient,
            purpose=purpose,
            draft=self.draft,
        )

    @work(thread=True, exit_on_error=False)
    def _write(self, ready: PreparedDocument, *, force: bool) -> Done:
        path, passphrase = Path(self._value("#path")).expanduser(), self._value("#passphrase")
        issue_document(self.app.workspace, ready, path, passphrase=passphrase, force=force)
        return Done(path, 1, locked=bool(passphrase))

    @work(thread=True, exit_on_error=False)
    def _look_through(self) -> ChecksDone:
        recipient, workspace = self._value("#recipient"), self.app.workspace
        return ChecksDone(
            tuple(check_all(workspace, self.wanted.records, recipient)),
            tuple(safe_record_notes(workspace, self.wanted.about, recipient)),
        )

    @work(thread=True, exit_on_error=False)
    def _write_all(self) -> Done:
        folder = Path(self._value("#path")).expanduser()
        bar = self.query_one("#progress", ProgressBar)

        def on_progress(number: int) -> bool:
            self.app.call_from_thread(bar.update, progress=number)
            return not self.stopped

        done = issue_all(
            self.app.workspace,
            self.wanted.records,
            folder,
            self._value("#ending").lower(),
            recipient=self._value("#recipient"),
            purpose=self._value("#purpose"),
            on_progress=on_progress,
        )
        return Done(folder, done, stopped=done < len(self.wanted.records))

    def finished(self, result: PreparedDocument | ChecksDone | Done) -> None:
        """It is built and checked, or it is written."""
        if isinstance(result, Done):
            self._tell(result)
        elif isinstance(result, PreparedDocument) and result.draft is not None and self.draft is None:
            self._ask_about_letter(result.draft)
        elif result.warnings or result.notes:
            self._ask_to_look(result)
        else:
            self._go_on(result)

    def _ask_about_letter(self, draft: LetterDraft) -> None:
        """Show the letter, to be changed before it is looked through and written."""
        safety = letter_safety(self.app.workspace, self.wanted.about)

        def decided(changed: LetterDraft | None) -> None:
            if changed is None:
                self.say("Nothing was written.")
                return
            self.draft = changed
            self.say("Writing ...")
            self._make()

        self.app.push_screen(LetterDraftScreen(draft, safety.warning if safety is not None else ""), decided)

    def _go_on(self, result: PreparedDocument | ChecksDone) -> None:
        if isinstance(result, ChecksDone):
            self._write_all()
        else:
            self._ask_about_the_file(result)

    def _ask_to_look(self, result: PreparedDocument | ChecksDone) -> None:
        choices = [("back", "Not yet"), ("looked", "I have looked at these; write it")]

        def decided(choice: str | None) -> None:
            if choice == "looked":
                self._go_on(result)
            else:
                self.draft = None
                self.say("Nothing was written.")

        words = "\n\n".join([*result.notes, *(f"! {warning}" for warning in result.warnings)])
        self.app.push_screen(ChooseScreen("Please look at this before it leaves", choices, words), decided)

    def _ask_about_the_file(self, ready: PreparedDocument) -> None:
        path = Path(self._value("#path")).expanduser()
        if not path.exists():
            self._write(ready, force=False)
            return
        choices = [("keep", "Leave the file as it is"), ("replace", "Replace it")]

        def decided(choice: str | None) -> None:
            if choice == "replace":
                self._write(ready, force=True)
            else:
                self.say("The file was left as it is. Please give another name.")
                self.query_one("#path").focus()

        self.app.push_screen(ChooseScreen("A file of that name is there already", choices, str(path)), decided)

    def _tell(self, done: Done) -> None:
        documents = "" if done.number == 1 else f"{done.number} documents in "
        words = f"{documents}{done.path}\n\n"
        words += "You stopped it: the others were not written.\n\n" if done.stopped else ""
        words += (
            "Tell the passphrase by another way than the page."
            if done.locked
            else "It is not locked: put it only where your council allows."
        )
        note = file_name_note(self.app.workspace, done.path)
        words += f"\n\n{note}" if note else ""
        self.app.switch_screen(NoticeScreen("Written, and noted in the notebook", words))

    def _refused(self, error: BaseException | None) -> None:
        """Say why not; what was typed stays."""
        if isinstance(error, ValueError):
            self.say(error_in_words(error), trouble=True)
        else:
            super()._refused(error)

    @on(LeaveIssuing)
    def _leave_giving(self) -> None:
        if self.busy:
            self.stopped = True
        else:
            self.app.pop_screen()
