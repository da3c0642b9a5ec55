"""Last week's meeting again: shown before it begins; Enter begins, or its families and roles are changed first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.records.documents import write
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.workspace.reports import hold_again, meeting_agenda_sheet

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.reports import NextMeeting


def begin_again(app: Program, meeting: NextMeeting) -> None:
    """Show whom the meeting would speak of and who holds which role; begin it, change it, or print its agenda."""
    choices = [
        ("begin", "Begin"),
        ("change", "Choose the families anew"),
        ("agenda", "Write the agenda on one page (.pdf, .docx, .html, .md, .txt)"),
    ]

    def decided(choice: str | None) -> None:
        if choice == "begin":
            app.push_screen(screen("session", hold_again(app.workspace, meeting)))
        elif choice == "change":
            app.push_screen(screen("begin session", meeting.template))
        elif choice == "agenda":
            _write_agenda(app, meeting)

    words = "\n".join(meeting.lines)
    app.push_screen(ChooseScreen(f"{meeting.template.title}, as last time", choices, words), decided)


def _write_agenda(app: Program, meeting: NextMeeting) -> None:
    question = (
        "Where should the agenda be written?  .pdf, .docx, .html, .md or .txt\n"
        "It names families and the file is not encrypted: it is for the table, and goes after the meeting."
    )

    def written(path: str | None) -> None:
        if not path:
            return
        try:
            write(meeting_agenda_sheet(app.workspace, meeting), Path(path).expanduser())
        except (ValueError, OSError) as trouble:
            app.push_screen(NoticeScreen("The agenda was not written", str(trouble)))
            return
        app.notify(f"Written to {path}", markup=False)

    app.push_screen(AskScreen(question, start=str(Path.home() / "agenda.pdf")), written)
