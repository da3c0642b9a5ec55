"""The close: what goes where, and what is left out and why, read before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from supervision_tui.session.fields import label_of
from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import lines, shown
from supervision_tui.tui.screens.dialogs.dialogs import AskScreen, ChooseScreen, TellScreen
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace.running.session_controller import SessionController


class WriteRecords(Command["ClosingScreen"]):
    """Write the records shown above and close the session. What is private to you is deleted with it."""

    key, words = "w", "Write the records"

    @property
    def possible(self) -> bool:
        return not self.screen.missing

    def run(self) -> None:
        choices = [("write", "Write the records and close the session"), ("back", "Not yet")]

        def decided(choice: str | None) -> None:
            if choice == "write":
                self.screen.write()

        self.screen.app.push_screen(
            ChooseScreen("Is this what should be written?", choices, "A closed session is not changed any more."),
            decided,
        )


class ReadRecordsOver(Command["ClosingScreen"]):
    """Read each record over before it is written: as the child would, who else is named and why, words, initials."""

    key, words = "r", "Read over"

    @property
    def possible(self) -> bool:
        return not self.screen.missing and bool(self.screen.controller.session_records().records)

    def run(self) -> None:
        from supervision_tui.tui.screens.records.review import ReadingScreen  # noqa: PLC0415 - only when asked for

        self.screen.app.push_screen(ReadingScreen(self.screen.controller.session_records().records))


class SaveCard(Command["ClosingScreen"]):
    """Write your own card to a file (.html to print, .txt or .md). The file is not encrypted: it is for your pocket."""

    key, words = "c", "Save the card"

    @property
    def possible(self) -> bool:
        return self.screen.card is not None and not self.screen.missing

    def run(self) -> None:
        start = str(Path.home() / "visit-card.html")
        question = (
            "Where should your card be written?  .html, .txt or .md\n"
            "The file will not be encrypted: destroy it after the visit."
        )
        self.screen.app.push_screen(AskScreen(question, start=start), self.screen.write_card)


class Answer(Command["ClosingScreen"]):
    """Go to the first question that still needs an answer."""

    key, words = "enter", "Answer what is missing"

    @property
    def possible(self) -> bool:
        return bool(self.screen.missing)

    def run(self) -> None:
        self.screen.dismiss()


class BackToSession(Command["ClosingScreen"]):
    """Go back to the session; nothing is closed."""

    key, words = "escape", "Back to the session"

    def run(self) -> None:
        self.screen.dismiss()


class ClosingScreen(CommandScreen):
    """What the session leaves, destination by destination.

    Args:
        controller: the session that is about to close.
        early: end it before everything has an answer.
    """

    app: SupervisionApp
    COMMANDS_HERE: ClassVar[tuple[type[Command[Any]], ...]] = (
        WriteRecords,
        ReadRecordsOver,
        SaveCard,
        Answer,
        BackToSession,
    )
    ABOUT = "Everything that will be written, and where, before it is. Read it as the child would; then press w."

    def __init__(self, controller: SessionController, *, early: bool = False) -> None:
        super().__init__()
        self.controller = controller
        self._early = early
        self.missing = () if early else controller.missing()
        self.card = controller.card() if controller.editor.template.followed_by else None

    def compose(self) -> ComposeResult:
        """What is missing, or every record in full and what is left out."""
        words = "Ending here" if self._early else "Before it closes"
        yield TopLine(shown(f"{words}: {self.controller.title}", "bold"))
        with VerticalScroll(id="leaves", can_focus=True):
            yield Static(self._missing_words() if self.missing else self._preview())
        yield Keys()

    def on_mount(self) -> None:
        """Ready to read."""
        self.query_one("#leaves").focus()

    def _missing_words(self) -> Content:
        number = "one more thing" if len(self.missing) == 1 else "a few more things"
        rows = [shown(f"Before the records can be written, {number}", "$accent bold"), shown("")]
        for need in self.missing:
            stage = self.controller.stage_of(need)
            rows.append(shown(f"  • {label_of(need.slot, self.controller.names)}   (in {stage})"))
        return lines(*rows, "", shown("Enter goes back to the session.", "$foreground 70%"))

    def _preview(self) -> Content:
        cut = self.controller.session_records()
        parts: list[Content | str] = []
        if self.card is not None:
            parts += [shown("→ your own card, kept for you alone", "$accent bold"), shown(self.card.render("txt"))]
        for record in cut.records:
            where = record.destination.about.name
            parts += [shown(f"→ {where}", "$accent bold"), shown(record.render("txt")), shown("─" * 60, "$panel")]
        parts.append(shown("Left out, on purpose", "$accent bold"))
        parts += [shown(f"  • {line.words}") for line in cut.left_out] or [shown("  nothing")]
        return lines(*parts)

    def write_card(self, path: str | None) -> None:
        """Write the card to *path*; a file that is there stays as it is."""
        from supervision_tui.records import export  # noqa: PLC0415 - loads the templates

        if not path or self.card is None:
            return
        try:
            export(self.card, Path(path).expanduser())
        except (ValueError, OSError) as trouble:
            self.app.push_screen(TellScreen("The card was not written", str(trouble)))
            return
        self.notify(f"Written to {path}", markup=False)

    def write(self) -> None:
        """Write the records and close the session, or say why not."""
        try:
            if self._early:
                self.controller.end_early()
            else:
                self.controller.close()
        except (ValueError, OSError, self._vault_error()) as trouble:
            self.app.push_screen(TellScreen("The records were not written", f"{trouble}\n\nThe session is still open."))
            return
        if self.card is not None:
            from supervision_tui.tui.screens.today.today import TodayScreen  # noqa: PLC0415 - only at the end

            self.app.back_to(TodayScreen())
            return
        from supervision_tui.tui.screens.records.records import RecordsScreen  # noqa: PLC0415 - only at the end

        self.app.back_to(RecordsScreen())

    @staticmethod
    def _vault_error() -> type[Exception]:
        from supervision_tui.vault import VaultError  # noqa: PLC0415 - loaded with the vault already

        return VaultError
