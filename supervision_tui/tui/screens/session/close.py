"""The close: what goes where, and what is left out and why, read before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from supervision_tui.records import export, render_record
from supervision_tui.session.fields import label_of
from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.vault import VaultError

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.running import SessionController


class WriteRecords(Command):
    """Write the records shown above and close the session. What is private to you is deleted with it."""

    key, label = "w", "Write the records"


class ReadRecordsOver(Command):
    """Read each record over before it is written: as the child would, who else is named and why, words, initials."""

    key, label = "r", "Read over"


class SaveCard(Command):
    """Write your own card to a file (.html to print, .txt or .md). The file is not encrypted: it is for your pocket."""

    key, label = "c", "Save the card"


class Answer(Command):
    """Go to the first question that still needs an answer."""

    key, label = "enter", "Answer what is missing"


class GoToName(Command):
    """Go to the first line that names somebody of the family where the record holds no names, and change it."""

    key, label = "n", "Go to the name"


class OpenWaiting(Command):
    """Go back to what was begun and is not kept, and open it."""

    key, label = "o", "Open what waits"


class BackToSession(Command):
    """Go back to the session; nothing is closed."""

    key, label = "escape", "Back to the session"


class CloseSessionScreen(CommandScreen):
    """What the session leaves, destination by destination.

    Args:
        controller: the session that is about to close.
        early: end it before everything has an answer.
    """

    app: Program
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        WriteRecords,
        ReadRecordsOver,
        SaveCard,
        Answer,
        GoToName,
        OpenWaiting,
        BackToSession,
    )
    ABOUT = "Everything that will be written, and where, before it is. Read it as the child would; then press w."

    def __init__(self, controller: SessionController, *, early: bool = False) -> None:
        super().__init__()
        self.controller = controller
        self._early = early
        self.missing = () if early else controller.missing()
        self.waiting = controller.waiting_drafts()
        self.named = () if self.missing else tuple(controller.named_lines())
        self.card = controller.card() if controller.editor.template.followed_by else None

    def compose(self) -> ComposeResult:
        """What is missing, or every record in full and what is left out."""
        words = "Ending here" if self._early else "Before it closes"
        yield TopLine(content(f"{words}: {self.controller.title}", "bold"))
        with VerticalScroll(id="leaves", can_focus=True):
            if self.waiting:
                yield Static(self._waiting_words(), id="waiting")
            if self.named:
                yield Static(self._named_words(), id="named_lines")
            yield Static(self._missing_words() if self.missing else self._preview())
        yield Keys()

    def on_mount(self) -> None:
        """Ready to read."""
        self.query_one("#leaves").focus()

    def _waiting_words(self) -> Content:
        """What was begun and is not kept: it is in no record, and goes when the session closes."""
        one = len(self.waiting) == 1
        head = "One thing waits unfinished: it stands in no record" if one else "These wait unfinished, in no record"
        rows = [content(f"! {draft.in_words()}") for draft in self.waiting]
        return stacked(
            content(head, "$warning bold"),
            *rows,
            content("o opens it." if one else "o opens one.", "$foreground 70%"),
            "",
        )

    def _named_words(self) -> Content:
        """Lines that name somebody of the family in a record that holds no names."""
        rows = [content(f"! {line.in_words()}") for line in self.named]
        head = content("The worker's record holds no names of the family", "$warning bold")
        return stacked(head, *rows, content("n goes to the line.", "$foreground 70%"), "")

    def _missing_words(self) -> Content:
        number = "one more thing" if len(self.missing) == 1 else "a few more things"
        rows = [content(f"Before the records can be written, {number}", "$accent bold"), content("")]
        for need in self.missing:
            stage = self.controller.stage_of(need)
            rows.append(content(f"  • {label_of(need.slot, self.controller.names)}   (in {stage})"))
        return stacked(*rows, "", content("Enter goes back to the session.", "$foreground 70%"))

    def _preview(self) -> Content:
        cut = self.controller.session_records()
        parts: list[Content | str] = []
        if self.card is not None:
            parts += [
                content("→ your own card, kept for you alone", "$accent bold"),
                content(render_record(self.card, "txt")),
            ]
        for record in cut.records:
            where = record.destination.about.name
            parts += [
                content(f"→ {where}", "$accent bold"),
                content(render_record(record, "txt")),
                content("─" * 60, "$panel"),
            ]
        parts.append(content("Left out, on purpose", "$accent bold"))
        parts += [content(f"  • {line.words}") for line in cut.left_out] or [content("  nothing")]
        return stacked(*parts)

    def write_card(self, path: str | None) -> None:
        """Write the card to *path*; a file that is there stays as it is."""
        if not path or self.card is None:
            return
        try:
            export(self.card, Path(path).expanduser())
        except (ValueError, OSError) as trouble:
            self.app.push_screen(NoticeScreen("The card was not written", str(trouble)))
            return
        self.notify(f"Written to {path}", markup=False)

    def write(self) -> None:
        """Write the records and close the session, or say why not."""
        try:
            if self._early:
                self.controller.end_early()
            else:
                self.controller.close()
        except (ValueError, OSError, VaultError) as trouble:
            self.app.push_screen(
                NoticeScreen("The records were not written", f"{trouble}\n\nThe session is still open.")
            )
            return
        if self.card is not None:
            self.app.back_to(screen("today"))
            return
        self.app.back_to(screen("records"))

    @enabled_when(WriteRecords)
    def _can_write_records(self) -> bool:
        return not self.missing

    @on(WriteRecords)
    def _write_records(self) -> None:
        choices = [("write", "Write the records and close the session"), ("back", "Not yet")]
        words = "A closed session is not changed any more."
        if self.waiting:
            choices[0] = ("write", "Write the records and close the session; what waits is thrown away")
            choices = [("open", "Open what waits"), *choices]
            words = "\n".join([*(f"! {draft.in_words()}" for draft in self.waiting), words])

        def decided(choice: str | None) -> None:
            if choice == "write":
                self.write()
            elif choice == "open":
                self._open_waiting()

        self.app.push_screen(ChooseScreen("Is this what should be written?", choices, words), decided)

    @enabled_when(ReadRecordsOver)
    def _can_read_records_over(self) -> bool:
        return not self.missing and bool(self.controller.session_records().records)

    @on(ReadRecordsOver)
    def _read_records_over(self) -> None:
        self.app.push_screen(screen("review records", self.controller.session_records().records))

    @enabled_when(SaveCard)
    def _can_save_card(self) -> bool:
        return self.card is not None and not self.missing

    @on(SaveCard)
    def _save_card(self) -> None:
        start = str(Path.home() / "visit-card.html")
        question = (
            "Where should your card be written?  .html, .txt or .md\n"
            "The file will not be encrypted: destroy it after the visit."
        )
        self.app.push_screen(AskScreen(question, start=start), self.write_card)

    @enabled_when(Answer)
    def _can_answer(self) -> bool:
        return bool(self.missing)

    @on(Answer)
    def _answer(self) -> None:
        self.dismiss(True)  # noqa: FBT003 - what the session goes to: that which is missing

    @enabled_when(GoToName)
    def _somebody_is_named(self) -> bool:
        return bool(self.named)

    @on(GoToName)
    def _go_to_name(self) -> None:
        self.dismiss(self.named[0])

    @enabled_when(OpenWaiting)
    def _something_waits(self) -> bool:
        return bool(self.waiting)

    @on(OpenWaiting)
    def _open_waiting(self) -> None:
        if len(self.waiting) == 1:
            self.dismiss(self.waiting[0])
            return
        by_number = {str(number): draft for number, draft in enumerate(self.waiting)}

        def chosen(number: str | None) -> None:
            if number is not None:
                self.dismiss(by_number[number])

        choices = [(number, draft.in_words()) for number, draft in by_number.items()]
        self.app.push_screen(ChooseScreen("What waits unfinished?", choices), chosen)

    @on(BackToSession)
    def _back_to_session(self) -> None:
        self.dismiss(None)
